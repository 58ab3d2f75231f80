"""Leaving a book: the window says 正在备份…, closes when the copy is proved, and lets go whoever cannot wait."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desk.cut_text import cut_texts
from tests.desk.hands import write_in
from xunion_desktop.app import Program
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.waiting_page import WaitingPage
from xunion_desktop.office.safekeeping import Safekeeping
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.shelf import Backup
from xunion_desktop.window import MainWindow


@pytest.fixture
def backups(window: MainWindow) -> Backups:
    return Backups.under(window.desk.book.backups_root, window.desk.book)


@pytest.fixture
def changed(window: MainWindow) -> MainWindow:
    """A window over a book that was changed since the last backup."""
    union = Branch.alive().first()
    union.remark = "核对过"
    with window.desk.book.deed("改备注") as deed:
        deed.save(union)
    return window


def leaving(window: MainWindow) -> WaitingPage:
    (page,) = window.findChildren(WaitingPage)
    return page


def gone(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isHidden, timeout=20_000)


def test_the_window_says_what_it_waits_for(changed: MainWindow, qtbot: QtBot) -> None:
    assert not changed.close()
    assert leaving(changed).isVisible()
    assert "正在备份…" in [label.text() for label in leaving(changed).findChildren(QLabel)]
    gone(changed, qtbot)


def test_it_closes_when_the_copy_is_proved(changed: MainWindow, backups: Backups, qtbot: QtBot) -> None:
    changed.close()
    gone(changed, qtbot)
    (backup,) = backups.all()
    assert (backup.reason, backup.proved) == ("退出", True)


def test_the_event_loop_goes_on_meanwhile(changed: MainWindow, qtbot: QtBot) -> None:
    told = list[tuple[int, int]]()
    assert changed.desk.copies is not None
    changed.desk.copies.leaving.connect(lambda job: job.progressed.connect(lambda *done: told.append(done)))
    changed.close()
    gone(changed, qtbot)
    assert len(told) > 1


def test_esc_closes_without_a_copy_and_leaves_no_half_one(changed: MainWindow, backups: Backups, qtbot: QtBot) -> None:
    changed.close()
    qtbot.keyClick(leaving(changed), Qt.Key.Key_Escape)
    gone(changed, qtbot)
    left = [path.name for path in backups.place.iterdir() if path.name != "files"] if backups.place.is_dir() else []
    assert left == [] or backups.all()[0].proved  # it may have been done already


def test_the_button_does_the_same(changed: MainWindow, qtbot: QtBot) -> None:
    changed.close()
    leaving(changed).go_button.click()
    gone(changed, qtbot)


def test_closing_again_does_not_begin_again(changed: MainWindow, backups: Backups, qtbot: QtBot) -> None:
    changed.close()
    changed.close()
    gone(changed, qtbot)
    assert len(backups.all()) == 1


def test_a_book_that_was_not_changed_closes_at_once(changed: MainWindow, backups: Backups, qtbot: QtBot) -> None:
    assert changed.desk.copies is not None
    backups.make(changed.desk.book, "手动")
    assert changed.close()
    assert changed.isHidden()


def test_keys_do_nothing_to_the_book_meanwhile(changed: MainWindow, qtbot: QtBot) -> None:
    changed.close()
    qtbot.keyClick(leaving(changed), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    gone(changed, qtbot)
    assert changed.desk.book.undoable() is not None


def test_what_is_typed_is_in_the_copy_as_a_draft(changed: MainWindow, backups: Backups, qtbot: QtBot) -> None:
    changed.open_tab("branches")
    form = changed.page.panel.form  # type: ignore[attr-defined]
    write_in(form.editor("remark").field, "写到一半")
    changed.close()
    gone(changed, qtbot)
    assert changed.desk.book.drafts.all() == [form.place()]
    assert len(backups.all()) == 1


def test_a_disk_that_cannot_be_written_keeps_nobody(changed: MainWindow, backups: Backups, qtbot: QtBot) -> None:
    shutil.rmtree(backups.place, ignore_errors=True)
    backups.place.parent.mkdir(parents=True, exist_ok=True)
    backups.place.write_bytes(b"in the way")
    changed.close()
    gone(changed, qtbot)


def test_both_places_get_the_copy(changed: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    places = Safekeeping(changed.desk.book, changed.desk.settings)
    (tmp_path / "优盘").mkdir()
    places.choose_second(tmp_path / "优盘")
    changed.close()
    gone(changed, qtbot)
    assert places.second is not None
    assert [backup.reason for backup in places.second.all()] == ["退出"]


def test_another_book_is_opened_after_the_copy_of_this_one(
    changed: MainWindow, program: Program, county: Path, backups: Backups, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(county, tmp_path / "other" / county.name)
    program.open(tmp_path / "other" / county.name)
    qtbot.waitUntil(lambda: program.window is not changed, timeout=20_000)
    assert isinstance(program.window, MainWindow)
    made: list[Backup] = backups.all()
    assert [backup.reason for backup in made] == ["退出"]


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_it_fits_and_follows_the_window(changed: MainWindow, factor: float, qtbot: QtBot) -> None:
    changed.set_text_size(factor)
    changed.close()
    page = leaving(changed)
    changed.resize(1000, 600)
    assert page.geometry() == changed.rect()
    assert cut_texts(page) == []
    gone(changed, qtbot)
