"""Leaving a book while the printer works: it is asked first; then the run ends properly, whichever way one leaves."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.county import TODAY
from tests.desk.test_printer import to_file
from tests.window.answering import answer
from tests.window.backing_up import backed_up
from xunion_desktop.app import Program
from xunion_desktop.catalogue import register
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.desk.messages import Note
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.desk.print_run import Runner
from xunion_desktop.desk.print_which import Which
from xunion_desktop.documents.records import Printing
from xunion_desktop.office.pages.recovery_page import RecoveryPage
from xunion_desktop.window import MainWindow

_LETTERS = 4


@pytest.fixture
def protected(window: MainWindow) -> None:
    """The book asks for a log-in."""
    window.desk.book.keys.protect("王海燕", "一起上山去")


@pytest.fixture
def runner(window: MainWindow, told: list[Note], tmp_path: Path, qtbot: QtBot) -> Runner:
    """Some letters go through the printer; the first side was sent, then the clerk paused it."""
    keys = register("branches", TODAY).keys("overdue", as_of=TODAY)[:_LETTERS]
    machines = Machines(names=lambda: ["试验"], make=lambda name: to_file(tmp_path / "out.pdf"))
    page = PrintPage(window.desk, "branches/election_reminder", keys, machines=machines)
    window.desk.show_page(page, "打印预览")
    qtbot.waitUntil(lambda: page.prepared is not None and not window.desk.jobs.busy, timeout=20_000)
    page.choice.which.radios[Which.ALL].setChecked(True)
    window.desk.jobs.started.connect(lambda job: job.ended.connect(lambda: _pause_after_one(page)))
    page.print()
    qtbot.waitUntil(lambda: page.machine.runner is not None, timeout=20_000)
    assert page.machine.runner is not None
    return page.machine.runner


def _pause_after_one(page: PrintPage) -> None:
    if page.machine.runner is not None:
        page.machine.runner.moved.connect(lambda _run: page.machine.runner and page.machine.runner.pause())


def ended(runner: Runner) -> bool:
    return not runner.run._painter.isActive()


@pytest.fixture
def other(county: Path, tmp_path: Path) -> Path:
    """Another book."""
    return Path(shutil.copytree(county, tmp_path / "other" / county.name))


def test_closing_is_asked_first(window: MainWindow, runner: Runner, told: list[Note]) -> None:
    assert not window.close()
    assert told[-1].text == "还在打印，要停下吗？"
    assert "打印登记" in told[-1].second
    assert not ended(runner)


def test_whoever_does_not_want_to_stop_goes_on_printing(window: MainWindow, runner: Runner, told: list[Note]) -> None:
    window.close()
    answer(told, "不做")
    assert window.isVisible()
    assert not ended(runner)


def test_the_window_closes_once_it_is_stopped(
    window: MainWindow, runner: Runner, told: list[Note], qtbot: QtBot
) -> None:
    window.close()
    answer(told, "停下并离开")
    assert ended(runner)
    qtbot.waitUntil(window.isHidden, timeout=20_000)


def test_what_was_to_be_printed_stands_in_the_register(window: MainWindow, runner: Runner, told: list[Note]) -> None:
    window.close()
    answer(told, "停下并离开")
    assert Printing.alive().count() == _LETTERS


def test_what_is_left_is_gone_on_with_from_the_register(
    program: Program, window: MainWindow, runner: Runner, told: list[Note], tmp_path: Path, county: Path, qtbot: QtBot
) -> None:
    sheet = runner.run.side.sheet
    window.close()
    answer(told, "停下并离开")
    program.open(tmp_path / county.name)
    qtbot.waitUntil(lambda: program.window is not window, timeout=20_000)
    assert isinstance(program.window, MainWindow)
    batch = Printing.get().batch.id
    page = PrintPage(program.window.desk, "branches/election_reminder", kept=str(batch))
    program.window.desk.show_page(page, "再看这一批")
    qtbot.waitUntil(lambda: page.prepared is not None, timeout=20_000)
    assert (page.choice.which.which, page.choice.which.sheet.value()) == (Which.SHEET, sheet)


@pytest.mark.parametrize("way", [Program.open, lambda program, _path: program.open_demo()])
def test_another_book_is_opened_only_after_asking(
    program: Program,
    window: MainWindow,
    runner: Runner,
    told: list[Note],
    other: Path,
    qtbot: QtBot,
    way: Callable[[Program, Path], None],
) -> None:
    way(program, other)
    assert program.window is window
    assert not ended(runner)
    answer(told, "停下并离开")
    assert ended(runner)
    qtbot.waitUntil(lambda: program.window is not window, timeout=60_000)


def test_a_backup_is_restored_only_after_asking(
    program: Program, window: MainWindow, runner: Runner, told: list[Note], qtbot: QtBot
) -> None:
    page = backed_up(program, window, qtbot)
    page.restore(page.shown[0])
    qtbot.waitUntil(lambda: told[-1].text.startswith("还在打印"), timeout=20_000)
    assert program.window is window
    answer(told, "停下并离开")
    assert ended(runner)
    assert program.window is not window


def test_whoever_stays_has_not_logged_out(program: Program, protected: None, runner: Runner, told: list[Note]) -> None:
    program.leaving.log_out()
    answer(told, "不做")
    assert program.stay is not None
    assert not program.stay._farewell


def test_behind_the_lock_nobody_is_asked(
    program: Program, protected: None, window: MainWindow, runner: Runner, qtbot: QtBot
) -> None:
    program.locking.lock()
    assert not ended(runner)
    program.leaving.log_out()
    assert ended(runner)
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage), timeout=20_000)


def test_a_book_that_is_left_without_asking_ends_the_run(program: Program, window: MainWindow, runner: Runner) -> None:
    program.close()
    assert ended(runner)


def test_the_end_of_the_session_waits_for_no_answer(program: Program, window: MainWindow, runner: Runner) -> None:
    program.leaving.session_ends(None)
    assert ended(runner)
    assert window.close()


def test_each_page_is_asked_about_by_itself(
    window: MainWindow, protected: None, runner: Runner, told: list[Note]
) -> None:
    window.show_page(RecoveryPage(window.desk, window.desk.book.keys.new_recovery_code(), printers=[]), "恢复单")
    window.close()
    answer(told, "停下并离开")
    assert ended(runner)
    assert told[-1].text == "恢复单还没有打印，也没有存 PDF。"
    assert window.isVisible()


def test_a_page_that_takes_the_place_of_the_print_page_ends_the_run(
    window: MainWindow, runner: Runner, told: list[Note]
) -> None:
    window.stack.clear_over(window.stack.tab)
    assert ended(runner)
    assert told[-1].text.startswith("停在第")


def test_another_tab_leaves_the_printer_at_work(window: MainWindow, runner: Runner) -> None:
    window.open_tab("documents")
    assert not ended(runner)
