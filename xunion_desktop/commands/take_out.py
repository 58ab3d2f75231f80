"""export: a register, or what one filter shows of it, as a workbook or as a printed roster."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from xunion_desktop.catalogue import REGISTERS
from xunion_desktop.store.registers import Register

from .books import chip_of, chosen, open_book
from .console import Code, WrongUsage, answer, say

Writer = Callable[[Path, str, Register, Sequence[Any]], None]


def run(options: Namespace) -> int:
    """Write the file; nothing is written to the book."""
    card = chosen(REGISTERS, options.register, "台账")
    write = writer_for(options.file)
    with open_book(options.book):
        register: Register = card.open()
        chip = chip_of(register, options.where)
        rows = register.rows(register.keys(chip.id, as_of=options.today), options.today)
        write(options.file, card.title, register, rows)
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


def workbook(file: Path, title: str, register: Register, rows: Sequence[Any]) -> None:
    """All columns as Excel, ready to be imported again."""
    from xunion_desktop.sheets.write import write_register

    write_register(file, title, register.columns, rows)


def roster(file: Path, title: str, register: Register, rows: Sequence[Any]) -> None:
    """The columns as a landscape table with repeated header and page numbers."""
