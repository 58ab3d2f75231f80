"""The window keeps the keyboard: no part of a page is a window of its own for a moment, and F1 as it is pressed helps.

A label or button that is shown before its page holds it flashes up, and takes the keys away from the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from xunion_desktop import catalogue
from xunion_desktop.app import Program
from xunion_desktop.basics.resources import resource
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.help_page import HelpPage, title_of
from xunion_desktop.desk.help_text import HelpText
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.home.pages.rescue import RescuePage
from xunion_desktop.home.pages.welcome import WelcomePage
from xunion_desktop.office.filling import fill
from xunion_desktop.store.book import Book
from xunion_desktop.window import MainWindow

TABS = {"home": "home", "branches": "branches", "documents": "drafts"}  # with the help of each
ROOMS = {"people": "people", "office": "office"}
MENU = {
    "values": "values",
    "words": "values",
    "holidays": "values",
    "forms": "forms",
    "fonts": "fonts",
    "users": "users",
    "journal": "journal",
    "bin": "bin",
    "backup": "backup",
    "check": "check",
    "practice": "practice",
    "about": "about",
}


class ShownWindows(QObject):
    """What came up as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[QWidget] = []
        app.installEventFilter(self)

    @guarded(harmless=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt names it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[ShownWindows]:
    shown = ShownWindows(qapp)
    yield shown
    qapp.removeEventFilter(shown)


def press_f1(window: QWidget | None, qtbot: QtBot) -> None:
    """As a clerk does: the key goes to what has the focus in the window that is active."""
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)


def go(window: MainWindow, place: str) -> None:
    if place in TABS:
        window.open_tab(place)
    elif place in ROOMS:
        window.open_room(catalogue.room(place))
    else:
        window.open_menu_page(place)


@pytest.mark.parametrize(("place", "helped"), [*TABS.items(), *ROOMS.items(), *MENU.items()])
def test_f1_helps_on_every_page_and_none_takes_the_keys_away(
    window: MainWindow, shown: ShownWindows, qtbot: QtBot, place: str, helped: str
) -> None:
    go(window, place)
    qtbot.waitUntil(lambda: not window.desk.jobs.busy, timeout=20_000)
    press_f1(window, qtbot)
    page = window.page
    assert isinstance(page, HelpPage)
    assert page.text.toPlainText().startswith(title_of(resource("help", f"{helped}.md")))
    assert shown.seen == []


def test_a_message_does_not_take_the_keys_away(window: MainWindow, shown: ShownWindows) -> None:
    window.desk.messages.say("已保存。", "可以撤销。")
    assert window.messages.note is not None
    assert shown.seen == []


@pytest.mark.parametrize("part", ["prints", "forms"])
def test_the_parts_of_the_documents_do_not_take_the_keys_away(
    window: MainWindow, shown: ShownWindows, part: str
) -> None:
    window.open_tab("documents")
    window.page.open(part)  # type: ignore[attr-defined]
    assert shown.seen == []


def test_a_record_with_all_its_pages_does_not_take_the_keys_away(window: MainWindow, shown: ShownWindows) -> None:
    window.desk.open_register("branches", key=str(Branch.alive().order_by(Branch.sort_key).first().id))
    panel = window.page.panel  # type: ignore[attr-defined]
    pages = list(panel._pages)
    for page_id in pages:
        panel.chips.chosen.emit(page_id)
    assert pages
    assert shown.seen == []


def helped(shown: ShownWindows) -> list[str]:
    """The first lines of the helps that came up as windows."""
    return [
        text.toPlainText().split("\n")[0]
        for window in shown.seen
        if isinstance(window, QDialog)
        for text in window.findChildren(HelpText)
    ]


def test_f1_helps_on_the_first_page(program: Program, shown: ShownWindows, qtbot: QtBot) -> None:
    program.begin("", demo=False)
    press_f1(program.window, qtbot)
    assert [type(window) for window in shown.seen] == [WelcomePage, QDialog]
    assert helped(shown) == ["从这里开始"]


def test_f1_helps_where_a_book_comes_back(program: Program, shown: ShownWindows, qtbot: QtBot) -> None:
    program.begin("", demo=False)
    program.entrance.rescue()
    press_f1(program.window, qtbot)
    assert [type(window) for window in shown.seen] == [WelcomePage, RescuePage, QDialog]
    assert helped(shown) == ["备份与恢复"]


def test_f1_helps_at_the_log_in(program: Program, shown: ShownWindows, qtbot: QtBot, tmp_path: Path) -> None:
    with Book.create(tmp_path / "兴县", catalogue.record_classes(), owner=("王海燕", "一起上山去")) as book:
        fill(book)
    program.open(tmp_path / "兴县")
    press_f1(program.window, qtbot)
    assert [type(window) for window in shown.seen] == [LoginPage, QDialog]
    assert helped(shown) == ["登录"]
