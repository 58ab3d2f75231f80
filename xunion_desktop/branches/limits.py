"""The numbers that the office may change (设置 → 年度数值).

Where nothing is set, a number of the law holds all the same. Of what was only the program's suggestion (days before a
term ends, days to hand in a request, days of reminders) nothing is guessed: None or empty, and who asks says 未设置.
"""

from __future__ import annotations

from datetime import date

from xunion_desktop.branches import committees, rules
from xunion_desktop.office import values


def soon_days(as_of: date) -> int | None:
    """How many days before its end a term is soon due (EL-13); None = 未设置."""
    return values.dated_number(values.DUE_SOON_DAYS, as_of)


def soon_words(as_of: date) -> str:
    """The name of what is soon due, in the window: 60 日内到期."""
    days = soon_days(as_of)
    return "到期天数未设置" if days is None else f"{days} 日内到期"


def term_years(as_of: date) -> tuple[int, ...]:
    """How many years a term may last (EL-10)."""
    return tuple(values.dated_numbers(values.TERM_YEARS, as_of)) or rules.TERM_YEARS


def women_from(as_of: date) -> int:
    """From how many women members on a women's committee is due (EL-08)."""
    return _set(values.WOMEN_COMMITTEE_FROM, as_of, committees.WOMEN_COMMITTEE_FROM)


def build_from(as_of: date) -> int:
    """From how many members on a union committee must be founded (ORG-02)."""
    return _set(values.UNION_NEEDED_FROM, as_of, committees.BUILD_FROM)


def extension_days(as_of: date) -> int:
    """How many days an extension may last without a reason (EL-11)."""
    return _set(values.LONGEST_EXTENSION, as_of, rules.EXTENSION_DAYS)


def reply_days(as_of: date) -> int | None:
    """Within how many days of the letter the request for the election is asked for (A5); None = 未设置."""
    return values.dated_number(values.REQUEST_DAYS, as_of)


def vacancy_days(as_of: date, *, enterprise: bool) -> int:
    """Within how many days a vacant chair is to be filled (EL-30)."""
    if enterprise:
        return _set(values.ENTERPRISE_VACANCY_DAYS, as_of, committees.ENTERPRISE_VACANCY_DAYS)
    return _set(values.VACANCY_DAYS, as_of, committees.VACANCY_DAYS)


def reminder_steps(as_of: date) -> tuple[int, ...]:
    """How many days before the end of a term reminders go out (EL-13); empty = 未设置."""
    return tuple(values.dated_numbers(values.REMINDER_DAYS, as_of))


def odd_committee(as_of: date) -> bool:
    """Whether the office wants committees of an odd number (EL-05, a custom of some places, no national rule)."""
    return values.dated(values.ODD_COMMITTEE, as_of) == "是"


def _set(name: str, as_of: date, by_law: int) -> int:
    number = values.dated_number(name, as_of)
    return by_law if number is None else number
