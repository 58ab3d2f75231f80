"""The practice county: what makes it one cannot be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from xunion_desktop import catalogue
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import Places
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.form_importer import FormImporter
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.messages import Note
from xunion_desktop.desk.record_panel import RecordPanel
from xunion_desktop.office.doorstep import PRACTICE
from xunion_desktop.office.pages.value_pages import VALUES
from xunion_desktop.office.practice import UNION, new_practice, stamped
from xunion_desktop.office.records import DatedValue, Prefix
from xunion_desktop.office.values import PAPER_STAMP, TERM_YEARS, office
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import Sheet
from xunion_desktop.store.book import Book

TODAY = date(2026, 11, 23)
STAYS = "这是练习县，印件标记不能改，也不能删除。"


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


def emptied(book: Book) -> None:
    """An older program let it be emptied."""
    stamp = the_stamp()
    stamp.value = None
    with book.deed("去掉") as deed:
        deed.save(stamp)


def test_the_stamp_that_an_older_program_put_in_stays_too(practice: Book) -> None:
    emptied(practice)
    with practice.deed("建立练习县") as deed:
        deed.save(DatedValue(name=PAPER_STAMP, value="练习，无效", source=PRACTICE))
    assert practice.undo().obstacles == ["这是练习县，“练习，无效”的印记不能撤销。"]
    assert stamped()


def test_the_stamp_comes_back_by_undo_where_somebody_took_it_off(practice: Book) -> None:
    emptied(practice)
    assert practice.undo().done
    assert stamped()


def judged(row: DatedValue, **values: object) -> list[tuple[str, str]]:
    """What the form, and an import by it, says of the row with these values."""
    form = VALUES.form
    return [(each.field, each.sentence) for each in form.judge(row, {**form.values_of(row), **values}, TODAY)]


def test_the_stamp_can_not_be_changed(practice: Book) -> None:
    assert judged(the_stamp(), value=None) == [("value", STAYS)]
    assert judged(the_stamp(), valid_to="2025") == [("valid_to", STAYS)]
    assert judged(the_stamp(), name="别的") == [("name", STAYS)]
    assert judged(the_stamp()) == []


def test_no_second_stamp_can_be_put_beside_it(practice: Book) -> None:
    assert judged(DatedValue(name=""), name=PAPER_STAMP, valid_from="2026") == [("name", STAYS)]
    other = DatedValue.alive().where(DatedValue.name == TERM_YEARS).get()
    assert judged(other, name=PAPER_STAMP) == [("name", STAYS)]
    assert judged(other, note="随便试") == []


def test_an_import_of_it_is_refused(practice: Book) -> None:
    importer = FormImporter(VALUES.form, DatedValue.alive(), "年度数值", TODAY)
    sheet = Sheet("年度数值", [["名称", "数值"], [PAPER_STAMP, "有效"], [TERM_YEARS, "5"]])
    assert [row.number for row in read_plan(sheet, importer).refused] == [2]


def test_the_stamp_can_not_be_deleted(practice: Book) -> None:
    stamp = the_stamp()
    with pytest.raises(Trouble, match=STAYS), practice.deed("删除") as deed:
        deed.delete(stamp)
    assert stamped()


def test_the_stamp_is_kept_before_anything_is_asked(practice: Book, furniture: Furniture, qtbot: QtBot) -> None:
    desk = Desk(practice, TODAY, catalogue.ROOMS, furniture)
    panel = RecordPanel(desk, VALUES, ())
    qtbot.addWidget(panel)
    said: list[Note] = []
    desk.messages.said.connect(said.append)
    panel.show_record(the_stamp())
    panel.delete_button.click()
    assert [(note.text, note.second) for note in said] == [("不能删除“印件标记：练习，无效”", STAYS)]


def test_a_stamp_that_a_clerk_sets_is_his(book: Book) -> None:
    with book.deed("印件标记") as deed:
        deed.save(DatedValue(name=PAPER_STAMP, value="练习，无效", source="本单位决定"))
    assert book.undo().done


def test_who_makes_it_at_the_same_time_as_another_is_asked_for_no_other_name(practice: Book, tmp_path: Path) -> None:
    places = Places(tmp_path / "books", tmp_path / "settings.json", tmp_path / "logs")
    with pytest.raises(Trouble, match=r"^同时有另一个窗口把练习县建好了。请到那个窗口里练习"):
        new_practice(places, catalogue.record_classes(), one_prefix_more)
    assert office().name == UNION  # that of the other one is left as it is
