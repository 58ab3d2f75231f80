"""A backup made on its page, as a clerk does it."""

from pytestqt.qtbot import QtBot

from xunion_desktop.app import Program
from xunion_desktop.office.pages.backup_page import BackupPage
from xunion_desktop.window import MainWindow


def backed_up(program: Program, window: MainWindow, qtbot: QtBot) -> BackupPage:
    """Open 备份与恢复 and make one; the page lists it."""
    window.open_menu_page("backup")
    page = window.page
    assert isinstance(page, BackupPage)
    page.make()
    qtbot.waitUntil(lambda: bool(page.shown) and not program.furniture.jobs.busy, timeout=20_000)
    return page
