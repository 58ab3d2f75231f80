"""A book with a damaged page: a window always stands, says it in our words, and leads to a backup."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from xunion_desktop import catalogue
from xunion_desktop.app import LAST_BOOK, Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.messages import Note
from xunion_desktop.home.pages.rescue import RescuePage
from xunion_desktop.home.pages.welcome import WelcomePage
from xunion_desktop.office.pages.backup_page import BackupPage
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.window import MainWindow

PAGE = 4096
TRIES = 8  # pages of the county that are damaged in turn


@pytest.fixture
def folder(county: Path, tmp_path: Path, program: Program) -> Path:
    """The county with a proved backup on this PC, closed; it is the book of last time."""
    folder = tmp_path / county.name
    shutil.copytree(county, folder)
    with Book.open(folder, catalogue.record_classes()) as book:
        assert Backups.under(book.backups_root, book).make(book, "手动").proved
    program.settings.set(LAST_BOOK, str(folder))
    return folder


def damage(folder: Path, page: int) -> None:
    """Flip a bit of one page."""
    database = folder / "book.db"
    content = bytearray(database.read_bytes())
    content[PAGE * page + 100] ^= 1
    database.write_bytes(content)


def pages(folder: Path) -> Iterator[int]:
    """Some pages of the database, each of which is damaged while it is looked at."""
    whole = (folder / "book.db").read_bytes()
    for page in sorted(random.Random(20261124).sample(range(1, len(whole) // PAGE), TRIES)):
        damage(folder, page)
        yield page
        for log in ("-wal", "-shm"):
            (folder / f"book.db{log}").unlink(missing_ok=True)
        (folder / "book.db").write_bytes(whole)


def as_a_slot(act: Callable[[], object]) -> None:
    """Do something as Qt does it: what it raises goes to the hook."""
    try:
        act()
    except Exception:  # noqa: BLE001 - whatever it is
        sys.excepthook(*sys.exc_info())


def walked(program: Program, qtbot: QtBot) -> None:
    """Go through the window, as far as there is one, and leave the book."""
    if isinstance(program.window, MainWindow):
        for tab in catalogue.TABS:
            as_a_slot(partial(program.window.open_tab, tab.id))
            qtbot.wait(5)
        as_a_slot(partial(program.window.open_menu_page, "journal"))
        qtbot.wait(5)
    program.leaving.at_once()


def test_whichever_page_is_damaged_a_window_stands_and_no_traceback(
    program: Program, folder: Path, watch: CrashWatch, qtbot: QtBot
) -> None:
    stood = list[str]()
    for page in pages(folder):
        program.begin("", demo=False)
        assert program.window is not None, page
        stood.append(type(program.window).__name__)
        walked(program, qtbot)
        assert watch.window is None, (page, watch.window.report.toPlainText())
        assert program.book is None
    assert "MainWindow" in stood


def test_a_book_that_does_not_open_leads_to_its_backups(program: Program, folder: Path) -> None:
    (folder / "book.db").write_bytes(b"nothing" * PAGE)
    program.begin("", demo=False)
    assert isinstance(program.window, WelcomePage)
    program.window.rescue.click()
    assert isinstance(program.window, RescuePage)


def test_a_bug_at_the_start_is_told_over_the_first_page(
    program: Program, folder: Path, watch: CrashWatch, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("xunion_desktop.app.program.protected", lambda _path: 1 / 0)
    program.begin("", demo=False)
    assert isinstance(program.window, WelcomePage)
    qtbot.waitUntil(lambda: watch.window is not None)


def test_what_cannot_be_read_once_the_window_stands_is_told_in_it(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_stay: object) -> None:
        raise Trouble("本子的数据库损坏了。")

    said: list[Note] = []
    program.furniture.messages.said.connect(said.append)
    monkeypatch.setattr("xunion_desktop.app.ways_in.ask_for_the_union", damaged)
    program.begin("", demo=False)
    assert isinstance(program.window, MainWindow)
    assert "数据库损坏" in said[-1].text


def test_a_window_of_which_a_part_cannot_be_read_gives_the_book_back(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_given: object) -> None:
        raise Trouble("本子的数据库损坏了。")

    with monkeypatch.context() as patched:
        patched.setattr("xunion_desktop.app.stay.enter", damaged)
        program.begin("", demo=False)
        assert isinstance(program.window, WelcomePage)
    program.begin("", demo=False)
    assert isinstance(program.window, MainWindow)


def standing(program: Program, folder: Path) -> MainWindow:
    """The window over the book with a damaged page, with the first one under which it stands."""
    for _page in pages(folder):
        program.begin("", demo=False)
        if isinstance(program.window, MainWindow):
            return program.window
    raise AssertionError("it stands under none")


def test_a_damaged_book_comes_back_from_its_own_window(program: Program, folder: Path, qtbot: QtBot) -> None:
    said: list[Note] = []
    program.furniture.messages.said.connect(said.append)
    window = standing(program, folder)
    window.open_menu_page("backup")
    page = window.page
    assert isinstance(page, BackupPage)
    qtbot.waitUntil(lambda: bool(page.shown))
    page.restore(page.shown[0])
    qtbot.waitUntil(lambda: bool(said) and bool(said[-1].answers), timeout=20_000)
    assert "没能先备份：本子的数据库损坏了" in said[-1].text
    said[-1].answers[0].act()
    qtbot.waitUntil(lambda: program.window is not window, timeout=20_000)
    assert program.book is not None
    assert [finding.sentence for finding in check(program.book) if finding.level is not Level.HINT] == []
    assert len(list(folder.parent.glob(f"{folder.name}（恢复前*"))) == 1


def test_its_window_leads_to_backups_that_lie_elsewhere_and_back(program: Program, window: MainWindow) -> None:
    window.open_menu_page("backup")
    page = window.page
    assert isinstance(page, BackupPage)
    assert program.copies is not None
    program.copies.forgo()
    page.elsewhere_button.click()
    QCoreApplication.processEvents()
    assert isinstance(program.window, RescuePage)
    program.window.back_button.click()
    assert isinstance(program.window, MainWindow)
