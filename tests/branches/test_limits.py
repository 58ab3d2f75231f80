"""What the office sets in 年度数值 holds; where nothing is set, the law's own number does."""

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.branches import limits
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.office import values
from xunion_desktop.office.filling import fill
from xunion_desktop.office.records import DatedValue


def vacancy(as_of):
    return limits.vacancy_days(as_of, enterprise=False)


def enterprise_vacancy(as_of):
    return limits.vacancy_days(as_of, enterprise=True)


ALL = (
    limits.soon_days,
    limits.women_from,
    limits.build_from,
    limits.extension_days,
    limits.reply_days,
    vacancy,
    enterprise_vacancy,
)


@pytest.fixture
def put(book):
    def put(name, value):
        with book.deed("年度数值") as deed:
            deed.save(DatedValue(name=name, value=value))

    return put


def test_nothing_set_is_the_law(book):
    assert [limit(TODAY) for limit in ALL] == [60, 10, 25, 183, 15, 183, 90]
    assert limits.reminder_steps(TODAY) == (180, 90, 30, 0)


def test_the_first_filling_says_the_same(book):
    fill(book)
    assert [limit(TODAY) for limit in ALL] == [60, 10, 25, 183, 15, 183, 90]
    assert limits.reminder_steps(TODAY) == (180, 90, 30, 0)


def test_the_filter_asks_and_is_named_by_the_days_the_office_set(put, add):
    add(start="2022-02-01", years=5)
    assert open_register().count("due60", as_of=TODAY) == 0
    put(values.DUE_SOON_DAYS, "90")
    assert open_register().chip("due60").label == "90 日内到期"
    assert open_register().count("due60", as_of=TODAY) == 1


def test_the_lines_for_committees_are_the_offices(put, add):
    """EL-08, ORG-02."""
    add("甲工会", members=50, members_women=12, women_committee=False)
    add("乙公司工会", form="none", members=30)
    put(values.WOMEN_COMMITTEE_FROM, "15")
    put(values.UNION_NEEDED_FROM, "40")
    counts = open_register().counts(as_of=TODAY)
    assert (counts["women"], counts["unbuilt"]) == (0, 0)
