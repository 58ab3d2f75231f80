"""A desk over a fresh book of an invented county."""

from __future__ import annotations

from functools import partial

import pytest

from tests.desk.county import ROOM, TODAY, Union, fill
from tests.desk.paper_shop import Shop
from tests.desk.print_runs import run_through, stop_at_sheet
from tests.desk.test_printer import to_file
from xunion_desktop.basics.room import PaperCard, Room
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.store.book import Book
from xunion_desktop.store.record import Record

PAPER = PaperCard("unions/reminder", "换届提醒函", "unions", (), lambda keys, today: [], lambda: None, names="收件单位")
ROSTER = PaperCard("unions/roster", "花名册", "unions", (), lambda keys, today: [], lambda: None)
PRINTING_ROOM = Room(ROOM.id, ROOM.title, ROOM.records, ROOM.registers, papers=(PAPER, ROSTER))


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (Union,)


@pytest.fixture
def keys(book: Book) -> list[str]:
    return fill(book)


@pytest.fixture
def desk(book: Book, furniture: Furniture) -> Desk:
    return Desk(book, TODAY, (ROOM,), furniture)


@pytest.fixture
def open_page(book, furniture, shop, keys, finish, qtbot, tmp_path):
    """The print page over ``shop``; its printer prints into a file."""

    def make(make_printer=None, form="unions/reminder", **machines):
        desk = Desk(book, TODAY, (PRINTING_ROOM,), furniture, lambda: shop)
        page = PrintPage(
            desk,
            form,
            keys,
            machines=Machines(
                names=lambda: ["试验打印机"],
                make=make_printer or (lambda name: to_file(tmp_path / "printed.pdf")),
                **machines,
            ),
        )
        qtbot.addWidget(page)
        page.resize(1366, 697)
        page.show()
        page.activateWindow()
        page.setFocus()
        finish()
        page.activateWindow()
        page.list.table.setFocus()
        return page

    return make


@pytest.fixture
def shop():
    """The documents, which find nothing to say against any letter; other tests have others."""
    return Shop()


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def run(said, finish, qtbot):
    """Print what is chosen on this page, to the end."""
    return partial(run_through, said=said, finish=finish, qtbot=qtbot)


@pytest.fixture
def stop_at(finish, qtbot):
    """Print, and stop when this sheet would be sent."""
    return partial(stop_at_sheet, finish=finish, qtbot=qtbot)


@pytest.fixture
def printed(page, finish, said, qtbot):
    """The page once everything went through the printer."""
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))
    said.clear()
    return page
