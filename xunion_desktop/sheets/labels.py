"""Headings compared: line breaks, blanks, full and half width and marks make no difference."""

from __future__ import annotations

import re
import unicodedata

_NOISE = re.compile(r"[\s:,、;*·★☆/\"'“”‘’_\-]+")
_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")


def normal(label: str) -> str:
    """The heading reduced to what tells it from others: '会员数 / 其中：女' → 会员数其中女."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", label)).casefold()


def bare(label: str) -> str:
    """The same without what stands in brackets: 职工数(人) → 职工数."""
    return normal(_BRACKETS.sub("", unicodedata.normalize("NFKC", label)))


def joined(upper: str, lower: str) -> str:
    """The one label of a two-row header: 本届任期/起."""
    return f"{upper}/{lower}" if upper and lower else upper or lower
