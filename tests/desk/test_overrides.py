"""A bug inside Qt's own call of a method is told like any other, and the program lives on."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from types import FunctionType
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget

import xunion_desktop
from xunion_desktop.desk.overrides import guarded

ROOMS_OF_QT = (".desk.", ".pages.", ".tab", ".window", ".app")
PLANTED = """
import sys
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from xunion_desktop.desk.overrides import guarded

caught = []
sys.excepthook = lambda kind, error, trace: caught.append(kind.__name__)

class Page(QWidget):
    @guarded()
    def showEvent(self, event):
        1 / 0
    @guarded()
    def paintEvent(self, event):
        {}["x"]
    @guarded()
    def keyPressEvent(self, event):
        int("x")

class Model(QAbstractTableModel):
    @guarded(0)
    def rowCount(self, parent=None):
        return 1
    @guarded(0)
    def columnCount(self, parent=None):
        return 1
    @guarded()
    def data(self, index, role=0):
        None.nothing

app = QApplication([])
page, table, model = Page(), QTableView(), Model()
table.setModel(model)
for widget in (page, table):
    widget.show()
    widget.grab()
QTest.keyClick(page, Qt.Key.Key_A)
print(sorted(set(caught)))
"""


def qt_classes() -> Iterator[type]:
    """Every class of ours that Qt knows."""
    for module in pkgutil.walk_packages(xunion_desktop.__path__, "xunion_desktop."):
        if any(part in f"{module.name}." for part in ROOMS_OF_QT):
            loaded = importlib.import_module(module.name)
            classes = (one for one in vars(loaded).values() if inspect.isclass(one) and one.__module__ == module.name)
            yield from (one for one in classes if issubclass(one, QObject | QLayout))


def overrides(of: type) -> Iterator[str]:
    """The methods of this class that Qt has too."""
    theirs = [base for base in of.__mro__ if base.__module__.startswith("PySide6")]
    for name, member in vars(of).items():
        own = isinstance(member, FunctionType) and not name.startswith("__")
        if own and any(callable(vars(base).get(name)) for base in theirs):
            yield name


def test_every_override_of_a_qt_method_is_guarded() -> None:
    open_ones = [
        f"{of.__module__}.{of.__name__}.{name}"
        for of in qt_classes()
        for name in overrides(of)
        if not hasattr(vars(of)[name], "__wrapped__")
    ]
    assert open_ones == []


def test_errors_in_methods_that_qt_calls_reach_the_excepthook_and_the_program_lives() -> None:
    run = subprocess.run([sys.executable, "-c", PLANTED], capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stdout.strip()) == (
        0,
        "['AttributeError', 'KeyError', 'ValueError', 'ZeroDivisionError']",
    ), run.stderr


def test_what_qt_is_given_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(kind))

    class Card(QWidget):
        @guarded(0)
        def height_at(self, width: int) -> int:
            return width // 0

    assert (Card.height_at(object.__new__(object), 3), told) == (0, [ZeroDivisionError])  # type: ignore[arg-type]


def test_a_painter_has_ended_when_qt_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: kept.append(error))

    class Painter:
        ended = False

        def __del__(self) -> None:
            Painter.ended = True

    @guarded()
    def paint() -> None:
        painter = Painter()
        raise ValueError(id(painter))

    paint()
    assert (len(kept), Painter.ended) == (1, True)
