"""The main window, as a clerk goes through it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from xunion_desktop.app import Program
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.help_page import HelpPage
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.desk.scale import SCALE_SETTING
from xunion_desktop.home.pages.palette import Palette
from xunion_desktop.office.records import DatedValue, Entry
from xunion_desktop.office.values import DUE_SOON_DAYS
from xunion_desktop.window import MainWindow


def key(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.page, key, modifier)


def test_only_tabs_that_are_built_are_shown(window: MainWindow) -> None:
    assert [room.title for room in window._rooms.values()] == ["首页", "基层工会", "公文"]


def test_a_tab_is_built_when_it_is_first_shown(window: MainWindow) -> None:
    assert "branches" not in window.stack.built
    window.open_tab("branches")
    assert window.page is window.stack.built["branches"]


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


@pytest.mark.parametrize("register", ["branches", "drafts", "printings", "values", "words", "holidays"])
def test_every_register_can_be_reached(window: MainWindow, register: str) -> None:
    window.desk.open_register(register)
    shown = [
        page.list.register.id
        for page in (window.page, *window.page.findChildren(RegisterPage))
        if hasattr(page, "list") and page.isVisible()
    ]
    assert shown == [register]


def test_the_keys_of_the_status_line_follow_the_part_of_a_tab(window: MainWindow) -> None:
    window.open_tab("documents")
    before = window.status._keys
    window.page.open("prints")  # type: ignore[attr-defined]
    assert window.status._keys != before


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
    assert window.desk.settings.get(SCALE_SETTING, 1.0) == 1.75
    assert window.desk.scale.factor == 1.75


def test_large_text_leaves_the_window_narrow_enough(window: MainWindow) -> None:
    window.set_text_size(1.75)
    for tab in ("home", "branches"):
        window.open_tab(tab)
        QApplication.sendPostedEvents()
        assert window.minimumSizeHint().width() <= 1366, tab
        assert window.minimumSizeHint().height() <= 697, tab


def test_a_bug_while_a_page_is_shown_opens_the_crash_window(
    window: MainWindow, watch: CrashWatch, qtbot: QtBot
) -> None:
    class Broken(QWidget):
        def __init__(self, desk: Desk) -> None:
            super().__init__()
            self._freshness = Freshness(desk, self, self._read, stale=True)

        def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
            super().showEvent(event)
            self._freshness.seen()

        def _read(self) -> None:
            raise ValueError("a bug of the test")

    window.show_page(Broken(window.desk), "一页")
    qtbot.waitUntil(lambda: watch.window is not None)
    assert watch.window is not None
    assert "a bug of the test" in watch.window.report.toPlainText()
    assert isinstance(window.page, Broken)


@pytest.fixture
def unkept(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window where something is typed that does not fit the disk any more."""
    window.open_tab("branches")
    page = window.page
    assert isinstance(page, RegisterPage)
    connection = window.desk.book.database.connection()
    connection.pragma("max_page_count", connection.pragma("page_count"))
    name = page.panel.form.editor("name")
    name.set_raw("长" * 20_000)
    name.edited.emit()
    return window


def test_a_window_does_not_close_over_what_could_not_be_kept(unkept: MainWindow) -> None:
    assert not unkept.close()
    assert unkept.messages.note is not None
    assert "现在离开会丢" in unkept.messages.note.title.text()


def test_it_closes_where_the_clerk_gives_it_up(unkept: MainWindow, qtbot: QtBot) -> None:
    unkept.close()
    assert unkept.messages.note is not None
    unkept.messages.note.buttons[0].click()
    qtbot.waitUntil(unkept.isHidden)


def test_a_table_whose_shape_cannot_be_remembered_tells_so(
    window: MainWindow, program: Program, watch: CrashWatch, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    program.settings.path = tmp_path / "file" / "settings.json"
    window.open_tab("branches")
    page = window.page
    assert isinstance(page, RegisterPage)
    page.list.table.horizontalHeader().resizeSection(1, 123)
    qtbot.waitUntil(lambda: window.messages.note is not None)
    assert window.messages.note is not None
    assert "本机设置没有存上" in window.messages.note.title.text()
    assert watch.window is None


def test_the_status_line_shows_the_keys_of_the_page(window: MainWindow) -> None:
    assert ("Enter", "去办") in window.page.keys


def test_a_word_added_to_a_list_is_offered_by_the_forms_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.open_tab("branches")
    before = window.page
    with qtbot.waitSignal(window.desk.ground_changed), window.desk.book.deed("加词") as deed:
        deed.save(Entry(dictionary="行业", word="示例新业态", position=99))
    assert isinstance(window.page, RegisterPage)
    assert window.page is not before
    combo = window.page.panel.form.editor("industry").field
    assert combo.findText("示例新业态") > 0


def test_another_number_of_days_renames_the_filter_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.open_tab("branches")
    with qtbot.waitSignal(window.desk.ground_changed), window.desk.book.deed("改天数") as deed:
        days = DatedValue.get(DatedValue.name == DUE_SOON_DAYS)
        days.value = "90"
        deed.save(days)
    assert window.desk.register("branches").chip("due60").label == "90 日内到期"


def test_under_a_page_that_is_up_the_tab_waits_until_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.open_tab("branches")
    window.help("values")
    with qtbot.waitSignal(window.desk.ground_changed), window.desk.book.deed("加词") as deed:
        deed.save(Entry(dictionary="行业", word="示例新业态", position=99))
    assert isinstance(window.page, HelpPage)
    window.leave_page(window.page)
    assert isinstance(window.page, RegisterPage)
