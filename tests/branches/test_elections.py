"""Elections: the next term is written, and an extension that was granted for the old one is over."""

from datetime import date

import pytest

from xunion_desktop.branches.records.course import StateChange, Term, running_term
from xunion_desktop.branches.records.elections import back_to_normal, following, newest_term, next_term, save_term


@pytest.fixture
def elect(book):
    """Register an election as the page does."""

    def elect(key, **values):
        with book.deed("选举后登记新一届") as deed:
            save_term(deed, next_term(key), values)

    return elect


def states(key):
    return [(row.state, row.since) for row in StateChange.alive().where(StateChange.branch == key).order_by("since")]


def test_the_next_term_has_the_next_number_and_as_many_years(add):
    key = add(start="2021-09-01", years=3, number=4)
    assert (next_term(key).number, next_term(key).years) == (5, 3)


def test_of_a_union_without_a_term_nothing_is_known_but_that_five_years_are_usual(add):
    assert (next_term(add()).number, next_term(add("乙工会")).years) == (None, 5)
    assert following(Term(number=None, years=None)) == {"number": None, "years": 5}


def test_the_newest_term_is_that_which_began_last(add, elect):
    key = add(start="2021-09-01", years=5, number=4)
    elect(key, start="2026-09-02")
    assert newest_term(key).start == "2026-09-02"


def test_a_term_without_a_start_is_never_the_newest(book, add):
    key = add(start="2021-09-01", years=5)
    with book.deed("届次") as deed:
        deed.save(Term(branch=key, number=9))
    assert newest_term(key).start == "2021-09-01"


def test_the_running_term_is_that_of_the_day(add, elect):
    key = add(start="2021-09-01", years=5)
    elect(key, start="2026-09-02")
    assert running_term(key, "2026-09-01").start == "2021-09-01"
    assert running_term(key, "2026-09-02").start == "2026-09-02"
    assert running_term(key, "2021-08-31") is None


def test_an_election_after_an_extension_was_granted_ends_it(add, elect):
    """EL-11."""
    key = add(start="2021-09-01", years=5, day=date(2026, 8, 1), state="extended", until="2026-12-31")
    elect(key, start="2026-11-20")
    assert states(key) == [("extended", "2026-08-01"), ("normal", "2026-11-20")]


def test_an_election_before_the_extension_was_granted_leaves_it(add, elect):
    key = add(start="2021-09-01", years=5, day=date(2026, 8, 1), state="extended", until="2026-12-31")
    elect(key, start="2026-07-01")
    assert states(key) == [("extended", "2026-08-01")]


@pytest.mark.parametrize("state", ["merged", "dissolved", "preparing", "normal"])
def test_no_other_state_is_ended_by_an_election(add, state):
    key = add(start="2021-09-01", years=5, state=state)
    assert back_to_normal(key, "2026-11-20") is None


def test_a_term_without_a_start_ends_nothing(add):
    key = add(start="2021-09-01", years=5, state="extended", until="2026-12-31")
    assert back_to_normal(key, None) is None
