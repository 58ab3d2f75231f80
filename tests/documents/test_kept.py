"""Pages of a numbered batch are kept and come back as they were (design §4)."""

import json
import zlib

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.documents.kept import pack, unpack
from xunion_desktop.paper.pages import Glyphs, Group, Layer, Line, Page, Path, Rect, circle

HEAD = Group("head", (Rect(20, 45, 170, 1, colour="#FF0000", layer=Layer.PREPRINT),))
WORDS = Glyphs("fang", 16.0, "兴县示例中学工会：", 28.0, 90.0, pitch=5.571, record="a1")
SPREAD = Glyphs("latin", 16.0, "2026", 28.0, 100.0, offsets=(0.0, 2.8, 5.6, 8.4))
SEAL = Path(circle(150, 220, 21), width=0.2, dash=(1.0, 1.0), layer=Layer.SCREEN)
PAGES = [
    Page(210, 297, (HEAD, WORDS, SEAL), 1),
    Page(210, 297, (HEAD, SPREAD, Line(1, 2, 3, 4, 0.35)), 2),
]


def test_pages_come_back_as_they_were():
    assert unpack(pack(PAGES)) == PAGES


def test_layer_comes_back_as_a_layer():
    (page, _) = unpack(pack(PAGES))
    assert page.ops[2].layer is Layer.SCREEN


def test_shared_group_is_written_once_and_read_as_one():
    first, second = unpack(pack(PAGES))
    assert first.ops[0] is second.ops[0]


def test_same_pages_give_the_same_bytes():
    assert pack(PAGES) == pack(PAGES)


def test_pages_of_a_newer_program_are_refused_in_words():
    newer = zlib.compress(json.dumps({"format": 99}).encode())
    with pytest.raises(Trouble, match="较新的程序"):
        unpack(newer)
