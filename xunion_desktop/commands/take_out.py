"""export: a register, or what one filter shows of it, as a workbook or as a printed roster."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.catalogue import REGISTERS
from xunion_desktop.office.values import PAPER_STAMP, dated
from xunion_desktop.store.book import Book
from xunion_desktop.store.columns import Column, masked_column
from xunion_desktop.store.registers import Chip, Register

from .books import chip_of, chosen, demand_sight, open_book, privacy
from .console import Code, answer, say, say_list
from .targets import be_sure_of

Gaps = dict[str, str]
"""By record: the characters that are in no font."""


@dataclass(frozen=True)
class Shown:
    """What is written: a register under one of its filters, on a day."""

    title: str
    register: Register
    chip: Chip
    rows: Sequence[Any]
    today: date
    watermark: str = ""
    stamp: str = ""  # at the edges of a roster of the practice county

    @property
    def every(self) -> Sequence[Column]:
        """All columns as they may go out: masked, unless a line goes with what is in clear (SV-41)."""
        columns = self.register.columns
        return columns if self.watermark else [masked_column(column) for column in columns]

    @property
    def columns(self) -> Sequence[Column]:
        """The columns that hold anything."""
        every = self.every
        return [column for column in every if any(column.text(row) for row in self.rows)] or every


def run(options: Namespace) -> int:
    """Write the file, unless characters of it cannot be printed; nothing is written to the book."""
    card = chosen(REGISTERS, options.register, "台账")
    be_sure_of(options.file, list(WRITERS), options.book)
    with open_book(options.book) as book:
        demand_sight(book, card)
        register: Register = card.open(options.today)
        chip = chip_of(register, options.where)
        rows = register.rows(register.keys(chip.id, as_of=options.today), options.today)
        shown = Shown(card.title, register, chip, rows, options.today, stamp=dated(PAPER_STAMP, options.today) or "")
        if options.reason:
            shown = replace(shown, watermark=disclosed(book, shown, options.reason))
        gaps = gaps_of(shown) if options.file.suffix.lower() == ".pdf" else {}
        written = options.gaps or not gaps
        if written:
            WRITERS[options.file.suffix.lower()](options.file, shown)
    if options.json:
        file = str(options.file) if written else ""
        answer({"register": card.id, "chip": chip.id, "rows": len(rows), "file": file, "missing": gaps})
    else:
        tell(shown, options.file, gaps, written=written)
    return Code.PROBLEMS if gaps else Code.DONE


def disclosed(book: Book, shown: Shown, reason: str) -> str:
    """Write down that sensitive columns go out in clear; returns the line that goes with them ("" = there are none)."""
    columns = [column for column in shown.columns if column.sensitive]
    if not columns:
        return ""
    kind = shown.register.record.kind_of()
    return privacy(book).take_out(kind, shown.title, columns, len(shown.rows), reason)


def tell(shown: Shown, file: Path, gaps: Gaps, *, written: bool) -> None:
    """The answer for a person."""
    say_list("这些字字体里没有", (f"{name}：{'、'.join(missing)}" for name, missing in gaps.items()))
    kept = "没有写。请改用别的字；要把缺字印成“〓”的，加 --gaps。"
    say(f"{shown.title}“{shown.chip.label}”{f'{len(shown.rows)} 条已写到 {file}。' if written else kept}")


def gaps_of(shown: Shown) -> Gaps:
    """The records that cannot be printed whole."""
    from xunion_desktop.paper.fonts import FontBook

    fonts, columns = FontBook(), shown.columns
    found = ((row, fonts.missing("".join(column.text(row) for column in columns), "宋体")) for row in shown.rows)
    return {row.title(): "".join(missing) for row, missing in found if missing}


def workbook(file: Path, shown: Shown) -> None:
    """All columns as Excel, ready to be imported again."""
    from xunion_desktop.sheets.write import write_register

    write_register(file, shown.title, shown.every, shown.rows, last_line=shown.watermark)


def roster(file: Path, shown: Shown) -> None:
    """The columns that hold anything, as a landscape table with repeated header and page numbers."""
    from xunion_desktop.documents.pdfs import put_file
    from xunion_desktop.paper import table
    from xunion_desktop.paper.fonts import FontBook
    from xunion_desktop.paper.pdf import pdf_bytes

    fonts = FontBook()
    columns = shown.columns
    heads = [(column.label, column.kind.value, 1.0) for column in columns]
    texts = [[column.text(row) for column in columns] for row in shown.rows]
    day = PartialDate.of(shown.today).chinese
    note, foot = shown.chip.label, shown.watermark
    setting = table.roster(shown.title, heads, texts, fonts=fonts, printed=day, note=note, foot=foot, stamp=shown.stamp)
    put_file(file, pdf_bytes(setting.pages, fonts=fonts, title=shown.title))


WRITERS: dict[str, Callable[[Path, Shown], None]] = {".xlsx": workbook, ".pdf": roster}
