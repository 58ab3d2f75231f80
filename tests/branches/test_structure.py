"""What a union is and has is kept from a day on: an earlier day sees what was so then (design §3)."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.branches.figures import FIGURES
from xunion_desktop.branches.records.dossier import dossier
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.branches.records.structure import ORGANS, STRUCTURE, Structure

YESTERDAY = date(2026, 11, 22)
UNIONS = next(figure for figure in FIGURES if figure.id == "branches.unions")


def count(chip, as_of=TODAY):
    return open_register(TODAY).count(chip, as_of=as_of)


def row(key, as_of=TODAY):
    [found] = open_register(TODAY).rows([key], as_of)
    return found


def test_a_womens_committee_that_was_founded_was_missing_before(add, change):
    """EL-08: the filter of an earlier day does not show today's value."""
    key = add(members=50, members_women=20, women_committee=False)
    change(key, women_committee=True)
    assert (count("women", YESTERDAY), count("women")) == (1, 0)


def test_a_womens_committee_that_was_given_up_was_there_before(add, change):
    key = add(members=50, members_women=20, women_committee=True)
    change(key, women_committee=False)
    assert (count("women", YESTERDAY), count("women")) == (0, 1)


def test_a_unit_that_founded_its_union_had_none_before(add, change):
    """ORG-02."""
    key = add(form="none", members=30)
    change(key, form="single")
    assert (count("unbuilt", YESTERDAY), count("unbuilt")) == (1, 0)
    assert (UNIONS.value(YESTERDAY), UNIONS.value(TODAY)) == (0, 1)
    assert (row(key, YESTERDAY).state, row(key).state) == ("未建会", "正常")


def test_a_chair_is_missed_only_from_the_founding_on(add, change):
    """EL-30: an organiser has no chair to miss."""
    key = add(form="organiser", members=12)
    change(key, form="single")
    assert (count("vacant", YESTERDAY), count("vacant")) == (0, 1)


def test_joint_unions_are_counted_as_of_the_day(add, change):
    key = add()
    change(key, form="joint")
    assert (UNIONS.note(YESTERDAY), UNIONS.note(TODAY)) == ("独立 1 · 联合 0", "独立 0 · 联合 1")


@pytest.mark.parametrize("organ", ORGANS)
def test_every_organ_is_shown_as_of_the_day(add, change, organ):
    """EL-09."""
    key = add(**{organ: False})
    change(key, **{organ: True})
    assert [getattr(row(key, day), organ) for day in (YESTERDAY, TODAY)] == [0, 1]
    assert [dossier(key, day)[organ] for day in (YESTERDAY, TODAY)] == [False, True]


def test_what_was_known_first_holds_from_nobody_knows_when(add):
    """As a chair of the ledger does: nobody wrote down since when."""
    key = add(form="joint", congress=True)
    [structure] = Structure.alive()
    assert structure.since is None
    assert (row(key, date(2020, 1, 1)).form, row(key, date(2020, 1, 1)).congress) == ("joint", True)


def test_a_change_of_one_organ_leaves_the_others(add, change):
    key = add(form="joint", women_committee=True, contract=False)
    change(key, openness=True)
    values = dossier(key, TODAY)
    assert [values[name] for name in STRUCTURE] == ["joint", True, None, None, True, False]


def test_two_changes_of_one_day_are_one_row(add, change):
    key = add()
    change(key, women_committee=False)
    change(key, women_committee=True)
    assert [structure.since for structure in Structure.alive().order_by(Structure.id)] == [None, "2026-11-23"]


def test_what_holds_only_from_tomorrow_does_not_hold_today(add, change):
    key = add(members=50, members_women=20, women_committee=False)
    change(key, date(2026, 11, 24), women_committee=True)
    assert count("women") == 1
    assert count("women", date(2026, 11, 24)) == 0


def test_a_union_of_which_no_structure_is_written_is_a_single_one(book, add):
    key = add()
    with book.deed("删除") as deed:
        deed.delete(Structure.get())
    assert row(key).form == "single"
    assert dossier(key, TODAY)["form"] == "single"
    assert UNIONS.value(TODAY) == 1


def test_the_register_shows_the_words_of_type_and_organs(add):
    register = open_register(TODAY)
    found = row(add(form="joint", women_committee=True, audit_committee=False))
    texts = [register.column(name).text(found) for name in STRUCTURE]
    assert texts == ["联合基层工会", "是", "否", "", "", ""]


def test_a_structure_is_called_by_its_type_and_its_day(add, change):
    key = add(form="joint")
    change(key, congress=True)
    titles = [structure.title() for structure in Structure.alive().order_by(Structure.id)]
    assert titles == ["联合基层工会，一直", "联合基层工会，2026-11-23"]


def test_a_change_of_structure_is_undone(book, add, change):
    key = add(members=50, members_women=20, women_committee=False)
    change(key, women_committee=True)
    assert book.undo().done
    assert count("women") == 1
