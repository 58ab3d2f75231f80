"""What is too long for its line is told by its name; under all of it a net for what would stand beyond the margins."""

from dataclasses import replace

import pytest

from tests.paper.proofs import REMINDER, reminder
from xunion_desktop.basics.problems import refuses
from xunion_desktop.paper.document import Number, Sign
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.overflows import beyond_the_margins
from xunion_desktop.paper.pages import Glyphs, Page, Rect
from xunion_desktop.paper.typeset import typeset

LONG = "县" * 40
A_PAGE = Page(210.0, 297.0, ())


def made(form, **words):
    shipped = shipped_form(f"documents/{form}")
    return shipped.document({**shipped.sample(), **words})


def said(pages, kind="letter"):
    return [problem.sentence for problem in beyond_the_margins(pages, kind)]


@pytest.mark.parametrize(
    ("form", "word"),
    [
        *(("file", word) for word in ("份号", "密级", "紧急程度", "文号", "成文日期", "印发日期")),
        *(("minutes", word) for word in ("期号", "成文日期")),
        ("letter", "文号"),
        ("joint", "成文日期"),
        ("plain", "成文日期"),
    ],
)
def test_a_word_that_is_too_long_for_its_line_is_named_and_refuses(fonts, form, word):
    words = {"署名": "兴县总工会", word: LONG} if form == "plain" else {word: LONG}
    problems = typeset(made(form, **words), fonts).problems
    assert refuses(problems)
    assert any(problem.sentence.startswith(f"{word}“{LONG}”") for problem in problems)


@pytest.mark.parametrize(
    "block", [Number("兴经开示例工发〔2026〕1238号"), Sign("兴县总工会", "二〇二六年十二月三十一日")]
)
def test_the_longest_that_is_plausible_goes_on(fonts, block):
    assert typeset(reminder(block), fonts).problems == []


def test_more_signers_than_go_over_the_title_refuse(fonts):
    names = "\n".join(f"第{number}位示例签发人" for number in range(40))
    (problem,) = typeset(made("upward", 签发人=names), fonts).problems
    assert problem.sentence == "签发人、机关太多，标题在首页放不下。"


@pytest.mark.parametrize("x", [20.0, 180.0])
def test_a_text_beyond_the_text_area_is_told_with_its_page(x):
    page = replace(A_PAGE, ops=(Glyphs("fang", 16.0, "县总工会", x, 100.0, 5.5),), number=2)
    assert said([A_PAGE, page]) == ["第 2 页“县总工会”印到边上去了，印不全。"]


def test_a_text_under_the_foot_of_the_paper_is_told():
    assert said([replace(A_PAGE, ops=(Glyphs("fang", 16.0, "县", 100.0, 298.0),))])


def test_a_table_may_use_the_margins():
    page = replace(A_PAGE, ops=(Glyphs("song", 9.0, "县", 15.0, 100.0), Rect(10.0, 10.0, 190.0, 1.0)))
    assert said([page], "table") == []
    assert said([page], "letter") == ["第 1 页“县”印到边上去了，印不全。"]


def test_a_letter_stands_in_its_text_area(fonts):
    assert said(typeset(REMINDER, fonts).pages) == []
