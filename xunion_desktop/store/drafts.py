"""Drafts: what was typed into a form and not yet saved. Switching, closing or a power cut loses none of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, ClassVar

from .deeds import Note
from .fields import LongText, Text
from .record import Record


class Draft(Record):
    """The values of one form. ``place`` says which: branch/<key>, or branch/new."""

    label: ClassVar[str] = "草稿"
    journaled: ClassVar[bool] = False

    place = Text(verbose_name="位置", help_text="哪一张表单", unique=True)
    content = LongText(verbose_name="内容", help_text="已填的内容")


class Drafts:
    """The drafts of the book. Values are what JSON knows: text, numbers, yes and no, lists."""

    def __init__(self, note: Callable[[], AbstractContextManager[Note]]) -> None:
        self._note = note

    def save(self, place: str, values: dict[str, Any]) -> None:
        """Keep the values of a form; they replace those kept before."""
        draft = _find(place) or Draft(place=place)
        draft.content = json.dumps(values, ensure_ascii=False)
        with self._note() as note:
            note.save(draft)

    def load(self, place: str) -> dict[str, Any] | None:
        """Return the values kept for a form, None if there are none."""
        draft = _find(place)
        return dict(json.loads(draft.content)) if draft else None

    def drop(self, place: str) -> None:
        """Forget the values of a form: they were saved, or are not wanted."""
        draft = _find(place)
        if draft:
            with self._note() as note:
                note.delete(draft)

    def all(self) -> list[str]:
        """List the places of all drafts."""
        return [draft.place for draft in Draft.select().order_by(Draft.place)]


def _find(place: str) -> Draft | None:
    return Draft.get_or_none(Draft.place == place)
