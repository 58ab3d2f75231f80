"""FormText: the text of a form's file, with the place of every string in it, so that one of them can be replaced.

Comments, the order and all that is not touched stay as they were written. What the file means is ``formreading``'s
business: this only finds strings, also in a file that is not right otherwise.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3,5} | '{3}.*?'{3} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*')
      | (?P<head>^[ \t]*\[\[?[^\[\]\n"']+\]\]?)
      | (?P<key>^[ \t]*[A-Za-z0-9_-]+[ \t]*(?==))""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_WORD, _BLOCK = "word", "block"


@dataclass(frozen=True)
class Span:
    """Where a string stands in the text, quotes included."""

    start: int
    end: int


@dataclass
class Section:
    """One table of the file ([form], [[word]], [[block]]): its strings by key, and where it stands."""

    table: str
    index: int  # among the tables of this name
    start: int
    end: int
    strings: dict[str, Span] = field(default_factory=dict)


class FormText:
    """A form's text. Changing it gives another one."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.sections = list(_sections(self.text))

    def all(self, table: str) -> list[Section]:
        """The tables of this name, in their order."""
        return [section for section in self.sections if section.table == table]

    def value(self, span: Span) -> str:
        """What the string says; as it is written where it is not right."""
        raw = self.text[span.start : span.end]
        try:
            return str(tomllib.loads(f"value = {raw}")["value"])
        except tomllib.TOMLDecodeError:
            return raw

    def get(self, section: Section, key: str) -> str:
        """The string under this key; "" where there is none."""
        return self.value(section.strings[key]) if key in section.strings else ""

    def lines(self, span: Span) -> range:
        """The lines (from 1) over which it stands."""
        first = self.text.count("\n", 0, span.start) + 1
        return range(first, first + self.text.count("\n", span.start, span.end) + 1)

    def replaced(self, span: Span, value: str) -> FormText:
        """With another string in this place."""
        return FormText(self.text[: span.start] + quoted(value) + self.text[span.end :])

    def with_word(self, name: str, sample: str = "") -> FormText:
        """With one more word in the list of words, after the last."""
        said = f"[[{_WORD}]]\nname = {quoted(name)}\nsample = {quoted(sample)}\n\n"
        words, blocks = self.all(_WORD), self.all(_BLOCK)
        place = words[-1].end if words else blocks[0].start if blocks else len(self.text)
        return self._inserted(place, said)

    def with_paragraph(self, after: int, value: str) -> FormText:
        """With one more block of body text after the block of that place."""
        said = f'[[{_BLOCK}]]\ntype = "text"\ntext = {quoted(value)}\n\n'
        return self._inserted(self._block(after).end, said)

    def without_block(self, place: int) -> FormText:
        """Without the block of that place, and all that belongs to it."""
        span = self._block(place)
        return FormText(self.text[: span.start] + self.text[span.end :])

    def block_strings(self, place: int) -> list[tuple[str, Span]]:
        """Every string of the block of that place and of the tables that belong to it, with its key."""
        span = self._block(place)
        inside = (section for section in self.sections if span.start <= section.start < span.end)
        return [named for section in inside for named in section.strings.items()]

    def _block(self, place: int) -> Span:
        """Where a block stands, with the tables that belong to it ([[block.column]])."""
        section = self.all(_BLOCK)[place]
        later = self.sections[self.sections.index(section) + 1 :]
        end = next((one.start for one in later if not one.table.startswith(f"{_BLOCK}.")), len(self.text))
        return Span(section.start, end)

    def words(self) -> list[str]:
        """The names in the list of words."""
        return [self.get(section, "name") for section in self.all(_WORD)]

    def samples(self) -> dict[str, str]:
        """How the words in the list may look."""
        return {self.get(section, "name"): self.get(section, "sample") for section in self.all(_WORD)}

    def _inserted(self, place: int, said: str) -> FormText:
        before = self.text[:place]
        gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
        return FormText(f"{before}{gap}{said}{self.text[place:]}")


def quoted(value: str) -> str:
    """A string as the file writes it: several lines stand between three quotes each."""
    plain = value.replace("\\", "\\\\")
    plain = "".join(char if char in "\n\t" or " " <= char != "\x7f" else f"\\u{ord(char):04X}" for char in plain)
    if "\n" not in plain:
        return '"' + plain.replace('"', '\\"') + '"'
    plain = plain.replace('"""', '\\"\\"\\"')
    return '"""\n' + (f'{plain[:-1]}\\"' if plain.endswith('"') else plain) + '"""'


def _sections(text: str) -> Iterator[Section]:
    """The tables with their strings. A comment right above a head belongs to the table under it."""
    section: Section | None = None
    counts: dict[str, int] = {}
    key, after = "", 0
    for token in _TOKEN.finditer(text):
        if token["head"]:
            start = _with_comment(text, token.start())
            name = token["head"].strip().strip("[]").strip()
            if section is not None:
                section.end = start
                yield section
            section = Section(name, counts.get(name, 0), start, len(text))
            counts[name] = section.index + 1
        elif token["key"]:
            key, after = token["key"].strip(), token.end()
        elif token["string"] and section is not None and text[after : token.start()].strip() == "=":
            section.strings.setdefault(key, Span(token.start(), token.end()))
    if section is not None:
        yield section


def _with_comment(text: str, start: int) -> int:
    """Where the comment lines right above begin."""
    lines = text[:start].split("\n")[:-1]
    while lines and lines[-1].lstrip().startswith("#"):
        start -= len(lines.pop()) + 1
    return start
