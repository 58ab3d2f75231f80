"""The one way to the office's data: own union, 代字, dated values, dictionaries, holidays.

The names of values that the program itself uses stand here as constants, and only here.
"""

from __future__ import annotations

from datetime import date

from . import rules
from .measures import sound
from .records import DatedValue, Entry, Holiday, Office, Prefix

TERM_YEARS = "任期年限"  # EL-10: 3 or 5
LONGEST_EXTENSION = "延期换届上限"  # EL-11, days
REMINDER_DAYS = "换届提醒提前天数"  # EL-13: T-180, T-90, T-30, T-0
DUE_SOON_DAYS = "换届到期提前天数"
REQUEST_DAYS = "换届请示报送期限"
VACANCY_DAYS = "主席补选期限"  # EL-30
ENTERPRISE_VACANCY_DAYS = "企业工会主席补选期限"  # EL-30
UNION_NEEDED_FROM = "建会人数线"  # ORG-02, members
WOMEN_COMMITTEE_FROM = "女职工委员会人数线"  # EL-08, women members
ODD_COMMITTEE = "委员人数宜取单数"  # EL-05, 是 or 否
BACKUP_MONTHS = "备份保留月数"
SECOND_DAYS = "第二处备份提醒天数"
PAPER_STAMP = "印件标记"  # words at the edges of every page; set in the practice county

TOWNSHIPS = "乡镇"
UNIT_NATURES = "单位性质"
INDUSTRIES = "行业"
SLOGANS = "年度口号"
FOCUS_TASKS = "年度重点任务"

NOT_SET = "未设置"


def office() -> Office:
    """Give the own union's row; an empty one, not yet saved, where the book is still blank."""
    return Office.alive().order_by(Office.id).first() or Office(name="")


def prefix(role: str) -> str | None:
    """Give the 代字 for a role (``letter`` -> 兴工函); None = not set."""
    row = Prefix.alive().where(Prefix.role == role).first()
    return str(row.word) or None if row else None


def standing(name: str, as_of: date) -> DatedValue | None:
    """Give the whole row of a value that holds on a day, with its source; None = no row holds."""
    return rules.holding(DatedValue.alive().where(DatedValue.name == name).order_by(DatedValue.id), as_of)


def dated(name: str, as_of: date) -> str | None:
    """Give the value that holds on a day; None = 未设置 or not to be reckoned with, never a guess."""
    row = standing(name, as_of)
    return str(row.value) if row and row.value and sound(name, row.value) else None


def dated_number(name: str, as_of: date) -> int | None:
    """Give a value that is one whole number; None = 未设置 or no number."""
    found = dated_numbers(name, as_of)
    return found[0] if found else None


def dated_numbers(name: str, as_of: date) -> list[int]:
    """Give a value that is a list of whole numbers (180、90、30、0); empty = 未设置."""
    return rules.numbers(dated(name, as_of) or "")


def explained(name: str, as_of: date) -> str:
    """Say in one sentence what holds on a day, by which source, and whether the day itself is certain."""
    row = standing(name, as_of)
    if row is None or not row.value:
        return f"{name}：{NOT_SET}。"
    if not sound(name, row.value):
        return f"{name}：{row.shown}，不合理，按{NOT_SET}算。"
    proof = "，".join(part for part in (row.source, row.doc_no) if part)
    sentence = f"{name}：{row.shown}（{row.span.said}{'；' + proof if proof else ''}）"
    return sentence + ("。" if row.span.certain(as_of) else "，起止日期只知到月或年，请核对当天是否适用。")


def entries(dictionary: str, as_of: date) -> list[Entry]:
    """Give the words of a dictionary in their order: those of no year and those of this year."""
    of_year = Entry.year.is_null() | (Entry.year == as_of.year)
    query = Entry.alive().where((Entry.dictionary == dictionary) & of_year)
    return list(query.order_by(Entry.position, Entry.id))


def words(dictionary: str, as_of: date) -> list[str]:
    """Give only the words of a dictionary."""
    return [str(entry.word) for entry in entries(dictionary, as_of)]


def holidays(year: int) -> dict[date, bool]:
    """Give the days of a year that depart from the ordinary week: True = works, False = off. Empty = 未设置."""
    rows = Holiday.alive().where((Holiday.day >= f"{year}-01-01") & (Holiday.day <= f"{year}-12-31"))
    return {date.fromisoformat(row.day): bool(row.works) for row in rows}


def holidays_known(year: int) -> bool:
    """Whether the notice of that year is in the book; without it working days cannot be counted (DC-33)."""
    return bool(holidays(year))
