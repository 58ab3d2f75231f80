"""The parts of a form as a clerk sees them: every block with its texts under Chinese names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from xunion_desktop.paper.formblocks import BLOCKS
from xunion_desktop.paper.formtext import FormText, Span
from xunion_desktop.paper.words import AMOUNT, Unreadable, Word, mistaken, places, read_template, suits

from .formnames import SEVERAL, label_of, title_of

_NOT_PRINTED = frozenset({"type", "when"})
_SHOW_AMOUNT = "；确实是金额，就在原文里把它的示例写成 1,680.00 这样"


@dataclass(frozen=True)
class Field:
    """One text of a part. ``label`` is "" where the part has only this one; ``lines`` = where it stands in the file."""

    place: int  # of its part
    number: int  # among the strings of its part
    key: str
    label: str
    value: str
    lines: range
    needed: bool = True

    def span(self, form_text: FormText) -> Span:
        """Where it stands in this text (the same form, changed elsewhere)."""
        return form_text.block_strings(self.place)[self.number][1]


@dataclass(frozen=True)
class Part:
    """One block of the form, from top to bottom. ``when`` = the word without which it is left out."""

    place: int
    kind: str
    title: str
    when: str
    fields: tuple[Field, ...]

    @property
    def several(self) -> bool:
        """Whether its text may have several lines."""
        return self.kind in SEVERAL


@dataclass(frozen=True)
class Fault:
    """What is wrong with the form's file: in a sentence that does not tell the line, where, and what to do."""

    sentence: str
    remedy: str
    line: int
    place: int = -1  # of the part; -1 = of none
    key: str = ""
    part: str = ""  # what its part is called

    @property
    def where(self) -> str:
        """Name the part and the line, as the clerk finds it."""
        return f"{self.part}，第 {self.line} 行" if self.part else f"第 {self.line} 行"


def parts(form_text: FormText) -> list[Part]:
    """Give every block with its texts."""
    return [_part(form_text, place) for place in range(len(form_text.all("block")))]


def spoken(form_text: FormText) -> list[str]:
    """Give the texts of a form, one a line, each under the name of its part; to be compared."""
    told = []
    for part in parts(form_text):
        told += [_told(part, field, line) for field in part.fields for line in field.value.strip().splitlines()]
    return told


def used_words(form_text: FormText) -> Iterator[tuple[Field, Word]]:
    """Give every place for a word in a text, with its field; texts that cannot be read are left out."""
    for field in (field for part in parts(form_text) for field in part.fields):
        try:
            yield from ((field, word) for word in places(read_template(field.value)))
        except Unreadable:
            continue


def with_known_words(form_text: FormText, known: Mapping[str, str]) -> FormText:
    """List every word that the texts use and the room can give; ``known`` = name → how it may look."""
    listed = set(form_text.words())
    for name in dict.fromkeys(word.name for _, word in used_words(form_text)):
        if name not in listed and name in known:
            form_text = form_text.with_word(name, known[name])
    return form_text


def faults(form_text: FormText, known: Mapping[str, str], *, typed: bool = False) -> list[Fault]:
    """Find every text that cannot be read, every word that nobody gives, every spelling that is not for its word.

    ``known`` = what the room gives: name → how it may look. ``typed`` = the clerk types the words himself (公文稿), so
    that the form may list more of them.
    """
    known_parts = parts(form_text)
    found = [fault for part in known_parts for field in part.fields if (fault := _unreadable(field))]
    found += not_given(form_text, {*known, *form_text.words()} if typed else known)
    found += misspelt(form_text, known)
    titles = {part.place: part.title for part in known_parts}
    return [replace(fault, part=titles[fault.place]) for fault in found]


def not_given(form_text: FormText, known: Collection[str]) -> Iterator[Fault]:
    """Find every word that is printed, or that a part waits for, and that is not known; it would be empty for ever."""
    remedy = "请从“可用的词”里点一个放进来，或者去掉花括号。"
    for field, word in used_words(form_text):
        if word.name not in known:
            yield Fault(f"没有“{word.name}”这个词。", remedy, field.lines[0], field.place, field.key)
    for place in range(len(form_text.all("block"))):
        for key, span in form_text.block_strings(place):
            if key == "when" and (name := form_text.value(span)) not in known:
                told = f"没有“{name}”这个词，这一块永远不会印。"
                yield Fault(told, "请在原文里改掉或去掉 when 这一行。", form_text.lines(span)[0], place, key)


def misspelt(form_text: FormText, known: Mapping[str, str]) -> Iterator[Fault]:
    """Find every word whose sample is not for its spelling: {届满日|大写金额} prints none, {年|大写金额} nonsense."""
    samples = {**form_text.samples(), **known}
    for field, word in used_words(form_text):
        sample = samples.get(word.name, "")
        if word.spelling and sample and not suits(word.spelling, sample):
            why = mistaken(word.spelling, sample)
            told = f"“{word.name}”（如 {sample}）{f'{why}，' if why else ''}写不成“{word.spelling}”。"
            own = _SHOW_AMOUNT if why and word.spelling == AMOUNT and word.name not in known else ""
            remedy = f"请改成 {{{word.name}}}，或者换一个词{own}。"
            yield Fault(told, remedy, field.lines[0], field.place, field.key)


def _unreadable(field: Field) -> Fault | None:
    if field.needed and not field.value.strip():
        remedy = "请写上字；整块都不要，就按“去掉”。"
        return Fault("这一块是空的。", remedy, field.lines[0], field.place, field.key)
    try:
        read_template(field.value)
    except Unreadable as error:
        remedy = "花括号里是词，如 {工会名称}；方括号里是可以省去的一段；都要一左一右。"
        return Fault(f"{error}。", remedy, field.lines[0], field.place, field.key)
    return None


def _part(form_text: FormText, place: int) -> Part:
    section = form_text.all("block")[place]
    kind = form_text.get(section, "type")
    strings = form_text.block_strings(place)
    shown = [(number, key, span) for number, (key, span) in enumerate(strings) if key not in _NOT_PRINTED]
    needed = BLOCKS[kind].texts if kind in BLOCKS else ()
    alone = len(shown) == 1
    fields = tuple(
        Field(
            place,
            number,
            key,
            "" if alone else label_of(kind, key),
            form_text.value(span),
            form_text.lines(span),
            key in needed,
        )
        for number, key, span in shown
    )
    return Part(place, kind, title_of(kind), form_text.get(section, "when"), fields)


def _told(part: Part, field: Field, line: str) -> str:
    name = field.label or part.title
    only = f"（有“{part.when}”才印）" if part.when else ""
    return f"{name}{only}｜{line.strip()}"
