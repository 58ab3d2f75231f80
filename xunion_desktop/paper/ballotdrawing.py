"""Ballot drawing: one ballot in its box: title, note, the table of candidates, what the voter must know.

Appendix A1: under each other a blank for ○ or × and the name, candidate beside candidate, then as many blanks for
others as there are seats. A ballot with columns 赞成 不赞成 弃权 has a row for each candidate instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from xunion_desktop.basics.problems import Problem

from .cells import Widths
from .measures import MM, SIZES
from .pages import Glyphs, Path, Step, Stroke
from .setting import Compositor
from .shapes import across, down, rectangle
from .tabular import CELL_ROLE, HEAD_ROLE, TITLE_ROLE, Ballot
from .titles import lines_that_fit

MARGIN = 9.0
NAME, SMALL = SIZES["三号"], SIZES["小五"]
HAIR, FRAME = 0.2, 0.4
LABEL_WIDTH, HEAD_HEIGHT = 11.0, 7.0
LEAST_SLOT, MOST_SLOT = 8.0, 20.0  # width of a candidate's column
SIGN_HEIGHT, NAME_HEIGHT = (8.0, 22.0), (14.0, 48.0)  # least and most
SMALLEST_NAME = 8.0  # points
AROUND_NAME = 1.5  # mm that stay free above and below it together
LEAST_TYPE = 1.0  # points, of a ballot that is refused and only looked at
LEAST_ROW, MOST_ROW = 7.0, 12.0
CANDIDATE, OTHER, SIGN, PERSON, OTHERS = "候选人", "另选人", "符号", "姓名", "另选他人"
LEADING = 1.35
_LABEL = re.compile("[^：]{1,6}：(?=1)")


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place on the ballot: a candidate's, or a blank one for somebody else."""

    name: str
    kind: str


class BallotDrawing:
    """One ballot of ``width`` × ``height`` mm; drawn at any corner."""

    def __init__(self, ballot: Ballot, width: float, height: float, compositor: Compositor) -> None:
        self._ballot = ballot
        self._width, self._height = width, height
        self._inner = width - 2 * MARGIN
        self._compositor = compositor
        self._measure = Widths(compositor.fonts)
        self._title, self._title_size = lines_that_fit(ballot.title, self._inner, SIZES["小二"], compositor)
        self._rules = list(self._wrapped(ballot.rules))
        names = [_Slot(name, CANDIDATE) for name in ballot.candidates]
        self._slots = names + [_Slot("", OTHER)] * ballot.others
        self.problems: list[Problem] = []
        self._check()

    def ops(self, x: float, y: float) -> Iterator[Stroke]:
        """The ballot with its upper left corner there."""
        top = y + MARGIN
        for line in self._title:
            yield from self._line(line, TITLE_ROLE, self._title_size, x + self._width / 2, top, 0.5)
            top += self._title_size / MM * LEADING
        if self._ballot.note:
            yield from self._line(self._ballot.note, CELL_ROLE, SIZES["五号"], x + self._width / 2, top, 0.5)
        top = y + self._head
        draw = self._marked if self._ballot.marks else self._signed
        yield from draw(x + MARGIN, top)
        yield from self._foot(x, y)

    # measures

    @property
    def _head(self) -> float:
        note = SIZES["五号"] / MM + 2.0 if self._ballot.note else 0.0
        return MARGIN + len(self._title) * self._title_size / MM * LEADING + note + 1.5

    @property
    def _foot_height(self) -> float:
        foot = SIZES["五号"] / MM * 2 if self._ballot.foot else 0.0
        return len(self._rules) * SMALL / MM * LEADING + foot + 2.0

    @property
    def _room(self) -> float:
        """The height that the table has."""
        return self._height - MARGIN - self._head - self._foot_height

    def _wrapped(self, rules: Sequence[str]) -> Iterator[tuple[str, float]]:
        """The lines of the rules and how far in they begin: all under the text of the first, after its “说明：”."""
        found = _LABEL.match(rules[0]) if rules else None
        label = found[0] if found else ""
        hang = self._measure.of(label) * SMALL / MM
        for place, rule in enumerate(rules):
            lead = label if place == 0 else ""
            lines = self._measure.wrap(rule.removeprefix(lead), (self._inner - hang) * MM / SMALL)
            yield f"{lead}{lines[0]}", 0.0 if lead else hang
            yield from ((line, hang) for line in lines[1:])

    def _check(self) -> None:
        for name in self._ballot.candidates:
            if len(name) * SMALL / MM > max(self._inner / 3, NAME_HEIGHT[1]):
                self.problems.append(Problem(f"候选人“{name}”太长，格里放不下。", "候选人", remedy="请核对姓名。"))
        fits = self._row_height >= LEAST_ROW if self._ballot.marks else self._band_height >= self._least_band
        if not fits and not self.problems:
            said = f"候选人和另选人一共 {len(self._slots)} 格，一张 {self._ballot.size} 选票放不下。"
            remedy = "请减少候选人或者另选人的格。" if self._ballot.size == "A4" else "请改用大一号的选票。"
            self.problems.append(Problem(said, "候选人", remedy=remedy))

    # the table of appendix A1

    @property
    def _per_band(self) -> int:
        return max(1, int((self._inner - LABEL_WIDTH) / LEAST_SLOT))

    @property
    def _bands(self) -> list[list[_Slot]]:
        """The slots in as many rows of columns as they need, the rows as even as can be."""
        rows = max(1, ceil(len(self._slots) / self._per_band))
        size = ceil(len(self._slots) / rows) or 1
        return [self._slots[at : at + size] for at in range(0, len(self._slots), size)] or [[]]

    @property
    def _slot_width(self) -> float:
        """As wide in every row of columns."""
        return min(MOST_SLOT, (self._inner - LABEL_WIDTH) / (max(map(len, self._bands)) or 1))

    @property
    def _least_name(self) -> float:
        """How high a name's cell is at least: the longest name stands upright in it."""
        longest = max(map(len, self._ballot.candidates), default=0)
        return max(NAME_HEIGHT[0], longest * SMALLEST_NAME / MM * 1.15)

    @property
    def _least_band(self) -> float:
        return HEAD_HEIGHT + SIGN_HEIGHT[0] + self._least_name

    @property
    def _band_height(self) -> float:
        most = HEAD_HEIGHT + SIGN_HEIGHT[1] + NAME_HEIGHT[1]
        return min(most, (self._room + 3.0) / len(self._bands) - 3.0)

    def _signed(self, left: float, top: float) -> Iterator[Stroke]:
        widest = max(map(len, self._bands))
        left += (self._inner - LABEL_WIDTH - widest * self._slot_width) / 2
        for slots in self._bands:
            yield from self._band(slots, left, top, self._band_height)
            top += self._band_height + 3.0

    def _band(self, slots: Sequence[_Slot], left: float, top: float, height: float) -> Iterator[Stroke]:
        spare = height - self._least_band
        sign = top + HEAD_HEIGHT
        name = sign + SIGN_HEIGHT[0] + spare * 0.3
        bottom = top + height
        width = self._slot_width
        whole = LABEL_WIDTH + width * len(slots)
        first = left + LABEL_WIDTH
        yield from self._centred(SIGN, left, sign, LABEL_WIDTH, name - sign)
        yield from self._centred(PERSON, left, name, LABEL_WIDTH, bottom - name)
        rules: list[Step] = [*across(left, left + whole, sign), *across(left, left + whole, name)]
        at = 0
        for kind, group in groupby(slots, lambda slot: slot.kind):
            count = len(list(group))
            yield from self._centred(kind, first + at * width, top, count * width, HEAD_HEIGHT)
            rules += down(first + at * width, top, bottom)
            at += count
        for place, slot in enumerate(slots):
            rules += down(first + place * width, sign, bottom)
            yield from self._name(slot.name, first + place * width, name, width, bottom - name)
        yield Path(tuple(rules), HAIR)
        yield Path(rectangle(left, top, whole, height), FRAME)

    def _name(self, name: str, left: float, top: float, width: float, height: float) -> Iterator[Stroke]:
        """Upright, one character under the other; a long name in smaller type."""
        if not name:
            return
        room = height - AROUND_NAME
        size = max(LEAST_TYPE, min(NAME, room / (len(name) * 1.15) * MM, width * 0.9 * MM))
        pitch = min(size / MM * 1.6, room / len(name)) if len(name) <= 3 else size / MM * 1.15
        y = top + (height - pitch * (len(name) - 1) - size / MM) / 2
        for char in name:
            yield from self._line(char, HEAD_ROLE, size, left + width / 2, y, 0.5)
            y += pitch

    # the table with a row for each candidate

    @property
    def _halves(self) -> int:
        """Two tables side by side where one would be too long."""
        return 1 if self._room / (len(self._slots) + 1) >= LEAST_ROW else 2

    @property
    def _row_height(self) -> float:
        return min(MOST_ROW, self._room / (ceil(len(self._slots) / self._halves) + 1))

    def _marked(self, left: float, top: float) -> Iterator[Stroke]:
        halves = self._halves
        gap = 4.0 * (halves - 1)
        width, count = (self._inner - gap) / halves, ceil(len(self._slots) / halves)
        for half in range(halves):
            yield from self._list(
                self._slots[half * count : (half + 1) * count], left + half * (width + gap), top, width
            )

    def _list(self, slots: Sequence[_Slot], left: float, top: float, width: float) -> Iterator[Stroke]:
        height, marks = self._row_height, self._ballot.marks
        cell = min(22.0, width * 0.6 / len(marks))
        name = width - cell * len(marks)
        rules: list[Step] = []
        yield from self._centred(PERSON, left, top, name, height)
        for place, mark in enumerate(marks):
            yield from self._centred(mark, left + name + place * cell, top, cell, height)
            rules += down(left + name + place * cell, top, top + height * (len(slots) + 1))
        for row, slot in enumerate(slots, 1):
            y = top + row * height
            rules += across(left, left + width, y)
            if slot.name:
                yield from self._fitted(slot.name, left, y, name, height)
            else:
                yield from self._line(OTHERS, CELL_ROLE, 7.0, left + 1, y + 0.8, 0.0)
        yield Path(tuple(rules), HAIR)
        yield Path(rectangle(left, top, width, height * (len(slots) + 1)), FRAME)

    # texts

    def _foot(self, x: float, y: float) -> Iterator[Stroke]:
        """What the voter must know, and who holds the vote, at the lower edge."""
        top = y + self._height - MARGIN - self._foot_height + 2.0
        for line, hang in self._rules:
            yield from self._line(line, CELL_ROLE, SMALL, x + MARGIN + hang, top, 0.0)
            top += SMALL / MM * LEADING
        if self._ballot.foot:
            size = SIZES["五号"]
            top = y + self._height - MARGIN - size / MM
            yield from self._line(self._ballot.foot, CELL_ROLE, size, x + self._width - MARGIN, top, 1.0)

    def _fitted(self, text: str, left: float, top: float, width: float, height: float) -> Iterator[Stroke]:
        size = min(NAME, max(1.0, width - 2) * MM / max(1.0, self._measure.of(text)))
        yield from self._line(text, HEAD_ROLE, size, left + width / 2, top + (height - size / MM) / 2, 0.5)

    def _centred(self, text: str, left: float, top: float, width: float, height: float) -> Iterator[Stroke]:
        size = min(SIZES["五号"], max(1.0, width - 1) * MM / max(1.0, self._measure.of(text)))
        yield from self._line(text, CELL_ROLE, size, left + width / 2, top + (height - size / MM) / 2, 0.5)

    def _line(self, text: str, role: str, size: float, x: float, top: float, side: float) -> tuple[Glyphs, ...]:
        line = self._compositor.line(text, role, size)
        return line.at(x - line.width * side, top)
