"""PDF: pages written with reportlab. Only embedded subsets, nothing of the screen layer, equal bytes for a fixed date.

What makes it fast (print.md §6): operations that stand on several pages become one Form XObject, each operation is
spelled once, and reportlab's slow ASCII85 is switched off.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path as FilePath
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from xunion_desktop.basics.saving import save

from .embedding import register
from .fonts import FontBook
from .inkscript import FontCodes, spell
from .measures import MM
from .pages import Group, Layer, Op, Page, Stroke

rl_config.useA85 = 0


def write_pdf(
    pages: Iterable[Page],
    target: FilePath | BinaryIO,
    *,
    fonts: FontBook,
    title: str,
    fixed_date: datetime | None = None,
    author: str = "",
) -> None:
    """Write the pages; with a ``fixed_date`` always the same bytes. Trouble where the file cannot be written."""
    made = pdf_bytes(pages, fonts=fonts, title=title, fixed_date=fixed_date, author=author)
    if not isinstance(target, FilePath):
        target.write(made)
        return
    save(target, made, new_folder=True)


def pdf_bytes(
    pages: Iterable[Page], *, fonts: FontBook, title: str, fixed_date: datetime | None = None, author: str = ""
) -> bytes:
    """The PDF of these pages in memory."""
    pages = list(pages)
    buffer = io.BytesIO()
    first = next((op.font for page in pages for op in page.strokes() if hasattr(op, "font")), "song")
    canvas = Canvas(buffer, invariant=1, initialFontName=register(fonts, first), lang="zh-CN", pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(title)
    canvas.setCreator("工会工作台")
    canvas.setViewerPreference("PrintScaling", "None")
    _date(canvas, fixed_date or datetime.now().astimezone())
    _Press(canvas, fonts).draw(pages)
    canvas.save()
    return buffer.getvalue()


class _Press:
    """One run of one file: which groups are forms, which code each character has."""

    def __init__(self, canvas: Canvas, fonts: FontBook) -> None:
        self._canvas = canvas
        self._document = _document(canvas)
        self._fonts = fonts
        self._codes: dict[str, FontCodes] = {}
        self._spelled: dict[Op, str] = {}

    def draw(self, pages: Sequence[Page]) -> None:
        """All pages, the shared groups first."""
        uses = Counter((op, page.width, page.height) for page in pages for op in page.ops if isinstance(op, Group))
        forms: dict[tuple[Group, float, float], str] = {}
        for key, count in uses.items():
            if count > 1:
                forms[key] = self._form(key, len(forms))
        for page in pages:
            self._canvas.setPageSize((page.width * MM, page.height * MM))
            for op in page.ops:
                name = forms.get((op, page.width, page.height)) if isinstance(op, Group) else None
                if name:
                    self._canvas.doForm(name)
                else:
                    self._add(self._text(op, page.height))
            self._canvas.showPage()

    def _form(self, key: tuple[Group, float, float], number: int) -> str:
        group, width, height = key
        name = f"g{number}"
        self._canvas.beginForm(name, 0, 0, width * MM, height * MM)
        self._add(self._text(group, height))
        self._canvas.endForm()
        return name

    def _add(self, script: str) -> None:
        if script:
            self._canvas._code.append(script)  # noqa: SLF001 - reportlab has no other way to add a ready script

    def _text(self, op: Op, height: float) -> str:
        strokes: tuple[Stroke, ...] = op.ops if isinstance(op, Group) else (op,)
        drawn = (stroke for stroke in strokes if stroke.layer is not Layer.SCREEN)
        return "\n".join(spell(stroke, height, self._font) for stroke in drawn)

    def _font(self, name: str) -> FontCodes:
        if name not in self._codes:
            font = pdfmetrics.getFont(register(self._fonts, name))
            self._codes[name] = FontCodes(font, self._document)
        return self._codes[name]


class _Stamp:
    """The time of making as reportlab asks for it."""

    def __init__(self, moment: datetime) -> None:
        offset = moment.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        self.YMDhms = moment.timetuple()[:6]
        self.dhh, self.dmm = divmod(minutes, 60)
        self.t = moment.timestamp()
        self.datetime = moment


def _date(canvas: Canvas, moment: datetime) -> None:
    document = _document(canvas)
    document._timeStamp = _Stamp(moment)  # noqa: SLF001 - reportlab knows the time of now or the year 2000, no other
    document.signature.update(moment.isoformat().encode())


def _document(canvas: Canvas) -> Any:
    """reportlab's own document: fonts are subset per document, and it has no public name."""
    return canvas._doc  # noqa: SLF001 - as the docstring says
