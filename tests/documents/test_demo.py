"""The drafts of the demo county are finished: every one could be printed as it stands."""

import tomllib
from datetime import date

import pytest

from xunion_desktop.basics.resources import resource
from xunion_desktop.documents import demo
from xunion_desktop.documents.demo import demo_drafts
from xunion_desktop.documents.draft_problems import written_problems
from xunion_desktop.documents.kinds import EVERY, FORMATS, LETTER, PLAIN
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.outline import order_problems
from xunion_desktop.documents.paragraphs import paragraphs, tidied
from xunion_desktop.documents.slips import SlipWatch
from xunion_desktop.documents.words import OFFERS, filled_in

TODAY = date(2026, 11, 24)
ENTRIES = tomllib.loads(resource("demo", "drafts.toml").read_text(encoding="utf-8"))["draft"]


def test_every_format_has_one():
    assert {entry["form"] for entry in ENTRIES} == set(FORMATS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["form"])
def test_it_is_of_a_known_kind_and_has_only_known_words(entry):
    assert entry["genre"] in {genre.name for genre in EVERY}
    assert set(entry["words"]) <= set(OFFERS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["form"])
def test_nothing_is_to_be_mended_in_it(entry, fonts):
    text = "".join(entry["words"].values())
    assert SlipWatch().look(entry["words"]) == []
    assert order_problems(paragraphs(entry["words"].get("正文", ""))) == []
    assert fonts.missing(text, "仿宋") == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["form"])
def test_it_is_what_its_kind_demands(entry):
    """DC-02."""
    own = {"本会名称": "兴县总工会", "今天": "2026年11月24日"}
    words = tidied(filled_in(entry["words"], own))
    assert written_problems(entry["genre"], words) == []


def test_those_whose_format_is_shipped_are_written_as_one_deed(book, monkeypatch):
    monkeypatch.setattr(demo, "FREE", (LETTER, PLAIN))
    demo_drafts(book, TODAY)
    assert {draft.form for draft in Manuscript.select()} == {LETTER, PLAIN}
    assert (book.deeds(1)[0].label, Manuscript.get(Manuscript.form == LETTER).day) == ("生成演示公文稿", "2026-11-23")


def test_where_no_format_is_shipped_nothing_is_written(book, monkeypatch):
    monkeypatch.setattr(demo, "FREE", ())
    before = len(book.deeds())
    demo_drafts(book, TODAY)
    assert len(book.deeds()) == before
