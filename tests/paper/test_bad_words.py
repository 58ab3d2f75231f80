"""Bad input, form by form and word by word (issue 4): rare characters, those of no font, long names, long titles."""

from itertools import combinations

import pytest

from tests.paper.samples import FONTS
from xunion_desktop.basics.problems import refuses
from xunion_desktop.basics.resources import form_ids
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Glyphs, Layer
from xunion_desktop.paper.typeset import typeset

RARE = "郭𡋾㻞䶮"
NO_FONT = "郭\U000f0000"
LONG_NAME = "阿卜杜拉·买买提明江艾力"
LONG_TITLE = "关于进一步加强和规范基层工会委员会按期换届选举工作的" * 5


def is_han(text):
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def words_of(form_id):
    """The words of a form that hold text; of the others (numbers, sizes) the form tells what they must be."""
    return [name for name, value in shipped_form(form_id).sample().items() if is_han(value)]


NOT_SHOWN = {"已届满", "任期图"}  # asks only whether it is there; needs rows of figures (tests/paper/charts)
PLACES = [(form_id, word) for form_id in form_ids() for word in words_of(form_id) if word not in NOT_SHOWN]
TITLES = [(form_id, word) for form_id, word in PLACES if word in ("标题", "工会名称", "纪要名称")]


def set_with(form_id, word, value):
    form = shipped_form(form_id)
    return typeset(form.document({**form.sample(), word: value}), FONTS)


def runs(pages):
    return [op for page in pages for op in page.strokes(Layer.DATA, Layer.PREPRINT) if isinstance(op, Glyphs)]


def boxes(page):
    """Left, top, right and bottom of each run, a little within its ink."""
    for run in runs([page]):
        em = run.size / MM
        yield run.xs[0] + 0.1 * em, run.y - 0.7 * em, run.xs[-1] + 0.2 * em, run.y - 0.05 * em


def overprinted(page):
    return [
        (one, other)
        for one, other in combinations(boxes(page), 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.mark.parametrize(("form_id", "word"), PLACES)
def test_a_rare_name_is_drawn_by_a_face_that_has_it(form_id, word):
    made = set_with(form_id, word, RARE)
    drawn = {(char, run.font) for run in runs(made.pages) for char in run.text if char in RARE}
    assert {char for char, _ in drawn} == set(RARE) or refuses(made.problems)
    assert all(char in FONTS.face(font) for char, font in drawn)


@pytest.mark.parametrize(("form_id", "word"), PLACES)
def test_a_character_of_no_font_is_named_and_refuses(form_id, word):
    problems = set_with(form_id, word, NO_FONT).problems
    assert refuses(problems)
    assert any("U+F0000" in problem.sentence for problem in problems)


@pytest.mark.parametrize(("form_id", "word"), PLACES)
def test_a_name_of_twelve_characters_is_whole_and_on_nothing_else(form_id, word):
    made = set_with(form_id, word, LONG_NAME)
    assert all(char in "".join(run.text for run in runs(made.pages)) for char in LONG_NAME)
    assert not any(overprinted(page) for page in made.pages)


@pytest.mark.parametrize(("form_id", "word"), TITLES)
def test_a_title_of_120_characters_is_broken_and_on_nothing_else(form_id, word):
    made = set_with(form_id, word, LONG_TITLE[:120])
    assert not any(overprinted(page) for page in made.pages)
