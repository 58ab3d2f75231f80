"""The desk: pages find registers, papers and each other through it; undo says what came of it."""

from datetime import date

import pytest
from shiboken6 import delete

from tests.desk.county import ROOM, TODAY, Union, fill
from tests.desk.test_import_page import UnionImporter
from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.room import ImporterCard, PaperCard, Room, SidePage
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.import_page import ImportPage
from xunion_desktop.desk.typeface import application_family

PAPER = PaperCard("unions/reminder", "换届提醒函", "unions", (), lambda keys, today: [], lambda: None)
IMPORTER = ImporterCard("unions", "导入台账", lambda today: UnionImporter())
SIDE = SidePage("members", "union", lambda key: "会员", lambda desk, key: None)
FULL = Room("unions", "工会", ROOM.records, ROOM.registers, (IMPORTER,), (PAPER,), side_pages=(SIDE,))


@pytest.fixture
def full(book, furniture):
    return Desk(book, TODAY, (FULL,), furniture)


def test_a_register_is_opened_once(full):
    assert full.register("unions") is full.register("unions")


def test_papers_importers_and_side_pages_are_found(full):
    assert full.papers("unions") == [PAPER]
    assert full.importer("unions") is IMPORTER
    assert full.importer("people") is None
    assert full.side_pages("union") == [SIDE]


def test_a_register_is_asked_for_by_signal(full, qtbot):
    with qtbot.waitSignal(full.register_wanted) as told:
        full.open_register("unions", chip="overdue", keys=["a"], key="a")
    assert told.args == ["unions", "overdue", ("a",), "a"]


def test_the_wizard_is_opened_as_a_sub_page(full, qtbot):
    with qtbot.waitSignal(full.page_wanted) as told:
        full.import_into("unions")
    page, title = told.args
    qtbot.addWidget(page)
    assert isinstance(page, ImportPage)
    assert title == "导入台账"


def test_what_is_written_is_told_with_its_kinds(full, book, qtbot):
    with qtbot.waitSignal(full.changed) as told:
        fill(book, 1)
    assert told.args == [frozenset({"union"})]


def test_undo_says_what_it_took_back(full, book, said, finish):
    fill(book, 3)
    full.undo()
    finish()
    assert "导入台账" in said[-1].text
    assert Union.alive().count() == 0


def test_redo_does_it_again(full, book, said, finish):
    fill(book, 3)
    full.undo()
    finish()
    full.redo()
    finish()
    assert Union.alive().count() == 3


def test_with_nothing_to_undo_it_says_so(full, said, finish):
    full.undo()
    finish()
    assert said[-1].text.startswith("没有可以撤销的操作")


def test_our_own_font_serves_where_the_system_has_none(qapp):
    assert application_family(resource("fonts", "hei.ttf")) == "XUnion Hei"
    assert application_family(resource("fonts", "README.md")) == ""


def test_a_desk_that_is_gone_hears_nothing_more(book, furniture):
    desk = Desk(book, date(2026, 1, 1), (ROOM,), furniture)
    before = len(book.changed)
    delete(desk)
    assert len(book.changed) == before - 1
