"""Document: the blocks of one copy of a paper, with all words filled in. Frozen values; no measures yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

KINDS = ("letter", "plain")  # what typeset.py can lay out; the other kinds of design.md §4 come with their papers


@dataclass(frozen=True, slots=True)
class Mark:
    """发文机关标志: the red name of the union at the head."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """发文字号. A provisional number (拟) is shown and not printed: the real one is given when it is printed."""

    text: str
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """标题. Broken by sense, or where the writer put line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class Address:
    """主送机关, with its colon."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of the body; headings 一、 and （一） are recognised."""

    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """署名 and 成文日期, with or without room for a seal."""

    name: str
    date: str
    seal: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """附注, in its round brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code to be typed from the paper, in large letters of its own (kind ``plain``)."""

    text: str


Block = Mark | Number | Title | Address | Text | Sign | Remark | Code
B = TypeVar("B", Mark, Number, Title, Address, Text, Sign, Remark, Code)


@dataclass(frozen=True, slots=True)
class Document:
    """One copy of a paper: its kind (letter …), its title for the file, its blocks from top to bottom."""

    kind: str
    title: str
    blocks: tuple[Block, ...]

    def all(self, kind: type[B]) -> Iterator[B]:
        """The blocks of one kind."""
        return (block for block in self.blocks if isinstance(block, kind))

    def first(self, kind: type[B]) -> B | None:
        """The first block of one kind, or None."""
        return next(self.all(kind), None)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text with the role that sets it; for the search of missing characters."""
        for block in self.blocks:
            role = "小标宋" if isinstance(block, Mark | Title) else "黑体" if isinstance(block, Code) else "仿宋"
            yield role, f"{block.name}{block.date}" if isinstance(block, Sign) else block.text
