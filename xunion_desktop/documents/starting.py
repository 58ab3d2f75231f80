"""Starting texts: what a draft of each kind begins with (resources/wenzhong.toml; domain §6.5)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from xunion_desktop.basics.resources import resource_table

from .words import TITLE

GAP = "××"
_FROM_THE_OFFICE = ("上级工会", "年")


def starting_words(genre: str, own: Mapping[str, str]) -> dict[str, str]:
    """The words to begin a paper of this kind with; ``own`` = the words of the office."""
    words = _texts().get(genre, {TITLE: f"{GAP}{genre}"})
    return {word: _filled(text, own) for word, text in words.items()}


@cache
def _texts() -> dict[str, dict[str, str]]:
    data = resource_table("wenzhong.toml")
    return {entry["name"]: {word: text.strip() for word, text in entry["words"].items()} for entry in data["genre"]}


def _filled(text: str, own: Mapping[str, str]) -> str:
    for word in _FROM_THE_OFFICE:
        text = text.replace(f"{{{word}}}", own.get(word, "") or GAP)
    return text
