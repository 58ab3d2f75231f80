"""Problems: wrong or doubtful input, as values shown beside the field. Nothing is raised, nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"  # must be mended before the record can be written
    DOUBT = "doubt"  # written, but marked 请看
    HINT = "hint"  # good to know


@dataclass(frozen=True)
class Problem:
    """One sentence about one field of one record.

    ``field`` is the column's name ("" = the whole record), ``rule`` the rule's id (EL-10), ``remedy`` what to do.
    """

    sentence: str
    field: str = ""
    level: Level = Level.ERROR
    rule: str = ""
    remedy: str = ""


def refuses(problems: list[Problem]) -> bool:
    """Whether any of these keeps the record from being written."""
    return any(problem.level is Level.ERROR for problem in problems)
