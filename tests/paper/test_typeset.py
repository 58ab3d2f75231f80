"""What is said before a batch is printed: missing characters, what does not fit."""

from dataclasses import replace

import pytest

from tests.paper.proofs import REMINDER, reminder
from xunion_desktop.basics.problems import Level, refuses
from xunion_desktop.paper.document import Address, Annex, Mark, Sign, Title
from xunion_desktop.paper.typeset import typeset


def problems(document, fonts):
    return typeset(document, fonts).problems


def test_a_letter_without_faults_has_no_problems(fonts):
    assert problems(REMINDER, fonts) == []


def test_a_missing_character_is_named_and_refuses(fonts):
    (problem,) = problems(reminder(Address("示\U000f0000例工会：")), fonts)
    assert "U+F0000" in problem.sentence
    assert problem.remedy
    assert refuses([problem])


def test_a_character_of_the_private_area_is_missing(fonts):
    assert problems(reminder(Address("示\ue815例工会：")), fonts)


@pytest.mark.parametrize("name", ["郭𡋾", "王㻞", "张䶮"])
def test_a_rare_name_is_no_problem(fonts, name):
    assert problems(reminder(Address(f"{name}同志：")), fonts) == []


def test_a_character_is_named_once_however_often_it_stands(fonts):
    document = reminder(Address("\U000f0000工会："), Sign("\U000f0000工会", "2026年11月23日"))
    assert len(problems(document, fonts)) == 1


def test_a_line_of_the_title_a_little_too_long_is_a_doubt(fonts):
    (problem,) = problems(reminder(Title("县" * 22 + "\n的函")), fonts)
    assert problem.level is Level.DOUBT
    assert "20.1 磅" in problem.sentence


def test_a_line_of_the_title_that_would_be_set_small_refuses(fonts):
    assert refuses(problems(reminder(Title("县" * 60 + "\n的函")), fonts))


def test_a_title_of_an_attachment_that_is_too_long_refuses(fonts):
    document = replace(REMINDER, blocks=(*REMINDER.blocks, Annex(0, "县" * 170, ())))
    assert refuses(problems(document, fonts))


@pytest.mark.parametrize("block", [Sign("县" * 29, "2026年11月23日"), Mark("县" * 21), Title("县" * 170)])
def test_what_is_too_long_for_the_paper_is_a_problem_that_refuses(fonts, block):
    assert refuses(problems(reminder(block), fonts))


def test_the_place_of_the_number_shows_that_it_is_not_given_yet(fonts):
    from xunion_desktop.paper.document import Number
    from xunion_desktop.paper.pages import Layer

    page = typeset(reminder(Number("兴工函〔2026〕38号", provisional=True)), fonts).pages[0]
    assert "拟兴工函〔2026〕38号" in "".join(getattr(op, "text", "") for op in page.strokes(Layer.SCREEN))


def test_the_same_letter_twice_is_the_same_pages(fonts):
    assert typeset(REMINDER, fonts).pages == typeset(REMINDER, fonts).pages
