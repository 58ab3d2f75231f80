"""Every figure can be proved: its value is the number of its records, or their members."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.figures import FIGURES, members
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.office.records import DatedValue
from xunion_desktop.office.values import DUE_SOON_DAYS

BY_ID = {figure.id.removeprefix("branches."): figure for figure in FIGURES}


def test_the_five_figures_of_the_first_page(book):
    labels = [figure.label(TODAY) for figure in FIGURES]
    assert labels == ["基层工会", "会员", "任期届满", "60 日内到期", "主席空缺"]


@pytest.mark.parametrize("figure_id", ["unions", "overdue", "due60", "vacant"])
def test_a_figure_counts_the_records_it_opens(book, figure_id):
    demo(book, 40, 2000, 1, today=TODAY)
    figure = BY_ID[figure_id]
    assert figure.value(TODAY) == len(figure.keys(TODAY)) > 0
    if figure.chip:
        assert figure.keys(TODAY) == open_register(TODAY).keys(figure.chip, as_of=TODAY)


def test_members_are_those_of_the_unions_that_exist(add):
    add("甲工会", staff=50, members=40, members_women=10)
    add("乙工会", staff=20, members=20)
    add("丙工会", staff=9, members=9, state="merged")
    assert members(TODAY) == 60
    assert BY_ID["members"].note(TODAY) == "其中女会员 10"
    assert len(BY_ID["members"].keys(TODAY)) == 2


def test_a_figure_of_an_earlier_day_is_as_it_was(add, change):
    key = add(members=40)
    change(key, members=50)
    assert (members(date(2026, 11, 22)), members(TODAY)) == (40, 50)


def test_a_union_founded_later_did_not_exist(add):
    add(founded="2025-06")
    assert BY_ID["unions"].value(date(2025, 5, 31)) == 0
    assert BY_ID["unions"].value(TODAY) == 1


def test_a_union_founded_later_had_no_chair_to_miss(add):
    """As of a day before it was founded, its chair is not vacant (EL-30)."""
    add(founded="2025-06")
    assert BY_ID["vacant"].value(date(2025, 5, 31)) == 0
    assert BY_ID["vacant"].value(TODAY) == 1


def test_a_unit_without_a_union_is_no_union(add):
    add("甲公司工会", form="none", members=30)
    add("乙联合工会", form="joint")
    assert BY_ID["unions"].value(TODAY) == 1
    assert BY_ID["unions"].note(TODAY) == "独立 0 · 联合 1"


def test_figures_of_an_empty_book_are_nought(book):
    assert [figure.value(TODAY) for figure in FIGURES] == [0, 0, 0, 0, 0]
    assert all(figure.explain(TODAY).endswith("。") for figure in FIGURES)
    assert [figure.tone(0) for figure in FIGURES] == ["plain", "plain", "green", "plain", "plain"]


def test_where_no_days_are_set_the_figure_says_so(add, put):
    add(start="2021-12-01", years=5)
    put(DUE_SOON_DAYS, None)
    figure = BY_ID["due60"]
    assert (figure.label(TODAY), figure.value(TODAY), figure.keys(TODAY)) == ("到期天数未设置", 0, [])
    assert figure.explain(TODAY) == "“换届到期提前天数”未设置，数不出来。到“设置 → 年度数值”里填上。"
    assert BY_ID["overdue"].note(TODAY) == "到期天数未设置"


def test_the_name_of_the_figure_is_that_of_the_filter_on_every_day(book, add):
    """The days are dated: until June another number held."""
    with book.deed("年度数值") as deed:
        deed.save(DatedValue(name=DUE_SOON_DAYS, value="30", valid_from="2020-01", valid_to="2026-06"))
        now = DatedValue.get((DatedValue.name == DUE_SOON_DAYS) & (DatedValue.value == "60"))
        now.valid_from = "2026-07"
        deed.save(now)
    for day, words in ((date(2026, 6, 30), "30 日内到期"), (TODAY, "60 日内到期")):
        assert BY_ID["due60"].label(day) == open_register(day).chip("due60").label == words


def test_a_figure_is_explained_with_its_day(book):
    assert "2026-11-23" in BY_ID["vacant"].explain(TODAY)
    assert "60 天内" in BY_ID["due60"].explain(TODAY)


def test_the_note_under_the_overdue_counts_those_soon_due(add):
    add("甲工会", start="2021-12-01", years=5)
    assert BY_ID["overdue"].note(TODAY) == "60 日内到期 1 家"


@pytest.mark.parametrize(("figure_id", "some"), [("overdue", "red"), ("due60", "amber"), ("vacant", "amber")])
def test_a_figure_that_is_not_nought_has_its_colour(figure_id, some):
    assert BY_ID[figure_id].tone(3) == some


def test_joint_unions_are_told_beside_the_single_ones(add):
    add("甲工会")
    add("乙联合工会", form="joint")
    add("丙联合工会", form="joint", state="dissolved")
    assert BY_ID["unions"].note(TODAY) == "独立 1 · 联合 1"
