"""Contents: what stands in the files of papers: all copies as one PDF, one of each, pictures of their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.office import values
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.store.book import Book

from .batches import whole_batch
from .copies import Copy, Issued, Prepared, called
from .drafting import Progress

Draw = Callable[[Page], bytes]  # a page as a picture; whoever knows Qt gives it


class Contents:
    """Makes them for one book, in these faces. ``made`` = when they say they were made; None = when they are."""

    def __init__(self, book: Book, fonts: FontBook, made: datetime | None = None) -> None:
        self._book, self._fonts, self._made = book, fonts, made

    def draft(self, prepared: Prepared) -> bytes:
        """Give the printable copies without numbers, as one PDF."""
        copies = [prepared.copies[place] for place in prepared.printable]
        return self._pdf(_pages(copies), called(prepared.title, copies) if copies else prepared.title)

    def whole(self, issued: Issued) -> bytes:
        """Give all copies that are not void as one PDF: the sealed one where the whole batch was kept."""
        copies = sound(issued)
        batch = whole_batch(issued.batch, len(copies))
        if batch is not None:
            return self._book.files.get(batch.pdf_file)
        return self._pdf(_pages(copies), called(issued.title, copies), both=issued.two_sided)

    def each(self, title: str, copies: Sequence[Copy], both: bool, progress: Progress) -> Iterator[bytes]:
        """Give one PDF for each of these copies."""
        for done, copy in enumerate(copies, start=1):
            yield self.of_copy(title, copy, both=both)
            progress(done, len(copies))

    def of_copy(self, title: str, copy: Copy, *, both: bool) -> bytes:
        """Give one copy as a PDF, on both sides where it has several pages."""
        return self._pdf(copy.pages, called(title, [copy]), both=both and len(copy.pages) > 1)

    def _pdf(self, pages: Sequence[Page], title: str, *, both: bool = False) -> bytes:
        author = values.office().name or ""
        return pdf_bytes(pages, fonts=self._fonts, title=title, fixed_date=self._made, author=author, two_sided=both)


def drawn(copies: Sequence[Copy], draw: Draw, progress: Progress) -> Iterator[bytes]:
    """Give one picture for each page of these copies."""
    for done, copy in enumerate(copies, start=1):
        yield from (draw(page) for page in copy.pages)
        progress(done, len(copies))


def sound(issued: Issued) -> list[Copy]:
    """Give the copies that may still go out; Trouble where all of them are void."""
    copies = [copy for copy in issued.copies if copy.printable]
    if not copies:
        raise Trouble("这一批都已作废，不能再存、再印。", "需要的话，请从台账重新打印，会取新的文号。")
    return copies


def _pages(copies: Iterable[Copy]) -> list[Page]:
    return list(chain.from_iterable(copy.pages for copy in copies))
