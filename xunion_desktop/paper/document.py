"""Document: the blocks of one copy of a paper, with all words filled in. Frozen values; no measures yet.

A new kind of block is a frozen dataclass here, a row in ``formblocks.BLOCKS``, and a place in the layouts that set it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

KINDS = ("official", "letter", "minutes", "plain", "table", "ballot")  # what typeset.py can lay out
OFFICIAL = frozenset({"official", "letter", "minutes"})  # printed on both sides where they have more than one page

RoleText = tuple[str, str]  # the role that sets it (仿宋, 黑体 …), the text


class Block:
    """One part of a document. Every kind of block tells its texts, for the search of missing characters."""

    __slots__ = ()

    def texts(self) -> Iterator[RoleText]:
        """Each text with the role that sets it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Mark(Block):
    """发文机关标志: the red name of the union at the head; several for 联合行文. ``word`` follows the name: 文件."""

    text: str
    word: str = ""

    def texts(self) -> Iterator[RoleText]:
        yield "小标宋", self.text + self.word


@dataclass(frozen=True, slots=True)
class Corner(Block):
    """份号, 密级 (with its term) and 紧急程度 at the upper left, as far as a paper has them."""

    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", self.copy_number
        yield "黑体", self.secrecy + self.urgency


@dataclass(frozen=True, slots=True)
class Number(Block):
    """发文字号. A provisional number (拟) is shown and not printed: the real one is given when it is printed."""

    text: str
    provisional: bool = False

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", self.text


@dataclass(frozen=True, slots=True)
class Signer(Block):
    """签发人 of a paper that goes upward; several for 联合行文, in the order of the unions."""

    name: str

    def texts(self) -> Iterator[RoleText]:
        yield "楷体", self.name


@dataclass(frozen=True, slots=True)
class Title(Block):
    """标题. Broken by sense, or where the writer put line breaks."""

    text: str

    def texts(self) -> Iterator[RoleText]:
        yield "小标宋", self.text


@dataclass(frozen=True, slots=True)
class Subtitle(Block):
    """副标题 under the title of a plain paper."""

    text: str

    def texts(self) -> Iterator[RoleText]:
        yield "楷体", self.text


@dataclass(frozen=True, slots=True)
class Address(Block):
    """主送机关, with its colon; in a plain paper any line that begins at the left edge."""

    text: str

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", self.text


@dataclass(frozen=True, slots=True)
class Text(Block):
    """One paragraph of the body; headings 一、 and （一） are recognised. ``flush`` = it begins at the left edge."""

    text: str
    flush: bool = False

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", self.text


@dataclass(frozen=True, slots=True)
class Attachments(Block):
    """附件说明: the names of what is attached, without numbers and full stops."""

    names: tuple[str, ...]

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", "".join(self.names)


@dataclass(frozen=True, slots=True)
class Present(Block):
    """出席, 请假 or 列席 of 纪要: the label, then who; each line begins a row of its own."""

    label: str
    names: tuple[str, ...]

    def texts(self) -> Iterator[RoleText]:
        yield "黑体", self.label
        yield "仿宋", "".join(self.names)


@dataclass(frozen=True, slots=True)
class Sign(Block):
    """署名 and 成文日期, with or without room for a seal; several with the same date for 联合行文."""

    name: str
    date: str
    seal: bool = True

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", self.name + self.date


@dataclass(frozen=True, slots=True)
class Remark(Block):
    """附注, in its round brackets."""

    text: str

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", self.text


@dataclass(frozen=True, slots=True)
class Code(Block):
    """A code to be typed from the paper, in large letters of its own (kind ``plain``)."""

    text: str

    def texts(self) -> Iterator[RoleText]:
        yield "黑体", self.text


@dataclass(frozen=True, slots=True)
class Annex(Block):
    """附件 itself, on pages of its own. ``number`` counts from 1; 0 where it is the only one and has no number."""

    number: int
    title: str
    blocks: tuple[Block, ...]

    def texts(self) -> Iterator[RoleText]:
        yield "小标宋", self.title
        for block in self.blocks:
            yield from block.texts()


@dataclass(frozen=True, slots=True)
class Imprint(Block):
    """版记: 抄送, 印发机关, 印发日期; ``to`` is a 主送 too long for the first page. 信函 has only 抄送."""

    copies: str = ""
    office: str = ""
    date: str = ""
    to: str = ""

    def texts(self) -> Iterator[RoleText]:
        yield "仿宋", self.copies + self.office + self.date + self.to


B = TypeVar("B", bound=Block)


@dataclass(frozen=True, slots=True)
class Document:
    """One copy of a paper: its kind (letter …), its title for the file, its blocks from top to bottom, the paper."""

    kind: str
    title: str
    blocks: tuple[Block, ...]
    paper: str = "A4"
    stamp: str = ""  # stands at the edges of every page: a paper that is not valid
    _by_kind: dict[type[Block], list[Any]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the blocks by their kinds: each layout asks for a dozen of them."""
        by_kind: dict[type[Block], list[Any]] = {}
        for block in self.blocks:
            by_kind.setdefault(type(block), []).append(block)
        object.__setattr__(self, "_by_kind", by_kind)

    def all(self, kind: type[B]) -> Sequence[B]:
        """The blocks of one kind."""
        return self._by_kind.get(kind, ())

    def first(self, kind: type[B]) -> B | None:
        """The first block of one kind, or None."""
        found = self._by_kind.get(kind)
        return found[0] if found else None

    def texts(self) -> Iterator[RoleText]:
        """Every text with the role that sets it; for the search of missing characters."""
        for block in self.blocks:
            yield from block.texts()
