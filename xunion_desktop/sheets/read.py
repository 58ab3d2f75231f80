"""Reading a workbook: .xls .xlsx .ods .csv become sheets of rows; every fault becomes one sentence with a remedy.

The file is known by its first bytes, not by its name, since tables are passed on under wrong endings. It is read into
memory at once, so that nothing is locked while the clerk looks at it.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.held import holder_after
from xunion_desktop.sheets import csv_text
from xunion_desktop.sheets.cells import CellFault, Row, all_blank
from xunion_desktop.sheets.compound import SIGNATURE
from xunion_desktop.sheets.faults import Faults, find_faults
from xunion_desktop.sheets.foreign import BROKEN, CHOOSE, SAVE_AS, damaged, locked, open_elsewhere, refuse_foreign

_TEXT_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
_BOOK_SUFFIXES = frozenset({".xls", ".xlsx", ".xlsm", ".et", ".ods"})
_BROKEN: tuple[type[Exception], ...] = (CalamineError, *BROKEN)
"""Besides these calamine may panic over a cut-off .xls; a panic arrives as a BaseException whose class has no name."""

Area = tuple[tuple[int, int], tuple[int, int]]
"""A merged area: first and last cell, row and column from 0."""


@dataclass
class Sheet:
    """One sheet. ``rows`` are all rows from the first on, as wide as the sheet, without the blank rows at the end."""

    name: str
    rows: list[Row]
    merged: list[Area] = field(default_factory=list)
    hidden: bool = False


@dataclass
class Workbook:
    """A file that was read, with its sheets in their order."""

    path: Path
    sheets: list[Sheet]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def first(self) -> Sheet:
        """The sheet to begin with: the first that is visible and not empty. Trouble where all are empty."""
        return self.filled()[0]

    def filled(self) -> list[Sheet]:
        """The sheets in which something stands, those that are visible first. Trouble where all are empty."""
        filled = [sheet for sheet in self.sheets if sheet.rows]
        if not filled:
            raise Trouble(f"“{self.name}”里没有内容。", "请检查是不是选错了文件。")
        return sorted(filled, key=lambda sheet: sheet.hidden)


def read_workbook(path: Path | str) -> Workbook:
    """Read all sheets of a file. Trouble for whatever keeps it from being read."""
    path = Path(path)
    data = _bytes(path)
    refuse_foreign(path, data)
    if data.startswith((SIGNATURE, b"PK")):
        return Workbook(path, _sheets(path, data))
    return Workbook(path, [_text_sheet(path, data)])


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise Trouble(f"“{path.name}”是文件夹，不是表格。", CHOOSE)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Trouble(f"找不到文件“{path}”。", "请检查文件名，或重新选一次。") from error
    except OSError as error:
        program = holder_after(error, path)
        if program:
            raise open_elsewhere(path, program) from error
        if isinstance(error, PermissionError):
            raise Trouble(f"没有读取“{path.name}”的权限。", "请把文件复制到桌面再导入。") from error
        raise Trouble(f"读不出“{path.name}”。", "请检查磁盘或优盘，把文件复制到桌面再导入。") from error
    if not data:
        raise Trouble(f"“{path.name}”是空文件。", "请检查是不是选错了文件。")
    return data


def _sheets(path: Path, data: bytes) -> list[Sheet]:
    """The sheets of an .xls, .xlsx or .ods."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            faults = find_faults(data)
            return [
                _sheet(book, meta.name, faults, hidden=meta.visible is not SheetVisibleEnum.Visible)
                for meta in book.sheets_metadata
                if meta.typ is SheetTypeEnum.WorkSheet
            ]
    except PasswordError as error:
        raise locked(path) from error
    except _BROKEN as error:
        raise damaged(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(path) from error


def _sheet(book: CalamineWorkbook, name: str, faults: Faults, *, hidden: bool) -> Sheet:
    source = book.get_sheet_by_name(name)
    rows = cast("list[Row]", source.to_python(skip_empty_area=False))
    _put(rows, faults.get(name, []))
    return Sheet(name, _trimmed(rows), source.merged_cell_ranges or [], hidden)


def _put(rows: list[Row], faults: list[tuple[int, int, str]]) -> None:
    """Write the faults into the rows; calamine leaves out the edges of a sheet where only faults stand."""
    if not faults:
        return
    height = max(row for row, _, _ in faults) + 1
    width = max([len(rows[0]) if rows else 0, *(column + 1 for _, column, _ in faults)])
    rows.extend([] for _ in range(len(rows), height))
    for line in rows:
        line.extend([""] * (width - len(line)))
    for row, column, code in faults:
        rows[row][column] = CellFault(code)


def _trimmed(rows: list[Row]) -> list[Row]:
    """Without the blank rows at the end: formatted areas reach 100,000 rows down."""
    end = len(rows)
    while end and all_blank(rows[end - 1]):
        end -= 1
    del rows[end:]
    return rows


def _text_sheet(path: Path, data: bytes) -> Sheet:
    """The one sheet of a text file; web systems often give such a file the ending .xls."""
    suffix = path.suffix.lower()
    if suffix not in _TEXT_SUFFIXES | _BOOK_SUFFIXES:
        raise Trouble(f"“{path.name}”不是表格。", CHOOSE)
    text = None if suffix == ".ods" else csv_text.decode(data)
    if text is None and suffix in _BOOK_SUFFIXES:
        raise damaged(path)
    if text is None:
        raise Trouble(f"“{path.name}”里的文字读不出来，编码不对或已损坏。", SAVE_AS)
    if re.match(r"\s*(?:<\?xml|<!DOCTYPE|<html|<table|<meta|MIME-Version)", text, re.IGNORECASE):
        raise Trouble(f"“{path.name}”其实是网页，不是真正的表格。", SAVE_AS)
    try:
        return Sheet(path.stem, _trimmed(csv_text.rows_of(text)))
    except csv.Error as error:
        raise Trouble(f"“{path.name}”的引号或分隔不完整，读不出各列。", SAVE_AS) from error
