"""分送: one paper that goes to several by name: the same words and the same number, each copy with its own 主送."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .paragraphs import paragraphs
from .rules import UPWARD_GENRES
from .words import EACH, TO


def recipients(text: str) -> list[str]:
    """The names in a list, one per line, each once; the colon of a 主送 does not belong to a name."""
    return list(dict.fromkeys(name for line in paragraphs(text) if (name := line.rstrip("：:"))))


def each_copy(words: Mapping[str, str]) -> list[dict[str, str]]:
    """The words of every copy, addressed to one each; of a paper that is not sent by name there is one copy."""
    own = {word: text for word, text in words.items() if word != EACH}
    return [{**own, TO: name} for name in recipients(words.get(EACH, ""))] or [own]


def sent_by_name(words: Mapping[str, str]) -> bool:
    """Whether each of several gets a copy of its own."""
    return bool(recipients(words.get(EACH, "")))


def may_go_by_name(genre: str, fields: Collection[str]) -> bool:
    """Whether a paper of this kind may go to several: one to a higher organ goes to that organ alone (DC-02)."""
    return TO in fields and genre not in UPWARD_GENRES
