"""A program of which an icon is gone has its windows all the same, and each says what to do about it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xunion_desktop.app import Program
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.desk.messages import Note
from xunion_desktop.home.pages.welcome import WelcomePage
from xunion_desktop.store.book import Book
from xunion_desktop.window import MainWindow

GONE = "程序自带的文件 {}.svg 不见了。"


@pytest.fixture(autouse=True)
def incomplete(program: Program, tmp_path: Path) -> None:
    """Of this program the icons of a note, of the search and of the log-in are gone."""
    icons = program.furniture.icons
    icons._folder = shutil.copytree(resource("icons"), tmp_path / "icons")
    for name in ("alert-triangle", "info-circle", "search", "lock"):
        (tmp_path / "icons" / f"{name}.svg").unlink()


def labels(program: Program) -> list[str]:
    assert program.window is not None
    return [label.text() for label in program.window.findChildren(QLabel)]


def test_the_first_page_says_it(program: Program) -> None:
    program.begin("", demo=False)
    assert isinstance(program.window, WelcomePage)
    assert [text for text in labels(program) if text.startswith("程序自带的文件")]


def test_the_main_window_says_it_once_it_is_up(
    program: Program, county: Path, tmp_path: Path, told: list[Note], qtbot: QtBot
) -> None:
    shutil.copytree(county, tmp_path / county.name)
    program.begin(str(tmp_path / county.name), demo=False)
    assert isinstance(program.window, MainWindow)
    qtbot.waitUntil(lambda: GONE.format("search") in labels(program))
    assert [note.text for note in told if "程序自带的文件" in note.text] == [GONE.format("search")]


def test_the_log_in_says_it(program: Program, county: Path, tmp_path: Path) -> None:
    place = shutil.copytree(county, tmp_path / county.name)
    with Book.open(place, (), tmp_path / "replicas") as book:
        book.keys.protect("王海燕", "一起上山去")
    program.begin(str(place), demo=False)
    assert isinstance(program.window, LoginPage)
    assert GONE.format("lock") in labels(program)
