"""The card of the room branches: by it window, 首页, search and command line know the room."""

from __future__ import annotations

from datetime import date
from typing import Any

from xunion_desktop.basics.room import ImporterCard, Need, RegisterCard, Room
from xunion_desktop.branches import ballots, rosters
from xunion_desktop.branches.duties import due
from xunion_desktop.branches.figures import FIGURES
from xunion_desktop.branches.papers import PAPERS


def _records() -> tuple[type, ...]:
    from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
    from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
    from xunion_desktop.branches.records.learned import LearnedHeading
    from xunion_desktop.branches.records.structure import Structure

    return (Employer, Branch, Coverage, Structure, Term, Headcount, StateChange, Officer, LearnedHeading)


def _register(today: date) -> Any:
    from xunion_desktop.branches.records.register import open_register

    return open_register(today)


def _importer(today: date) -> Any:
    from xunion_desktop.branches.ledger import BranchImporter

    return BranchImporter(today)


def _page(desk: Any) -> Any:
    from xunion_desktop.branches.tab import branches_page

    return branches_page(desk)


def _needs(kind: str, key: str, today: date) -> list[Need]:
    if kind != "person":
        return []
    from xunion_desktop.branches.records.posts import needs_of

    return needs_of(key, today)


ROOM = Room(
    id="branches",
    title="基层工会",
    records=_records,
    registers=(RegisterCard("branches", "基层工会台账", _register, addressed="name"),),
    importers=(ImporterCard("branches", "导入基层工会台账", _importer),),
    papers=(*PAPERS, *rosters.PAPERS, *ballots.PAPERS),
    figures=FIGURES,
    duties=due,
    page=_page,
    help="branches",
    search=("branches",),
    needs=_needs,
)
