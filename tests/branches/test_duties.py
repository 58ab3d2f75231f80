"""What is due today: one sentence with its rule and its next paper."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.duty import Urgency
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.duties import due
from xunion_desktop.branches.papers import reminders
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.branches.records.situations import situations, vacant_since
from xunion_desktop.branches.tab import pill
from xunion_desktop.office.values import DUE_SOON_DAYS, UNION_NEEDED_FROM, VACANCY_DAYS


def test_nothing_is_due_in_an_empty_book(book):
    assert due(TODAY) == []


def test_overdue_unions_are_one_duty_with_their_letters(add):
    """EL-10, EL-13."""
    add("甲工会", start="2021-03-02", years=5, chair="李建平")
    add("乙工会", start="2021-09-01", years=5, chair="王秀英")
    [duty] = due(TODAY)
    assert duty.text == "甲工会等 2 家任期已届满"
    assert duty.note == "最早 2026-03-01 届满"
    assert (duty.date, duty.urgency, duty.chip) == (date(2026, 3, 2), Urgency.RED, "overdue")
    assert (duty.paper, duty.deed) == ("branches/election_reminder", "印换届提醒函 2 封")


def test_a_single_union_is_named_alone(add):
    add("甲工会", start="2021-03-02", years=5, chair="李建平")
    assert due(TODAY)[0].text == "甲工会任期已届满"


def test_unions_soon_due_are_another_duty(add):
    add("甲工会", start="2021-12-01", years=5, chair="李建平")
    [duty] = due(TODAY)
    assert duty.text == "甲工会任期将在 60 日内届满"
    assert (duty.note, duty.urgency) == ("最早的还剩 7 天", Urgency.AMBER)


def test_a_vacant_chair_has_a_deadline_by_the_kind_of_unit(add, change):
    """EL-30: 90 days in an enterprise."""
    key = add("甲工会", nature="非公企业", start="2024-05-01", years=5, chair="李建平")
    change(key, date(2026, 10, 1), chair=None)
    [duty] = due(TODAY)
    assert duty.text == "甲工会主席空缺"
    assert (duty.date, duty.urgency) == (date(2026, 12, 30), Urgency.AMBER)
    assert (duty.paper, duty.deed) == ("", "看 1 家")


def test_a_deadline_that_has_passed_is_red(add, change):
    """EL-30: 183 days elsewhere."""
    key = add("甲工会", nature="机关", start="2024-05-01", years=5, chair="李建平")
    change(key, date(2026, 4, 1), chair=None)
    [duty] = due(TODAY)
    assert (duty.date, duty.urgency) == (date(2026, 10, 1), Urgency.RED)
    assert "已经过期" in duty.note


def test_a_vacancy_of_unknown_age_says_so(add):
    add("甲工会", start="2024-05-01", years=5)
    assert due(TODAY)[0].note == "何时空缺没有登记"


def test_a_chair_who_will_leave_has_left_no_vacancy_yet(add, change):
    key = add("甲工会", start="2024-05-01", years=5, chair="李建平")
    change(key, date(2026, 12, 31), chair=None)
    assert due(TODAY) == []
    assert vacant_since(Branch.id == key, TODAY) == []


def test_units_that_ought_to_found_a_union_are_a_duty(add):
    """ORG-02."""
    add("甲公司工会", form="none", members=30)
    [duty] = due(TODAY)
    assert (duty.text, duty.rule) == ("甲公司工会应当建立工会委员会", "工会法第十一条")


def test_the_days_left_are_those_of_the_letter_and_the_pill(add):
    """One rule counts them: to the last day of the term."""
    key = add(start="2021-12-01", years=5, chair="李建平")
    [duty] = due(TODAY)
    [row] = situations([key], TODAY)
    [letter] = reminders([key], TODAY)
    assert (duty.note, pill(row, TODAY)[0], letter.words["剩余天数"]) == ("最早的还剩 7 天", "还剩 7 天", "7")


def test_where_no_days_are_set_the_duty_says_so_and_names_no_union(add, put):
    add("甲工会", start="2021-12-01", years=5, chair="李建平")
    put(DUE_SOON_DAYS, None)
    [duty] = due(TODAY)
    assert duty.text == "“换届到期提前天数”未设置，快届满的工会没有列出"
    assert (duty.register, duty.chip, duty.deed, duty.paper) == ("values", "unset", "去设置", "")


def test_other_days_of_the_office_make_another_duty(add, put):
    add("甲工会", start="2022-02-01", years=5, chair="李建平")
    assert due(TODAY) == []
    put(DUE_SOON_DAYS, "90")
    [duty] = due(TODAY)
    assert (duty.text, duty.date) == ("甲工会任期将在 90 日内届满", date(2027, 2, 1))


def test_an_extension_that_runs_out_is_due_on_the_day_after_it(add):
    """EL-11."""
    add("甲工会", start="2021-09-01", years=5, chair="李建平", state="extended", until="2026-12-31")
    [duty] = due(TODAY)
    assert (duty.date, duty.note, duty.urgency) == (date(2027, 1, 1), "最早的还剩 38 天", Urgency.AMBER)


def test_an_extension_that_has_run_out_is_overdue_since_the_day_after_it(add):
    """EL-11: the duty's day is that of the extension, not of the term."""
    add("甲工会", start="2021-03-02", years=5, chair="李建平", state="extended", until="2026-08-31")
    [duty] = due(TODAY)
    assert (duty.date, duty.urgency) == (date(2026, 9, 1), Urgency.RED)


def test_a_term_known_to_the_month_is_overdue_after_its_last_day(add):
    """EL-10."""
    add("甲工会", start="2021-10", years=5, chair="李建平")
    assert due(date(2026, 10, 31))[0].urgency is Urgency.AMBER
    [duty] = due(date(2026, 11, 1))
    assert (duty.date, duty.urgency, duty.note) == (date(2026, 11, 1), Urgency.RED, "最早 2026-10 届满")


def test_of_several_vacant_chairs_the_nearest_deadline_is_named(add, change):
    """EL-30."""
    for name, nature, left in (("甲工会", "机关", date(2026, 8, 1)), ("乙工会", "非公企业", date(2026, 10, 1))):
        change(add(name, nature=nature, start="2024-05-01", years=5, chair="李建平"), left, chair=None)
    [duty] = due(TODAY)
    assert duty.text == "乙工会等 2 家主席空缺"
    assert duty.note == "最早应在 2026-12-30 前补选"


def test_other_days_for_filling_a_chair_are_the_offices(add, change, put):
    """EL-30."""
    key = add("甲工会", nature="机关", start="2024-05-01", years=5, chair="李建平")
    change(key, date(2026, 10, 1), chair=None)
    put(VACANCY_DAYS, "90")
    assert due(TODAY)[0].date == date(2026, 12, 30)


def test_another_line_for_founding_is_the_offices(add, put):
    """ORG-02."""
    add("甲公司工会", form="none", members=30)
    put(UNION_NEEDED_FROM, "40")
    assert due(TODAY) == []
    put(UNION_NEEDED_FROM, "30")
    assert due(TODAY)[0].note == "会员 30 人以上还没有委员会"


def test_all_duties_stand_in_their_order(add, change):
    add("甲工会", start="2021-03-02", years=5, chair="李建平")
    add("乙工会", start="2021-12-01", years=5, chair="王秀英")
    add("丙工会", start="2024-05-01", years=5)
    add("丁公司工会", form="none", members=30)
    assert [duty.chip for duty in due(TODAY)] == ["overdue", "due60", "vacant", "unbuilt"]


@pytest.mark.parametrize("duty_chip", ["overdue", "due60", "vacant", "unbuilt"])
def test_a_duty_counts_the_records_it_opens(book, duty_chip):
    demo(book, 60, 3000, 1, today=TODAY)
    [duty] = [duty for duty in due(TODAY) if duty.chip == duty_chip]
    count = open_register(TODAY).count(duty.chip, as_of=TODAY)
    assert str(count) in duty.deed
    assert (f"等 {count} 家" in duty.text) is (count > 1)
