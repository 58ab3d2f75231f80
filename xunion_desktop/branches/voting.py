"""Rules of a ballot paper: how many candidates there must be, in which order they stand. Values in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.strokes import stroke_key
from xunion_desktop.basics.wording import one_line


class Elected(StrEnum):
    """What is elected, as it stands in the title of a ballot."""

    COMMITTEE = "委员会委员"
    AUDIT = "经费审查委员会委员"
    WOMEN = "女职工委员会委员"
    CHAIR = "委员会主席"
    VICE = "委员会副主席"


@dataclass(frozen=True)
class BallotPlan:
    """What a clerk says of a ballot before it is printed; texts as they are typed, one candidate a line."""

    elected: str
    term: str
    candidates: str
    seats: str
    copies: str
    size: str = "A5"
    marks: str = ""

    @property
    def names(self) -> list[str]:
        """The candidates."""
        return [name for line in self.candidates.splitlines() if (name := line.strip())]


_COPIES = Problem("份数要写大于 0 的数字，如 45。", "copies", rule="EL-22", remedy="一人一票，照到会的人数印。")


def _counts(text: str) -> bool:
    """Whether this says how many, one at least."""
    return text.isdecimal() and int(text) > 0


def least_candidates(seats: int) -> int:
    """Return how many candidates a committee election needs: 5 % more than seats, one more at least (EL-26)."""
    return max(seats + 1, -(-seats * 105 // 100))


def by_strokes(names: Sequence[str]) -> list[str]:
    """Return the candidates in the order of a ballot: by the strokes of the surname (EL-27)."""
    return sorted(names, key=stroke_key)


def plan_problems(plan: BallotPlan) -> list[Problem]:
    """Return what is to be looked at before a ballot is printed (EL-26, EL-27); whether it can be is the paper's."""
    problems = [_COPIES] if plan.copies and not _counts(plan.copies) else []
    names, seats = plan.names, int(plan.seats) if plan.seats.isdecimal() else 0
    several = plan.elected in {Elected.COMMITTEE, Elected.WOMEN}
    least = least_candidates(seats)
    if several and seats and len(names) < least:
        sentence = f"应选 {seats} 名，差额选举候选人至少 {least} 名，现有 {len(names)} 名。"
        problems.append(Problem(sentence, "candidates", Level.DOUBT, "EL-26", "委员差额率不低于 5%。"))
    if [one_line(name) for name in names] != [one_line(name) for name in by_strokes(names)]:
        remedy = "点“按笔画排”；另有规定的照规定。"
        problems.append(Problem("候选人没有按姓氏笔画排列。", "candidates", Level.HINT, "EL-27", remedy))
    return problems
