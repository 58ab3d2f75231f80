"""Slips: what could be mended in the words of a draft, word by word, and which of it the clerk left as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from .paragraphs import blank_slips
from .punctuation import Slip, mark_slips, number_slips
from .words import PRESENT, SIGNERS


@dataclass(frozen=True)
class Found:
    """Slips of one sort: ``said`` tells where and how many, mending them is called ``act``."""

    sort: str
    said: str
    act: str
    of_word: Mapping[str, tuple[Slip, ...]]

    @property
    def count(self) -> int:
        """How many places."""
        return sum(len(slips) for slips in self.of_word.values())


@dataclass
class SlipWatch:
    """Looks for slips. ``leave`` takes what is found now as meant so, for as long as the page is open."""

    left: set[tuple[str, str]] = field(default_factory=set)  # sort of the slip, and the place with what is around it

    def look(self, words: Mapping[str, str]) -> list[Found]:
        """What is found in these words, sort by sort."""
        return [found for sort in _SORTS if (found := self._found(sort, words)) is not None]

    def leave(self, found: Found, words: Mapping[str, str]) -> None:
        """不改: these are not told again."""
        for word, slips in found.of_word.items():
            self.left |= {(found.sort, slip.around(words[word])) for slip in slips}

    def _found(self, sort: _Sort, words: Mapping[str, str]) -> Found | None:
        of_word = {}
        for word, text in words.items():
            if word in sort.not_in:
                continue
            slips = [slip for slip in sort.find(text) if (sort.id, slip.around(text)) not in self.left]
            if slips:
                of_word[word] = tuple(slips)
        if not of_word:
            return None
        where = "、".join(list(of_word)[:3])
        said = f"{where}里有 {sum(map(len, of_word.values()))} 处{sort.name}{_example(of_word, words)}"
        return Found(sort.id, said, sort.act, of_word)


@dataclass(frozen=True)
class _Sort:
    id: str
    name: str
    act: str
    find: Callable[[str], list[Slip]]
    not_in: Collection[str] = ()


_SORTS = (
    _Sort("marks", "半角标点", "改成全角", mark_slips),
    _Sort("numbers", "数字写法不合规定", "改过来", number_slips),
    _Sort("blanks", "汉字之间的空格", "去掉空格", blank_slips, (*PRESENT, SIGNERS)),  # there they part names
)


def _example(of_word: Mapping[str, tuple[Slip, ...]], words: Mapping[str, str]) -> str:
    """The first place as it stands."""
    word, slips = next(iter(of_word.items()))
    slip, text = slips[0], words[word]
    start, end = max(0, slip.start - 2), slip.end + 3
    before, after = text[start : slip.start].split("\n")[-1], text[slip.end : end].split("\n")[0]
    return f"，如“{before}{slip.old(text).strip() or slip.old(text)}{after}”"
