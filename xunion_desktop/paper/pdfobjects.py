"""The objects of a PDF file that stand in it by the thousand: pages, their scripts, shared forms, their resources.

reportlab's own pages ask for their fonts, forms and procedures one by one and spell each name anew: in a batch of two
thousand pages that was two thirds of all the time. Here every page names the one dictionary of resources.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument, PDFObject


class Script(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A compressed stream: what a page or a form draws. ``entries`` are its further entries, ready to write."""

    def __init__(self, script: str, entries: str = "") -> None:
        self.packed = _packed(script.encode("latin-1"))
        self._entries = entries

    def format(self, document: PDFDocument) -> bytes:
        """The stream as reportlab writes it into the file."""
        del document
        head = f"<< {self._entries}/Filter /FlateDecode /Length {len(self.packed)} >>\nstream\n"
        return head.encode() + self.packed + b"\nendstream\n"


def _packed(script: bytes) -> bytes:
    """Compressed with no larger a window than the script: to clear the usual one takes longer than to fill it."""
    bits = min(15, max(10, len(script).bit_length()))
    press = zlib.compressobj(wbits=bits, memLevel=bits - 7)
    return press.compress(script) + press.flush()


class Resources(PDFObject):  # type: ignore[misc]
    """What every page and form may refer to: all fonts and all shared forms of the file."""

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}  # the form's name → its object's number

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary; asked for when all pages are drawn."""
        fonts, _ = document.idToObjectNumberAndVersion[BasicFonts]
        forms = "".join(f" /{name} {number} 0 R" for name, number in self.forms.items())
        return f"<< /Font {fonts} 0 R /ProcSet [ /PDF /Text ]{f' /XObject <<{forms} >>' if forms else ''} >>".encode()


class Leaf(PDFObject):  # type: ignore[misc]
    """One page: its size and the numbers of the objects it is made of."""

    def __init__(self, size: str, parent: int, resources: int, script: int) -> None:
        self._entries = (
            f"<< /Type /Page /Parent {parent} 0 R /MediaBox [ 0 0 {size} ] /Resources {resources} 0 R "
            f"/Contents {script} 0 R >>"
        )

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary of the page."""
        del document
        return self._entries.encode()


def form(script: str, size: str, resources: int) -> Script:
    """A Form XObject: what stands alike on many pages."""
    entries = f"/Type /XObject /Subtype /Form /FormType 1 /BBox [ 0 0 {size} ] /Resources {resources} 0 R "
    return Script(script, entries)


def number_of(document: Any, thing: PDFObject) -> int:
    """The number of this object in the file; it is given one where it has none yet."""
    name = document.Reference(thing).name
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number
