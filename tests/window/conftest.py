"""The running program over a small demo county, in folders of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.county import TODAY
from xunion_desktop.app import Program
from xunion_desktop.basics.places import Places
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.messages import Note
from xunion_desktop.window import MainWindow


@pytest.fixture
def county(demo_county: Path) -> Path:
    return demo_county


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    program = Program(Places(tmp_path / "books", tmp_path / "settings.json", tmp_path / "logs"), TODAY)
    yield program
    program.close()
    if program.window is not None:
        program.window.close()
        program.window.deleteLater()


@pytest.fixture
def window(program: Program, county: Path, tmp_path: Path) -> MainWindow:
    """The window over a copy of the county."""
    shutil.copytree(county, tmp_path / county.name)
    program.open(tmp_path / county.name)
    assert isinstance(program.window, MainWindow)
    program.window.leave_page(program.window.page)  # it asks for the own union first
    program.window.resize(1366, 697)
    return program.window


@pytest.fixture
def told(program: Program) -> list[Note]:
    """All that the program says, of whichever window."""
    notes: list[Note] = []
    program.furniture.messages.said.connect(notes.append)
    return notes


@pytest.fixture
def watch(program: Program) -> Iterator[CrashWatch]:
    """The watch behind the excepthooks, installed while the test runs."""
    program.watch.install()
    yield program.watch
    program.watch.uninstall()
    if program.watch.window is not None:
        program.watch.window.close()
