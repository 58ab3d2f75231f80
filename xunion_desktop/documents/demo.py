"""Drafts for the demo county: one for each format, about fictional matters, finished but not yet printed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from xunion_desktop.basics.resources import resource_table

from .manuscripts import Manuscript
from .papers import FREE

_LABEL = "生成演示公文稿"


def demo_drafts(book: Any, today: date) -> None:
    """Write them into the book, as one deed; none where no format for them is shipped."""
    drafts = [draft for draft in _drafts(today) if draft.form in FREE]
    if drafts:
        with book.deed(_LABEL) as deed:
            for draft in drafts:
                deed.save(draft)


def _drafts(today: date) -> list[Manuscript]:
    data = resource_table("demo", "drafts.toml")
    return [_draft(entry, today) for entry in data["draft"]]


def _draft(entry: dict[str, Any], today: date) -> Manuscript:
    day = today - timedelta(days=int(entry["days_ago"]))
    draft = Manuscript(form=entry["form"], genre=entry["genre"], day=day.isoformat())
    draft.give({word: str(text).strip() for word, text in entry["words"].items()})
    return draft
