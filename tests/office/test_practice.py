"""The practice county: what makes it one cannot be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from xunion_desktop import catalogue
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import Places
from xunion_desktop.office.practice import UNION, new_practice, stamped
from xunion_desktop.office.records import DatedValue, Prefix
from xunion_desktop.office.values import PAPER_STAMP, office
from xunion_desktop.store.book import Book


def one_prefix_more(book: Book, role: str = "more") -> None:
    with book.deed("添一个代字") as deed:
        deed.save(Prefix(role=role, word="多"))


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Book]:
    places = Places(tmp_path / "books", tmp_path / "settings.json", tmp_path / "logs")
    with new_practice(places, catalogue.record_classes(), one_prefix_more) as book:
        yield book


def test_the_first_undo_finds_nothing_to_take_back(practice: Book) -> None:
    assert practice.undo().obstacles == ["没有可以撤销的操作。"]
    assert stamped()
    assert office().name == UNION


def test_none_of_the_deeds_that_made_it_offers_an_undo(practice: Book) -> None:
    assert [line.label for line in practice.deeds() if line.undoable] == []


def test_what_is_done_in_it_can_be_undone(practice: Book) -> None:
    one_prefix_more(practice, "another")
    assert practice.undo().done


def the_stamp() -> DatedValue:
    stamp: DatedValue = DatedValue.alive().where(DatedValue.name == PAPER_STAMP).get()
    return stamp


def test_the_stamp_that_an_older_program_put_in_stays_too(practice: Book) -> None:
    old = the_stamp()
    with practice.deed("去掉") as deed:
        deed.delete(old)
    with practice.deed("建立练习县") as deed:
        deed.save(DatedValue(name=old.name, value=old.value, source=old.source))
    assert practice.undo().obstacles == ["这是练习县，“练习，无效”的印记不能撤销。"]
    assert stamped()


def test_the_stamp_comes_back_by_undo_where_somebody_took_it_off(practice: Book) -> None:
    with practice.deed("去掉") as deed:
        deed.delete(the_stamp())
    assert practice.undo().done
    assert stamped()


def test_a_stamp_that_a_clerk_sets_is_his(book: Book) -> None:
    with book.deed("印件标记") as deed:
        deed.save(DatedValue(name=PAPER_STAMP, value="练习，无效", source="本单位决定"))
    assert book.undo().done


def test_who_makes_it_at_the_same_time_as_another_is_asked_for_no_other_name(practice: Book, tmp_path: Path) -> None:
    places = Places(tmp_path / "books", tmp_path / "settings.json", tmp_path / "logs")
    with pytest.raises(Trouble, match=r"^同时有另一个窗口把练习县建好了。请到那个窗口里练习"):
        new_practice(places, catalogue.record_classes(), one_prefix_more)
    assert office().name == UNION  # that of the other one is left as it is
