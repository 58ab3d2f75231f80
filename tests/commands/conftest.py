"""Commands are run in process by ``main(argv)``; whatever they keep on this PC goes into the test's own folder."""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.commands.crew import CLERK, OWNER, READER, WORD
from xunion_desktop.__main__ import main
from xunion_desktop.basics.rights import Role
from xunion_desktop.catalogue import record_classes
from xunion_desktop.office.access import add_user
from xunion_desktop.store.book import Book
from xunion_desktop.store.unlocking import ByPassword

LEDGER = Path(__file__).parent.parent / "data" / "branches_ledger.xls"
TODAY = "2026-11-24"


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    """Notes of copies of books lie in the user's data folder: here in the test's."""
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # which every command sets anew


@pytest.fixture
def run(capsys):
    """Run a command on the test's day; give what it said."""

    def run(*words: object) -> Said:
        capsys.readouterr()
        code = main([*map(str, words), "--today", TODAY])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def manned(owned):
    """The book that the test's ``owned`` has made, with a reader and a clerk."""
    with Book.open("兴县", record_classes(), unlock=ByPassword(OWNER, WORD)) as book:
        add_user(book, READER, Role.READER, WORD)
        add_user(book, CLERK, Role.CLERK, WORD)


@pytest.fixture(scope="session")
def imported_once(tmp_path_factory):
    """The real ledger, imported once for all tests of this folder."""
    folder = tmp_path_factory.mktemp("imported")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XUNION_HOME", str(folder / "data"))
        patch.setenv("LOCALAPPDATA", str(folder / "data"))
        main(["import", "branches", str(LEDGER), "--book", str(folder / "county"), "--commit", "--today", TODAY])
    return folder / "county"


@pytest.fixture
def county(imported_once, tmp_path):
    """A copy of the book with the imported ledger."""
    shutil.copytree(imported_once, tmp_path / "county")
    return tmp_path / "county"
