"""Rules of grassroots unions: terms, head counts, names. Values in, values out; committees have a file of their own.

The numbers of the regulations stand here beside their rule id; what an office may set (deadlines of letters) comes in
as an argument. ``today`` and every other day come in as arguments too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.wording import chinese_number

TERM_YEARS = (3, 5)
EXTENSION_DAYS = 183
LAST_TERM = 99
LONGEST_NAME = 100


class State(StrEnum):
    """What a union is. 届满待换 is no state: it follows from the term and the day (EL-10)."""

    PREPARING = "preparing"
    NORMAL = "normal"
    EXTENDED = "extended"
    MERGED = "merged"
    DISSOLVED = "dissolved"


STATE_WORDS = {
    State.PREPARING: "筹备",
    State.NORMAL: "正常",
    State.EXTENDED: "延期",
    State.MERGED: "已并入",
    State.DISSOLVED: "撤销",
}
GONE = (State.MERGED, State.DISSOLVED)


# ---- terms ---------------------------------------------------------------------------------------------------------


def due_day(start: PartialDate, years: int) -> date:
    """Return the first day on which the union is overdue: the anniversary of the election (EL-10).

    A start known to the month or the year only makes it overdue after the last day it may mean.
    """
    anniversary = start.plus_years(years)
    return anniversary.exact or anniversary.last + timedelta(days=1)


def term_end(start: PartialDate, years: int) -> PartialDate:
    """Return the last day of the term as it is shown and printed: the day before the anniversary (EL-10)."""
    anniversary = start.plus_years(years)
    exact = anniversary.exact
    return PartialDate.of(exact - timedelta(days=1)) if exact else anniversary


def resumes(until: PartialDate) -> date:
    """Return the first day after an extension: from here on the due day counts again (EL-11)."""
    return until.last + timedelta(days=1)


def effective_due(due: date, state: State, extended_to: date | None) -> date | None:
    """Return the first overdue day with regard to the state; None for a union that has no term to run out.

    ``extended_to`` is the day after a granted extension. An extension never shortens the term.
    """
    if state in GONE:
        return None
    if state is State.EXTENDED and extended_to:
        return max(due, extended_to)
    return due


def is_overdue(due: date, state: State, extended_to: date | None, today: date) -> bool:
    """Whether the term has run out and nothing excuses it (EL-10, EL-11)."""
    day = effective_due(due, state, extended_to)
    return day is not None and day <= today


def days_left(due: date, today: date) -> int:
    """Return the days until the term's last day (届满日, the day before ``due``): what window and letters count.

    0 = today is the last day; -1 = it was yesterday, today is the first overdue day.
    """
    return (due - today).days - 1


def last_due_within(days: int, today: date) -> date:
    """Return the last due day of terms whose last day comes within so many days."""
    return today + timedelta(days=days + 1)


def reminder_stage(due: date, today: date, steps: Sequence[int]) -> int | None:
    """Return the reminder step that stands: 180, 90, 30 days before, 0 = overdue, None = too early (EL-13).

    The steps count to the due day itself (appendix B: T-180).
    """
    left = (due - today).days
    if left <= 0:
        return 0
    return min((step for step in steps if left <= step), default=None)


def reply_by(today: date, days: int) -> date:
    """Return the day by which the request for the election should be handed in: so many days from the letter (A5)."""
    return today + timedelta(days=days)


def is_new_term(old: PartialDate, new: PartialDate, old_number: int | None, new_number: int | None) -> bool:
    """Whether a start of term that was told anew means another term, not the old one put right.

    It does when it lies wholly after the old start, unless both are said to be the same term.
    """
    same = old_number is not None and old_number == new_number
    return new.first > old.last and not same


def term_problems(
    start: PartialDate | None, years: int | None, today: date, allowed: Sequence[int] = TERM_YEARS
) -> list[Problem]:
    """Return what is wrong with a term: 3 or 5 years, begun with the election, not in the future (EL-10)."""
    problems = []
    if start is None:
        problems.append(Problem("本届任期从哪天起还没有填。", "start", Level.DOUBT, "EL-10", "任期自选举之日起计算。"))
    elif start.first > today:
        problems.append(Problem(f"任期起 {start.iso} 还没有到。", "start", rule="EL-10", remedy="填选举的日期。"))
    elif start.exact is None:
        sentence = "任期起只有年月，没有日。" if start.month else "任期起只有年份。"
        problems.append(Problem(sentence, "start", Level.DOUBT, "EL-10", "过完最后可能的一天才算届满。"))
    if years not in allowed:
        spelled = "或者".join(f"{chinese_number(number)}年" for number in allowed)
        sentence = f"每届任期是{spelled}，不能是 {years} 年。" if years else "每届任期几年还没有填。"
        problems.append(Problem(sentence, "years", Level.ERROR if years else Level.DOUBT, "EL-10"))
    return problems


def number_problems(number: int | None) -> list[Problem]:
    """Return what is wrong with the number of a term (第几届); one that nobody knows stays empty."""
    if number is None or 1 <= number <= LAST_TERM:
        return []
    return [Problem(f"届次应是 1 到 {LAST_TERM}。", "number", rule="EL-10", remedy="如 5，或 第五届。")]


def order_problems(
    start: PartialDate, number: int | None, others: Sequence[tuple[PartialDate, int | None]], *, newest: bool
) -> list[Problem]:
    """Return whether a term begins between the one before and the one after it, as their numbers say.

    ``newest``: a term that is added without a number comes after all others. Days that are not known are not doubted.
    """
    for other, known in others:
        told = number is not None and known is not None and number != known
        after = number > known if told and number and known else newest
        if after and start.last <= other.first:
            return [Problem(f"早于上一届的任期起 {other.iso}。", "start", rule="EL-10", remedy="填这一届选举的日期。")]
        if told and not after and other.last <= start.first:
            return [Problem(f"晚于下一届的任期起 {other.iso}。", "start", rule="EL-10", remedy="填这一届选举的日期。")]
    return []


def day_problems(label: str, day: PartialDate | None, today: date, field: str = "since") -> list[Problem]:
    """Return whether a day that must have come is still ahead (appendix F)."""
    if day is None or day.first <= today:
        return []
    return [Problem(f"{label} {day.iso} 还没有到。", field, rule="F", remedy="等到那一天再登记。")]


def extension_problems(
    due: date, until: PartialDate | None, override: str = "", limit: int = EXTENSION_DAYS
) -> list[Problem]:
    """Return what is wrong with an extension: at most ``limit`` days beyond the term, else a reason (EL-11)."""
    if until is None:
        return [Problem("延期要写明延到哪一天。", "until", rule="EL-11", remedy="填批复里的新日期。")]
    days = (until.last - due).days
    if days <= limit:
        return []
    latest = due + timedelta(days=limit)
    level = Level.DOUBT if override.strip() else Level.ERROR
    sentence = f"延期 {days} 天，超过 {limit} 天（最迟 {latest.isoformat()}）。"
    return [Problem(sentence, "until", level, "EL-11", "确有批准的，在“超期理由”里写明。")]


# ---- head counts ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heads:
    """People of a union on one day; None = not known."""

    staff: int | None = None
    staff_women: int | None = None
    members: int | None = None
    members_women: int | None = None
    migrants: int | None = None
    cadres: int | None = None


_NOT_MORE = (
    ("members", "staff", "会员 {} 人多于职工 {} 人。", "会员数不能大于职工数，原表两数可能填反。"),
    ("staff_women", "staff", "女职工 {} 人多于职工 {} 人。", ""),
    ("members_women", "members", "女会员 {} 人多于会员 {} 人。", ""),
    ("members_women", "staff_women", "女会员 {} 人多于女职工 {} 人。", ""),
    ("migrants", "members", "农民工会员 {} 人多于会员 {} 人。", ""),
    ("cadres", "staff", "专职工会干部 {} 人多于职工 {} 人。", ""),
)


def heads_problems(heads: Heads) -> list[Problem]:
    """Return the counts that cannot be: a part that is more than its whole, a negative one (appendix F)."""
    problems = []
    for part, whole, sentence, remedy in _NOT_MORE:
        few, many = getattr(heads, part), getattr(heads, whole)
        if few is not None and many is not None and few > many:
            problems.append(Problem(sentence.format(few, many), part, rule="F", remedy=remedy))
    for name, count in asdict(heads).items():
        if count is not None and count < 0:
            problems.append(Problem("人数不能是负数。", name, rule="F"))
    return problems


# ---- names ---------------------------------------------------------------------------------------------------------


def name_problems(name: str) -> list[Problem]:
    """Return whether a union has a name that a paper can bear."""
    if not name.strip():
        return [Problem("工会名称还没有填。", "name")]
    if len(name) > LONGEST_NAME:
        return [Problem(f"工会名称有 {len(name)} 个字，最多 {LONGEST_NAME} 个。", "name", remedy="照批复写全称。")]
    return []


def employer_name(union: str) -> str:
    """Return the name of the unit that a union's name is made of; "" where there is none to be made out (ORG-01).

    示例煤业有限公司工会委员会 → 示例煤业有限公司. A federation (总工会, 联合工会) is no unit's own union.
    """
    for ending in ("工会委员会", "工会"):
        if union.endswith(ending):
            name = union.removesuffix(ending).strip()
            return "" if name.endswith(("总", "联合", "行业")) else name
    return ""
