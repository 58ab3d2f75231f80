"""The main window, as a clerk goes through it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.help_page import HelpPage
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.home.pages.palette import Palette
from xunion_desktop.window import SCALE_SETTING, MainWindow


def key(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.page, key, modifier)


def test_only_tabs_that_are_built_are_shown(window: MainWindow) -> None:
    assert [room.title for room in window._rooms.values()] == ["首页", "基层工会"]


def test_a_tab_is_built_when_it_is_first_shown(window: MainWindow) -> None:
    assert "branches" not in window._pages
    window.open_tab("branches")
    assert window.page is window._pages["branches"]


def test_the_title_names_the_union(window: MainWindow) -> None:
    assert window.windowTitle() == "兴县总工会 · 工会工作台"


def test_f1_opens_the_help_of_the_place(window: MainWindow, qtbot: QtBot) -> None:
    window.help("")
    assert isinstance(window.page, HelpPage)
    assert window.page.text.toPlainText().startswith("首页")


def test_escape_leaves_the_help(window: MainWindow) -> None:
    before = window.page
    window.help("")
    key(window, Qt.Key.Key_Escape)
    assert window.page is before


def test_a_link_in_the_help_turns_the_page(window: MainWindow) -> None:
    window.help("start")
    page = window.page
    assert isinstance(page, HelpPage)
    page.text.anchorClicked.emit("office.md")
    assert page.text.toPlainText().startswith("本单位资料")


def test_a_tab_keeps_the_sub_page_that_lies_over_it(window: MainWindow) -> None:
    window.help("start")
    over = window.page
    window.open_tab("branches")
    window.open_tab("home")
    assert window.page is over


@pytest.mark.parametrize("register", ["branches", "printings", "values", "words", "holidays"])
def test_every_register_can_be_reached(window: MainWindow, register: str) -> None:
    window.desk.open_register(register)
    shown = [
        page.list.register.id
        for page in (window.page, *window.page.findChildren(RegisterPage))
        if hasattr(page, "list")
    ]
    assert shown == [register]


def test_search_opens_the_record_in_its_tab(window: MainWindow, qtbot: QtBot) -> None:
    branch = Branch.alive().order_by(Branch.sort_key).first()
    palette = Palette(window.desk, window)
    qtbot.addWidget(palette)
    palette.open()
    palette.line.setText(branch.name)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.tabs.current == "branches"
    assert branch.name in [edit.text() for edit in window.page.findChildren(QLineEdit)]


def test_a_search_without_a_hit_says_what_to_try(window: MainWindow, qtbot: QtBot) -> None:
    palette = Palette(window.desk, window)
    qtbot.addWidget(palette)
    palette.line.setText("无此单位")
    palette.search()
    assert palette.told.text() == "没有找到。换一个字，或去掉空格。"


def test_undo_takes_the_county_back(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.undo()
    qtbot.waitUntil(lambda: not Branch.alive().exists())


def test_redo_brings_it_again(window: MainWindow, qtbot: QtBot) -> None:
    count = Branch.alive().count()
    window.desk.undo()
    qtbot.waitUntil(lambda: not Branch.alive().exists())
    window.desk.redo()
    qtbot.waitUntil(lambda: Branch.alive().count() == count)


def test_the_text_size_is_remembered(window: MainWindow) -> None:
    window.set_text_size(1.75)
    assert window.desk.settings.get(SCALE_SETTING) == 1.75
    assert window.desk.scale.factor == 1.75


def test_large_text_leaves_the_window_narrow_enough(window: MainWindow) -> None:
    window.set_text_size(1.75)
    for tab in ("home", "branches"):
        window.open_tab(tab)
        QApplication.sendPostedEvents()
        assert window.minimumSizeHint().width() <= 1366, tab
        assert window.minimumSizeHint().height() <= 697, tab


def test_the_status_line_shows_the_keys_of_the_page(window: MainWindow) -> None:
    assert ("Enter", "去办") in window.page.keys
