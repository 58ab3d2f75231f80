"""Coming and going all day in one program: of a book that was left nothing stays behind. Counted, not timed."""

from __future__ import annotations

import gc
import shutil
import weakref
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.county import TODAY
from xunion_desktop import catalogue
from xunion_desktop.app import Program
from xunion_desktop.app.loading import PARTS
from xunion_desktop.basics.places import Places
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.office.access import found
from xunion_desktop.office.filling import fill
from xunion_desktop.store.book import Book
from xunion_desktop.window import MainWindow

OWNER, WORD = "王海燕", "一起上山去"
REMEMBERED = (  # kept for the next one, and never more than a bound of it
    "xunion_desktop.paper.",  # what was set on paper
    "xunion_desktop.store.tables.Table",  # how a kind of record is written
)


@pytest.fixture
def path(county: Path, tmp_path: Path) -> Path:
    shutil.copytree(county, tmp_path / county.name)
    return tmp_path / county.name


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A book with a log-in, closed."""
    with Book.create(tmp_path / "兴县", catalogue.record_classes(), tmp_path / "replicas", (OWNER, WORD)) as book:
        fill(book)
        found(book, OWNER)
    return tmp_path / "兴县"


def main(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def walk(program: Program) -> None:
    """Look at every tab and at every page of the menu."""
    window = main(program)
    window.leave_page(window.page)  # it asks for the own union first
    for room in catalogue.TABS:
        window.open_tab(room.id)
        program.app.processEvents()
    for page in window.menu.pages():
        window.open_menu_page(page.id)
        program.app.processEvents()
        window.leave_page(window.page)


def settle() -> None:
    """Let everything go that is on its way."""
    for _round in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def living() -> Counter[str]:
    """How many there are of each kind of the house, and of widgets."""
    settle()
    names = (f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects())
    ours = Counter(name for name in names if name.startswith("xunion_desktop.") and not name.startswith(REMEMBERED))
    return ours + Counter({"widgets": sum(1 for _widget in QApplication.allWidgets())})


def left_behind(before: Counter[str], after: Counter[str]) -> dict[str, int]:
    """What has become more each of the two times."""
    return {name: more for name, more in (after - before).items() if more >= 2}


def grown_by(once: Callable[[], None]) -> dict[str, int]:
    """What stays behind of doing something twice more, once everything of the first two times is warm."""
    for part in PARTS:  # else they would be loaded between the two counts
        import_module(f"xunion_desktop.{part}")
    once()
    once()
    before = living()
    once()
    once()
    return left_behind(before, living())


def test_a_book_that_is_opened_again_and_again_leaves_nothing_behind(program: Program, path: Path) -> None:
    def once() -> None:
        program.open(path)
        walk(program)
        program.close()

    assert grown_by(once) == {}


def test_of_who_logs_out_nothing_stays(program: Program, locked: Path, qtbot: QtBot) -> None:
    def once() -> None:
        page = program.window
        assert isinstance(page, LoginPage)
        page.password.password.setText(WORD)
        page.password.deed.click()
        qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=60_000)
        walk(program)
        program.leaving.log_out()
        qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=60_000)

    program.open(locked)
    assert grown_by(once) == {}


def test_a_program_that_ends_leaves_the_application_as_it_was(qapp: QApplication, program: Program, path: Path) -> None:
    def once() -> None:
        another = Program(program.places, TODAY)
        another.open(path)
        window = another.window
        assert isinstance(window, QWidget)
        another.close()
        another.deleteLater()

    once()
    once()
    before = living(), len(qapp.children())
    once()
    once()
    assert (left_behind(before[0], living()), len(qapp.children())) == ({}, before[1])


def test_a_program_that_was_in_the_practice_county_goes_whole(qapp: QApplication, tmp_path: Path) -> None:
    program = Program(Places(tmp_path / "books", tmp_path / "settings.json", tmp_path / "logs"), TODAY)
    assert program.practice is not None
    gone = weakref.ref(program)
    program.close()
    del program
    settle()
    assert gone() is None
