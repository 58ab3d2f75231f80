"""Rules of a person: what the id number says, and what contradicts it. Values in, values out."""

from __future__ import annotations

from datetime import date

from xunion_desktop.basics.codes import id_birth, id_number_problems, id_sex, phone_problems
from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level, Problem


def person_problems(
    name: str | None, id_number: str | None, birth: str | None, sex: str | None, phone: str | None, today: date
) -> list[Problem]:
    """Return what is wrong with a person's data: id number (ORG-46, appendix F), phone, birth and sex beside it."""
    problems = []
    if not (name or "").strip():
        problems.append(Problem("姓名还没有填。", "name"))
    if id_number:
        problems += id_number_problems(id_number, today, field="id_number")
        problems += _contradictions(id_number, birth, sex)
    if birth and PartialDate.parse(birth).first > today:
        problems.append(Problem("出生日期还没有到。", "birth"))
    if phone:
        problems += phone_problems(phone, field="phone")
    return problems


def _contradictions(id_number: str, birth: str | None, sex: str | None) -> list[Problem]:
    """Return where birth or sex differ from what the id number says."""
    problems = []
    born = id_birth(id_number)
    if born and birth and not PartialDate.parse(birth).first <= born <= PartialDate.parse(birth).last:
        sentence = f"出生日期与身份证号不符，证上是 {born.isoformat()}。"
        problems.append(Problem(sentence, "birth", Level.DOUBT, "ORG-46"))
    told = id_sex(id_number)
    if told and sex and told != sex:
        problems.append(Problem("性别与身份证号不符。", "sex", Level.DOUBT, "ORG-46"))
    return problems
