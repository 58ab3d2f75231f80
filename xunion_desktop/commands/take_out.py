"""export: a register, or what one filter shows of it, as a workbook or as a printed roster."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.catalogue import REGISTERS
from xunion_desktop.store.registers import Chip, Register

from .books import chip_of, chosen, open_book
from .console import Code, WrongUsage, answer, say

Writer = Callable[[Path, "Shown"], None]


@dataclass(frozen=True)
class Shown:
    """What is written: a register under one of its filters, on a day."""

    title: str
    register: Register
    chip: Chip
    rows: Sequence[Any]
    today: date


def run(options: Namespace) -> int:
    """Write the file; nothing is written to the book."""
    card = chosen(REGISTERS, options.register, "台账")
    write = writer_for(options.file)
    with open_book(options.book):
        register: Register = card.open(options.today)
        chip = chip_of(register, options.where)
        rows = register.rows(register.keys(chip.id, as_of=options.today), options.today)
        write(options.file, Shown(card.title, register, chip, rows, options.today))
    if options.json:
        answer({"register": card.id, "chip": chip.id, "rows": len(rows), "file": str(options.file)})
    else:
        say(f"{card.title}“{chip.label}”{len(rows)} 条已写到 {options.file}。")
    return Code.DONE


def writer_for(file: Path) -> Writer:
    """How a file of this ending is written."""
    writers: dict[str, Writer] = {".xlsx": workbook, ".pdf": roster}
    if file.suffix.lower() not in writers:
        raise WrongUsage(f"“{file.name}”要以 .xlsx（台账）或 .pdf（名册）结尾。")
    return writers[file.suffix.lower()]


def workbook(file: Path, shown: Shown) -> None:
    """All columns as Excel, ready to be imported again."""
    from xunion_desktop.sheets.write import write_register

    write_register(file, shown.title, shown.register.columns, shown.rows)


def roster(file: Path, shown: Shown) -> None:
    """The columns that hold anything, as a landscape table with repeated header and page numbers."""
    from xunion_desktop.documents.pdfs import put_file
    from xunion_desktop.paper import table
    from xunion_desktop.paper.fonts import FontBook
    from xunion_desktop.paper.pdf import pdf_bytes

    fonts = FontBook()
    every = shown.register.columns
    columns = [column for column in every if any(column.text(row) for row in shown.rows)] or every
    heads = [(column.label, column.kind.value, 1.0) for column in columns]
    texts = [[column.text(row) for column in columns] for row in shown.rows]
    day = PartialDate.of(shown.today).chinese
    setting = table.roster(shown.title, heads, texts, fonts=fonts, printed=day, note=shown.chip.label)
    put_file(file, pdf_bytes(setting.pages, fonts=fonts, title=shown.title))
