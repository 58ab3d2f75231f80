"""Writing: a document becomes a Word file. What has no place in one (ballots, charts) is Trouble with a way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.saving import save
from xunion_desktop.paper.cells import Widths
from xunion_desktop.paper.document import Annex, Block, Document, Imprint, Mark
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.setting import compositor_of
from xunion_desktop.paper.sheetflow import MARGIN
from xunion_desktop.paper.tabular import Ballot, Boxes, Chart, Note, Sides, Table
from xunion_desktop.paper.typeset import typeset

from .body import annex, paragraphs
from .cursor import Cursor
from .footers import no_footers, set_footers, set_small_footer
from .heads import put_corner, put_title
from .marks import put_mark
from .numberlines import put_number
from .package import MARGINS, element_of, new_file, packed, set_page
from .paragraph import Paragraph
from .printed import Printed
from .stamping import put_stamp
from .tables import table_parts
from .tail import imprint, tail
from .together import Part, kept_together

TABULAR = (Table, Boxes, Sides, Note)


def save_word(
    document: Document, target: Path, *, fonts: FontBook, author: str = "", moment: datetime | None = None
) -> None:
    """Write the document as a .docx; Trouble where it cannot be one, or the file cannot be written."""
    save(target, word_bytes(document, fonts=fonts, author=author, moment=moment), new_folder=True)


def word_bytes(document: Document, *, fonts: FontBook, author: str = "", moment: datetime | None = None) -> bytes:
    """The .docx of this document."""
    if why := why_no_word(document):
        raise Trouble(why, "请存为 PDF，或者直接打印。")
    file = new_file(document.title, author, moment or datetime.now().astimezone())
    _Writer(document, fonts, file).write()
    return packed(file)


def why_no_word(document: Document) -> str:
    """What in it has no place in a Word file, as a sentence; "" where it can be one."""
    if any(isinstance(block, Ballot | Chart) for block in document.blocks):
        return f"“{document.title}”里有选票或图表，不能存为 Word 文件。"
    return ""


class _Writer:
    """One document on its way into one file."""

    def __init__(self, document: Document, fonts: FontBook, file: WordFile) -> None:
        self._document, self._stamp = replace(document, stamp=""), document.stamp  # hung into the headers at last
        self._fonts = fonts
        self._pages = typeset(self._document, fonts).pages
        self._printed = Printed(self._pages[0])
        self._file = file
        self._body: Any = file.element.body
        for old in file.paragraphs:
            self._body.remove(old._element)  # noqa: SLF001 - a new file holds an empty one
        self._measure = Widths(fonts)
        self._tabular = any(isinstance(block, TABULAR) for block in document.blocks)

    def write(self) -> None:
        """Everything, from the head to the imprint."""
        size = (self._pages[0].width, self._pages[0].height)
        set_page(self._file.sections[0], size, (MARGIN,) * 4 if self._tabular else MARGINS)
        for xml in [*self._head_and_text(), *tail(self._document)]:
            self._add(xml)
        for block in self._document.all(Annex):
            for paragraph in annex(block):
                self._add(paragraph.xml())
        self._imprint()
        if self._body[-2].tag.endswith("}tbl"):
            self._add(Paragraph(line=1.0).xml())  # Word wants a paragraph after a table
        if self._stamp:
            put_stamp(self._file, self._stamp, size[1], beside=self._tabular)

    def _head_and_text(self) -> list[str]:
        """The head, then the blocks in their order; the first line of text stands where it is printed."""
        cursor = self._head()
        made: list[Part] = []
        blocks = self._document.blocks
        for above, block in zip((None, *blocks), blocks, strict=False):
            made += [(block, part) for part in paragraphs(block, above)]
            made += [(block, part) for part in table_parts(block, self._width(), self._measure)]
        parts = kept_together(made, self._document)
        if parts and isinstance(first := parts[0], Paragraph) and not self._tabular:
            row = self._printed.row("".join(run.text for run in first.runs)[:10])
            cursor.put(first, row.y if row else None)
            del parts[0]
        return [part.xml() if isinstance(part, Paragraph) else part for part in [*cursor.parts, *parts]]

    def _head(self) -> Cursor:
        if self._tabular:
            set_small_footer(self._file)
            cursor = Cursor(MARGIN)
            put_title(self._document, self._printed, cursor)
            return cursor
        bottom = set_footers(self._file, self._document, self._printed, compositor_of(self._fonts))
        cursor = Cursor(max(bottom, MARGINS[0]))
        if self._document.kind in {"official", "minutes"}:
            put_corner(self._document, self._printed, cursor)
            put_mark(tuple(self._document.all(Mark)), self._printed, cursor)
        if self._document.kind != "plain":
            put_number(self._document, self._printed, cursor, compositor_of(self._fonts))
        put_title(self._document, self._printed, cursor)
        return cursor

    def _imprint(self) -> None:
        """版记 at the foot of the page on which it is printed; before it as many blank pages as the print has."""
        block = self._document.first(Imprint)
        if block is None:
            return
        blocks: tuple[Block, ...] = tuple(one for one in self._document.blocks if one is not block)
        without = typeset(replace(self._document, blocks=blocks), self._fonts).pages
        pages = len(self._pages) - len(without)
        if pages > 1:  # a blank page, and neither it nor that of 版记 is numbered
            self._new_section()
            self._add(Paragraph().xml())
        if pages:
            self._add(Paragraph(page_break=True).xml())
        self._add(imprint(block, ruled=self._document.kind != "letter"))
        self._add(Paragraph(line=1.0).xml())  # what the table hangs on: no words come after it

    def _new_section(self) -> None:
        """A section without page numbers, whose break stands in the last paragraph."""
        section = self._file.add_section(WD_SECTION.NEW_PAGE)
        no_footers(section)
        broken = self._body[-2]
        before = self._body[-3]
        if before.tag.endswith("}p"):
            before.get_or_add_pPr().append(broken.pPr[0])
            self._body.remove(broken)

    def _width(self) -> float:
        return self._pages[0].width - 2 * MARGIN

    def _add(self, xml: str) -> None:
        """Add an element at the end of the body, which its section's properties end."""
        self._body.insert(len(self._body) - 1, element_of(xml))
