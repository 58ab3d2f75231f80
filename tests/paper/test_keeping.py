"""Pages kept as bytes (design.md §4): what was printed can be shown and printed again."""

import json
import zlib

import pytest

from tests.paper.proofs import REMINDER, body, reminder
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.document import Number
from xunion_desktop.paper.keeping import freeze, thaw
from xunion_desktop.paper.pages import GREY, Glyphs, Group, Layer, Line, Page, Path
from xunion_desktop.paper.typeset import typeset


def test_a_letter_comes_back_as_it_was(fonts):
    pages = typeset(reminder(body(30)), fonts).pages
    assert thaw(freeze(pages)) == pages


def test_every_kind_of_stroke_comes_back():
    path = Path((("M", (0.0, 1.0)), ("Z", ())), 0.2, GREY, "#FFFFFF", (1.5, 1.0), Layer.SCREEN, "key")
    pages = [Page(297.0, 210.0, (Line(0.0, 0.0, 1.0, 1.0, 0.2), path), 3)]
    assert thaw(freeze(pages)) == pages


def test_what_stands_on_many_pages_is_kept_once(fonts):
    one = typeset(REMINDER, fonts).pages
    many = [page for n in range(100) for page in typeset(reminder(Number(f"兴工函〔2026〕{n}号")), fonts).pages]
    assert len(freeze(many)) < 4 * len(freeze(one))


def test_the_same_pages_are_the_same_bytes(fonts):
    assert freeze(typeset(REMINDER, fonts).pages) == freeze(typeset(REMINDER, fonts).pages)


def test_groups_of_the_same_words_at_other_places_come_back_as_they_were():
    groups = [Group((Glyphs("fang", 16, "兴县", 28, y, 5.6),)) for y in (50, 60)]
    pages = [Page(210, 297, tuple(groups)), Page(210, 297, (groups[1],), 2)]
    assert thaw(freeze(pages)) == pages


@pytest.mark.parametrize("kept", [b"", b"no pages", zlib.compress(b"[")])
def test_damaged_bytes_are_trouble(kept):
    with pytest.raises(Trouble, match="损坏"):
        thaw(kept)


def test_pages_of_a_newer_program_are_trouble():
    with pytest.raises(Trouble, match="升级"):
        thaw(zlib.compress(json.dumps([99, {}, []]).encode()))
