"""PDF: pages written with reportlab. Only embedded subsets, nothing of the screen layer, equal bytes for a fixed date.

What makes it fast (print.md §6): operations that stand on several pages become one Form XObject, equal pages share
their script, each operation is spelled once, and reportlab's slow ASCII85 is switched off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path as FilePath
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, ViewerPreferencesPDFDictionary

from xunion_desktop.basics.saving import save

from .embedding import register
from .fonts import FontBook
from .inkscript import FontCodes, decimal, spell
from .measures import MM
from .pages import Group, Layer, Op, Page, Stroke
from .pdfobjects import Leaf, Resources, Script, form, number_of

rl_config.useA85 = 0  # of the fonts' streams


def write_pdf(
    pages: Iterable[Page],
    target: FilePath | BinaryIO,
    *,
    fonts: FontBook,
    title: str,
    fixed_date: datetime | None = None,
    author: str = "",
    two_sided: bool = False,
) -> None:
    """Write the pages; with a ``fixed_date`` always the same bytes. Trouble where the file cannot be written."""
    made = pdf_bytes(pages, fonts=fonts, title=title, fixed_date=fixed_date, author=author, two_sided=two_sided)
    if not isinstance(target, FilePath):
        target.write(made)
        return
    save(target, made, new_folder=True)


def pdf_bytes(
    pages: Iterable[Page],
    *,
    fonts: FontBook,
    title: str,
    fixed_date: datetime | None = None,
    author: str = "",
    two_sided: bool = False,
) -> bytes:
    """The PDF of these pages in memory. A ``two_sided`` one asks to be printed on both sides."""
    document = PDFDocument(invariant=1, lang="zh-CN")
    document.setTitle(title)
    document.setAuthor(author)
    document.setSubject(title)
    document.setCreator("工会工作台")
    wishes = ViewerPreferencesPDFDictionary()
    wishes["PrintScaling"] = "None"
    if two_sided:
        wishes["Duplex"] = "DuplexFlipLongEdge"
    document.Catalog.ViewerPreferences = wishes
    _date(document, fixed_date or datetime.now().astimezone())
    _Press(document, fonts).draw(list(pages))
    made: bytes = document.GetPDFData(None)
    return made


class _Press:
    """One run of one file: which groups are forms, which code each character has."""

    def __init__(self, document: PDFDocument, fonts: FontBook) -> None:
        self._document = document
        self._fonts = fonts
        self._codes: dict[str, FontCodes] = {}
        self._scripts: dict[str, int] = {}
        self._resources = Resources()
        self._resources_number = number_of(document, self._resources)

    def draw(self, pages: Sequence[Page]) -> None:
        """All pages, the shared groups first."""
        uses = Counter((op, page.width, page.height) for page in pages for op in page.ops if isinstance(op, Group))
        forms = {key: self._form(*key) for key, count in uses.items() if count > 1}
        parent = number_of(self._document, self._document.Pages)
        for page in pages:
            parts = [
                (isinstance(op, Group) and forms.get((op, page.width, page.height))) or self._text(op, page.height)
                for op in page.ops
            ]
            script = self._script("\n".join(filter(None, parts)))
            leaf = Leaf(_size(page.width, page.height), parent, self._resources_number, script)
            self._document.addPage(leaf)

    def _form(self, group: Group, width: float, height: float) -> str:
        """Write the group once; the words that draw it on a page."""
        made = form(self._text(group, height), _size(width, height), self._resources_number)
        name = f"g{len(self._resources.forms)}"
        self._resources.forms[name] = number_of(self._document, made)
        return f"/{name} Do"

    def _script(self, script: str) -> int:
        """The number of the stream with this script; pages that are alike share it."""
        if script not in self._scripts:
            made = Script(script)
            self._document.updateSignature(made.packed)
            self._scripts[script] = number_of(self._document, made)
        return self._scripts[script]

    def _text(self, op: Op, height: float) -> str:
        strokes: tuple[Stroke, ...] = op.ops if isinstance(op, Group) else (op,)
        return "\n".join([spell(stroke, height, self._font) for stroke in strokes if stroke.layer is not Layer.SCREEN])

    def _font(self, name: str) -> FontCodes:
        if name not in self._codes:
            font = pdfmetrics.getFont(register(self._fonts, name))
            self._codes[name] = FontCodes(font, self._document)
        return self._codes[name]


def _size(width: float, height: float) -> str:
    return f"{decimal(width * MM)} {decimal(height * MM)}"


class _Stamp:
    """The time of making as reportlab asks for it."""

    def __init__(self, moment: datetime) -> None:
        offset = moment.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        self.YMDhms = moment.timetuple()[:6]
        self.dhh, self.dmm = divmod(minutes, 60)
        self.t = moment.timestamp()
        self.datetime = moment


def _date(document: PDFDocument, moment: datetime) -> None:
    document._timeStamp = _Stamp(moment)  # noqa: SLF001 - reportlab knows the time of now or the year 2000, no other
    document.signature.update(moment.isoformat().encode())
