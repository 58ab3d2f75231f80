"""The log lies unencrypted on the PC: it tells places in the code and classes of faults, never a name or a number."""

import ast
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.county import TODAY
from xunion_desktop.app import Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.program_log import keep_log
from xunion_desktop.branches.ledger import BranchImporter
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.crash import CrashWatch
from xunion_desktop.desk.import_work import write_plan
from xunion_desktop.sheets.plan import ImportPlan, read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.window import MainWindow

LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
PACKAGE = Path(__file__).parents[2] / "xunion_desktop"
CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture
def logged(program: Program) -> Iterator[Path]:
    """The log file, kept while the test runs."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    keep_log(program.places.logs)
    yield program.places.logs / "xunion.log"
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture
def plan(window: MainWindow) -> ImportPlan:
    """The real ledger, with one row that is refused, read into the book of the window."""
    read = read_plan(read_workbook(LEDGER).first(), BranchImporter(TODAY))
    assert len(read.refused) == 1
    write_plan(window.desk.book, read, lambda _progress: None, lambda _done, _all: None)
    return read


@pytest.fixture
def crashed(watch: CrashWatch, window: MainWindow, plan: ImportPlan, logged: Path, qtbot: QtBot) -> str:
    """What the log says after a bug and a Trouble that both quote a union of the ledger."""
    name = plan.refused[0].title
    window.desk.jobs.run("坏", lambda _progress: {}[name], lambda _result: None)
    window.desk.jobs.run("乱", lambda _progress: 1, lambda _result: _refuse(name))
    qtbot.waitUntil(lambda: watch.window is not None and window.messages.note is not None)
    assert watch.window is not None
    assert name in watch.window.report.toPlainText()
    return logged.read_text(encoding="utf-8")


def _refuse(name: str) -> None:
    raise Trouble(f"“{name}”不能保存。")


def test_a_bug_and_a_trouble_are_found_in_the_log(crashed: str) -> None:
    assert "CRITICAL" in crashed
    assert "KeyError" in crashed
    assert "test_log.py" in crashed
    assert "Trouble" in crashed


def test_no_name_stands_in_the_log(crashed: str) -> None:
    names = {branch.name for branch in Branch.alive()}
    assert len(names) > 200
    assert not [name for name in names if name in crashed]
    assert not CHINESE.search(crashed)


def test_a_book_that_does_not_open_is_logged_without_its_name(program: Program, logged: Path, tmp_path: Path) -> None:
    program.open(tmp_path / "兴县总工会.xunion")
    said = logged.read_text(encoding="utf-8")
    assert "book not open" in said
    assert "Trouble" in said
    assert not CHINESE.search(said)


def test_no_logging_call_hands_the_log_an_error_itself() -> None:
    """``exc_info`` and ``log.exception`` write the error's words, which quote what the clerk typed."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"log", "logging", "logger"}
        and (node.func.attr == "exception" or "exc_info" in {word.arg for word in node.keywords})
    ]
    assert found == []
