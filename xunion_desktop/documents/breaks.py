"""Where the printing of a kept batch broke off: noted in the book, to be gone on with after a restart."""

from __future__ import annotations

from dataclasses import asdict

from xunion_desktop.desk.printing import BrokenOff
from xunion_desktop.store.book import Book


def keep_break(book: Book, batch: str, at: BrokenOff | None) -> None:
    """Note it, or forget it."""
    if at is not None:
        book.drafts.save(_place(batch), asdict(at))
    else:
        book.drafts.drop(_place(batch))


def kept_break(book: Book, batch: str) -> BrokenOff | None:
    """Give what was noted of this batch."""
    kept = book.drafts.load(_place(batch))
    if kept is None:
        return None
    return BrokenOff(int(kept["copy"]), int(kept["page"]), tuple(kept["copies"]), tuple(kept["waits"]))


def _place(batch: str) -> str:
    return f"print/{batch}"
