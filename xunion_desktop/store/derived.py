"""What the store keeps of a record by itself: by what it is sorted, and the text it is found by."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from xunion_desktop.basics.pinyin import initials, pinyin, sort_key

from .record import Record


def sort_key_of(record: type[Record], values: Mapping[str, Any]) -> str:
    """Return the pinyin of the field the record is sorted by; ASCII, so that every database sorts it alike."""
    value = values.get(record.sort_source)
    if value is None:
        return ""
    if isinstance(value, int):
        return f"{value:020d}"
    return sort_key(value, record.person)


def search_text_of(record: type[Record], values: Mapping[str, Any]) -> str:
    """Return all by which a clerk may look for the record: text, pinyin and initials, in lower case."""
    words: list[str] = []
    for name in record.search_sources:
        value = values.get(name)
        if value is None or value == "":
            continue
        text = str(value)
        words.append(text)
        if not text.isascii():
            words += (pinyin(text, record.person), initials(text, record.person))
    return folded(" ".join(words))


def folded(text: str) -> str:
    """Return text as it is searched: lower case, full-width letters, digits and brackets as half-width ones."""
    return unicodedata.normalize("NFKC", text).lower()
