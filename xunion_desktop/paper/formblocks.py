"""The blocks a form may have: their words in the file, the texts they take, what they become in the document.

A text that holds a long word (``long = true``) keeps that word's lines; what a block makes of several lines is said
here: paragraphs, several marks, names of attachments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from .blockkind import BlockKind, Settings, Texts
from .document import (
    Address,
    Annex,
    Attachments,
    Block,
    Code,
    Corner,
    Imprint,
    Mark,
    Number,
    Present,
    Remark,
    Sign,
    Signer,
    Subtitle,
    Text,
    Title,
)
from .tableblocks import PLACES, TABLE_BLOCKS
from .words import Template, fill, names

ANNEX_ENDS = "---"  # a line of this alone parts one attachment from the next

TO_YOU, RESPECTS = "此致", "敬礼"
_COLONS = re.compile("[：:]{2,}$")
_LABEL = re.compile(r"^附件\s*[:：]\s*")
_DAY = r"\d{4}年|\d{1,2}(?:[—–~～-]\d{1,2})?月"
_ITEM_NUMBER = re.compile(rf"^(?:附件\s*)?(\d{{1,2}})\s*(?:、|[.．:：](?!\d)|[.．](?={_DAY}))\s*")


@dataclass(frozen=True)
class FormBlock:
    """One block of one form. ``when`` names the word without which it is left out ("" = always there)."""

    kind: str
    texts: Mapping[str, Template]
    switches: Settings
    when: str = ""
    long: frozenset[str] = field(default_factory=frozenset)  # words whose lines are kept

    def word_names(self) -> set[str]:
        """The words it uses."""
        used = {name for template in self.texts.values() for name in names(template)}
        return used | {self.when} if self.when else used

    def blocks(self, words: Mapping[str, str]) -> Iterator[Block]:
        """The blocks of the document with these words; none where nothing is to be said."""
        if self.when and not words.get(self.when):
            return
        kind = BLOCKS[self.kind]
        filled = {key: fill(template, words, self.long) for key, template in self.texts.items()}
        if kind.even_empty or any(text.strip() for text in filled.values()):
            yield from kind.make(filled, self.switches)


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _paragraphs(texts: Texts, _: Settings) -> Iterator[Block]:
    return running_text(texts["text"])


def running_text(text: str) -> Iterator[Block]:
    """The blocks of typed text: each line a paragraph; what follows 此致 (an organ, 敬礼) begins at the left edge."""
    before = ""
    for line in _lines(text):
        yield Text(line, flush=before.rstrip("：:") == TO_YOU or line.rstrip("！!") == RESPECTS)
        before = line


def _marks(texts: Texts, _: Settings) -> Iterator[Block]:
    word = texts.get("word", "")
    return (Mark(line.removesuffix(word) or line, word) for line in _lines(texts["text"]))


def _corner(texts: Texts, _: Settings) -> Iterator[Block]:
    yield Corner(**texts)


def _signers(texts: Texts, _: Settings) -> Iterator[Block]:
    return (Signer(line) for line in _lines(texts["text"]))


def _title(texts: Texts, _: Settings) -> Iterator[Block]:
    yield Title("\n".join(_lines(texts["text"])))


def _address(texts: Texts, _: Settings) -> Iterator[Block]:
    """A colon that the clerk typed stands beside the form's own only once."""
    return (Address(_COLONS.sub("：", line)) for line in _lines(texts["text"]))


def _attachments(texts: Texts, _: Settings) -> Iterator[Block]:
    listed = (_unnumbered(line, place).rstrip("。；;.") for place, line in enumerate(_lines(texts["text"]), 1))
    if names_of := tuple(name for name in listed if name):
        yield Attachments(names_of)


def _unnumbered(line: str, place: int) -> str:
    """A name without the number of its own place, which is the layout's; other digits (1.5万元, 5:1) are the name's."""
    name = _LABEL.sub("", line)
    found = _ITEM_NUMBER.match(name)
    return name[found.end() :] if found and int(found[1]) == place else name


def _annexes(texts: Texts, _: Settings) -> Iterator[Block]:
    """Each stretch up to a line ``---`` is one attachment: its first line the title, the rest its text."""
    stretches: list[list[str]] = [[]]
    for line in _lines(texts["text"]):
        if line == ANNEX_ENDS:
            stretches.append([])
        else:
            stretches[-1].append(line)
    found = [stretch for stretch in stretches if stretch]
    for place, (title, *text) in enumerate(found, 1):
        yield Annex(place if len(found) > 1 else 0, title, tuple(running_text("\n".join(text))))


def _present(texts: Texts, _: Settings) -> Iterator[Block]:
    if listed := tuple(_lines(texts["text"])):
        yield Present(texts["label"], listed)


def _signs(texts: Texts, switches: Settings) -> Iterator[Block]:
    seal = bool(switches.get("seal", True))
    return (Sign(line, texts["date"], seal) for line in list(_lines(texts["name"])) or [""])


def _remark(texts: Texts, _: Settings) -> Iterator[Block]:
    return (Remark(line if line.startswith("（") else f"（{line}）") for line in _lines(texts["text"]))


def _imprint(texts: Texts, _: Settings) -> Iterator[Block]:
    """印发 after the date is the layout's own word; a typed one is not printed twice."""
    said = {key: "".join(_lines(text)) for key, text in texts.items()}
    yield Imprint(**{**said, "date": said.get("date", "").removesuffix("印发").strip()})


def _one(block: Callable[[str], Block], *, even_empty: bool = False) -> BlockKind:
    return BlockKind(("text",), lambda texts, _: iter((block(texts["text"].strip()),)), even_empty=even_empty)


BLOCKS: dict[str, BlockKind] = {
    "mark": BlockKind(("text",), _marks, options=("word",)),
    "corner": BlockKind((), _corner, options=("copy_number", "secrecy", "urgency")),
    "number": _one(Number, even_empty=True),
    "signer": BlockKind(("text",), _signers),
    "title": BlockKind(("text",), _title),
    "subtitle": _one(Subtitle),
    "to": BlockKind(("text",), _address),
    "text": BlockKind(("text",), _paragraphs),
    "attachments": BlockKind(("text",), _attachments),
    "present": BlockKind(("label", "text"), _present),
    "sign": BlockKind(("name", "date"), _signs, ("seal",)),
    "remark": BlockKind(("text",), _remark),
    "annex": BlockKind(("text",), _annexes),
    "imprint": BlockKind((), _imprint, options=("copies", "office", "date", "to")),
    "code": _one(Code),
    **TABLE_BLOCKS,
}


def out_of_place(block: str, kind: str) -> bool:
    """Whether a paper of this kind has no place for this kind of block."""
    return block not in PLACES[kind] if kind in PLACES else block in TABLE_BLOCKS
