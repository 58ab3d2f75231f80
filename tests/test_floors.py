"""The floor plan. The list ``FLOORS`` *is* the plan: a new folder must be given a floor here before it may exist.

Imports go down only, rooms on one floor do not know each other, and each library is known in its own places only
(design.md §1). The plan is read from the source by ``ast``, so imports inside functions count as well.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "xunion_desktop"

ROOMS_OF_THE_WORK = (
    *("dues", "competitions", "innovation", "safety", "training", "facilities"),
    *("aid", "revival", "rights", "publicity", "studies"),
)

# Top to bottom; units of one line stand on one floor. ``commands`` (the command line: one module per command) is not
# in design.md §1: it stands over the catalogue, whose rooms it works on, and beneath the window, which it never knows.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("showing",),
    ("app",),
    ("window",),
    ("commands",),
    ("catalogue",),
    ("home", "yearly"),
    ("standing",),
    ROOMS_OF_THE_WORK,
    ("matters", "campaigns"),
    ("honours",),
    ("members",),
    ("branches",),
    ("people",),
    ("scorecards",),
    ("documents",),
    ("office",),
    ("desk",),
    ("sheets",),
    ("paper",),
    ("store",),
    ("basics",),
)
FLOOR_OF = {unit: number for number, floor in enumerate(FLOORS) for unit in floor}

# library -> where it may be imported: a folder (store/), a file name (tab.py) or the start of one (records*)
PLACES = {
    "PySide6": ("desk/", "pages/", "tab.py", "window.py", "app/"),
    "shiboken6": ("desk/", "pages/", "tab.py", "window.py", "app/"),
    "peewee": ("store/", "records*", "figures*"),
    "playhouse": ("store/",),
    "apsw": ("store/",),
    "cryptography": ("store/",),
    "argon2": ("store/",),
    "reportlab": ("paper/",),
    "docx": ("paper/",),
    "python_calamine": ("sheets/",),
    "xlsxwriter": ("sheets/",),
}

# Inside a room, who knows whom: a module may import only what stands further right
KNOWLEDGE = {"tab": 0, "pages": 1, "papers": 2, "figures": 3, "duties": 3, "records": 4, "rules": 5}
THE_GLOBAL = ".store.record.bound"  # the one open book of a process (design.md §3): the store tells others of it

# What a rules.py may not touch: the disk, the clock, the book, the screen
IMPURE_MODULES = {"os", "io", "pathlib", "time", "shutil", "peewee", "PySide6", "store", "sheets", "paper", "desk"}
IMPURE_CALLS = {"open", "now", "today", "utcnow", "read_text", "write_text"}


def modules(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Every module: its path inside the package ('store/book.py') and its tree."""
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imports(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of all that is imported; names inside the package begin with a dot: '.store.book.Book'."""
    folder = path.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            above = folder[: len(folder) - node.level + 1]
            start = ".".join(["", *above, *filter(None, [node.module])])
            names = [f"{start}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            yield node.lineno, name.removeprefix("xunion_desktop") if name.startswith("xunion_desktop.") else name


def unit_of(path: str) -> str:
    """The folder or top file that a module belongs to."""
    return path.partition("/")[0].removesuffix(".py")


def is_in_place(path: str, places: tuple[str, ...]) -> bool:
    """Whether this module is one of the places of a library."""
    parts = path.split("/")
    return any(
        place[:-1] in parts[:-1]
        if place.endswith("/")
        else any(part.startswith(place[:-1]) for part in parts[1:])
        if place.endswith("*")
        else parts[-1] == place
        for place in places
    )


def breaches(package: Path) -> list[str]:
    """Everything in this package that is against the plan, one sentence each."""
    found = []
    for path, tree in modules(package):
        unit = unit_of(path)
        if unit not in FLOOR_OF and path != "__init__.py":
            found.append(f"{path}: {unit} has no floor")
            continue
        for line, name in imports(path, tree):
            against = wrong_import(path, unit, name)
            if against:
                found.append(f"{path}:{line}: {against}")
        if unit_of(path.split("/")[-1]) == "rules":
            found += [f"{path}:{line}: {what} in rules" for line, what in impurities(path, tree)]
    return found


def wrong_import(path: str, unit: str, name: str) -> str:
    """Why this module may not import this name; '' if it may."""
    if not name.startswith("."):
        library = name.partition(".")[0]
        known = library not in PLACES or is_in_place(path, PLACES[library])
        return "" if known else f"{library} is not known here"
    target, *inner = name.split(".")[1:]
    if name == THE_GLOBAL and unit != "store":
        return "the open book is not looked up here"
    if target == unit:
        return knows_too_much(path, inner)
    if target not in FLOOR_OF:
        return "" if target.startswith("__") else f"{target} has no floor"
    if FLOOR_OF[target] > FLOOR_OF.get(unit, len(FLOORS)):
        return ""
    return f"{unit} imports {target}, which stands {'beside' if FLOOR_OF[target] == FLOOR_OF.get(unit) else 'above'} it"


def knows_too_much(path: str, inner: list[str]) -> str:
    """Inside a room: whether a module imports one that may know it (records → papers)."""
    parts = path.removesuffix(".py").split("/")
    own, other = KNOWLEDGE.get(parts[1] if len(parts) > 1 else ""), KNOWLEDGE.get(inner[0] if inner else "")
    if own is None or other is None or own < other or parts[1] == inner[0]:
        return ""
    return f"{parts[1]} imports {inner[0]}, which stands over it in a room"


def impurities(path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What makes rules impure: modules of disk, clock, book or screen, and calls that read clock or disk."""
    for line, name in imports(path, tree):
        parts = name.lstrip(".").split(".")
        if parts[0] in IMPURE_MODULES:
            yield line, parts[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in IMPURE_CALLS:
                yield node.lineno, called


def test_the_house_keeps_to_its_plan():
    assert breaches(PACKAGE) == []


def test_every_floor_of_the_plan_is_named_once():
    assert len(FLOOR_OF) == sum(len(floor) for floor in FLOORS)


PLANTED = {
    "an import upwards": ("store/book.py", "from ..desk.theme import px", "store imports desk"),
    "an import upwards by its full name": (
        "paper/pdf.py",
        "import xunion_desktop.office.values",
        "paper imports office",
    ),
    "an import upwards inside a function": (
        "desk/x.py",
        "def f():\n    from ..people import rules",
        "desk imports people",
    ),
    "a room that knows its neighbour": ("dues/rules.py", "from ..aid import rules", "stands beside it"),
    "a room that knows the catalogue": ("home/tab.py", "from ..catalogue import ROOMS", "home imports catalogue"),
    "a folder without a floor": ("helpers/x.py", "", "helpers has no floor"),
    "a top file without a floor": ("utils.py", "", "utils has no floor"),
    "Qt outside the desk": ("store/book.py", "from PySide6 import QtCore", "PySide6 is not known here"),
    "Qt on the command line": ("commands/take_out.py", "import PySide6.QtCore", "PySide6 is not known here"),
    "the one global outside the store": (
        "office/duties.py",
        "from ..store.record import bound",
        "the open book is not looked up here",
    ),
    "peewee in a tab": ("branches/tab.py", "import peewee as pw", "peewee is not known here"),
    "reportlab outside paper": ("documents/printing.py", "from reportlab.pdfgen import canvas", "reportlab is not"),
    "a reader of workbooks outside sheets": ("branches/importing.py", "import python_calamine", "python_calamine is"),
    "a writer of workbooks outside sheets": ("desk/export.py", "import xlsxwriter", "xlsxwriter is not known here"),
    "the driver outside the store": ("office/records.py", "import apsw", "apsw is not known here"),
    "records that know their papers": ("dues/records.py", "from . import papers", "records imports papers"),
    "rules that know the store": ("dues/rules.py", "from ..store.record import Record", "store in rules"),
    "rules that read the clock": ("dues/rules.py", "from datetime import date\nx = date.today()", "today in rules"),
    "rules that read a file": ("dues/rules.py", "x = open('a')", "open in rules"),
}


@pytest.mark.parametrize("case", PLANTED, ids=str)
def test_a_planted_breach_is_found(tmp_path, case):
    path, source, sentence = PLANTED[case]
    file = tmp_path / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(source, encoding="utf-8")
    assert [found for found in breaches(tmp_path) if sentence in found]


ALLOWED = {
    "a room that knows its floor below": ("branches/records.py", "import peewee\nfrom ..people.records import Person"),
    "records that grew into a folder": ("branches/records/chips.py", "import peewee as pw"),
    "a page of a room": ("branches/pages/panel.py", "from PySide6 import QtWidgets\nfrom .. import papers"),
    "the window that knows the catalogue": ("window.py", "from PySide6 import QtCore\nfrom .catalogue import ROOMS"),
    "a name of the package itself": ("app.py", "from . import __version__"),
}


@pytest.mark.parametrize("case", ALLOWED, ids=str)
def test_what_the_plan_allows_is_left_alone(tmp_path, case):
    path, source = ALLOWED[case]
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    assert breaches(tmp_path) == []
