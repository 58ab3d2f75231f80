"""Which column of the sheet goes to which column of the register: learned headings, then words, then the content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from xunion_desktop.sheets.cells import Cell, is_blank, plain
from xunion_desktop.sheets.importer import Target
from xunion_desktop.sheets.labels import bare, normal
from xunion_desktop.store.columns import Kind

PROBLEM_LABEL = "问题"
"""The last column of an error workbook; it is our own and never read."""
NUMBER_LABELS = frozenset({"序号", "编号", "行号", "序"})
_OTHER_THINGS = "女副前原非未下上"  # 女会员数 is not 会员数, 副主席 not 主席
_SURE = 0.8  # of the cells must look so before the content alone decides
_DATE = re.compile(r"(?:19|20)\d\d(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?|\d{4}|年)(?: .*)?")
_LOOKS = {
    Kind.CREDIT_CODE: re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-Z]{10}"),
    Kind.ID_NUMBER: re.compile(r"\d{17}[\dXx]"),
    Kind.PHONE: re.compile(r"1[3-9]\d{9}(?:\.0)?"),
    Kind.DATE: _DATE,
}


@dataclass(frozen=True)
class Heading:
    """One column of the sheet. ``target`` is the column name it goes to ("" = 不导入), ``source`` who says so:

    clerk, learned, heading (the words), likeness (only part of the words), content, or "" where nobody does.
    """

    index: int
    label: str
    target: str = ""
    source: str = ""


def propose(
    labels: Sequence[str], rows: Sequence[Sequence[Cell]], targets: Sequence[Target], learned: Mapping[str, str]
) -> list[Heading]:
    """A place for every column as far as one is to be seen; every target once. ``rows`` are some rows of data."""
    headings = [Heading(index, label) for index, label in enumerate(labels)]
    kept = {normal(label): name for label, name in learned.items()}
    names = {target.name for target in targets}
    for heading in headings:
        name = kept.get(normal(heading.label), "?")
        if name == "" or (name in names and name not in _taken(headings)):
            headings[heading.index] = replace(heading, target=name, source="learned")
    for form in (normal, bare):
        words = dict(_words(targets))
        for heading in _open(headings):
            _put(headings, heading, words.get(form(heading.label), ""), "heading")
    for heading in _open(headings):
        _put(headings, heading, _like(heading.label, targets, _taken(headings)), "likeness")
    for name, index in _by_content(_open(headings), rows, [t for t in targets if t.name not in _taken(headings)]):
        _put(headings, headings[index], name, "content")
    return headings


def place(headings: Sequence[Heading], index: int, name: str) -> list[Heading]:
    """The clerk puts column ``index`` to target ``name``; whatever held that target before goes nowhere."""
    moved = []
    for heading in headings:
        if heading.index == index:
            moved.append(replace(heading, target=name, source="clerk"))
        elif name and heading.target == name:
            moved.append(replace(heading, target="", source="clerk"))
        else:
            moved.append(heading)
    return moved


def known_labels(targets: Iterable[Target], learned: Mapping[str, str]) -> frozenset[str]:
    """All headings that show where the header is, in their normal form."""
    return frozenset({*dict(_words(targets)), *map(normal, learned), *NUMBER_LABELS} - {""})


def _words(targets: Iterable[Target]) -> Iterator[tuple[str, str]]:
    """Normal forms of labels and synonyms with the target's name; where two targets share one, the first has it."""
    pairs = [(normal(word), target.name) for target in targets for word in (target.column.label, *target.synonyms)]
    yield from reversed(pairs)


def _open(headings: list[Heading]) -> list[Heading]:
    """The columns that nobody has placed yet and that are not our own."""
    own = {PROBLEM_LABEL, *NUMBER_LABELS, ""} - {"编号"}
    return [heading for heading in headings if not heading.source and normal(heading.label) not in own]


def _taken(headings: list[Heading]) -> set[str]:
    return {heading.target for heading in headings if heading.target}


def _put(headings: list[Heading], heading: Heading, name: str, source: str) -> None:
    if name and name not in _taken(headings):
        headings[heading.index] = replace(heading, target=name, source=source)


def _like(label: str, targets: Sequence[Target], taken: set[str]) -> str:
    """The target whose word ends this heading and is most of it: 基层工会名称 → 工会名称."""
    text = bare(label)
    for word, name in sorted(_words(targets), key=lambda pair: -len(pair[0])):
        extra = text.removesuffix(word)
        if name not in taken and extra != text and len(word) >= 3 and 0 < len(extra) <= len(word):
            return "" if extra[-1] in _OTHER_THINGS or extra[0] in _OTHER_THINGS else name
    return ""


def _by_content(
    headings: list[Heading], rows: Sequence[Sequence[Cell]], targets: list[Target]
) -> Iterator[tuple[str, int]]:
    """Pairs of target and column where one column alone looks like what one target alone is still waiting for."""
    for kind, looks in _LOOKS.items():
        waiting = [target for target in targets if target.column.kind is kind]
        like = [heading for heading in headings if _share(heading.index, rows, kind, looks) >= _SURE]
        if len(waiting) == len(like) == 1:
            yield waiting[0].name, like[0].index


def _share(index: int, rows: Sequence[Sequence[Cell]], kind: Kind, looks: re.Pattern[str]) -> float:
    """How many of the filled cells of a column look like this kind."""
    cells = [row[index] for row in rows if index < len(row) and not is_blank(row[index])]
    alike = sum(_is_date(cell) if kind is Kind.DATE else bool(looks.fullmatch(plain(cell))) for cell in cells)
    return alike / len(cells) if len(cells) >= 3 else 0.0


def _is_date(cell: Cell) -> bool:
    return isinstance(cell, date | datetime) or (isinstance(cell, str) and bool(_DATE.fullmatch(cell.strip())))
