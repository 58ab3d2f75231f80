"""Formula errors of a workbook (#REF!, #DIV/0! …), which calamine hands over as blank cells.

A blank cell means "nothing to say", an error means "something got lost": the two must not be mixed up, so the errors
are looked up in the file itself, and only where it has any.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from typing import TypeAlias
from xml.etree import ElementTree as ET

from xunion_desktop.sheets.biff import book_stream, xls_faults
from xunion_desktop.sheets.cells import column_index
from xunion_desktop.sheets.compound import SIGNATURE, Compound

Faults: TypeAlias = dict[str, list[tuple[int, int, str]]]
"""By sheet: row and column from 0, and the code."""

_XLSX_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"(?=[^>]* t="e")[^>]*>.*?<v>([^<]*)</v>', re.DOTALL)
_ODS_SHOWN = re.compile(rb">(?:#[A-Z/0]+[!?A]|Err:\d+)<|value-type=\"error\"")
_ODS_CODE = re.compile(r"#[A-Z/0]+[!?A]|Err:\d+")


def find_faults(data: bytes) -> Faults:
    """The formula errors of an .xls, .xlsx or .ods file, given as its bytes."""
    if data.startswith(SIGNATURE):
        return xls_faults(book_stream(Compound(data)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        return _ods_faults(archive.read("content.xml")) if "content.xml" in names else _xlsx_faults(archive)


def xlsx_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where each sheet of an .xlsx lies in its archive."""
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {
        _attribute(tag, "Id"): _attribute(tag, "Target") for tag in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", links)
    }
    parts = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
        target = targets.get(_attribute(tag, r"\w+:id"), "")
        parts[_attribute(tag, "name")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return parts


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"""\s{name}=["']([^"']*)["']""", tag)
    return html.unescape(found[1]) if found else ""


def _xlsx_faults(archive: zipfile.ZipFile) -> Faults:
    faults: Faults = {}
    for name, part in xlsx_parts(archive).items():
        xml = archive.read(part) if part in archive.namelist() else b""
        if b't="e"' in xml:
            faults[name] = [
                (int(row) - 1, column_index(letters.decode()), html.unescape(code.decode()))
                for letters, row, code in _XLSX_CELL.findall(xml)
            ]
    return faults


def _ods_faults(xml: bytes) -> Faults:
    """Walk over the rows and cells, which an .ods may write once for many (``…-repeated``)."""
    faults: Faults = {}
    if not _ODS_SHOWN.search(xml):
        return faults
    for table in ET.fromstring(xml).iterfind(".//{*}spreadsheet/{*}table"):  # noqa: S314 - the clerk's own file
        name = next((value for key, value in table.attrib.items() if key.endswith("}name")), "")
        faults[name] = list(_ods_table(table))
    return faults


def _ods_table(table: ET.Element) -> Iterator[tuple[int, int, str]]:
    row = 0
    for line in table.iterfind(".//{*}table-row"):
        rows = range(row, row + _repeated(line, "rows"))
        column = 0
        for cell in line:
            columns = range(column, column + _repeated(cell, "columns"))
            code = "".join(cell.itertext()).strip()
            if _ODS_CODE.fullmatch(code):
                yield from ((at, beside, code) for at in rows for beside in columns)
            column = columns.stop
        row = rows.stop


def _repeated(element: ET.Element, what: str) -> int:
    return next((int(value) for key, value in element.attrib.items() if key.endswith(f"number-{what}-repeated")), 1)
