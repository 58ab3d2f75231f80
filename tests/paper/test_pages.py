"""The display list itself."""

import pytest

from xunion_desktop.paper.pages import Glyphs, Group, Layer, Page, Rect


def test_even_glyphs_stand_every_pitch():
    assert Glyphs("fang", 16, "总工会", 10, 50, pitch=5).xs == (10, 15, 20)


def test_uneven_glyphs_stand_at_their_offsets():
    assert Glyphs("latin", 16, "ab", 10, 50, offsets=(0, 2.5)).xs == (10, 12.5)


@pytest.fixture
def page():
    shown = Rect(0, 0, 1, 1, layer=Layer.SCREEN)
    return Page(210, 297, (Rect(1, 1, 1, 1), Group((Rect(2, 2, 1, 1, layer=Layer.PREPRINT), shown))))


def test_the_strokes_of_groups_are_drawn_in_their_place(page):
    assert [stroke.x for stroke in page.strokes()] == [1, 2, 0]


def test_only_the_layers_asked_for_are_drawn(page):
    assert [stroke.x for stroke in page.strokes(Layer.DATA, Layer.PREPRINT)] == [1, 2]
