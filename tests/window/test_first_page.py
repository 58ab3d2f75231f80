"""The first page shows at once: what an open book needs is not loaded before it, but while the clerk types.

A book without a log-in shows its window before anything is loaded that only papers and workbooks need.
"""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from xunion_desktop import catalogue
from xunion_desktop.app.loading import PARTS
from xunion_desktop.store.book import Book

ROOT = Path(__file__).parents[2]
OWNER = "王海燕", "一起上山去"
LATER = (  # libraries, and floors of the house, that no page before a book is open may load
    *("peewee", "playhouse", "apsw", "cryptography", "argon2", "reportlab", "fontTools", "docx", "lxml", "PIL"),
    *("python_calamine", "xlsxwriter", "segno", "PySide6.QtPrintSupport", "http", "ssl"),
    *("xunion_desktop.paper", "xunion_desktop.sheets", "xunion_desktop.documents", "xunion_desktop.branches"),
    *("xunion_desktop.people", "xunion_desktop.catalogue", "xunion_desktop.window", "xunion_desktop.desk.desk"),
    *("xunion_desktop.office.records", "xunion_desktop.home.tab", "xunion_desktop.store.book"),
    "xunion_desktop.store.record",
)
AT_WORK = (  # what the window over a book does not need before the first click
    *("reportlab", "fontTools", "docx", "lxml", "PIL", "python_calamine", "xlsxwriter", "segno"),
    *("PySide6.QtPrintSupport", "xunion_desktop.paper.form", "xunion_desktop.paper.typeset", "xunion_desktop.sheets"),
    *("xunion_desktop.paper.charts", "xunion_desktop.documents.print_desk", "xunion_desktop.branches.tab"),
)
FIRST_TAB = """
program.window.open_tab("branches")
said["loaded"] = sorted(sys.modules)
"""
STARTED = """
import json, sys
from datetime import date
import xunion_desktop.__main__
from xunion_desktop.app import Program
from xunion_desktop.basics.places import find_places, program_folder
program = Program(find_places(program_folder()), date(2026, 11, 24))
program.start(sys.argv[1], demo=False)
said = {"page": type(program.window).__name__, "loaded": sorted(sys.modules)}
"""
IN_PARTS = """
said["parts"] = []
loading = program.findChild(Loading)
while not loading.done:
    before = len(sys.modules)
    loading.load_one()
    said["parts"].append(len(sys.modules) - before)
before = set(sys.modules)
program._enter(Path(sys.argv[1]), Passed("王海燕", Keyring.read(Path(sys.argv[1]) / "keyring.json").unlock(*OWNER)))
said["then"] = sorted(name for name in set(sys.modules) - before if name.startswith("xunion_desktop"))
"""
END = "print(json.dumps(said)); import os; sys.stdout.flush(); os._exit(0)"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with a log-in, closed."""
    folder = tmp_path_factory.mktemp("locked")
    Book.build(folder / "县", catalogue.record_classes(), OWNER)
    return folder / "县"


@pytest.fixture(scope="module")
def free(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book without a log-in, closed."""
    folder = tmp_path_factory.mktemp("free")
    Book.build(folder / "县", catalogue.record_classes())
    return folder / "县"


def started(home: Path, book: str, more: str = "") -> dict[str, object]:
    """What a program of its own says when its first window stands."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XUNION_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", STARTED + more + END, book]
    said = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, timeout=60, check=True)
    answer: dict[str, object] = json.loads(said.stdout)
    return answer


def too_early(loaded: object, later: tuple[str, ...] = LATER) -> list[str]:
    assert isinstance(loaded, list)
    return [name for name in later if any(f"{each}.".startswith(f"{name}.") for each in loaded)]


def test_the_log_in_page_waits_for_no_room_and_no_database(tmp_path: Path, locked: Path) -> None:
    said = started(tmp_path, str(locked))
    assert (said["page"], too_early(said["loaded"])) == ("LoginPage", [])


def test_the_window_waits_for_nothing_that_only_papers_and_workbooks_need(tmp_path: Path, free: Path) -> None:
    said = started(tmp_path, str(free))
    assert (said["page"], too_early(said["loaded"], AT_WORK)) == ("MainWindow", [])


def test_the_first_tab_loads_no_paper_either(tmp_path: Path, free: Path) -> None:
    said = started(tmp_path, str(free), FIRST_TAB)
    assert too_early(said["loaded"], AT_WORK) == ["xunion_desktop.branches.tab"]


def test_what_the_first_click_needs_is_loaded_while_the_window_is_looked_at(tmp_path: Path, free: Path) -> None:
    looked = "from xunion_desktop.app.loading import Loading\n"
    looked += "loading = program.findChild(Loading)\n"
    looked += "while not loading.done:\n    program.app.processEvents()\nsaid['loaded'] = sorted(sys.modules)\n"
    loaded = started(tmp_path, str(free), looked)["loaded"]
    assert isinstance(loaded, list)
    assert {"xunion_desktop.documents.print_desk", "xunion_desktop.desk.print_page", "docx"} <= set(loaded)


def test_every_part_that_is_loaded_meanwhile_is_there() -> None:
    assert [part for part in PARTS if importlib.util.find_spec(f"xunion_desktop.{part}") is None] == []


def test_no_part_is_so_large_that_typing_would_stop_and_the_last_one_leaves_only_the_tab(
    tmp_path: Path, locked: Path
) -> None:
    names = "from pathlib import Path\nfrom xunion_desktop.app.loading import Loading\n"
    names += "from xunion_desktop.desk.door import Passed\nfrom xunion_desktop.store.keyring import Keyring\n"
    said = started(tmp_path, str(locked), f"{names}OWNER = {OWNER!r}\n{IN_PARTS}")
    parts, then = said["parts"], said["then"]
    assert isinstance(parts, list)
    assert isinstance(then, list)
    assert max(parts) <= 150, parts
    assert len(then) <= 5, then
