"""The plan of an import: the sheet's rows read, doubted, matched with the book; nothing is written before it is shown.

Plain data and functions: the wizard shows it, the command line prints it, the room's importer writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Problem
from xunion_desktop.sheets.cells import is_blank, plain
from xunion_desktop.sheets.header import Header, find_header
from xunion_desktop.sheets.importer import Existing, Importer, Progress, Target
from xunion_desktop.sheets.labels import normal
from xunion_desktop.sheets.mapping import NUMBER_LABELS, PROBLEM_LABEL, Heading, known_labels, place, propose
from xunion_desktop.sheets.matching import find_match, mark_doubles, separate_problems
from xunion_desktop.sheets.plan_rows import Action, Change, PlanRow
from xunion_desktop.sheets.read import Sheet
from xunion_desktop.sheets.readers import read_cell
from xunion_desktop.sheets.skipping import Skipped, data_rows

_SAMPLE = 50  # rows whose content is looked at to place a column
_PACE = 500  # rows between two reports of progress


@dataclass
class ImportPlan:
    """What an import will do, row by row. Made by ``read_plan``."""

    sheet: Sheet
    importer: Importer
    header: Header
    headings: list[Heading]
    rows: list[PlanRow]
    skipped: Skipped
    existing: Existing

    @property
    def mapping(self) -> dict[int, str]:
        """Index of a column in the sheet → name of the target it goes to."""
        return {heading.index: heading.target for heading in self.headings if heading.target}

    @property
    def unread(self) -> list[str]:
        """The headings of columns in which something stands, and which nobody reads or has left aside."""
        own = {PROBLEM_LABEL, *NUMBER_LABELS, ""}
        return [
            heading.label
            for heading in self.headings
            if not heading.target and not heading.source and normal(heading.label) not in own
            if any(not is_blank(row.cells[heading.index]) for row in self.rows)
        ]

    @property
    def good(self) -> list[PlanRow]:
        """The rows without a fault; doubts do not keep a row out."""
        return [row for row in self.rows if row.action not in {Action.REFUSED, Action.LEFT_OUT}]

    @property
    def refused(self) -> list[PlanRow]:
        """The rows that must be mended first."""
        return self.of(Action.REFUSED)

    @property
    def doubtful(self) -> list[PlanRow]:
        """The good rows with something to look at."""
        return [row for row in self.good if row.doubts]

    def of(self, action: Action) -> list[PlanRow]:
        """The rows with this action."""
        return [row for row in self.rows if row.action is action]

    def writable(self) -> list[PlanRow]:
        """The rows that change the book."""
        return [row for row in self.rows if row.action in {Action.NEW, Action.UPDATE}]

    def place(self, index: int, name: str) -> ImportPlan:
        """The plan anew with column ``index`` put to the target ``name`` ("" = 不导入); corrections are kept."""
        return _planned(self, place(self.headings, index, name))

    def learned(self) -> dict[str, str]:
        """The headings that the clerk has placed, now or in earlier imports."""
        return {heading.label: heading.target for heading in self.headings if heading.source in {"clerk", "learned"}}

    def correct(self, row: PlanRow, name: str, text: str) -> None:
        """The clerk writes something else into the cell of target ``name``; blank text empties it."""
        row.corrections[name] = text
        row.accepted.discard(name)
        self._judge_again(row)

    def accept(self, row: PlanRow, name: str) -> None:
        """The clerk has looked at the doubts about this column and takes the value as it is."""
        row.accepted.add(name)

    def leave_out(self, row: PlanRow, left_out: bool = True) -> None:
        """Do not import this row, or do after all."""
        row.left_out = left_out
        mark_doubles(self.importer, self.rows)

    def separate(self, row: PlanRow, separate: bool = True) -> None:
        """不是同一家: the row is none of the records in the book (or the other rows of this name), but a new one."""
        row.separate = separate
        self._judge_again(row)

    def judge(self, row: PlanRow) -> None:
        """Read the row's cells, match it with the book and ask the rules."""
        importer = self.importer
        read, row.reading = self._read(row)
        row.values = {name: value for name, value in importer.complete(read).items() if value is not None}
        match = find_match(importer, self.existing, row.values)
        if row.separate:
            match = replace(match, known=None, by="", problems=separate_problems(importer, self.existing, row.values))
        row.matched, row.matched_by = match.known, match.by
        before = match.known.values if match.known else {}
        after = {**before, **row.values}
        unread = {problem.field for problem in row.reading if problem.field not in read}
        rules = [*_missing(importer, after), *match.problems, *importer.check(after)]
        row.ruling = [problem for problem in rules if not problem.field or problem.field not in unread]
        row.changes = _changes(importer, before, row.values) if match.known else []
        name = importer.match_by[-1]
        row.title = str(row.values.get(name) or row.raw(name))

    def _judge_again(self, row: PlanRow) -> None:
        self.judge(row)
        mark_doubles(self.importer, self.rows)

    def _read(self, row: PlanRow) -> tuple[dict[str, Any], list[Problem]]:
        """The values of a row's cells and the problems of reading them."""
        values: dict[str, Any] = {}
        problems = []
        for target, index in self._sources(row):
            cell = row.corrections.get(target.name, row.cells[index] if index >= 0 else None)
            reading = read_cell(target, cell, self.importer.today)
            if reading.problem:
                problems.append(replace(reading.problem, field=target.name))
            if reading.value is not None:
                values[target.name] = reading.value
        return values, problems

    def _sources(self, row: PlanRow) -> list[tuple[Target, int]]:
        """The targets that the row says something about, with the index of their cell (-1: the clerk's own words)."""
        return [
            (target, row.columns.get(target.name, -1))
            for target in self.importer.targets
            if target.name in row.columns or target.name in row.corrections
        ]


def has_header(sheet: Sheet, importer: Importer) -> bool:
    """Whether a header is found in the sheet."""
    try:
        find_header(sheet, known_labels(importer.targets, importer.remembered()))
    except Trouble:
        return False
    return True


def read_plan(
    sheet: Sheet,
    importer: Importer,
    mapping: Mapping[int, str] | None = None,
    *,
    header: Header | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """Plan the import of a sheet. Trouble where no header is found.

    ``mapping`` (column index → target name) replaces the proposal; ``header`` replaces the search for the header.
    """
    learned = importer.remembered()
    header = header or find_header(sheet, known_labels(importer.targets, learned))
    labels = header.labels
    sample = sheet.rows[header.last + 1 : header.last + 1 + _SAMPLE]
    headings = propose(labels, sample, importer.targets, learned)
    if mapping is not None:
        headings = [Heading(index, label, mapping.get(index, ""), "clerk") for index, label in enumerate(labels)]
    draft = ImportPlan(sheet, importer, header, headings, [], Skipped(), importer.existing())
    return _planned(draft, headings, progress)


def _planned(old: ImportPlan, headings: list[Heading], progress: Progress | None = None) -> ImportPlan:
    """The plan of the same sheet with these headings; what the clerk said about rows is carried over."""
    plan = replace(old, headings=headings, rows=[])
    columns = {name: index for index, name in plan.mapping.items()}
    serial = _column_of(headings, NUMBER_LABELS)
    name_column = columns.get(plan.importer.match_by[-1], -1)
    indexes, plan.skipped = data_rows(
        plan.sheet, plan.header, name_column, serial, _column_of(headings, {PROBLEM_LABEL})
    )
    told = {row.number: row for row in old.rows}
    for done, index in enumerate(indexes):
        if progress and done % _PACE == 0:
            progress(done, len(indexes))
        plan.rows.append(_row(plan, index, serial, columns, told.get(index + 1)))
    mark_doubles(plan.importer, plan.rows)
    return plan


def _row(plan: ImportPlan, index: int, serial: int, columns: dict[str, int], told: PlanRow | None) -> PlanRow:
    cells = plan.sheet.rows[index]
    row = PlanRow(index + 1, plain(cells[serial]) if serial >= 0 else "", cells, columns)
    if told:
        row.corrections, row.accepted = told.corrections, told.accepted
        row.left_out, row.separate = told.left_out, told.separate
    plan.judge(row)
    return row


def _column_of(headings: list[Heading], labels: frozenset[str] | set[str]) -> int:
    """The index of the column with one of these labels that goes nowhere, -1 if there is none."""
    return next((heading.index for heading in headings if not heading.target and normal(heading.label) in labels), -1)


def _missing(importer: Importer, values: Mapping[str, Any]) -> list[Problem]:
    """The required columns that would stay empty."""
    return [
        Problem(f"没有填{target.column.label}。", target.name, remedy="请填写。")
        for target in importer.targets
        if target.column.required and values.get(target.name) in {None, ""}
    ]


def _changes(importer: Importer, before: Mapping[str, Any], values: Mapping[str, Any]) -> list[Change]:
    """What the row changes in the book; a blank cell changes nothing."""
    return [
        Change(target.column, before.get(target.name), values[target.name])
        for target in importer.targets
        if target.name in values and values[target.name] != before.get(target.name)
    ]
