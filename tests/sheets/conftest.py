"""What the tests of the import share: the ledger in four formats, and an importer that knows its headings."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.sheets.importer import Existing, Known, Target
from xunion_desktop.sheets.read import Sheet
from xunion_desktop.sheets.readers import read_session, read_years
from xunion_desktop.store.columns import Column, Kind

LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
TODAY = date(2026, 11, 2)


def _targets() -> tuple[Target, ...]:
    """Columns under other labels than the ledger's headings, so that the synonyms have to find them."""
    return (
        Target(Column("code", "信用代码", Kind.CREDIT_CODE), ("统一社会信用代码",)),
        Target(Column("name", "名称", required=True), ("工会名称",)),
        Target(Column("nature", "性质"), ("单位性质",)),
        Target(Column("township", "乡镇"), ("所属乡镇",)),
        Target(Column("founded", "建会日期", Kind.DATE), ("建会时间",)),
        Target(Column("session", "届", Kind.WHOLE), ("届次",), read_session),
        Target(Column("term_start", "届期开始", Kind.DATE), ("本届任期/起",)),
        Target(Column("term_years", "任期年数", Kind.WHOLE), ("本届任期/届(年)",), read_years),
        Target(Column("staff", "职工人数", Kind.WHOLE), ("职工数/总数", "职工数")),
        Target(Column("women", "女职工", Kind.WHOLE), ("职工数/其中:女",)),
        Target(Column("members", "会员人数", Kind.WHOLE), ("会员数/总数", "会员数")),
        Target(Column("women_members", "女会员", Kind.WHOLE), ("会员数/其中:女",)),
        Target(Column("chair", "主席"), ("工会主席/姓名", "工会主席")),
        Target(Column("phone", "主席电话", Kind.PHONE), ("工会主席/联系电话", "联系电话")),
        Target(Column("womens", "女职工委员会", Kind.YES_NO), ("女工委",)),
        Target(Column("state", "状态")),
        Target(Column("remark", "备注", Kind.LONG_TEXT)),
    )


@dataclass
class LedgerImporter:
    """A room that keeps what it is given in a list."""

    known: list[Known] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    targets: tuple[Target, ...] = field(default_factory=_targets)
    match_by: tuple[str, ...] = ("code", "name")
    register: str = "branches"
    title: str = "基层工会台账"
    measure: str = "家"
    today: date = TODAY

    def complete(self, values: dict[str, Any]) -> dict[str, Any]:
        """A remark 已并入 is a state."""
        return {**values, "state": "已并入"} if values.get("remark") == "已并入" else values

    def check(self, values: dict[str, Any]) -> list[Problem]:
        """Two rules, enough to see both levels."""
        problems = []
        if not values.get("code"):
            problems.append(Problem("没有信用代码。", "code", Level.DOUBT, "ORG-45"))
        if values.get("members", 0) > values.get("staff", values.get("members", 0)):
            problems.append(Problem("会员多于职工。", "members"))
        return problems

    def existing(self) -> Existing:
        """What the test says is in the book."""
        return Existing.of(self.known)

    def write(self, deed: Any, plan: Any, progress: Any = None) -> None:
        """Not asked here."""
        raise NotImplementedError

    def remembered(self) -> dict[str, str]:
        """What the test says was learned."""
        return self.headings

    def remember(self, _note: Any, learned: Any) -> None:
        """Keep it."""
        self.headings = dict(learned)


@pytest.fixture
def importer() -> LedgerImporter:
    """The importer with an empty book."""
    return LedgerImporter()


@pytest.fixture
def known():
    """Makes a record of the book: known("k1", name=…, code=…)."""
    return lambda key, **values: Known(key, values["name"], values)


@pytest.fixture
def xls_ledger() -> Path:
    """The real ledger as it came."""
    return LEDGER


@pytest.fixture
def sheet():
    """Makes a sheet of rows, each as wide as the widest: sheet(["名称", "职工数"], ["甲", 40])."""

    def make(*rows: list[Any], merged: list[Any] | None = None, name: str = "表") -> Sheet:
        width = max(map(len, rows), default=0)
        return Sheet(name, [[*row, *[""] * (width - len(row))] for row in rows], merged or [])

    return make


@pytest.fixture(params=["xls", "xlsx", "ods", "csv"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The real ledger, in each of the four formats."""
    if request.param == "xls":
        return LEDGER
    sheet = CalamineWorkbook.from_path(LEDGER).get_sheet_by_index(0)
    path = tmp_path / f"branches_ledger.{request.param}"
    rows = sheet.to_python(skip_empty_area=False)
    {"xlsx": _write_xlsx, "ods": _write_ods, "csv": _write_csv}[request.param](path, rows, sheet.merged_cell_ranges)
    return path


@pytest.fixture
def xlsx(tmp_path: Path):
    """Writes rows as a small .xlsx and gives its path."""

    def write(*rows: list[Any], name: str = "表.xlsx", merged: tuple[str, ...] = ()) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def _write_xlsx(path: Path, rows: list[list[Any]], merged: list[Any]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    for (top, left), (bottom, right) in merged:
        sheet.merge_cells(f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right + 1)}{bottom + 1}")
    book.create_sheet("Sheet2")
    book.save(path)


def _write_ods(path: Path, rows: list[list[Any]], merged: list[Any]) -> None:
    spans = {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in merged}
    document = OpenDocumentSpreadsheet()
    table = Table(name="台账")
    for index, row in enumerate(rows):
        line = TableRow()
        for column, cell in enumerate(row):
            line.addElement(_ods_cell(cell, spans.get((index, column)), index, column, merged))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(path)


def _ods_cell(cell: Any, span: Any, row: int, column: int, merged: list[Any]) -> Any:
    covered = any(t <= row <= b and left <= column <= r and (row, column) != (t, left) for (t, left), (b, r) in merged)
    if covered:
        return CoveredTableCell()
    spans = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]} if span else {}
    if isinstance(cell, date):
        kind = {"valuetype": "date", "datevalue": cell.isoformat()}
    elif isinstance(cell, int | float):
        kind = {"valuetype": "float", "value": str(cell)}
    else:
        kind = {"valuetype": "string"} if cell else {}
    element = TableCell(**kind, **spans)
    if cell != "":
        element.addElement(P(text=str(cell)))
    return element


def _write_csv(path: Path, rows: list[list[Any]], _merged: list[Any]) -> None:
    """As Excel here saves it: GB18030, and dates and phone numbers in their worst spelling."""
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        for row in rows:
            writer.writerow([f"{cell} 00:00:00" if isinstance(cell, date) else cell for cell in row])


@pytest.fixture
def ods(tmp_path: Path):
    """Writes rows as a small .ods and gives its path; ``repeat`` writes the rows below the header once for many."""

    def write(rows: list[list[Any]], repeat: int = 1) -> Path:
        document = OpenDocumentSpreadsheet()
        table = Table(name="表")
        for index, row in enumerate(rows):
            line = TableRow(numberrowsrepeated=repeat) if index and repeat > 1 else TableRow()
            for column, cell in enumerate(row):
                line.addElement(_ods_cell(cell, None, index, column, []))
            table.addElement(line)
        document.spreadsheet.addElement(table)
        document.save(tmp_path / "表.ods")
        return tmp_path / "表.ods"

    return write
