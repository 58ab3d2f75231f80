"""The demo county is fictional, whole, valid, and the same for the same seed."""

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.codes import credit_code_problems, id_number_problems, id_sex, phone_problems
from xunion_desktop.branches.demo import DemoCounty, demo
from xunion_desktop.branches.demo_county import id_check, words
from xunion_desktop.branches.figures import members
from xunion_desktop.branches.records.branch import Branch, Employer
from xunion_desktop.branches.records.course import Headcount, StateChange, Term
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.people.records import Person


@pytest.fixture
def county(book):
    demo(book, 120, 7000, 1, today=TODAY)


def test_as_many_unions_and_members_as_were_asked_for(county):
    assert Branch.alive().count() == 120
    assert members(TODAY) == 7000


def test_every_filter_has_something_to_show_even_in_a_small_county(book):
    demo(book, 60, 4000, 1, today=TODAY)
    assert all(open_register(TODAY).counts(as_of=TODAY).values())
    assert {change.state for change in StateChange.alive()} == {"extended", "preparing", "merged", "dissolved"}


def test_the_same_seed_makes_the_same_county():
    def made(seed):
        county = DemoCounty(seed, TODAY)
        county.build(40, 2000)
        rows = [row for rows in county.rows.values() for row in rows]
        return [{name: row[name] for name in row if name not in {"id", "branch", "holder", "employer"}} for row in rows]

    assert made(7) == made(7)
    assert made(7) != made(8)


def test_all_names_are_fictional_and_unlike(county):
    """PL-05."""
    names = [branch.name for branch in Branch.alive()]
    assert all("示例" in name for name in names)
    assert len(set(names)) == len(names)


def test_codes_ids_and_phones_are_valid_and_unlike(county):
    """ORG-45, ORG-46."""
    codes = [branch.code for branch in Branch.alive() if branch.code]
    people = list(Person.alive())
    assert [code for code in codes if credit_code_problems(code, new=True)] == []
    assert [person.id_number for person in people if id_number_problems(person.id_number, TODAY)] == []
    assert all(id_sex(person.id_number) == person.sex and not phone_problems(person.phone) for person in people)
    assert len(set(codes)) == len(codes)
    assert len({person.id_number for person in people}) == len(people)


@pytest.mark.parametrize("number", ["141123198001010015", "141123197512310023", "14112319900615002X"])
def test_the_check_of_an_id_number_is_the_national_one(number):
    """ORG-46."""
    assert id_check(number[:17]) == number[17]


def test_the_records_have_no_faults(county):
    for record in (Headcount, Term, Employer, StateChange):
        assert [row for row in record.alive() for problem in row.problems(TODAY) if problem.level == "error"] == []


def test_some_names_have_rare_characters(county):
    rare = set(words()["rare"])
    assert any(person.name[1:] in rare for person in Person.alive())


def test_all_fifteen_townships_have_unions(county):
    assert {branch.township for branch in Branch.alive()} == set(words()["townships"])
    assert len(words()["townships"]) == 15


def test_the_demo_is_one_deed(book, county):
    assert book.undo().done
    assert Branch.alive().count() == 0
