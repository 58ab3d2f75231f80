"""Runs through the printer of a print page, as a test drives them: to the end, or until a sheet jams."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from xunion_desktop.desk.messages import Note
from xunion_desktop.desk.print_page import PrintPage

Finish = Callable[[], None]


def run_through(page: PrintPage, said: list[Note], finish: Finish, qtbot: QtBot) -> None:
    """Print what is chosen on this page, to the end."""
    said.clear()
    page.print()
    finish()
    qtbot.waitUntil(lambda: bool(said))


def stop_at_sheet(page: PrintPage, sheet: int, finish: Finish, qtbot: QtBot) -> None:
    """Print, and stop when this sheet would be sent."""

    def watch() -> None:
        if page.machine.runner is not None:
            page.machine.runner.moved.connect(lambda run: run.side.sheet == sheet and page.machine.stop())

    def watch_after(job) -> None:  # before the first side is sent
        job.ended.connect(watch)

    page.desk.jobs.started.connect(watch_after)
    page.print()
    watch()
    finish()
    page.desk.jobs.started.disconnect(watch_after)
    qtbot.waitUntil(lambda: page.machine.runner is None)


def pause_before_the_first_side(page: PrintPage, finish: Finish) -> None:
    """Print, and pause when the printer is ready."""

    def pause() -> None:
        if page.machine.runner is not None:
            page.machine.runner.pause()

    def pause_after(job) -> None:
        job.ended.connect(pause)

    page.desk.jobs.started.connect(pause_after)
    page.print()
    pause()
    finish()
    page.desk.jobs.started.disconnect(pause_after)
