"""Ballots: equal ones, counted exactly, in the given order, with marks where to cut (A1, EL-22, EL-26, EL-27)."""

import pytest

from xunion_desktop.basics.problems import Level, refuses
from xunion_desktop.paper.ballotdrawing import MARGIN
from xunion_desktop.paper.ballots import MARK, MOST_COPIES, ballot_problems
from xunion_desktop.paper.document import Document
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import BLACK, Glyphs, Line, Path
from xunion_desktop.paper.tabular import Ballot
from xunion_desktop.paper.typeset import typeset

MARKS = ("赞成", "不赞成", "弃权")
NAMES = ("马玉梅", "王　毅", "牛爱花", "冯秀兰")
PLACES = {"A4": 1, "A5": 2, "A6": 4}


def ballot(names=NAMES, seats=3, copies=2, **how):
    rules = ("说明：1.应选3名。", "2.同意的划“○”。")
    return Ballot("示例工会第六届委员会委员选票", tuple(names), seats, seats, copies, rules=rules, **how)


def words(page):
    return "".join(op.text for op in page.strokes() if isinstance(op, Glyphs))


def laid(fonts, made, paper="A4横"):
    return typeset(Document("ballot", "选票", (made,), paper), fonts)


def sheets(fonts, made, paper="A4横"):
    return laid(fonts, made, paper).pages


def titles(page):
    return [op for op in page.strokes() if isinstance(op, Glyphs) and op.text.startswith("示例工会")]


def heads(page):
    """Where the surnames stand, each as (x, surname)."""
    first = {name[0] for name in NAMES}
    return [(op.x, op.text) for op in page.strokes() if isinstance(op, Glyphs) and op.text in first]


def test_no_ballots_are_none():
    """How many are printed is never a guess."""
    assert [problem.sentence for problem in ballot_problems(ballot(copies=0))] == ["份数要写大于 0 的数字。"]


def test_a_name_that_is_too_long_is_the_cause_that_is_told(fonts):
    said = [problem.sentence for problem in laid(fonts, ballot(names=("欧" * 30,) * 1, size="A4")).problems]
    assert f"候选人“{'欧' * 30}”太长，格里放不下。" in said
    assert not any("放不下" in sentence and "格，" in sentence for sentence in said)


def test_more_than_the_largest_ballot_holds_asks_for_fewer(fonts):
    (problem,) = laid(fonts, ballot(names=[f"候选{n}" for n in range(400)], size="A4")).problems
    assert problem.remedy == "请减少候选人或者另选人的格。"


@pytest.mark.parametrize("size", PLACES)
@pytest.mark.parametrize("copies", [1, 2, 3, 4, 9])
def test_exactly_as_many_are_printed_as_are_counted(fonts, size, copies):
    assert sum(len(titles(page)) for page in sheets(fonts, ballot(copies=copies, size=size))) == copies


@pytest.mark.parametrize(("size", "places"), PLACES.items())
def test_a_sheet_holds_its_number(fonts, size, places):
    assert len(titles(sheets(fonts, ballot(copies=20, size=size))[0])) == places


def test_all_ballots_are_alike(fonts):
    """EL-27: nothing tells one ballot from the next."""
    first, *others = sheets(fonts, ballot(copies=10))
    assert all(page.ops == first.ops for page in others)


def test_no_number_stands_on_a_ballot(fonts):
    digits = [op.text for op in sheets(fonts, ballot(copies=10))[4].strokes() if isinstance(op, Glyphs)]
    assert {char for text in digits for char in text if char.isdigit()} == {"1", "2", "3"}  # those of the rules


def test_a_ballot_is_black_whatever_its_paper(fonts):
    assert {op.colour for op in sheets(fonts, ballot())[0].strokes()} == {BLACK}


def test_the_candidates_stand_in_the_order_given(fonts):
    left = [name for x, name in sorted(heads(sheets(fonts, ballot())[0])) if x < 148.5]
    assert left == [name[0] for name in NAMES]


def test_two_of_a5_are_cut_in_the_middle(fonts):
    marks = [op for op in sheets(fonts, ballot())[0].strokes() if isinstance(op, Line)]
    assert sorted((op.x1, op.y1, op.x2, op.y2) for op in marks) == [
        (148.5, 0.0, 148.5, MARK),
        (148.5, 210 - MARK, 148.5, 210.0),
    ]


def test_two_of_a5_may_stand_one_over_the_other(fonts):
    page = sheets(fonts, ballot(), "A4")[0]
    assert {op.y1 for op in page.strokes() if isinstance(op, Line)} == {148.5}


def test_four_of_a6_have_a_cross_in_the_middle(fonts):
    marks = [op for op in sheets(fonts, ballot(size="A6", copies=4))[0].strokes() if isinstance(op, Line)]
    assert len(marks) == 6
    assert (148.5, 105.0) in {((op.x1 + op.x2) / 2, (op.y1 + op.y2) / 2) for op in marks}


def test_one_on_a_sheet_is_not_cut(fonts):
    assert not any(isinstance(op, Line) for op in sheets(fonts, ballot(size="A4"))[0].strokes())


@pytest.mark.parametrize("size", PLACES)
@pytest.mark.parametrize("marks", [(), MARKS])
def test_nothing_of_a_ballot_stands_at_the_cut(fonts, size, marks):
    page = sheets(fonts, ballot(size=size, marks=marks, copies=4))[0]
    cut = 148.5 if size != "A4" else 0
    for op in page.strokes():
        if isinstance(op, Glyphs):
            assert all(abs(x - cut) >= MARGIN - op.size / MM - 0.1 for x in op.xs)


def test_there_are_as_many_blanks_for_others_as_seats(fonts):
    text = words(sheets(fonts, ballot(marks=MARKS, copies=1))[0])
    assert text.count("另选他人") == 3


def test_the_columns_are_those_of_the_form(fonts):
    text = words(sheets(fonts, ballot(marks=MARKS, copies=1))[0])
    assert all(mark in text for mark in ("姓名", *MARKS))


@pytest.mark.parametrize("count", [1, 8, 15, 23])
def test_a_large_committee_goes_on_a5(fonts, count):
    names = [f"示例{'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅'[n]}" for n in range(count)]
    assert laid(fonts, ballot(names, max(1, count - 2))).problems == []


def test_too_many_for_the_size_are_refused(fonts):
    problems = laid(fonts, ballot([f"示{n}" for n in range(60)], 55, size="A6")).problems
    assert "放不下" in problems[0].sentence
    assert refuses(problems)


def test_a_name_twice_is_refused(fonts):
    assert refuses(laid(fonts, ballot(("王强", "王强", "李明"), 2)).problems)


def test_no_seats_are_refused(fonts):
    """EL-22: whether a ballot is valid hangs on the number of seats."""
    assert refuses(laid(fonts, ballot(seats=0)).problems)


def test_fewer_candidates_than_seats_are_doubted(fonts):
    problems = laid(fonts, ballot(seats=5)).problems
    assert [(problem.level, problem.rule) for problem in problems] == [(Level.DOUBT, "EL-26")]


def test_more_copies_than_anyone_needs_are_refused(fonts):
    made = laid(fonts, ballot(copies=MOST_COPIES + 1))
    assert refuses(made.problems)
    assert len(made.pages) == MOST_COPIES / 2


def test_a_rare_name_is_drawn_and_a_missing_character_named(fonts):
    problems = laid(fonts, ballot(("郭𡋾", "王\U000f0000", "李㻞"), 2)).problems
    assert ["U+F0000" in problem.sentence for problem in problems] == [True]


def test_the_rules_begin_under_each_other_after_their_label(fonts):
    page = sheets(fonts, ballot(copies=1))[0]
    first, second = (
        next(op for op in page.strokes() if isinstance(op, Glyphs) and words in op.text)
        for words in ("说明：1.", "2.同意")
    )
    assert first.xs[first.text.index("1")] == pytest.approx(second.x, abs=0.1)


def test_names_that_fill_their_cells_keep_off_the_rules(fonts):
    names = [f"欧阳{a}{b}" for a in "甲乙丙" for b in "一二三四五六七"]
    page = sheets(fonts, ballot(names=names, copies=1))[0]
    lines = sorted(
        {y for op in page.strokes() if isinstance(op, Path) for word, n in op.steps if word == "M" for y in n[1:]}
    )
    for op in (op for op in page.strokes() if isinstance(op, Glyphs) and op.text == "欧"):
        above = max(y for y in lines if y < op.y)
        assert op.y - 0.88 * op.size / MM - above > 0.4
