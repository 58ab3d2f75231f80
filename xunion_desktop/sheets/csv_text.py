"""Comma-separated text as spreadsheets and web systems save it here: UTF-8, GB18030 or UTF-16; , ; or tab."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from xunion_desktop.sheets.cells import Row

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATORS = ",\t;"


def decode(data: bytes) -> str | None:
    """The text of the file; None where it is no text in any encoding used here."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if b"\0" in data:
        return None
    text = _decoded(data, "utf-8")
    return _decoded(data, "gb18030") if text is None else text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def rows_of(text: str) -> list[Row]:
    """The rows of the text, all of the same width. csv.Error where a quotation mark is never closed."""
    first, _, rest = text.partition("\n")
    separator = first.strip().lower().removeprefix("sep=")[:1] if first.lower().startswith("sep=") else ""
    lines = _split(rest, separator) if separator else _split(text, _separator(text))
    width = max(map(len, lines), default=0)
    return [[*line, *[""] * (width - len(line))] for line in lines]


def _split(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def _separator(text: str) -> str:
    """The separator that cuts most lines of the beginning into the same number of cells."""
    head = text.splitlines()[:50]

    def agreement(separator: str) -> tuple[int, int]:
        widths = Counter(line.count(separator) for line in head)
        widths.pop(0, None)
        width, lines = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return lines, width

    return max(_SEPARATORS, key=agreement)
