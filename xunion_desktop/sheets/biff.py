"""The records inside an .xls (BIFF8): whether it is locked by a password, and where its formula errors stand."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from xunion_desktop.sheets.compound import Compound

_CODES = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_FORMULA, _EOF, _FILEPASS, _BOUNDSHEET, _BOOLERR, _BOF = 0x6, 0xA, 0x2F, 0x85, 0x205, 0x809


def book_stream(compound: Compound) -> bytes:
    """The stream that holds the sheets. ValueError where there is none."""
    for name in ("Workbook", "Book"):
        if name in compound.names:
            return compound.stream(name)
    raise ValueError("no workbook in the compound file")


def is_locked(stream: bytes) -> bool:
    """Whether a password is needed to open the book."""
    return next((kind for _, kind, _ in _records(stream, {_FILEPASS, _EOF})), _EOF) == _FILEPASS


def xls_faults(stream: bytes) -> dict[str, list[tuple[int, int, str]]]:
    """By sheet: row and column from 0, and the code of each formula error."""
    names: dict[int, str] = {}
    faults: dict[str, list[tuple[int, int, str]]] = {}
    sheet = ""
    for start, kind, body in _records(stream, {_BOUNDSHEET, _BOF, _BOOLERR, _FORMULA}):
        if kind == _BOUNDSHEET:
            names[struct.unpack_from("<I", body)[0]] = _sheet_name(body)
        elif kind == _BOF:
            sheet = names.get(start, sheet)
        else:
            code = _fault_code(kind, body)
            if code is not None:
                row, column = struct.unpack_from("<HH", body)
                faults.setdefault(sheet, []).append((row, column, _CODES.get(code, "#N/A")))
    return faults


def _fault_code(kind: int, body: bytes) -> int | None:
    """The error in a cell: written as such, or as the result of a formula."""
    if kind == _BOOLERR:
        return body[6] if body[7] else None
    return body[8] if body[6] == 2 and body[12:14] == b"\xff\xff" else None


def _records(stream: bytes, wanted: set[int]) -> Iterator[tuple[int, int, bytes]]:
    """The wanted records: where each starts, its kind and its body."""
    header = struct.Struct("<HH")
    place = 0
    while place + 4 <= len(stream):
        kind, length = header.unpack_from(stream, place)
        if kind in wanted:
            yield place, kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _sheet_name(body: bytes) -> str:
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")
