"""The ballot of a union as it was last made up: kept like a draft, beside the book's records."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from xunion_desktop.basics.wording import chinese_number
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import electorate_of
from xunion_desktop.branches.records.elections import newest_term
from xunion_desktop.branches.records.rosters import committee_names
from xunion_desktop.branches.voting import BallotPlan, Elected, by_strokes
from xunion_desktop.branches.words import COMMITTEE, Post
from xunion_desktop.store.book import Book
from xunion_desktop.store.drafts import Draft

_POSTS = {
    Elected.COMMITTEE: COMMITTEE,
    Elected.AUDIT: (Post.AUDIT_CHAIR, Post.AUDITOR),
    Elected.WOMEN: (Post.WOMEN_CHAIR, Post.WOMEN_MEMBER),
    Elected.CHAIR: (Post.CHAIR,),
    Elected.VICE: (Post.VICE,),
}


def place_of(key: str) -> str:
    """Where the ballot of a union is kept."""
    return f"ballot/{key}"


def ballot_plan(key: str, today: date) -> BallotPlan:
    """The ballot of a union: as it was kept, else as its record suggests it."""
    kept: Any = Draft.get_or_none(Draft.place == place_of(key))
    offered = offered_plan(key, today)
    return replace(offered, **json.loads(kept.content)) if kept else offered


def offered_plan(key: str, today: date, elected: str = Elected.COMMITTEE.value) -> BallotPlan:
    """What the record suggests: those in office as candidates, as many seats as now, a ballot for each member."""
    term, electorate = newest_term(key), electorate_of(key, None, today)
    names = committee_names(key, today, _POSTS[Elected(elected)])
    seats = (term.seats if term and elected == Elected.COMMITTEE else None) or len(names)
    return BallotPlan(
        elected,
        f"第{chinese_number(term.number + 1)}届" if term and term.number else "",
        "\n".join(by_strokes(names)),
        str(seats or ""),
        str(electorate.members) if electorate else "",
    )


def keep_plan(book: Book, key: str, plan: BallotPlan) -> None:
    """Keep the ballot as it is made up now."""
    book.drafts.save(place_of(key), asdict(plan))


def union_names(keys: list[str]) -> dict[str, str]:
    """The names of these unions."""
    return {branch.id: branch.name for branch in Branch.alive().where(Branch.id << keys)}
