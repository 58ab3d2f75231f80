"""The pages for the safety of the book, driven through the window: a restore, and the ways from page to page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.window.backing_up import backed_up
from xunion_desktop.app import Program
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.history_page import HistoryPage
from xunion_desktop.office.pages.journal_page import JournalPage
from xunion_desktop.office.safekeeping import Safekeeping
from xunion_desktop.store.log import Logged
from xunion_desktop.window import MainWindow

NEW = "兴县示例供电所工会"


def settled(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.furniture.jobs.busy, timeout=20_000)


def add_union(program: Program) -> None:
    assert program.book is not None
    with program.book.deed("新增工会") as deed:
        deed.save(Branch(name=NEW))


def there() -> bool:
    return bool(Branch.alive().where(Branch.name == NEW).exists())


def test_a_restore_opens_the_book_as_it_was_and_keeps_the_present_one(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    page = backed_up(program, window, qtbot)
    add_union(program)
    page.restore(page.shown[0])
    qtbot.waitUntil(lambda: program.window is not window, timeout=20_000)
    assert program.book is not None
    assert not there()
    assert program.book.log_lines(5, Logged.RESTORED)
    kept = [path for path in program.book.place.folder.parent.iterdir() if "恢复前" in path.name]
    assert len(kept) == 1


def test_a_change_of_a_record_leads_to_its_deed(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    add_union(program)
    union = Branch.alive().where(Branch.name == NEW).get()
    history = HistoryPage(window.desk, union)
    qtbot.addWidget(history)
    assert program.book is not None
    window.desk.open_deed(program.book.history(union.kind_of(), union.id)[0].deed)
    page = window.page
    assert isinstance(page, JournalPage)
    assert [line.label for line in page.deeds.lines] == ["新增工会"]


def test_the_menu_offers_the_pages(window: MainWindow) -> None:
    menu: Callable[[], object] = window.settings.menu
    words = [action.text() for action in menu().actions()]  # type: ignore[attr-defined]
    assert {"操作记录", "回收站", "备份与恢复", "体检"} <= set(words)


def test_a_backup_that_makes_itself_goes_to_the_second_place_too(
    program: Program, window: MainWindow, tmp_path: Path
) -> None:
    assert program.book is not None
    assert program.copies is not None
    places = Safekeeping(program.book, program.settings)
    (tmp_path / "优盘").mkdir()
    places.choose_second(tmp_path / "优盘")
    add_union(program)
    assert program.copies.copy("自动", None).proved
    assert places.second is not None
    assert places.second.last_proved() is not None
    assert places.here.last_second() is not None


def test_what_home_says_of_the_backups_is_read_anew_after_each_but_not_on_the_way_out(
    program: Program, window: MainWindow
) -> None:
    """No other page is: a clerk may be typing there, half an hour after the last backup."""
    seen, others = [], []
    window.desk.copied.connect(lambda: seen.append("首页"))
    window.desk.changed.connect(others.append)
    assert program.copies is not None
    program.copies.made.emit(None)
    program.copies.forgo()
    program.copies.made.emit(None)
    assert (seen, others) == (["首页"], [])
