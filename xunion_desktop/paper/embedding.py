"""Embedding: a font file under the name reportlab knows it by, subset into each PDF that needs it."""

from __future__ import annotations

import re
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from .fonts import DAMAGED, FontBook, unusable

_BEYOND = re.compile(r"<([0-9A-F]{5,6})>")


def register(fonts: FontBook, name: str) -> str:
    """The name of the font for reportlab; a face is loaded once per program."""
    path = str(fonts.path(name))
    if path not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(_Font(path, path, asciiReadable=False))
        except (TTFError, *DAMAGED) as fault:
            raise unusable(fonts.path(name)) from fault
    return path


class _Font(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font whose rare names can be searched for in the PDF: reportlab spells characters beyond U+FFFF wrongly."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if str(name).startswith("toUnicodeCMap:"):
                stream.content = _BEYOND.sub(_utf16, stream.content)


def _utf16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"
