"""The blocks a form may have: their words in the file, the texts they take, what they become in the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .document import Address, Block, Code, Mark, Number, Remark, Sign, Text, Title
from .words import Template, fill, names


@dataclass(frozen=True)
class BlockKind:
    """A kind of block: which texts it must have, which switches (true/false) it may have, what becomes of them."""

    texts: tuple[str, ...]
    make: Callable[[Mapping[str, str], Mapping[str, bool]], Iterator[Block]]
    switches: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormBlock:
    """One block of one form. ``when`` names the word without which it is left out ("" = always there)."""

    kind: str
    texts: Mapping[str, Template]
    switches: Mapping[str, bool]
    when: str = ""

    def word_names(self) -> set[str]:
        """The words it uses."""
        used = {name for template in self.texts.values() for name in names(template)}
        return used | {self.when} if self.when else used

    def blocks(self, words: Mapping[str, str]) -> Iterator[Block]:
        """The blocks of the document with these words; none where nothing is to be said."""
        if self.when and not words.get(self.when):
            return
        filled = {key: fill(template, words) for key, template in self.texts.items()}
        if any(filled.values()) or self.kind == "number":
            yield from BLOCKS[self.kind].make(filled, self.switches)


def _paragraphs(texts: Mapping[str, str], _: Mapping[str, bool]) -> Iterator[Block]:
    return (Text(line.strip()) for line in texts["text"].splitlines() if line.strip())


def _sign(texts: Mapping[str, str], switches: Mapping[str, bool]) -> Iterator[Block]:
    yield Sign(texts["name"], texts["date"], switches.get("seal", True))


def _one(block: Callable[[str], Block]) -> BlockKind:
    return BlockKind(("text",), lambda texts, _: iter((block(texts["text"]),)))


BLOCKS: dict[str, BlockKind] = {
    "mark": _one(Mark),
    "number": _one(Number),
    "title": _one(Title),
    "to": _one(Address),
    "text": BlockKind(("text",), _paragraphs),
    "sign": BlockKind(("name", "date"), _sign, ("seal",)),
    "remark": _one(Remark),
    "code": _one(Code),
}
