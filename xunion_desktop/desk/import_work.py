"""What the import wizard has done in the background: reading, writing the rows to mend, and the one deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.header import Header
from xunion_desktop.sheets.importer import Importer
from xunion_desktop.sheets.pasted import NAME, headed, pasted_sheet
from xunion_desktop.sheets.plan import ImportPlan, read_plan
from xunion_desktop.sheets.read import Sheet, read_workbook
from xunion_desktop.sheets.write import write_errors
from xunion_desktop.store.book import Book

from .progress import Progress


@dataclass(frozen=True)
class Source:
    """What is imported: a file (or what was pasted) with the sheets in which something stands."""

    name: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Taken:
    """One sheet of a source as it was read. Without ``plan`` the clerk has to point at its header."""

    source: Source
    sheet: Sheet
    plan: ImportPlan | None


def read_file(file: Path, importer: Importer, progress: Progress) -> Taken:
    """Read the workbook and plan the import of its first filled sheet."""
    workbook = read_workbook(file)
    first = workbook.first()
    source = Source(file.name, tuple(sheet for sheet in workbook.sheets if sheet.rows))
    return read_sheet(source, first, importer, progress)


def read_sheet(source: Source, sheet: Sheet, importer: Importer, progress: Progress) -> Taken:
    """Plan the import of this sheet; where its header is not found, the plan waits for it."""
    try:
        plan = read_plan(sheet, importer, progress=progress)
    except Trouble:
        plan = None
    return Taken(source, sheet, plan)


def read_under(source: Source, sheet: Sheet, header: Header, importer: Importer, progress: Progress) -> Taken:
    """Plan the import of this sheet under the header that the clerk pointed at."""
    return Taken(source, sheet, read_plan(sheet, importer, header=header, progress=progress))


def read_text(text: str, labels: Sequence[str], importer: Importer, progress: Progress) -> Taken:
    """Plan the import of a pasted block; without headings of its own its columns are those with ``labels``."""
    sheet = pasted_sheet(text)
    taken = read_sheet(Source(NAME, (sheet,)), sheet, importer, progress)
    if taken.plan is not None:
        return taken
    sheet, header = headed(sheet, labels)
    return read_under(Source(NAME, (sheet,)), sheet, header, importer, progress)


def place_column(taken: Taken, index: int, name: str, progress: Progress) -> Taken:
    """The plan anew with one column put elsewhere."""
    del progress
    assert taken.plan is not None
    return Taken(taken.source, taken.sheet, taken.plan.place(index, name))


def missing(plan: ImportPlan) -> list[str]:
    """The required columns that no column of the sheet goes to."""
    placed = set(plan.mapping.values())
    required = (target for target in plan.importer.targets if target.column.required)
    return [target.column.label for target in required if target.name not in placed]


def save_errors(target: Path, plan: ImportPlan, watermark: str, progress: Progress) -> int:
    """Write the rows to mend as a workbook; returns how many there are."""
    del progress
    return write_errors(target, plan, last_line=watermark)


def write_plan(book: Book, plan: ImportPlan, before: Callable[[Progress], None], progress: Progress) -> str:
    """Copy the book (``before``), write the plan as one deed, remember its headings; returns the deed's id."""
    before(progress)
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
