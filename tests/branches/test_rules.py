"""The rules of grassroots unions, by the vectors of appendix B and the regulations' tables."""

from datetime import date

import pytest

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches import rules
from xunion_desktop.branches.rules import Heads, State

TODAY = date(2026, 11, 23)


def day(text):
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("start", "years", "due", "end"),
    [
        ("2018-06-20", 3, "2021-06-20", "2021-06-19"),  # appendix B
        ("2021-09-01", 5, "2026-09-01", "2026-08-31"),
        ("2020-02-29", 3, "2023-02-28", "2023-02-27"),  # 29 Feb → 28 Feb
        ("2020-02-29", 5, "2025-02-28", "2025-02-27"),
        ("2021-06", 5, "2026-07-01", "2026-06"),  # a month: after the last day it may mean
        ("2021-12", 3, "2025-01-01", "2024-12"),
        ("2021", 5, "2027-01-01", "2026"),
    ],
)
def test_a_term_is_overdue_from_its_anniversary_on(start, years, due, end):
    """EL-10."""
    assert rules.due_day(day(start), years).isoformat() == due
    assert rules.term_end(day(start), years).iso == end


def test_the_last_day_of_the_term_is_not_overdue_and_the_next_is():
    """EL-10."""
    due = date(2026, 9, 1)
    assert not rules.is_overdue(due, State.NORMAL, None, date(2026, 8, 31))
    assert rules.is_overdue(due, State.NORMAL, None, due)


@pytest.mark.parametrize("state", [State.MERGED, State.DISSOLVED])
def test_a_union_that_is_gone_is_never_overdue(state):
    assert not rules.is_overdue(date(2020, 1, 1), state, None, TODAY)


def test_a_running_extension_is_not_overdue_and_an_expired_one_is():
    """EL-11: until 30 November still runs on that day."""
    resumes = rules.resumes(day("2026-11-30"))
    assert not rules.is_overdue(date(2026, 6, 1), State.EXTENDED, resumes, date(2026, 11, 30))
    assert rules.is_overdue(date(2026, 6, 1), State.EXTENDED, resumes, date(2026, 12, 1))


def test_an_extension_never_shortens_the_term():
    assert rules.effective_due(date(2027, 6, 1), State.EXTENDED, date(2026, 1, 1)) == date(2027, 6, 1)


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        ("2020-12-21", None),
        ("2020-12-22", 180),  # appendix B
        ("2021-03-22", 90),
        ("2021-05-21", 30),
        ("2021-06-20", 0),
        ("2022-01-01", 0),
    ],
)
def test_the_reminder_stage_counts_the_days_to_the_due_day(today, stage):
    """EL-13."""
    assert rules.reminder_stage(date(2021, 6, 20), date.fromisoformat(today), (180, 90, 30, 0)) == stage


def test_the_request_is_due_so_many_days_after_the_letter():
    """Appendix A5."""
    assert rules.reply_by(TODAY, 15) == date(2026, 12, 8)
    assert rules.reply_by(TODAY, 30) == date(2026, 12, 23)


@pytest.mark.parametrize("years", [3, 5])
def test_a_term_of_three_or_five_years_is_right(years):
    assert rules.term_problems(day("2024-05-01"), years, TODAY) == []


@pytest.mark.parametrize("years", [1, 2, 4, 6])
def test_any_other_term_is_refused(years):
    """EL-10, appendix F."""
    [problem] = rules.term_problems(day("2024-05-01"), years, TODAY)
    assert (problem.field, problem.level, problem.rule) == ("years", Level.ERROR, "EL-10")


def test_a_term_cannot_begin_tomorrow():
    [problem] = rules.term_problems(day("2026-11-24"), 5, TODAY)
    assert (problem.field, problem.level) == ("start", Level.ERROR)


def test_a_start_without_a_day_is_a_doubt():
    [problem] = rules.term_problems(day("2021-10"), 5, TODAY)
    assert (problem.field, problem.level) == ("start", Level.DOUBT)


def test_a_term_that_is_not_known_is_a_doubt_only():
    assert {problem.level for problem in rules.term_problems(None, None, TODAY)} == {Level.DOUBT}


def test_an_extension_of_183_days_is_allowed():
    """EL-11, appendix B."""
    assert rules.extension_problems(date(2021, 6, 20), day("2021-12-20")) == []


def test_an_extension_of_184_days_is_refused_without_a_reason():
    """EL-11, appendix B."""
    [problem] = rules.extension_problems(date(2021, 6, 20), day("2021-12-21"))
    assert problem.level is Level.ERROR
    assert "最迟 2021-12-20" in problem.sentence


def test_a_longer_extension_with_a_reason_is_a_doubt():
    [problem] = rules.extension_problems(date(2021, 6, 20), day("2022-06-20"), "改制，市总批复")
    assert problem.level is Level.DOUBT


def test_an_extension_needs_its_last_day():
    [problem] = rules.extension_problems(date(2021, 6, 20), None)
    assert problem.field == "until"


def test_more_members_than_staff_is_refused():
    """Appendix F; ledger row 23."""
    [problem] = rules.heads_problems(Heads(2132, 1052, 2137, 951))
    assert problem.sentence == "会员 2137 人多于职工 2132 人。"
    assert (problem.field, problem.level) == ("members", Level.ERROR)


@pytest.mark.parametrize(
    ("heads", "field"),
    [
        (Heads(10, 11, 9, 2), "staff_women"),
        (Heads(10, None, 5, 6), "members_women"),
        (Heads(10, 3, 9, 4), "members_women"),
        (Heads(10, 3, 9, 2, migrants=10), "migrants"),
        (Heads(10, 3, 9, 2, cadres=11), "cadres"),
        (Heads(staff=-1), "staff"),
        (Heads(migrants=-1), "migrants"),
    ],
)
def test_a_part_that_is_more_than_its_whole_is_refused(heads, field):
    assert [problem.field for problem in rules.heads_problems(heads)] == [field]


def test_equal_and_unknown_counts_are_right():
    assert rules.heads_problems(Heads(62, 7, 62, 7)) == []
    assert rules.heads_problems(Heads(members=5)) == []


@pytest.mark.parametrize(
    ("old", "new", "numbers", "another"),
    [
        ("2021-09-01", "2026-09-02", (4, 5), True),
        ("2021-09-01", "2026-09-02", (None, None), True),
        ("2021-09", "2021-09-15", (4, None), False),  # the day became known
        ("2021-09-01", "2021-09-10", (4, 4), False),  # put right
        ("2021-09-01", "2020-09-01", (None, None), False),
    ],
)
def test_a_later_start_is_another_term_and_a_closer_one_is_not(old, new, numbers, another):
    assert rules.is_new_term(day(old), day(new), *numbers) is another


@pytest.mark.parametrize(
    ("union", "employer"),
    [
        ("高家村镇示例物业有限公司工会委员会", "高家村镇示例物业有限公司"),
        ("康宁镇司法所工会", "康宁镇司法所"),
        ("蔚汾镇总工会", ""),
        ("示例园区联合工会委员会", ""),
        ("示例公司", ""),
    ],
)
def test_the_employers_name_is_what_is_left_of_the_unions(union, employer):
    assert rules.employer_name(union) == employer
