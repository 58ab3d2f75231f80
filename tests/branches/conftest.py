"""A book that the office has filled, the real ledger, and short ways to write what a test needs."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.branches.ledger import BranchImporter
from xunion_desktop.branches.records.course import Officer
from xunion_desktop.branches.records.dossier import DossierWriter
from xunion_desktop.branches.records.posts import save_officer
from xunion_desktop.documents.card import ROOM as DOCUMENTS
from xunion_desktop.office.filling import fill
from xunion_desktop.office.records import RECORDS as OFFICE
from xunion_desktop.office.records import DatedValue
from xunion_desktop.people.card import ROOM as PEOPLE
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.store.book import Book

TODAY = date(2026, 11, 23)
LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"


RECORDS = (*OFFICE, *DOCUMENTS.records(), *PEOPLE.records(), *BRANCHES.records())


@pytest.fixture
def records():
    return RECORDS


@pytest.fixture(scope="session")
def filled_book(tmp_path_factory):
    """A book with the office's values and dictionaries, made once; closed."""
    folder = tmp_path_factory.mktemp("filled")
    with Book.create(folder / "book", RECORDS, folder / "replicas") as book:
        fill(book)
    return folder / "book"


@pytest.fixture
def book(filled_book, tmp_path):
    """A copy of the filled book, open."""
    shutil.copytree(filled_book, tmp_path / "book")
    with Book.open(tmp_path / "book", RECORDS, tmp_path / "replicas") as book:
        yield book


@pytest.fixture
def put(book):
    """Set a dated value of the office; None = 未设置."""

    def put(name, value):
        with book.deed("年度数值") as deed:
            row = DatedValue.alive().where(DatedValue.name == name).first() or DatedValue(name=name)
            row.value = value
            deed.save(row)

    return put


@pytest.fixture
def add(book):
    """Add a union by its flat values, as of the first of 2026; returns its key."""

    def add(name="示例煤业有限公司工会委员会", day=date(2026, 1, 1), **values):
        with book.deed("新增") as deed:
            writer = DossierWriter(deed, day)
            key = writer.add({"name": name, **values})
            writer.finish()
        return key

    return add


@pytest.fixture
def appoint(book):
    """Give a union another officer, as the page does; returns the row."""

    def appoint(key, post, name, **values):
        officer = Officer(branch=key, post=post)
        with book.deed("新增成员") as deed:
            save_officer(deed, officer, {"post": post, "name": name, **values})
        return officer

    return appoint


@pytest.fixture
def change(book):
    """Change some values of a union from a day on."""

    def change(key, day=TODAY, **changed):
        with book.deed("修改") as deed:
            writer = DossierWriter(deed, day)
            writer.change(key, changed, changed)
            writer.finish()

    return change


@pytest.fixture
def import_ledger(book):
    """Import a workbook; returns the plan that was written."""

    def import_ledger(path=LEDGER, today=TODAY):
        importer = BranchImporter(today)
        plan = read_plan(read_workbook(path).first(), importer)
        with book.deed("导入基层工会台账") as deed:
            importer.write(deed, plan)
        return plan

    return import_ledger
