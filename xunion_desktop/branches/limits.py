"""The numbers of the regulations that the office may change (设置 → 年度数值); unset, the law's own hold."""

from __future__ import annotations

from datetime import date

from xunion_desktop.branches import rules
from xunion_desktop.office import values


def soon_days(as_of: date) -> int:
    """How many days before its end a term is soon due (EL-13)."""
    return _set(values.DUE_SOON_DAYS, as_of, rules.SOON_DAYS)


def women_from(as_of: date) -> int:
    """From how many women members on a women's committee is due (EL-08)."""
    return _set(values.WOMEN_COMMITTEE_FROM, as_of, rules.WOMEN_COMMITTEE_FROM)


def build_from(as_of: date) -> int:
    """From how many members on a union committee must be founded (ORG-02)."""
    return _set(values.UNION_NEEDED_FROM, as_of, rules.BUILD_FROM)


def extension_days(as_of: date) -> int:
    """How many days an extension may last without a reason (EL-11)."""
    return _set(values.LONGEST_EXTENSION, as_of, rules.EXTENSION_DAYS)


def reply_days(as_of: date) -> int:
    """Within how many days of the letter the request for the election is asked for (A5)."""
    return _set(values.REQUEST_DAYS, as_of, rules.REPLY_DAYS)


def vacancy_days(as_of: date, *, enterprise: bool) -> int:
    """Within how many days a vacant chair is to be filled (EL-30)."""
    if enterprise:
        return _set(values.ENTERPRISE_VACANCY_DAYS, as_of, rules.ENTERPRISE_VACANCY_DAYS)
    return _set(values.VACANCY_DAYS, as_of, rules.VACANCY_DAYS)


def reminder_steps(as_of: date) -> tuple[int, ...]:
    """How many days before the end of a term reminders go out (EL-13)."""
    return tuple(values.dated_numbers(values.REMINDER_DAYS, as_of)) or rules.REMINDER_STEPS


def _set(name: str, as_of: date, by_law: int) -> int:
    number = values.dated_number(name, as_of)
    return by_law if number is None else number
