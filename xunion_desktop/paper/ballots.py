"""Ballots: papers of the kind ``ballot`` (A1): equal ballots, one, two or four on a sheet, with marks where to cut.

Nothing on a ballot tells it from the next one (EL-27, 无记名): there is no running number.
"""

from __future__ import annotations

from itertools import product

from xunion_desktop.basics.problems import Level, Problem

from .ballotdrawing import BallotDrawing
from .document import Document
from .measures import PAPERS
from .pages import Group, Line, Op, Page, Stroke
from .setting import Compositor
from .tabular import Ballot

PER_SHEET = {"A4": 1, "A5": 2, "A6": 4}
MARK, THIN = 8.0, 0.15  # mm: how long a cutting mark is (a printer leaves some 5 mm at the edge blank), how thick
MOST_COPIES = 20_000


def lay_out_ballot(document: Document, compositor: Compositor) -> tuple[list[Page], list[Problem]]:
    """The sheets of all copies, and what is wrong with the ballot."""
    ballot = document.first(Ballot)
    if ballot is None:
        return [], [Problem("模板里没有选票的内容。")]
    paper = PAPERS[document.paper]
    sheet = _Sheet(ballot, paper, compositor)
    copies = min(max(1, ballot.copies), MOST_COPIES)
    full, rest = divmod(copies, sheet.places)
    wholes = [sheet.ops(sheet.places)] * full + ([sheet.ops(rest)] if rest else [])
    pages = [Page(*paper, ops, number) for number, ops in enumerate(wholes, 1)]
    return pages, ballot_problems(ballot) + sheet.problems


def ballot_problems(ballot: Ballot) -> list[Problem]:
    """What is wrong with what stands on the ballot (EL-22, EL-26)."""
    found = []
    twice = [name for name in dict.fromkeys(ballot.candidates) if ballot.candidates.count(name) > 1]
    if twice:
        remedy = "同名的两个人，请在姓名后面用括号注明单位或者性别。"
        found.append(Problem(f"候选人“{'、'.join(twice)}”写了两次。", "候选人", remedy=remedy))
    if ballot.seats < 1:
        found.append(Problem("没有写应选人数，或者不是数字。", "应选人数", rule="EL-22", remedy="请填应选几名。"))
    elif len(ballot.candidates) < ballot.seats:
        said = f"候选人 {len(ballot.candidates)} 名，比应选 {ballot.seats} 名少。"
        found.append(Problem(said, "候选人", Level.DOUBT, "EL-26", "请核对候选人名单。"))
    if ballot.copies < 1:
        found.append(Problem("份数要写大于 0 的数字。", "份数", remedy="一人一票，照到会的人数印。"))
    if ballot.copies > MOST_COPIES:
        found.append(Problem(f"一次最多印 {MOST_COPIES:,} 张选票。", "份数", remedy="请核对份数。"))
    return found


class _Sheet:
    """One sheet of paper with places for ballots."""

    def __init__(self, ballot: Ballot, paper: tuple[float, float], compositor: Compositor) -> None:
        self.places = PER_SHEET.get(ballot.size, PER_SHEET["A5"])
        self._width, self._height = paper
        upright = self._width < self._height
        self._across = 1 if self.places == 1 or (self.places == 2 and upright) else 2
        self._down = self.places // self._across
        self._drawing = BallotDrawing(ballot, self._width / self._across, self._height / self._down, compositor)
        self.problems = self._drawing.problems

    def ops(self, count: int) -> tuple[Op, ...]:
        """A sheet with so many ballots: from the upper left, row by row."""
        corners = [
            (self._width * column / self._across, self._height * row / self._down)
            for row, column in product(range(self._down), range(self._across))
        ]
        ballots = [self._group(tuple(self._drawing.ops(x, y))) for x, y in corners[:count]]
        marks = self._marks()
        return (*ballots, self._group(marks)) if marks else tuple(ballots)

    def _group(self, ops: tuple[Stroke, ...]) -> Group:
        return Group(ops)

    def _marks(self) -> tuple[Stroke, ...]:
        """Short strokes where the knife goes in and out, and a cross where two cuts meet."""
        uprights = [self._width * at / self._across for at in range(1, self._across)]
        levels = [self._height * at / self._down for at in range(1, self._down)]
        found: list[Stroke] = []
        for x in uprights:
            found += [Line(x, top, x, top + MARK, THIN) for top in (0.0, self._height - MARK)]
        for y in levels:
            found += [Line(left, y, left + MARK, y, THIN) for left in (0.0, self._width - MARK)]
        for x, y in product(uprights, levels):
            found += [Line(x - MARK / 2, y, x + MARK / 2, y, THIN), Line(x, y - MARK / 2, x, y + MARK / 2, THIN)]
        return tuple(found)
