"""Leaving a protected book on a full disk: what is typed and cannot be kept is lost only by who says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.hands import write_in
from tests.small_disk import Disk
from tests.window.answering import answer
from tests.window.test_protected import OWNER, WORD, log_in
from xunion_desktop import catalogue
from xunion_desktop.app import Program
from xunion_desktop.basics.problems import Level
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.desk.messages import Note
from xunion_desktop.office.access import found
from xunion_desktop.office.pages.recovery_page import RecoveryPage
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.restoring import Restoring
from xunion_desktop.store.swapping import ready_beside
from xunion_desktop.store.unlocking import ByPassword
from xunion_desktop.window import MainWindow

UNKEPT = "填了还没保存的内容存不进本子，现在离开会丢。"


@pytest.fixture
def path(county: Path, disk: Disk) -> Path:
    """A protected county on a disk of its own; what this PC keeps lies elsewhere."""
    shutil.copytree(county, disk.folder / "兴县")
    with Book.open(disk.folder / "兴县", catalogue.record_classes(), disk.folder / "replicas") as book:
        found(book, OWNER)
        book.keys.protect(OWNER, WORD)
    return disk.folder / "兴县"


@pytest.fixture
def window(program: Program, path: Path, disk: Disk, qtbot: QtBot) -> MainWindow:
    """Its window, with a remark that was typed when the disk was full already."""
    program.open(path)
    window = log_in(program, qtbot)
    window.open_tab("branches")
    window.desk.book.database.connection().pragma("wal_checkpoint(TRUNCATE)")  # there is no room left in it either
    disk.fill()
    write_in(window.page.panel.form.editor("remark").field, "写到一半")  # type: ignore[attr-defined]
    return window


Way = Callable[[Program, MainWindow], object]
WAYS: dict[str, Way] = {
    "closed": lambda _program, window: window.close(),
    "logged out": lambda program, _window: program.leaving.log_out(),
    "another book": lambda program, _window: program.open_demo(),
}


def typed(window: MainWindow) -> str:
    return str(window.page.panel.form.editor("remark").field.toPlainText())  # type: ignore[attr-defined]


def drafts(path: Path) -> list[str]:
    """The drafts of the closed book, which is whole."""
    with Book.open(path, catalogue.record_classes(), path.parent / "replicas", ByPassword(OWNER, WORD)) as book:
        assert [finding.sentence for finding in check(book) if finding.level is not Level.HINT] == []
        return book.drafts.all()


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_it_is_asked_first_and_nothing_is_lost(
    program: Program, window: MainWindow, disk: Disk, told: list[Note], way: Way
) -> None:
    way(program, window)
    assert told[-1].text == UNKEPT
    assert program.window is window
    answer(told, "不做")
    assert (window.isVisible(), typed(window)) == (True, "写到一半")
    disk.empty()


def test_who_makes_room_finds_it_as_a_draft(
    program: Program, window: MainWindow, path: Path, disk: Disk, told: list[Note], qtbot: QtBot
) -> None:
    program.leaving.log_out()
    disk.empty()
    program.leaving.log_out()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=20_000)
    assert len(drafts(path)) == 1


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_who_leaves_all_the_same_is_let_go_and_the_book_is_whole(
    program: Program, window: MainWindow, path: Path, disk: Disk, told: list[Note], qtbot: QtBot, way: Way
) -> None:
    way(program, window)
    answer(told, "仍然离开")
    qtbot.waitUntil(lambda: window is not program.window or window.isHidden(), timeout=60_000)
    program.close()
    disk.empty()
    assert drafts(path) == []


def test_who_stays_after_all_is_asked_about_everything_again(window: MainWindow, disk: Disk, told: list[Note]) -> None:
    window.show_page(RecoveryPage(window.desk, "ABCDE-FGHJK-MNPQR-STUVW-XYZ23", printers=[]), "恢复单")
    window.close()
    answer(told, "不打印，离开")
    assert told[-1].text == UNKEPT
    answer(told, "不做")
    window.close()
    assert told[-1].text == "恢复单还没有打印，也没有存 PDF。"
    disk.empty()


def test_a_message_in_the_place_of_the_question_gives_nothing_up(
    program: Program, window: MainWindow, disk: Disk, told: list[Note]
) -> None:
    window.show_page(RecoveryPage(window.desk, "ABCDE-FGHJK-MNPQR-STUVW-XYZ23", printers=[]), "恢复单")
    window.close()
    answer(told, "不打印，离开")
    assert told[-1].text == UNKEPT
    program.furniture.messages.say("已存")
    window.page.leave()  # type: ignore[attr-defined]
    assert told[-1].text == "恢复单还没有打印，也没有存 PDF。"
    disk.empty()


BEHIND: dict[str, Way] = {
    "logged out": lambda program, _window: page(program).other_wanted.emit(),
    "closed": lambda program, _window: page(program).close(),
    "another book": lambda program, _window: program.open_demo(),
}


def page(program: Program) -> LoginPage:
    """What stands before the locked window."""
    assert program.locking.door is not None
    return program.locking.door.page


def test_who_locks_it_is_told_on_the_lock(program: Program, window: MainWindow, disk: Disk) -> None:
    program.locking.lock()
    note = page(program).note
    assert note is not None
    assert note.title.text().startswith("有填了还没保存的内容存不进本子")
    assert window.isHidden()
    disk.empty()


def test_a_lock_behind_which_all_is_kept_says_nothing(program: Program, window: MainWindow, disk: Disk) -> None:
    disk.empty()
    program.locking.lock()
    assert page(program).note is None


@pytest.mark.parametrize("way", BEHIND.values(), ids=BEHIND)
def test_behind_the_lock_nobody_is_asked_and_nothing_is_lost(
    program: Program, window: MainWindow, disk: Disk, told: list[Note], way: Way
) -> None:
    disk.empty()
    program.locking.lock()
    disk.fill()
    write_in(window.page.panel.form.editor("remark").field, "写到一半")  # type: ignore[attr-defined]
    way(program, window)
    assert UNKEPT not in [note.text for note in told]
    assert page(program).isVisible()
    assert page(program).note is not None
    assert (program.window is window, typed(window)) == (True, "写到一半写到一半")
    disk.empty()


@pytest.mark.parametrize("way", list(BEHIND.values())[:2], ids=list(BEHIND)[:2])
def test_once_there_is_room_the_lock_lets_go_with_all_that_was_typed(
    program: Program, window: MainWindow, path: Path, disk: Disk, qtbot: QtBot, way: Way
) -> None:
    program.locking.lock()
    lock = page(program)
    way(program, window)
    disk.empty()
    way(program, window)
    qtbot.waitUntil(lambda: program.window is not window or lock.isHidden(), timeout=60_000)
    program.close()
    assert len(drafts(path)) == 1


def test_a_restore_that_is_ready_then_is_given_up_and_told(
    program: Program, window: MainWindow, path: Path, disk: Disk, told: list[Note], tmp_path: Path
) -> None:
    disk.empty()
    book = window.desk.book
    backup = Backups.under(tmp_path / "优盘", book).make(book, "手动")
    restoring = Restoring(book.place, backup, book.database.key, book.replicas, OWNER)
    restoring.prepare()
    disk.fill()
    write_in(window.page.panel.form.editor("remark").field, "写到一半")  # type: ignore[attr-defined]
    program.locking.lock()
    program.restore(restoring)
    assert told[-1].text == "没有恢复，本子没有改动：有填了还没保存的内容存不进本子。"
    assert not ready_beside(path).exists()
    assert (program.window is window, typed(window)) == (True, "写到一半写到一半")
    disk.empty()


def test_the_end_of_the_session_waits_for_nobody_behind_the_lock(
    program: Program, window: MainWindow, disk: Disk
) -> None:
    program.locking.lock()
    program.leaving.session_ends(None)
    assert page(program).close()
    disk.empty()


def test_a_shutdown_called_off_has_given_nothing_up_once_it_is_unlocked(
    program: Program, window: MainWindow, disk: Disk, told: list[Note], qtbot: QtBot
) -> None:
    program.locking.lock()
    program.leaving.session_ends(None)
    page(program).password.password.setText(WORD)
    page(program).password.deed.click()
    qtbot.waitUntil(window.isVisible, timeout=20_000)
    window.close()
    assert (told[-1].text, window.isVisible(), typed(window)) == (UNKEPT, True, "写到一半")
    disk.empty()
