"""A paper that is not valid says so at both edges of every page."""

from dataclasses import replace

import pytest

from xunion_desktop.basics.resources import form_ids
from xunion_desktop.office.values import PAPER_STAMP
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.paper.stamps import FROM_EDGE, STAMP
from xunion_desktop.paper.typeset import typeset

WORDS = "练习，无效"


@pytest.mark.parametrize("form_id", form_ids())
def test_every_page_of_every_form_bears_it_at_both_edges(form_id, fonts):
    form = shipped_form(form_id)
    setting = typeset(form.document({**form.sample(), STAMP: WORDS}), fonts)
    for page in setting.pages:
        stamps = [one for one in page.strokes() if isinstance(one, Glyphs) and one.text == WORDS]
        assert [round(one.y) for one in stamps] == [round(FROM_EDGE + 5), round(page.height - FROM_EDGE - 1)]


def test_a_stamp_moves_nothing(fonts):
    form = shipped_form("branches/election_reminder")
    plain = form.document(form.sample())
    stamped = replace(plain, stamp=WORDS)
    for page, other in zip(typeset(plain, fonts).pages, typeset(stamped, fonts).pages, strict=True):
        assert page.ops == other.ops[:-1]


def test_the_office_and_the_paper_mean_the_same_word():
    assert PAPER_STAMP == STAMP
