"""The records of people, office and branches, the real ledger, and short ways to write what a test needs."""

from datetime import date
from pathlib import Path

import pytest

from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.branches.ledger import BranchImporter
from xunion_desktop.branches.records.dossier import DossierWriter
from xunion_desktop.office.records import RECORDS as OFFICE
from xunion_desktop.people.card import ROOM as PEOPLE
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import read_workbook

TODAY = date(2026, 11, 23)
LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"


@pytest.fixture
def records():
    return (*OFFICE, *PEOPLE.records(), *BRANCHES.records())


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
