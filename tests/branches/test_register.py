"""The filters and columns of the register say the same as the rules do."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.branches.rules import State


def found(chip, as_of=TODAY, text=""):
    register = open_register(TODAY)
    return [row.name for row in register.rows(register.keys(chip, text, as_of=as_of), as_of)]


def state(book, as_of=TODAY):
    register = open_register(TODAY)
    [row] = register.rows(register.keys(as_of=as_of), as_of)
    return row.state


def test_the_filters_stand_in_the_order_of_the_page(book):
    labels = [chip.label for chip in open_register(TODAY).chips]
    assert labels == ["全部", "任期届满", "60 日内到期", "主席空缺", "未建女工委", "应建未建"]


@pytest.mark.parametrize(
    ("start", "years", "day", "overdue"),
    [
        ("2021-11-23", 5, "2026-11-22", False),
        ("2021-11-23", 5, "2026-11-23", True),  # the anniversary
        ("2021-06", 5, "2026-06-30", False),
        ("2021-06", 5, "2026-07-01", True),  # after the last day it may mean
        ("2020-02-29", 3, "2023-02-28", True),
    ],
)
def test_a_union_is_overdue_from_the_anniversary_on(add, start, years, day, overdue):
    """EL-10."""
    add(start=start, years=years)
    assert bool(found("overdue", date.fromisoformat(day))) is overdue


@pytest.mark.parametrize("gone", [State.MERGED, State.DISSOLVED])
def test_a_union_that_is_gone_is_never_overdue(add, gone, book):
    add(start="2018-06-20", years=3, state=gone.value)
    assert found("overdue") == []
    assert found("vacant") == []
    assert state(book) in {"已并入", "撤销"}


def test_a_running_extension_is_not_overdue_but_an_expired_one_is(add, book):
    """EL-11."""
    add(start="2021-09-01", years=5, state="extended", until="2026-12-31")
    assert found("overdue", date(2026, 12, 31)) == []
    assert found("overdue", date(2027, 1, 1)) == ["示例煤业有限公司工会委员会"]
    assert (state(book), state(book, date(2027, 1, 1))) == ("延期", "届满")


def test_before_it_was_granted_an_extension_excused_nothing(add):
    add(start="2021-09-01", years=5, day=date(2026, 10, 8), state="extended", until="2026-12-31")
    assert found("overdue", date(2026, 10, 7)) != []


def test_an_election_ends_the_overdue_term_and_the_extension(add, change, book):
    key = add(start="2021-09-01", years=5, state="extended", until="2026-12-31")
    change(key, start="2026-11-20", years=5)
    assert found("overdue", date(2027, 1, 1)) == []
    assert state(book) == "正常"


@pytest.mark.parametrize(("start", "soon"), [("2021-11-24", True), ("2022-01-23", True), ("2022-01-24", False)])
def test_a_term_that_runs_out_within_sixty_days_is_due_soon(add, start, soon):
    add(start=start, years=5)
    assert bool(found("due60")) is soon
    assert found("overdue") == []


def test_an_extension_that_runs_out_soon_is_due_soon(add):
    add(start="2021-09-01", years=5, state="extended", until="2026-12-31")
    assert found("due60") != []


def test_a_union_whose_chair_left_is_vacant(add, change):
    """EL-30."""
    key = add(chair="李建平")
    assert found("vacant") == []
    change(key, chair=None)
    assert found("vacant") == ["示例煤业有限公司工会委员会"]
    assert found("vacant", date(2026, 11, 22)) == []


@pytest.mark.parametrize("values", [{"state": "preparing"}, {"form": "none"}, {"form": "organiser"}])
def test_where_no_committee_is_no_chair_is_missing(add, values):
    add(**values)
    assert found("vacant") == []


@pytest.mark.parametrize(
    ("women", "committee", "missing"), [(10, False, True), (9, False, False), (10, True, False), (10, None, False)]
)
def test_a_womens_committee_is_missing_only_where_it_is_known_to_be(add, women, committee, missing):
    """EL-08."""
    add(members=50, members_women=women, women_committee=committee)
    assert bool(found("women")) is missing


@pytest.mark.parametrize(
    ("form", "members", "unbuilt"),
    [("none", 25, True), ("none", 24, False), ("organiser", 25, True), ("single", 25, False)],
)
def test_from_25_members_on_a_unit_without_committee_is_listed(add, form, members, unbuilt):
    """ORG-02."""
    add(form=form, members=members)
    assert bool(found("unbuilt")) is unbuilt


@pytest.mark.parametrize("text", ["示例", "slmy", "shilimeiye", "81141123MC0123450J", "李建平", "ljp", "13900001111"])
def test_a_union_is_found_by_name_pinyin_code_and_chair(add, text):
    add(code="81141123MC0123450J", chair="李建平", chair_phone="13900001111")
    assert found("all", text=text) != []


@pytest.mark.parametrize("text", ["139", "00001111", "1390000111", "９０００"])
def test_it_is_not_found_by_a_part_of_the_chairs_phone(add, text):
    """SV-41: what is masked is not guessed digit by digit."""
    add(chair="李建平", chair_phone="13900001111")
    assert found("all", text=text) == []


def test_a_union_is_not_found_by_a_chair_who_left(add, change):
    key = add(chair="李建平")
    change(key, chair="王秀英")
    assert found("all", text="李建平") == []
    assert found("all", text="王秀英") != []


def test_a_row_shows_what_holds_on_the_day(add, change):
    key = add(chair="李建平", members=80, staff=90, start="2021-09-01", years=5, number=4)
    change(key, members=87)
    register = open_register(TODAY)
    [now], [then] = register.rows([key], TODAY), register.rows([key], date(2026, 11, 22))
    assert (now.chair, now.members, now.end, now.state) == ("李建平", 87, "2026-08-31", "届满")
    assert (then.members, then.staff) == (80, 90)


def test_the_counts_of_the_filters_are_the_lengths_of_their_lists(add):
    add("甲工会", start="2020-01-01", years=3, members_women=30, women_committee=False)
    add("乙工会", start="2024-01-01", years=3, chair="李建平")
    register = open_register(TODAY)
    counts = register.counts(as_of=TODAY)
    assert counts == {chip.id: len(register.keys(chip.id, as_of=TODAY)) for chip in register.chips}
    assert counts == {"all": 2, "overdue": 1, "due60": 1, "vacant": 1, "women": 1, "unbuilt": 0}


def test_unions_can_be_sorted_by_every_column_that_is_shown(add):
    add("甲工会", members=5)
    add("乙工会", members=50)
    register = open_register(TODAY)
    for column in register.columns:
        if column.sql:
            assert len(register.keys(order=((column.name, True),), as_of=TODAY)) == 2
    by_members = register.rows(register.keys(order=(("members", True),), as_of=TODAY), TODAY)
    assert [row.members for row in by_members] == [50, 5]


def test_the_word_overdue_stands_just_where_the_filter_finds_it(book):
    """The word is looked up row by row, the filter over all: both by EL-10 and EL-11."""
    demo(book, 200, 4000, 3, today=TODAY)
    register = open_register(TODAY)
    rows = register.rows(register.keys(as_of=TODAY), TODAY)
    assert [row.id for row in rows if row.state == "届满"] == register.keys("overdue", as_of=TODAY)


def in_order(name):
    register = open_register(TODAY)
    rows = register.rows(register.keys(order=((name, False),), as_of=TODAY), TODAY)
    return [getattr(row, name) for row in rows]


def test_chairs_stand_in_the_order_of_pinyin(add):
    """仇 is read Qiú as a surname; code points would put it first."""
    for number, chair in enumerate(("张三", "仇建国", "白云峰", "冯秀兰")):
        add(f"示例{number}工会", chair=chair)
    assert in_order("chair") == ["白云峰", "冯秀兰", "仇建国", "张三"]


def test_townships_stand_in_the_order_of_pinyin(add):
    for number, township in enumerate(("魏家滩镇", "罗峪口镇", "蔡家崖乡", None, "不在表里的乡")):
        add(f"示例{number}工会", township=township)
    assert in_order("township") == [None, "蔡家崖乡", "罗峪口镇", "魏家滩镇", "不在表里的乡"]
