"""What is due today: one sentence with its rule and its next paper."""

from datetime import date

from tests.branches.conftest import TODAY
from xunion_desktop.basics.duty import Urgency
from xunion_desktop.branches.duties import due
from xunion_desktop.branches.records.situations import vacant_since


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
    assert vacant_since([key], TODAY) == {}


def test_units_that_ought_to_found_a_union_are_a_duty(add):
    """ORG-02."""
    add("甲公司工会", form="none", members=30)
    [duty] = due(TODAY)
    assert (duty.text, duty.rule) == ("甲公司工会应当建立工会委员会", "工会法第十一条")
