"""A damaged or lost book comes back through the window; what ends behind a lock ends at the log-in."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.county import TODAY
from tests.window.backing_up import backed_up
from tests.window.test_protected import CLERK, OWNER, WORD, log_in
from xunion_desktop import catalogue
from xunion_desktop.app import LAST_BOOK, Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import Role
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.desk.messages import Note
from xunion_desktop.home.pages.palette import Palette
from xunion_desktop.home.pages.rescue import RescuePage
from xunion_desktop.home.pages.welcome import WelcomePage
from xunion_desktop.office.access import add_user, change_role, found
from xunion_desktop.office.filling import fill
from xunion_desktop.office.settling import to_settle
from xunion_desktop.office.users import user_called
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.unlocking import ByPassword
from xunion_desktop.window import MainWindow


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A protected county with its recovery code and one backup on a stick, closed."""
    folder = tmp_path_factory.mktemp("rescue")
    with Book.create(folder / "兴县", catalogue.record_classes(), folder / "replicas", (OWNER, WORD)) as book:
        fill(book)
        found(book, OWNER)
        demo(book, branches=5, members=60, seed=1, today=TODAY)
        add_user(book, CLERK, Role.CLERK, WORD)
        code = book.keys.new_recovery_code()
        Backups.under(folder / "优盘", book).make(book, "手动")
    return folder, code


@pytest.fixture
def path(made_once: tuple[Path, str], tmp_path: Path) -> Path:
    shutil.copytree(made_once[0] / "兴县", tmp_path / "兴县")
    return tmp_path / "兴县" / "兴县.xunion"


@pytest.fixture
def stick(made_once: tuple[Path, str]) -> Path:
    return made_once[0] / "优盘"


def rescue(program: Program, qtbot: QtBot, stick: Path, monkeypatch: pytest.MonkeyPatch) -> RescuePage:
    """The page of the way back, with the backups of the stick."""
    page = program.window
    assert isinstance(page, RescuePage)
    monkeypatch.setattr(program.furniture.files, "folder", lambda *_asked: stick)
    page.folder_button.click()
    qtbot.waitUntil(lambda: bool(page.shown))
    return page


def come_back(program: Program, page: RescuePage, qtbot: QtBot) -> None:
    """With the password: the backup is put back, and one logs in to it."""
    page.fields.password.setText(WORD)
    page.go_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=20_000)
    log_in(program, qtbot)


def test_a_damaged_book_comes_back_by_the_code_and_is_logged_in_to(
    program: Program,
    path: Path,
    stick: Path,
    made_once: tuple[Path, str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (path.parent / "keyring.json").unlink()
    (path.parent / "book.db").write_bytes(b"nothing")
    program.settings.set(LAST_BOOK, str(path))
    program.start("", demo=False)
    assert isinstance(program.window, WelcomePage)
    program.window.rescue.click()
    page = rescue(program, qtbot, stick, monkeypatch)
    assert page.target == path.parent
    page.fields.by_code.click()
    page.fields.code.setText(made_once[1])
    page.go_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=20_000)
    log_in(program, qtbot)
    assert Branch.alive().count() == 5


def test_a_database_that_is_damaged_leads_from_its_log_in_to_its_backups(
    program: Program, path: Path, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "book.db").write_bytes(b"nothing")
    program.open(path)
    assert isinstance(program.window, LoginPage)
    program.window.rescue_button.click()
    page = rescue(program, qtbot, stick, monkeypatch)
    come_back(program, page, qtbot)
    assert Branch.alive().count() == 5


@pytest.mark.parametrize(("who", "kept"), [(CLERK, 0), (OWNER, 1)])
def test_only_an_administrator_puts_a_healthy_book_aside(
    program: Program,
    path: Path,
    stick: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    kept: int,
) -> None:
    said: list[Note] = []
    program.furniture.messages.said.connect(said.append)
    program.open(path)
    assert isinstance(program.window, LoginPage)
    program.window.rescue_button.click()
    page = rescue(program, qtbot, stick, monkeypatch)
    page.fields.user.setCurrentText(who)
    page.fields.password.setText(WORD)
    page.go_button.click()
    qtbot.waitUntil(lambda: bool(said) or isinstance(program.window, LoginPage), timeout=20_000)
    assert len(list(path.parent.parent.glob("兴县（恢复前*"))) == kept
    if not kept:
        assert said[0].text == "您的角色是“经办”，把本子恢复成备份只有管理员能做。"
        assert page.back_button.isEnabled()


def test_roles_that_came_back_through_the_log_in_are_to_be_settled(
    program: Program, path: Path, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Book.open(path, catalogue.record_classes(), unlock=ByPassword(OWNER, WORD)) as book:
        user = user_called(CLERK)
        assert user is not None
        change_role(book, user, Role.READER)
    program.open(path)
    assert isinstance(program.window, LoginPage)
    program.window.rescue_button.click()
    page = rescue(program, qtbot, stick, monkeypatch)
    come_back(program, page, qtbot)
    assert to_settle() == [f"{CLERK}恢复前是“查看”，现在是“经办”"]


def test_on_a_new_pc_the_book_comes_back_from_the_stick_alone(
    program: Program, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.start("", demo=False)
    assert isinstance(program.window, WelcomePage)
    program.window.rescue.click()
    page = rescue(program, qtbot, stick, monkeypatch)
    page.fields.password.setText(WORD)
    page.go_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=20_000)
    assert (program.places.data / "兴县" / "兴县.xunion").is_file()


def test_the_way_back_leads_to_where_one_came_from(program: Program, path: Path) -> None:
    program.open(path)
    assert isinstance(program.window, LoginPage)
    program.window.rescue_button.click()
    assert isinstance(program.window, RescuePage)
    program.window.left.emit()
    assert isinstance(program.window, LoginPage)


# behind a lock


@pytest.fixture
def window(program: Program, path: Path, qtbot: QtBot) -> MainWindow:
    program.open(path)
    return log_in(program, qtbot)


def restored_meanwhile(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    """A restore is prepared; what the window does with it then is the test's."""
    page = backed_up(program, window, qtbot)
    page.restore(page.shown[0])


def test_a_restore_that_ends_behind_the_lock_ends_at_the_log_in(
    program: Program, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    restored_meanwhile(program, window, qtbot)
    window.lock_wanted.emit()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=20_000)
    assert program.book is None
    assert program.locking.door is None
    log_in(program, qtbot)
    assert len(list(tmp_path.glob("兴县（恢复前*"))) == 1


def test_roles_that_came_back_are_to_be_settled(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    page = backed_up(program, window, qtbot)
    user = user_called(CLERK)
    assert user is not None
    change_role(window.desk.book, user, Role.READER)
    page.restore(page.shown[0])
    qtbot.waitUntil(lambda: program.window is not window, timeout=20_000)
    assert to_settle() == [f"{CLERK}恢复前是“查看”，现在是“经办”"]


def test_a_bug_behind_the_lock_shows_nothing_until_it_is_opened(
    program: Program, window: MainWindow, watch: CrashWatch, qtbot: QtBot
) -> None:
    window.lock_wanted.emit()
    try:
        raise ZeroDivisionError("张三 13912347120")
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
    qtbot.wait(30)
    assert watch.window is None
    door = program.locking.door
    assert door is not None
    door.page.password.password.setText(WORD)
    door.page.password.deed.click()
    qtbot.waitUntil(lambda: watch.window is not None)


def test_ctrl_l_locks_from_the_search_too(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    window.search()
    palette = next(other for other in QApplication.topLevelWidgets() if isinstance(other, Palette))
    QTest.keyClick(palette.line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.locking.door is not None)
    assert not window.isVisible()
    assert not palette.isVisible()


def test_log_out_does_not_depend_on_its_entry_in_the_log(
    program: Program, window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_given: object, **_said: object) -> None:
        raise Trouble("磁盘满了。")

    assert program.book is not None
    monkeypatch.setattr(program.book, "log", full)
    program.leaving.log_out()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=20_000)
    assert program.book is None
