"""Runs through the printer of a print page, as a test drives them: to the end, or until a sheet jams."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from xunion_desktop.desk.background import Job
from xunion_desktop.desk.messages import Note
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.desk.print_run import Runner

Finish = Callable[[], None]


def run_through(page: PrintPage, said: list[Note], finish: Finish, qtbot: QtBot) -> None:
    """Print what is chosen on this page, to the end."""
    said.clear()
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))


def stop_at_sheet(page: PrintPage, sheet: int, finish: Finish, qtbot: QtBot) -> None:
    """Print, and stop when this sheet would be sent."""
    _print(page, finish, lambda run: run.moved.connect(lambda at: at.side.sheet == sheet and page.machine.stop()))
    qtbot.waitUntil(lambda: page.machine.runner is None)


def pause_before_the_first_side(page: PrintPage, finish: Finish) -> None:
    """Print, and pause when the printer is ready."""
    _print(page, finish, lambda run: run.pause())


def _print(page: PrintPage, finish: Finish, ready: Callable[[Runner], object]) -> None:
    """Print; ``ready`` is called with the run before its first side is sent."""

    def look() -> None:
        if page.machine.runner is not None:
            ready(page.machine.runner)

    def look_after(job: Job) -> None:
        job.ended.connect(look)

    page.desk.jobs.started.connect(look_after)
    page.print()
    look()
    finish()
    page.desk.jobs.started.disconnect(look_after)
