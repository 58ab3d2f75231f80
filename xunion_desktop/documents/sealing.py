"""Sealing the pages of a batch in the deed that issues it; where the deed fails, what was sealed is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.book import Book

from .records import Batch

Seal = Callable[[bytes], str]  # content -> the name it is sealed under


@contextmanager
def sealing(book: Book) -> Iterator[Seal]:
    """Give what seals a file and returns its name; around the deed, so that it is over when files are dropped."""
    sealed: list[str] = []

    def seal(content: bytes) -> str:
        sealed.append(book.files.put(content))
        return sealed[-1]

    try:
        yield seal
    except BaseException:
        with suppress(Trouble):  # what failed first is told; a file that nobody names does no harm
            _drop(book, sealed)
        raise


def _drop(book: Book, names: list[str]) -> None:
    """The same pages may have been sealed before, for a batch that is kept."""
    for name in names:
        if not Batch.select().where((Batch.pages_file == name) | (Batch.pdf_file == name)).exists():
            book.files.drop(name)
