"""What the room's forms are given: the words of the reminder letter (换届提醒函, A5, EL-13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.room import PaperCard, PaperItem
from xunion_desktop.basics.wording import chinese_number
from xunion_desktop.branches import limits, rules
from xunion_desktop.branches.records.situations import Situation, situations
from xunion_desktop.branches.words import REMINDER
from xunion_desktop.office.values import REMINDER_DAYS, REQUEST_DAYS

OFFERS = ("工会名称", "届次", "任期起", "任期年数", "届满日", "已届满", "将届满", "剩余天数", "报送期限")


def reminders(keys: Sequence[str], today: date) -> list[PaperItem]:
    """Return the words of one reminder for each of these unions, with what stands in its way."""
    days = limits.reply_days(today)
    reply = "" if days is None else PartialDate.of(rules.reply_by(today, days)).chinese
    return [
        PaperItem("branch", row.key, row.name, _words(row, reply, today), tuple(_problems(row, today)))
        for row in situations(keys, today)
    ]


def _words(row: Situation, reply: str, today: date) -> dict[str, str]:
    left = rules.days_left(row.due, today) if row.due else 0
    overdue = left < 0
    return {
        "工会名称": row.name,
        "届次": f"第{chinese_number(row.number)}届" if row.number else "",
        "任期起": row.start.chinese if row.start else "",
        "任期年数": chinese_number(row.years) if row.years else "",
        "届满日": row.end.chinese if row.end else "",
        "已届满": "是" if overdue else "",
        "将届满": "" if overdue else "是",
        "剩余天数": str(left) if left > 0 else "",
        "报送期限": reply,
    }


def _problems(row: Situation, today: date) -> list[Problem]:
    """Return why this union should get no letter, or what to look at before it does."""
    if row.state in rules.GONE:
        return [Problem(f"这家工会{rules.STATE_WORDS[row.state]}，不再发提醒函。", "state", rule="EL-10")]
    if row.start is None or row.years is None:
        remedy = "先在“换届”里补上任期起和年数。"
        return [Problem("本届任期不详，函里写不出届满日。", "start", rule="EL-10", remedy=remedy)]
    problems = []
    if row.state is rules.State.EXTENDED and row.resumes and row.resumes > today:
        until = row.resumes - timedelta(days=1)
        problems.append(Problem(f"已批准延期到 {until.isoformat()}。", "state", Level.DOUBT, "EL-11"))
    if row.start.exact is None:
        problems.append(Problem("任期起没有日，函里只写到月。", "start", Level.HINT, "EL-10"))
    return problems + _time_problems(row, today)


def _time_problems(row: Situation, today: date) -> list[Problem]:
    """Return whether the letter comes too early (EL-13), and what the office has not set for it."""
    problems, steps = [], limits.reminder_steps(today)
    if limits.reply_days(today) is None:
        problems.append(_not_set(REQUEST_DAYS, "函里不写报送期限"))
    if row.due and row.due > today and not steps:
        problems.append(_not_set(REMINDER_DAYS, "发函早不早请自己看"))
    elif row.due and rules.reminder_stage(row.due, today, steps) is None:
        left = rules.days_left(row.due, today)
        problems.append(Problem(f"离届满还有 {left} 天。", "due", Level.DOUBT, "EL-13"))
    return problems


def _not_set(name: str, so: str) -> Problem:
    return Problem(f"“{name}”未设置，{so}。", "", Level.HINT, "EL-13", "在“设置 → 年度数值”里填。")


def longest_reminder() -> PaperItem:
    """Return the longest words that a ledger may plausibly hold, to try the form with."""
    row = Situation(
        key="",
        name="兴县经济技术开发区示例新能源装备制造集团股份有限公司第一分公司工会委员会",
        nature=None,
        number=28,
        start=PartialDate(2021, 12, 28),
        years=5,
        end=PartialDate(2026, 12, 27),
        due=date(2026, 12, 28),
        state=rules.State.NORMAL,
        resumes=None,
        members=None,
    )
    return PaperItem("branch", "", row.name, _words(row, "2026年12月31日", date(2026, 11, 23)))


PAPERS = (
    PaperCard(
        form=REMINDER,
        title="换届提醒函",
        register="branches",
        offers=OFFERS,
        items=reminders,
        longest=longest_reminder,
        chip="overdue",
        names="收件单位",
    ),
)
