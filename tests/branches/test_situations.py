"""Where unions stand on a day, in plain values."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.branches.records import facts, situations
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import StateChange
from xunion_desktop.branches.rules import State


def one(key, day=TODAY):
    [found] = situations.situations([key], day)
    return found


def test_a_union_of_which_nothing_is_known_is_normal_and_has_no_due_day(add):
    row = one(add())
    assert (row.start, row.due, row.effective_due, row.state, row.members) == (None, None, None, State.NORMAL, None)


def test_the_values_are_those_of_the_day(add, change):
    key = add(start="2021-09", years=5, number=4, members=80)
    change(key, members=87, start="2026-10-09")
    before, now = one(key, date(2026, 10, 8)), one(key)
    assert (before.number, before.end, before.due, before.members) == (4, PartialDate(2026, 9), date(2026, 10, 1), 80)
    assert (now.number, now.start, now.members) == (5, PartialDate(2026, 10, 9), 87)


@pytest.mark.parametrize(
    ("values", "due"),
    [
        ({}, date(2026, 9, 1)),
        ({"state": "extended", "until": "2026-12-31"}, date(2027, 1, 1)),
        ({"state": "extended", "until": "2026-03-01"}, date(2026, 9, 1)),  # an extension never shortens a term
        ({"state": "merged"}, None),
        ({"state": "preparing"}, date(2026, 9, 1)),
    ],
)
def test_the_effective_due_day_regards_the_state(add, values, due):
    """EL-10, EL-11."""
    assert one(add(start="2021-09-01", years=5, **values)).effective_due == due


@pytest.mark.parametrize(
    ("nature", "enterprise"),
    [
        ("国有企业", True),
        ("集体企业", True),
        ("非公企业", True),
        ("外资企业", True),
        ("事业单位", False),
        (None, False),
    ],
)
def test_the_rules_of_enterprises_hold_for_every_word_that_says_enterprise(add, nature, enterprise):
    """EL-30; 外资企业 is a word that the office added to its list."""
    assert one(add(nature=nature)).enterprise is enterprise


def test_the_order_of_the_keys_is_kept_over_many_chunks(add, monkeypatch):
    monkeypatch.setattr(situations, "CHUNK", 2)
    keys = [add(f"{name}工会") for name in "甲乙丙丁戊"]
    assert [row.key for row in situations.situations(keys[::-1], TODAY)] == keys[::-1]
    assert situations.situations(["gone"], TODAY) == []


def waiting(day=TODAY):
    return situations.waiting(Branch.id.is_null(False), day)


def test_of_those_that_wait_the_one_that_was_due_first_is_told(add):
    add("甲工会", chair="李建平")
    add("乙工会", start="2022-09-01", years=5)
    add("丙工会", start="2021-09-01", years=5)
    assert (waiting().count, waiting().first.name) == (3, "丙工会")


def test_of_those_without_a_term_the_first_name_is_told(add):
    add("乙工会")
    add("甲工会")
    assert waiting().first.name == "乙工会"


def test_an_extension_puts_a_union_back(add, book):
    """EL-11."""
    late = add("甲工会", start="2021-09-01", years=5)
    add("乙工会", start="2021-10-01", years=5)
    with book.deed("延期") as deed:
        deed.save(StateChange(branch=late, since="2026-08-01", state="extended", until="2026-12-31"))
    assert waiting().first.name == "乙工会"


def test_nobody_waits_under_a_condition_that_none_meets(add):
    add("甲工会")
    assert situations.waiting(Branch.id.is_null(), TODAY) is None


def test_keys_of_a_condition_come_by_name(add):
    second, first = add("乙工会"), add("丙工会")
    assert situations.keys_where(facts.exists(TODAY)) == [first, second]  # bǐng before yǐ


def test_a_chair_is_vacant_since_the_last_one_left(add, change):
    """EL-30."""
    key = add(chair="李建平")
    change(key, date(2025, 3, 1), chair="王秀英")
    change(key, date(2026, 10, 1), chair=None)
    assert situations.vacant_since(Branch.id == key, TODAY) == [(PartialDate(2026, 10, 1), False)]
    assert situations.vacant_since(Branch.id == key, date(2026, 9, 30)) == [(PartialDate(2025, 3, 1), False)]
