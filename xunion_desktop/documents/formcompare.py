"""Comparing forms after an upgrade: the old shipped one, the new shipped one and the office's own, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from xunion_desktop.paper.formtext import FormText

from .formparts import spoken


class Mark(StrEnum):
    """How a piece stands to the old form."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"


Piece = tuple[str, Mark]
Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Row:
    """One line of each of the three; () = it has no such line."""

    old: Line
    new: Line
    own: Line

    @property
    def alike(self) -> bool:
        """Whether all three say the same."""
        return all(mark is Mark.SAME for line in (self.new, self.own) for _, mark in line) and bool(self.old)


def compare_forms(old: str, new: str, own: str) -> list[Row]:
    """Compare the texts of three forms."""
    return compare(*(spoken(FormText(text)) or text.splitlines() for text in (old, new, own)))


def compare(old: Sequence[str], new: Sequence[str], own: Sequence[str]) -> list[Row]:
    """Put the lines side by side, the pieces that differ from the old form marked."""
    rows: list[Row] = []
    new_slots, own_slots = _slots(old, new), _slots(old, own)
    for slot in range(2 * len(old) + 1):
        was = old[slot // 2] if slot % 2 else ""
        lines_new, lines_own = new_slots.get(slot, []), own_slots.get(slot, [])
        for number in range(max(len(lines_new), len(lines_own), slot % 2)):
            here = was if number == 0 else ""
            new_line, own_line = _at(lines_new, number), _at(lines_own, number)
            rows.append(Row(((here, Mark.SAME),) if here else (), _marked(here, new_line), _marked(here, own_line)))
    return rows


def _slots(old: Sequence[str], other: Sequence[str]) -> dict[int, list[str]]:
    """The lines of ``other`` by their place in the old form: 2i + 1 = instead of line i, 2i = before it."""
    slots: dict[int, list[str]] = {}
    for act, start, end, from_, to in SequenceMatcher(None, old, other, autojunk=False).get_opcodes():
        both = min(end - start, to - from_) if act in {"equal", "replace"} else 0
        for step in range(both):
            slots[2 * (start + step) + 1] = [other[from_ + step]]
        if to - from_ > both:
            slots.setdefault(2 * end, []).extend(other[from_ + both : to])
    return slots


def _at(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _marked(old: str, line: str) -> Line:
    """The pieces of a line: what is as it was, what is new, what is gone."""
    if not old:
        return ((line, Mark.NEW),) if line else ()
    if not line:
        return ((old, Mark.GONE),)
    pieces: list[Piece] = []
    for act, start, end, from_, to in SequenceMatcher(None, old, line, autojunk=False).get_opcodes():
        if act == "equal":
            pieces.append((line[from_:to], Mark.SAME))
            continue
        if end > start:
            pieces.append((old[start:end], Mark.GONE))
        if to > from_:
            pieces.append((line[from_:to], Mark.NEW))
    return tuple(pieces)
