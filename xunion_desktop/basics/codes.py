"""Codes that check themselves: 统一社会信用代码 (ORG-45), id numbers (ORG-46), phones, bank cards; and their masks.

All expect what ``tidy_code`` or ``tidy_phone`` leaves: half-width, upper case, no blanks. ``field`` names the column
that the problems are about. An empty value has no problems: whether it must be there is not asked here.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from .problems import Level, Problem

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I O Z S V
_LOOKALIKE = {"I": "1", "O": "0", "Z": "2", "S": "5", "V": "U"}
_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ID_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))  # GB 11643, MOD 11-2
_ID_CHECKS = "10X98765432"
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")  # 83: residents from Taiwan
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(?:0(?:10|2\d)-?[2-9]\d{7}|0[3-9]\d\d-?[2-9]\d{6,7})(?:-\d{1,5})?")
_SEVERAL = re.compile(r"[、，,;；/]")


def tidy_code(text: str) -> str:
    """A code, id or card number as stored: half-width, upper case, without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()


def tidy_phone(text: str) -> str:
    """A phone number as stored: 13900001111, 0358-6320000; several joined by 、."""
    plain = unicodedata.normalize("NFKC", text)
    parts = plain.split()
    plain = ("、" if all(len(part) >= 7 for part in parts) else "").join(parts)
    return "、".join(_tidy_number(part) for part in _SEVERAL.split(plain) if part)


def _tidy_number(text: str) -> str:
    number = re.sub(r"[—–―]+", "-", text).removeprefix("+86").replace("(", "").replace(")", "-")
    joined = number.replace("-", "")
    if _MOBILE.fullmatch(joined):
        return joined
    area = re.fullmatch(r"(0(?:10|2\d)|0[3-9]\d\d)-?([2-9]\d{6,7})", number)
    return f"{area[1]}-{area[2]}" if area else number.strip("-")


def credit_code_check(first17: str) -> str:
    """The 18th character that belongs to these 17 (ORG-45, GB 32100-2015)."""
    total = sum(_ALPHABET.index(character) * weight for character, weight in zip(first17, _CODE_WEIGHTS, strict=True))
    return _ALPHABET[-total % 31]


def credit_code_problems(code: str, *, new: bool, union: bool = True, field: str = "") -> list[Problem]:
    """What is wrong with a 统一社会信用代码 (ORG-45): errors in a new entry, doubts in what is taken over from paper.

    ``union``: a union's own code begins with 81; otherwise it is an employer's, which never does. The inner check
    digit of places 9 to 17 is not asked: codes in use do not all keep it.
    """
    if not code:
        return []
    level = Level.ERROR if new else Level.DOUBT
    sentence = _code_fault(code)
    if sentence:
        return [Problem(sentence, field, level, "ORG-45", "请对照证书逐位核对。")]
    return [*_owner_problems(code, level, union=union, field=field)]


def _code_fault(code: str) -> str:
    """The first fault of form in a credit code, in one sentence."""
    for place, character in enumerate(code, 1):
        if character in _LOOKALIKE:
            like = _LOOKALIKE[character]
            return f"第{place}位“{character}”不能用在信用代码里（不用字母 I、O、S、V、Z），是不是“{like}”？"
        if character not in _ALPHABET:
            return f"第{place}位“{character}”不能用在信用代码里，只用数字和大写字母。"
    if len(code) != 18:
        return f"信用代码应为18位，现为{len(code)}位。"
    check = credit_code_check(code[:17])
    return "" if check == code[17] else f"信用代码校验不对：末位应为 {check}，现为 {code[17]}。"


def _owner_problems(code: str, level: Level, *, union: bool, field: str) -> list[Problem]:
    if union and code.startswith("89"):
        return [Problem("代码以89开头是其他工会组织，基层工会应为81。", field, Level.DOUBT, "ORG-45", "请核对。")]
    if union and not code.startswith("81"):
        sentence = f"基层工会的代码以81开头，现为“{code[:2]}”，可能填成了所在单位的代码。"
        return [Problem(sentence, field, level, "ORG-45", "请填工会自己的代码。")]
    if not union and code.startswith("8"):
        return [Problem("以8开头的是工会的代码，不是单位的。", field, level, "ORG-45", "请填单位自己的代码。")]
    return []


def id_number_problems(number: str, today: date, *, field: str = "") -> list[Problem]:
    """What is wrong with an id number (ORG-46): 18 places, a birth date from 1900 to today, the check character.

    The old 15 places are taken with a doubt; a region that no list knows is only a hint, since places are renumbered.
    """
    if not number:
        return []
    sentence = _id_fault(number, today)
    if sentence:
        return [Problem(sentence, field, Level.ERROR, "ORG-46", "请对照身份证逐位核对。")]
    problems = []
    if len(number) == 15:
        problems.append(Problem("这是15位旧身份证号。", field, Level.DOUBT, "ORG-46", "请换成18位号码。"))
    if not _PROVINCES.fullmatch(number[:2]):
        problems.append(Problem(f"身份证号前两位“{number[:2]}”不是已知的省份代码。", field, Level.HINT, "ORG-46"))
    return problems


def _id_fault(number: str, today: date) -> str:
    """The first fault of an id number that no real one has, in one sentence."""
    if re.search(r"\dE\+?\d", number):
        return "这个号码被表格当成了数字，后几位已经丢失。"
    if len(number) not in (15, 18):
        return f"身份证号应为18位，现为{len(number)}位。"
    if not re.fullmatch(r"\d{17}[\dX]|\d{15}", number):
        return "身份证号只有数字，末位可以是 X。"
    birth = id_birth(number)
    if birth is None or not date(1900, 1, 1) <= birth <= today:
        return "身份证号里的出生日期不对。"
    check = _id_check(number[:17]) if len(number) == 18 else ""
    return f"身份证号校验不对：末位应为 {check}，现为 {number[17]}。" if not number.endswith(check) else ""


def _id_check(first17: str) -> str:
    return _ID_CHECKS[sum(int(digit) * weight for digit, weight in zip(first17, _ID_WEIGHTS, strict=True)) % 11]


def id_birth(number: str) -> date | None:
    """The birth date in an id number of 18 or 15 places; None where there is none."""
    found = re.fullmatch(r"\d{6}(\d{8})\d{3}[\dX]", number) or re.fullmatch(r"\d{6}(\d{6})\d{3}", number)
    if not found:
        return None
    digits = found[1] if len(found[1]) == 8 else "19" + found[1]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def id_sex(number: str) -> str | None:
    """男 or 女 by an id number of 18 or 15 places."""
    if not re.fullmatch(r"\d{17}[\dX]|\d{15}", number):
        return None
    return "男" if int(number[16] if len(number) == 18 else number[14]) % 2 else "女"


def phone_problems(number: str, *, field: str = "") -> list[Problem]:
    """Doubts about a phone number: a mobile is 1 and ten more digits, a landline has its area code."""
    for part in _SEVERAL.split(number):
        if part and not _MOBILE.fullmatch(part) and not _LANDLINE.fullmatch(part):
            local = re.fullmatch(r"[2-9]\d{6,7}", part)
            remedy = "请补上区号，如 0358-。" if local else "手机是11位，座机写成 0358-6320000。"
            return [Problem(f"这个号码（{len(part)} 位）不像电话号码。", field, Level.DOUBT, remedy=remedy)]
    return []


def card_problems(number: str, *, field: str = "") -> list[Problem]:
    """Doubts about a bank card or account: 12 to 19 digits, Luhn (some accounts of offices do not keep it)."""
    if not number:
        return []
    if not re.fullmatch(r"\d{12,19}", number):
        return [Problem("银行卡号应为12至19位数字。", field, Level.DOUBT, remedy="请核对。")]
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    if sum(value - 9 if value > 9 else value for value in doubled) % 10:
        return [Problem("银行卡号校验不对，可能抄错了一位。", field, Level.DOUBT, remedy="请核对；对公账号可不管。")]
    return []


def mask_id(number: str) -> str:
    """141123********2217."""
    return _mask(number, 6, 4)


def mask_phone(number: str) -> str:
    """139****7120, 0358-***0000; each of several."""
    return "、".join(_mask(part, 5 if "-" in part else 3, 4) for part in _SEVERAL.split(number))


def mask_card(number: str) -> str:
    """6222***********0123."""
    return _mask(number, 4, 4)


def _mask(text: str, head: int, tail: int) -> str:
    """Hide the middle; what is too short to have one is hidden whole."""
    hidden = len(text) - head - tail
    return text[:head] + "*" * hidden + text[-tail:] if hidden > 0 else "*" * len(text)
