"""Batches found again: the papers printed in one go, with their sealed pages, to be looked at and printed again."""

from __future__ import annotations

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Problem
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.keeping import thaw
from xunion_desktop.paper.pages import Page
from xunion_desktop.store.book import Book

from .copies import READY, Copy, Issued, two_sided
from .printed import item_of
from .records import ORIGINAL, VOID, Batch, Printing

_VOID = Problem("这份已作废，不能补打。", remedy="需要的话，请从台账重新打印，会取新的文号。")


def lines_of(batch: Batch) -> list[Printing]:
    """Give the first printing of every paper of the batch, in their order; void ones too."""
    found: dict[int, Printing] = {}
    order = (Printing.first_page, Printing.day, Printing.clock, Printing.id)
    for line in Printing.alive().where(Printing.batch == batch).order_by(*order):
        kept = found.setdefault(line.first_page, line)
        if kept.kind not in {ORIGINAL, VOID} and line.kind == ORIGINAL:
            found[line.first_page] = line
    return list(found.values())


def whole_batch(key: str, count: int) -> Batch | None:
    """Give the kept batch of which so many papers are the whole; None = they are some of it, or none is kept."""
    batch = Batch.get_or_none(Batch.id == key) if key else None
    return batch if batch is not None and batch.count == count else None


def kept_batch(book: Book, batch_key: str) -> Issued:
    """Open a kept batch: every paper with its number and its sealed pages; void ones can only be looked at."""
    batch: Batch | None = Batch.get_or_none(Batch.id == batch_key)
    if batch is None:
        raise Trouble("这一批没有存底。", "不编号的文件不留版面，请一份一份补打。")
    pages, lines = thaw(book.files.get(batch.pages_file)), lines_of(batch)
    copies = tuple(_copy(line, tuple(pages[line.first_page - 1 : line.last_page])) for line in lines)
    title = lines[0].form_title if lines else batch.form
    keys = tuple(str(line.id) for line in lines)
    return Issued(title, copies, str(batch.id), keys, batch.form, two_sided(layout_kind(batch.form), copies))


def _copy(line: Printing, pages: tuple[Page, ...]) -> Copy:
    item = item_of(line)
    problems, check = ((_VOID,), "作废") if line.kind == VOID else ((), READY)
    return Copy(item, line.given_words, pages, line.number_text or "", problems, check)


def layout_kind(form_id: str) -> str:
    """The layout of a form; "" where the program ships it no more."""
    try:
        return shipped_form(form_id).kind
    except Trouble:
        return ""
