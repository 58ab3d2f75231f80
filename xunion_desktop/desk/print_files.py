"""PrintFiles: the papers of the print page as files: one PDF, one for each, pictures, a Word file.

Numbers are given only with files that are written; what is issued already is written again under its numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from xunion_desktop.basics.resources import resource

from .background import Work
from .desk import Desk
from .files import PDF as PDF_FILES
from .files import WORD
from .painting import PaperFonts
from .picturing import page_jpeg
from .printing import PDF, PICTURE, Draw, Issued

if TYPE_CHECKING:
    from .print_page import PrintPage


class PrintFiles:
    """The ways out that need no printer. Where a file cannot be written, no number is taken."""

    def __init__(self, page: PrintPage, desk: Desk) -> None:
        self._page, self._desk = page, desk

    def save_word(self) -> None:
        """The copy that is looked at as a Word file; the number is not given for it."""
        copy = self._page.viewer.shown
        if self._page.prepared is None or copy is None or not self._page.choice.word.isEnabled():
            return
        name = f"{(self._page.issued or self._page.prepared).called([self._page.viewer.place])}.docx"
        target = self._desk.files.save(self._page, "存为 Word 文件", name, WORD)
        if target is not None:
            work = partial(self._page.printing.save_word, self._page.prepared, copy, target)
            told = "文号要等打印时才给。" if copy.number and self._page.issued is None else ""
            done = partial(self._desk.messages.say, f"已存：{target.name}", told)
            self._desk.jobs.run("存 Word 文件", work, lambda _: done())

    def save_pdf(self) -> None:
        """All chosen copies as one PDF."""
        page = self._page
        if page.prepared is None or not page.choice.pdf.isEnabled():
            return
        shown = page.issued or page.prepared
        places = page.choice.which.sound() if page.issued else page.choice.chosen()
        target = self._desk.files.save(page, "存 PDF", f"{shown.called(places)}.pdf", PDF_FILES)
        if target is not None:
            self._put_out(
                partial(page.printing.issue_pdf, page.prepared, page.choice.chosen(), target),
                lambda issued, owed: partial(page.printing.save_pdf, issued, target, owed=owed),
                f"已存：{target.name}",
            )

    def save_pdfs(self) -> None:
        """One PDF per copy, to be sent one by one."""
        page = self._page
        if page.prepared is None or not page.choice.pdfs.isEnabled():
            return
        folder = self._desk.files.folder(page, "存到哪个文件夹")
        if folder is not None:
            self._put_out(
                partial(page.printing.issue_pdfs, page.prepared, page.choice.chosen(), folder),
                lambda issued, owed: partial(page.printing.save_pdfs, issued, folder, owed=owed),
                f"已存到“{folder.name}”，一份一个",
            )

    def save_pictures(self) -> None:
        """One JPG per page, to be sent by telephone."""
        page = self._page
        if page.prepared is None or not page.choice.pictures.isEnabled():
            return
        folder = self._desk.files.folder(page, "图片存到哪个文件夹")
        if folder is not None:
            prepared, chosen, printing = page.prepared, page.choice.chosen(), page.printing
            self._put_out(
                lambda told: printing.issue_pictures(prepared, chosen, folder, painter_of_pages(), told),
                lambda issued, owed: (
                    lambda told: printing.save_pictures(issued, folder, painter_of_pages(), told, owed=owed)
                ),
                f"图片已存到“{folder.name}”",
                PICTURE,
            )

    def _put_out(self, issue: Work, again: Callable[[Issued, Sequence[int]], Work], told: str, way: str = PDF) -> None:
        """Numbers are given only with files that are written; what is issued is written again, and registered."""
        page, issued = self._page, self._page.issued

        def done(places: Sequence[int]) -> None:
            page.ways.gone(places, way)
            page.deeds.say_done(told, places)

        def taken(result: Issued) -> None:
            page.take(result, way)
            done(range(len(result.copies)))

        if issued is None:
            page.deeds.issue("存文件", issue, taken, way)
            return
        places = page.choice.which.sound()
        owed = page.ways.owed(places, way)

        def saved(_result: object) -> None:
            page.ways.written(owed, way)
            done(places)

        page.deeds.put_out("存文件", again(issued, owed), saved)


def painter_of_pages() -> Draw:
    """What draws pages in a worker: with fonts of its own, those of the window belong to its thread."""
    fonts = PaperFonts(resource("fonts"))
    return lambda page: page_jpeg(page, fonts)
