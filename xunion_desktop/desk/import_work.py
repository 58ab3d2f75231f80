"""What the import wizard has done in the background: reading, writing the rows to mend, and the one deed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.importer import Importer
from xunion_desktop.sheets.plan import ImportPlan, read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.sheets.write import write_errors
from xunion_desktop.store.book import Book

from .progress import Progress


def read_file(file: Path, importer: Importer, progress: Progress) -> ImportPlan:
    """Read the workbook and plan the import of its first filled sheet."""
    return read_plan(read_workbook(file).first(), importer, progress=progress)


def place_column(plan: ImportPlan, index: int, name: str, progress: Progress) -> ImportPlan:
    """The plan anew with one column put elsewhere."""
    del progress
    return plan.place(index, name)


def save_errors(target: Path, plan: ImportPlan, progress: Progress) -> int:
    """Write the rows to mend as a workbook; returns how many there are."""
    del progress
    return write_errors(target, plan)


def write_plan(book: Book, plan: ImportPlan, progress: Progress) -> str:
    """Write the plan as one deed and remember where its headings went; returns the deed's id."""
    with book.deed(f"导入{plan.importer.title}", progress=progress) as deed:
        plan.importer.write(deed, plan, progress)
    with suppress(Trouble):  # the rows are in the book: what was learned is learned again next time
        _remember(book, plan)
    return deed.id


def _remember(book: Book, plan: ImportPlan) -> None:
    learned = plan.learned()
    if learned:
        with book.note() as note:
            plan.importer.remember(note, learned)
