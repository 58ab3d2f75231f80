"""Starting the program: first day, any day, and when something is in the way."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xunion_desktop import catalogue
from xunion_desktop.app import LAST_BOOK, Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.day_clock import DayClock, clock_day
from xunion_desktop.desk.waiting_page import WaitingPage
from xunion_desktop.home.pages.welcome import WelcomePage
from xunion_desktop.home.tab import HomePage
from xunion_desktop.office.pages.office_page import OfficePage
from xunion_desktop.office.values import office
from xunion_desktop.window import MainWindow


def texts(program: Program) -> str:
    assert program.window is not None
    return " ".join(label.text() for label in program.window.findChildren(QLabel))


def through(page: WelcomePage) -> None:
    """Enter, Enter, Enter: each where the keyboard is."""
    for _step in range(3):
        field = page.focusWidget()
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_pc_without_a_book_begins_with_the_first_page(program: Program) -> None:
    program.start("", demo=False)
    assert isinstance(program.window, WelcomePage)


@pytest.mark.parametrize("odd", ["null", '["x"]', "true", "12", "NaN", '"\\u0000"'])
def test_settings_of_another_kind_keep_nobody_out(program: Program, odd: str) -> None:
    program.places.settings.write_text(f'{{"text_size": {odd}, "last_book": {odd}}}', encoding="utf-8")
    other = Program(program.places, program.today)
    other.start("", demo=False)
    assert isinstance(other.window, WelcomePage)
    other.window.close()
    other.close()


def test_after_damaged_settings_the_book_of_this_pc_is_offered_and_told_what_is_gone(
    program: Program, county: Path
) -> None:
    book = program.places.data / "兴县" / "兴县.xunion"
    shutil.copytree(county, book.parent)
    for marker in book.parent.glob("*.xunion"):
        marker.rename(book)
    shutil.copytree(book.parent, book.parent.with_name("兴县（恢复前 2026-11-24 163722）"))
    program.places.settings.write_text('{"last_book": "/tm', encoding="utf-8")
    other = Program(program.places, program.today)
    other.start("", demo=False)
    page = other.window
    assert isinstance(page, WelcomePage)
    assert "设置文件坏了" in texts(other)
    assert [note.title.text() for note in page.found] == ["这台电脑上有本子“兴县”。"]
    page.found[0].buttons[0].click()
    assert isinstance(other.window, MainWindow)
    assert other.book is not None
    assert other.book.marker == book
    other.close()


def test_the_book_that_does_not_open_is_not_offered_again(program: Program) -> None:
    book = program.places.data / "兴县" / "兴县.xunion"
    book.parent.mkdir(parents=True)
    book.write_text("{", encoding="utf-8")
    program.open(book)
    assert isinstance(program.window, WelcomePage)
    assert program.window.found == []


def test_three_times_enter_makes_a_book_that_asks_no_more(program: Program, qtbot: QtBot) -> None:
    program.start("", demo=False)
    assert isinstance(program.window, WelcomePage)
    through(program.window)
    assert program.window.go_button.text() == "正在新建…"
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    assert isinstance(program.window, MainWindow)
    assert office().name == "兴县总工会"
    assert isinstance(program.window.page, HomePage)  # the first run has asked for the own union


def test_the_book_of_last_time_is_found_where_the_stick_has_another_letter(program: Program, county: Path) -> None:
    book = program.places.data / "兴县" / "兴县.xunion"
    shutil.copytree(county, book.parent)
    for marker in book.parent.glob("*.xunion"):
        marker.rename(book)
    program.settings.set(LAST_BOOK, "/E/data/books/兴县/兴县.xunion")
    program.start("", demo=False)
    assert program.book is not None
    assert program.book.marker == book


def test_it_asks_only_once(program: Program, county: Path, tmp_path: Path, qtbot: QtBot) -> None:
    shutil.copytree(county, tmp_path / "county")
    program.open(tmp_path / "county")
    assert isinstance(program.window, MainWindow)
    assert isinstance(program.window.page, OfficePage)
    program.window.page.leave()
    first = program.window
    program.open(tmp_path / "county")
    qtbot.waitUntil(lambda: program.window is not first)
    assert isinstance(program.window, MainWindow)
    assert isinstance(program.window.page, HomePage)


def test_the_book_of_last_time_is_opened_again(program: Program, county: Path) -> None:
    program.settings.set(LAST_BOOK, str(county))
    program.start("", demo=False)
    assert isinstance(program.window, MainWindow)


@pytest.mark.parametrize(("here", "given"), [(".", "county"), ("county", "."), ("county", "{marker}")])
def test_a_book_opened_by_a_path_from_where_one_stands_is_the_book_of_last_time(
    program: Program, county: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, given: str
) -> None:
    shutil.copytree(county, tmp_path / "county")
    (marker,) = (tmp_path / "county").glob("*.xunion")
    monkeypatch.chdir(tmp_path / here)
    program.start(given.format(marker=marker.name), demo=False)
    assert program.settings.get(LAST_BOOK, "") == str(marker)


def test_the_demo_county_is_made_once(program: Program) -> None:
    program.open_demo()
    program.open_demo()
    assert isinstance(program.window, MainWindow)


def test_a_demo_that_could_not_be_filled_leaves_the_way_to_other_books(
    program: Program, county: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise Trouble("磁盘满了。")

    monkeypatch.setattr(catalogue, "fill_demo", full)
    program.open_demo()
    assert isinstance(program.window, WelcomePage)
    shutil.copytree(county, tmp_path / "county")
    program.open(tmp_path / "county")
    assert isinstance(program.window, MainWindow)


def test_settings_that_cannot_be_written_keep_nobody_from_the_book(
    program: Program, county: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    program.settings.path = tmp_path / "file" / "settings.json"
    shutil.copytree(county, tmp_path / "county")
    program.open(tmp_path / "county")
    assert isinstance(program.window, MainWindow)
    assert "本机设置没有存上" in texts(program)
    program.window.set_text_size(1.25)
    assert program.furniture.scale.factor == 1.25
    assert isinstance(program.window.page, OfficePage)
    program.window.page.leave()
    assert isinstance(program.window.page, HomePage)


def test_a_missing_book_is_told_on_the_first_page(program: Program, tmp_path: Path) -> None:
    program.start(str(tmp_path / "没有.xunion"), demo=False)
    assert isinstance(program.window, WelcomePage)
    assert "没有" in texts(program)


def test_a_book_open_elsewhere_is_told(program: Program, county: Path, tmp_path: Path) -> None:
    shutil.copytree(county, tmp_path / "county")
    other = (
        "import sys\n"
        "from xunion_desktop import catalogue\n"
        "from xunion_desktop.store.book import Book\n"
        "with Book.open(sys.argv[1], catalogue.record_classes()):\n"
        "    print('open', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", other, str(tmp_path / "county")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "open"
        program.open(tmp_path / "county")
        told = texts(program)
        process.communicate("")
    assert "已经在另一个窗口打开" in told


def test_buttons_of_qt_itself_are_chinese(program: Program) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_a_bug_opens_one_window_with_the_report(watch: CrashWatch, qtbot: QtBot) -> None:
    sys.excepthook(ValueError, ValueError("a bug of the test"), None)
    sys.excepthook(ValueError, ValueError("another"), None)
    qtbot.waitUntil(lambda: watch.window is not None)
    assert watch.window is not None
    assert "a bug of the test" in watch.window.report.toPlainText()


OLD_BOOK = Path(__file__).parents[1] / "old_books" / "0.1.0" / "兴县"


def waiting(program: Program) -> list[WaitingPage]:
    assert program.window is not None
    return program.window.findChildren(WaitingPage)


def test_an_old_book_is_brought_up_to_date_beside_the_window_which_says_so(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(OLD_BOOK, tmp_path / "兴县")
    program.open(tmp_path / "兴县")
    (page,) = waiting(program)
    assert page.title.text() == "正在升级…"
    assert page.go_button.isHidden()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    assert waiting(program) == []


def test_an_old_book_that_cannot_be_brought_up_to_date_leads_to_the_first_page_which_says_why(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(OLD_BOOK, tmp_path / "兴县")
    (tmp_path / "兴县" / "book.db").write_bytes(b"no database " * 1000)
    program.open(tmp_path / "兴县")
    qtbot.waitUntil(lambda: waiting(program) == [], timeout=10_000)
    assert isinstance(program.window, WelcomePage)
    assert "损坏" in texts(program)


def test_papers_go_by_the_day_of_the_window_before_and_after_midnight(window: MainWindow) -> None:
    desk = window.desk
    desk.today = date(2026, 12, 31)
    assert desk.printing is not None
    assert desk.printing.today == date(2026, 12, 31)
    for clock in desk.findChildren(DayClock):
        clock.look()
    assert desk.printing.today == clock_day()
