"""What the office sets in 年度数值 holds; where nothing is set, the law's own number does, and no custom is guessed."""

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.branches import limits
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.office import values
from xunion_desktop.office.records import DatedValue


def vacancy(as_of):
    return limits.vacancy_days(as_of, enterprise=False)


def enterprise_vacancy(as_of):
    return limits.vacancy_days(as_of, enterprise=True)


OF_THE_LAW = (
    limits.women_from,
    limits.build_from,
    limits.extension_days,
    vacancy,
    enterprise_vacancy,
    limits.term_years,
)


@pytest.fixture
def unset(book):
    with book.deed("都不设") as deed:
        deed.update_where(DatedValue, {"value": None}, DatedValue.value.is_null(False))


def test_where_nothing_is_set_the_law_holds(unset):
    """EL-08, ORG-02, EL-11, EL-30, EL-10."""
    assert [limit(TODAY) for limit in OF_THE_LAW] == [10, 25, 183, 183, 90, (3, 5)]


def test_where_nothing_is_set_no_custom_is_guessed(unset):
    assert (limits.soon_days(TODAY), limits.reply_days(TODAY)) == (None, None)
    assert limits.reminder_steps(TODAY) == ()
    assert not limits.odd_committee(TODAY)


def test_the_first_filling_is_the_law_and_the_programs_suggestions(book):
    assert [limit(TODAY) for limit in OF_THE_LAW] == [10, 25, 183, 183, 90, (3, 5)]
    assert (limits.soon_days(TODAY), limits.reply_days(TODAY)) == (60, 15)
    assert limits.odd_committee(TODAY)
    assert limits.reminder_steps(TODAY) == (180, 90, 30, 0)


def test_the_filter_asks_and_is_named_by_the_days_the_office_set(put, add):
    add(start="2022-02-01", years=5)
    assert open_register(TODAY).count("due60", as_of=TODAY) == 0
    put(values.DUE_SOON_DAYS, "90")
    assert open_register(TODAY).chip("due60").label == "90 日内到期"
    assert open_register(TODAY).count("due60", as_of=TODAY) == 1


def test_the_lines_for_committees_are_the_offices(put, add):
    """EL-08, ORG-02."""
    add("甲工会", members=50, members_women=12, women_committee=False)
    add("乙公司工会", form="none", members=30)
    put(values.WOMEN_COMMITTEE_FROM, "15")
    put(values.UNION_NEEDED_FROM, "40")
    counts = open_register(TODAY).counts(as_of=TODAY)
    assert (counts["women"], counts["unbuilt"]) == (0, 0)


@pytest.mark.parametrize("text", ["9999999", "1000000000000", "九十", "-5", "1e3"])
def test_a_stored_number_that_cannot_be_leaves_the_register_usable(put, add, text):
    """EL-13: it counts as 未设置; the line of members falls back to the law."""
    add(start="2022-02-01", years=5)
    put(values.DUE_SOON_DAYS, text)
    put(values.UNION_NEEDED_FROM, text)
    register = open_register(TODAY)
    assert (register.chip("due60").label, register.count("due60", as_of=TODAY)) == ("到期天数未设置", 0)
    assert limits.build_from(TODAY) == 25
