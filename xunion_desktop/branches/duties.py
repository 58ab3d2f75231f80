"""What is due in the unions: elections that are overdue or near, chairs to be filled, unions to be founded."""

from __future__ import annotations

from datetime import date

from xunion_desktop.basics.duty import Duty, Urgency
from xunion_desktop.basics.wording import names_and_count
from xunion_desktop.branches import committees, limits, rules
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.situations import Waiting, vacant_since, waiting
from xunion_desktop.branches.words import REMINDER
from xunion_desktop.office.values import DUE_SOON_DAYS

_TERM_LAW = "工会法第十六条，选举工作条例"


def due(today: date) -> list[Duty]:
    """Return what is due today, the most urgent first."""
    found = (_overdue(today), _due_soon(today), _vacant(today), _unbuilt(today))
    return [duty for duty in found if duty]


def _overdue(today: date) -> Duty | None:
    """Terms that have run out (EL-10); the next paper is the reminder (EL-13)."""
    late = waiting(facts.overdue(today), today)
    if late is None:
        return None
    return Duty(
        text=f"{_named(late)}任期已届满",
        date=late.first.effective_due or today,
        rule=_TERM_LAW,
        note=f"最早 {late.first.end.iso if late.first.end else ''} 届满",
        urgency=Urgency.RED,
        register="branches",
        chip="overdue",
        paper=REMINDER,
        deed=f"印换届提醒函 {late.count} 封",
    )


def _due_soon(today: date) -> Duty | None:
    """Terms and extensions that run out within the office's days (EL-13); where it has set none, just that."""
    days = limits.soon_days(today)
    if days is None:
        return _not_set(today)
    soon = waiting(facts.due_soon(today), today)
    if soon is None:
        return None
    first = soon.first.effective_due or today
    return Duty(
        text=f"{_named(soon)}任期将在 {days} 日内届满",
        date=first,
        rule=_TERM_LAW,
        note=f"最早的还剩 {rules.days_left(first, today)} 天",
        register="branches",
        chip="due60",
        paper=REMINDER,
        deed=f"印换届提醒函 {soon.count} 封",
    )


def _not_set(today: date) -> Duty:
    """Nothing is guessed where the office has set no days; the list of values is the next step."""
    return Duty(
        text=f"“{DUE_SOON_DAYS}”未设置，快届满的工会没有列出",
        date=today,
        rule="年度数值",
        register="values",
        chip="unset",
        deed="去设置",
    )


def _vacant(today: date) -> Duty | None:
    """Chairs to be filled: 90 days in an enterprise, else 183 (EL-30)."""
    without = waiting(facts.vacant(today), today)
    if without is None:
        return None
    days = {enterprise: limits.vacancy_days(today, enterprise=enterprise) for enterprise in (True, False)}
    since = vacant_since(facts.vacant(today), today)
    deadlines = [committees.vacancy_deadline(day, days[enterprise]) for day, enterprise in since]
    first = min(deadlines, default=today)
    late = first < today
    told = f"最早应在 {first.isoformat()} 前补选" if deadlines else "何时空缺没有登记"
    return Duty(
        text=f"{_named(without)}主席空缺",
        date=first,
        rule="选举工作条例，企业工会主席产生办法第十八条",
        note=f"{told}，已经过期" if late else told,
        urgency=Urgency.RED if late else Urgency.AMBER,
        register="branches",
        chip="vacant",
        deed=f"看 {without.count} 家",
    )


def _unbuilt(today: date) -> Duty | None:
    """Units with 25 members or more and no union committee (ORG-02)."""
    unbuilt = waiting(facts.unbuilt(today), today)
    if unbuilt is None:
        return None
    return Duty(
        text=f"{_named(unbuilt)}应当建立工会委员会",
        date=today,
        rule="工会法第十一条",
        note=f"会员 {limits.build_from(today)} 人以上还没有委员会",
        register="branches",
        chip="unbuilt",
        deed=f"看 {unbuilt.count} 家",
    )


def _named(who: Waiting) -> str:
    return names_and_count([who.first.name], who.count, limit=1, gap=" ")
