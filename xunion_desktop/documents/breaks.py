"""Where the printing of a kept batch broke off: noted in the book, to be gone on with after a restart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

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
    return _read(book.drafts.load(_place(batch)))


def _read(kept: Mapping[str, Any] | None) -> BrokenOff | None:
    if kept is None:
        return None
    before = _read(kept.get("before"))
    return BrokenOff(int(kept["copy"]), int(kept["page"]), tuple(kept["copies"]), tuple(kept["waits"]), before)


def _place(batch: str) -> str:
    return f"print/{batch}"
