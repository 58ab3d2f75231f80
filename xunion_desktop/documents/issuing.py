"""Issuing: numbers, final pages, kept batch, print register: one deed, before the printer is called (design §4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.keeping import freeze
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.store.book import Book
from xunion_desktop.store.deeds import Deed
from xunion_desktop.store.keys import new_key

from .batches import layout_kind
from .copies import Copy, Issued, Prepared, called, two_sided
from .counting import next_numbers, number_row
from .drafting import NUMBER, Progress, lay_out, quiet
from .forms import current_form
from .numbers import SpelledNumber
from .printed import item_of, number_of, pages_of
from .records import ORIGINAL, PDF, REPRINT, VOID, Batch, Number, Printing
from .sealing import Seal, sealing


@dataclass(frozen=True)
class Occasion:
    """When, by whom and by which way papers are printed."""

    today: date
    user: str = ""
    way: str = PDF
    printer: str = ""
    made: datetime | None = None  # when the PDF says it was made; None = when it is

    def said(self) -> dict[str, object]:
        """Give what every line of the print register says of it."""
        clock = datetime.now().astimezone().strftime("%H:%M")
        return {
            "day": self.today.isoformat(),
            "clock": clock,
            "user": self.user,
            "way": self.way,
            "printer": self.printer,
        }


Deliver = Callable[[Sequence[Copy], bytes], None]


def issue(
    book: Book,
    prepared: Prepared,
    chosen: Sequence[int],
    occasion: Occasion,
    fonts: FontBook,
    progress: Progress = quiet,
    deliver: Deliver | None = None,
) -> Issued:
    """Issue the chosen copies (places in ``prepared``): one deed, all or nothing.

    Numbers are counted anew inside the deed, so that they are gapless whatever happened since the preview; all copies
    of one record (a paper that goes to several by name) bear the same one, also those that are issued later.
    ``deliver`` is given the copies and their PDF before the deed ends: Trouble in it, and no number is taken.
    """
    drafts = _printable(prepared, chosen)
    with sealing(book) as seal, book.deed(f"印{prepared.title} {len(drafts)} 份", user=occasion.user) as deed:
        numbers = _numbers_for(drafts, prepared.prefix, occasion.today.year)
        spelled = {key: str(number) for key, (number, _) in numbers.items()}
        final = list(_final(prepared, drafts, spelled, fonts, progress))
        pdf = _pdf(prepared, final, fonts, occasion.made) if numbers or deliver else b""
        batch = _keep(seal, deed, prepared, final, occasion, pdf) if numbers else None
        new = {key: number_row(number) for key, (number, row) in numbers.items() if not row}
        deed.insert_many(Number, list(new.values()))
        rows = {key: row or str(new[key]["id"]) for key, (_, row) in numbers.items()}
        lines = list(_lines(prepared, final, rows, batch, occasion))
        deed.insert_many(Printing, lines)
        if deliver:
            deliver(final, pdf)
    keys = tuple(str(line["id"]) for line in lines)
    sides = two_sided(prepared.template.kind, final)
    return Issued(prepared.title, tuple(final), batch or "", keys, prepared.form, sides)


def _numbers_for(drafts: Sequence[Copy], prefix: str, year: int) -> dict[str, tuple[SpelledNumber, str]]:
    """Give each record its number, and the key of the row that took it where others of the paper bear it already."""
    before = {draft.key: draft.item.number for draft in drafts if draft.item.number}
    taken = {key: number_of(key, number) for key, number in before.items()}
    papers = [key for key in dict.fromkeys(draft.key for draft in drafts) if key not in taken] if prefix else []
    new = zip(papers, next_numbers(prefix, year, len(papers)), strict=True)
    return {
        **{key: (number.taken_apart, str(number.id)) for key, number in taken.items()},
        **{key: (number, "") for key, number in new},
    }


def as_it_was(book: Book, line: Printing, fonts: FontBook) -> Issued:
    """Give one paper of the register to be printed again under its number, on both sides where it was; nothing written.

    From the kept pages, else from its words with the unchanged form.
    """
    pages = pages_again(book, line, fonts)
    item = item_of(line)
    copy = Copy(item, line.given_words, pages, line.number_text or "")
    batch = line.batch.id if line.batch else ""
    sides = two_sided(layout_kind(line.form), (copy,))
    return Issued(line.form_title, (copy,), batch, (str(line.id),), line.form, sides)


def reprint(book: Book, line: Printing, occasion: Occasion, fonts: FontBook) -> Issued:
    """Write into the register that a paper is printed again, and give it."""
    was = as_it_was(book, line, fonts)
    with book.deed(f"补打{line.form_title} {line.name}", user=occasion.user) as deed:
        again = deed.save(_again(line, occasion))
    return replace(was, printings=(str(again.id),))


def reprint_all(book: Book, lines: Sequence[Printing], occasion: Occasion) -> None:
    """Write into the register that these papers are printed again, as one deed; Trouble where one of them is void."""
    void = next((line for line in lines if line.kind == VOID), None)
    if void is not None:
        raise Trouble(f"“{void.name}”这份已作废，不能补打。", "请去掉它，或从台账重新打印，会取新的文号。")
    with book.deed(f"补打{lines[0].form_title} {len(lines)} 份" if lines else "补打", user=occasion.user) as deed:
        for line in lines:
            deed.save(_again(line, occasion))


def _again(line: Printing, occasion: Occasion) -> Printing:
    """One more line of the register for the same paper."""
    copied = ("form", "form_title", "name", "number_text", "sheets", "words", "form_hash", "first_page", "last_page")
    again = Printing(**{name: getattr(line, name) for name in (*copied, "about_kind", "about_key")})
    again.number, again.batch, again.kind = line.number, line.batch, REPRINT
    for name, value in occasion.said().items():
        setattr(again, name, value)
    return again


def pages_again(book: Book, line: Printing, fonts: FontBook) -> tuple[Page, ...]:
    """Give the pages that a reprint would print; Trouble where it may not or cannot be printed again."""
    if line.kind == VOID:
        raise Trouble("这份已作废，不能补打。", "需要的话，请从台账重新打印，会取新的文号。")
    return pages_once(book, line, fonts)


def pages_once(book: Book, line: Printing, fonts: FontBook) -> tuple[Page, ...]:
    """Give the pages as they were printed; Trouble where nothing was kept and the form is another now."""
    return tuple(pages_of(book, line)) if line.batch else _from_words(line, fonts)


def _printable(prepared: Prepared, chosen: Sequence[int]) -> list[Copy]:
    """Refuse the whole run rather than print half of it."""
    drafts = [prepared.copies[place] for place in sorted(set(chosen))]
    refused = [draft.name for draft in drafts if not draft.printable]
    if refused:
        raise Trouble(f"“{refused[0]}”等 {len(refused)} 份有问题，不能印。", "请先改正，或去掉这几份再印。")
    if not drafts:
        raise Trouble("没有可印的文件。", "请先选好单位，或改正红色的问题。")
    return drafts


def _final(
    prepared: Prepared, drafts: list[Copy], numbers: Mapping[str, str], fonts: FontBook, progress: Progress
) -> Iterator[Copy]:
    for place, draft in enumerate(drafts):
        words = {**draft.words, NUMBER: numbers.get(draft.key, "")}
        pages = lay_out(prepared.template, words, fonts)
        yield replace(draft, words=words, pages=pages, number=words[NUMBER])
        progress(place + 1, len(drafts))


def _pdf(prepared: Prepared, final: list[Copy], fonts: FontBook, made: datetime | None) -> bytes:
    author = final[0].words.get("本会名称", "")
    sides = two_sided(prepared.template.kind, final)
    title = called(prepared.title, final)
    return pdf_bytes(_pages(final), fonts=fonts, title=title, fixed_date=made, author=author, two_sided=sides)


def _pages(final: list[Copy]) -> list[Page]:
    return list(chain.from_iterable(copy.pages for copy in final))


def _keep(seal: Seal, deed: Deed, prepared: Prepared, final: list[Copy], occasion: Occasion, pdf: bytes) -> str:
    batch = Batch(
        form=prepared.form,
        day=occasion.today.isoformat(),
        count=len(final),
        pages_file=seal(freeze(_pages(final))),
        pdf_file=seal(pdf),
    )
    deed.save(batch)
    return str(batch.id)


def _lines(
    prepared: Prepared, final: list[Copy], numbers: Mapping[str, str], batch: str | None, occasion: Occasion
) -> Iterator[dict[str, object]]:
    common: dict[str, object] = {
        "form": prepared.form,
        "form_hash": prepared.template.hash,
    }
    common |= {"kind": ORIGINAL, "batch": batch, **occasion.said()}
    first = 1
    for copy in final:
        sheets = len(copy.pages)
        yield {
            **common,
            "id": new_key(),
            "about_kind": copy.item.kind,
            "about_key": copy.key,
            "name": copy.name,
            "form_title": prepared.title if copy.item.title in {"", copy.name} else copy.item.title,
            "number": numbers.get(copy.key),
            "number_text": copy.number or None,
            "sheets": sheets,
            "words": json.dumps(dict(copy.words), ensure_ascii=False),
            "first_page": first,
            "last_page": first + sheets - 1,
        }
        first += sheets


def _from_words(line: Printing, fonts: FontBook) -> tuple[Page, ...]:
    form = current_form(line.form)
    if form.hash != line.form_hash:
        raise Trouble("模板在那以后改过，不能照原样补打。", "请从台账重新打印。")
    return lay_out(form, line.given_words, fonts)
