"""Findings: what a check of the book has found."""

from __future__ import annotations

from dataclasses import dataclass

from xunion_desktop.basics.problems import Level


@dataclass(frozen=True)
class Finding:
    """One thing found: what, what to do, and where (a record, or a deed of the journal).

    ERROR = the book is not as the program left it; DOUBT = to be looked at; HINT = good to know.
    """

    level: Level
    sentence: str
    remedy: str = ""
    kind: str = ""
    key: str = ""
    deed: str = ""
