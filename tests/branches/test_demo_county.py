"""The parts of the demo county: units, codes, people and shares."""

import random
from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.codes import credit_code_problems, id_birth, id_number_problems
from xunion_desktop.branches.demo_county import REGION, County, shares, words


@pytest.fixture
def county():
    return County(random.Random(1))


def test_units_come_by_townships_in_turn(county):
    places = [county.unit().township for _ in range(15)]
    assert places == words()["townships"]


def test_no_two_of_many_units_are_called_the_same(county):
    names = [county.unit().name for _ in range(15 * 22 * 32)]
    assert len(set(names)) == len(names)


def test_a_unit_has_the_words_of_its_kind(county):
    kinds = {tuple(kind) for kind in words()["units"]}
    for _ in range(60):
        unit = county.unit()
        assert any(unit.name.endswith(name) and (unit.nature, unit.industry) == (nature, trade)
                   for name, nature, trade in kinds)  # fmt: skip


def test_codes_are_those_of_grassroots_unions_of_the_county(county):
    """ORG-45."""
    codes = [county.code() for _ in range(300)]
    assert all(code.startswith(f"81{REGION}") for code in codes)
    assert not [code for code in codes if credit_code_problems(code, new=True)]


def test_people_are_of_working_age(county):
    """ORG-46."""
    for _ in range(200):
        person = county.person(TODAY)
        born = id_birth(person["id_number"])
        assert date(1967, 1, 1) <= born <= date(2001, 12, 31)
        assert person["birth"] == born.isoformat()
        assert not id_number_problems(person["id_number"], TODAY)


def test_a_woman_can_be_asked_for(county):
    assert {county.person(TODAY, woman=True)["sex"] for _ in range(20)} == {"女"}
    assert {county.person(TODAY, woman=False)["sex"] for _ in range(20)} == {"男"}


@pytest.mark.parametrize(("total", "parts"), [(0, 3), (2, 5), (7000, 120), (1, 1)])
def test_shares_are_just_the_total_and_none_is_negative(total, parts):
    split = shares(total, parts, random.Random(1))
    assert (sum(split), len(split)) == (total, parts)
    assert min(split) >= 0


def test_nothing_is_shared_among_nobody():
    assert shares(100, 0, random.Random(1)) == []
