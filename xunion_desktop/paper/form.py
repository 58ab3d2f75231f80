"""Form: one printed paper as it is written down, and what it makes of the words of one copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from xunion_desktop.basics.problems import Problem

from .document import Block, Document, Number
from .formblocks import FormBlock
from .stamps import STAMP


@dataclass(frozen=True)
class FormWord:
    """A word that the form takes: whether it must be there, and how it may look (for samples and the form page)."""

    name: str
    required: bool = False
    sample: str = ""
    long: bool = False  # several lines: paragraphs, names one below the other, rows of a table
    hint: str = ""
    offered: tuple[str, ...] = ()  # what is usually written there


@dataclass(frozen=True)
class Form:
    """One printed form. ``number`` is the role of the 代字 its documents are numbered under ("" = not numbered)."""

    id: str
    title: str
    kind: str
    paper: str
    number: str
    words: tuple[FormWord, ...]
    blocks: tuple[FormBlock, ...]
    text: str  # the file as it is written

    @cached_property
    def hash(self) -> str:
        """Tells a changed form from the shipped one; the kind of line end does not count."""
        return sha256(self.text.replace("\r\n", "\n").encode()).hexdigest()

    def word_names(self) -> set[str]:
        """Every word that a text or a condition of the form uses."""
        return {name for block in self.blocks for name in block.word_names()}

    def sample(self) -> dict[str, str]:
        """A word for each place, as the file gives them."""
        return {word.name: word.sample for word in self.words}

    def problems(self, words: Mapping[str, str]) -> list[Problem]:
        """The words this copy cannot do without and does not have."""
        return [
            Problem(f"没有填“{word.name}”，这一份印不出来。", word.name, remedy=f"请先补上“{word.name}”。")
            for word in self.words
            if word.required and not words.get(word.name, "").strip()
        ]

    def document(self, words: Mapping[str, str], *, provisional: bool = False) -> Document:
        """The document of one copy; with a ``provisional`` number it is shown as 拟 and not printed."""
        blocks: tuple[Block, ...] = tuple(block for form in self.blocks for block in form.blocks(words))
        if provisional:
            blocks = tuple(replace(block, provisional=True) if isinstance(block, Number) else block for block in blocks)
        return Document(self.kind, self.title, blocks, self.paper, words.get(STAMP, ""))
