"""Reading a form's file: every mistake is found before the form is used, and told with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from xunion_desktop.basics.errors import Trouble

from .blockkind import BlockKind, as_grid
from .document import KINDS
from .form import Form, FormWord
from .formblocks import BLOCKS, FormBlock, out_of_place
from .measures import AUTO, PAPERS
from .words import Template, Unreadable, fill, names, read_template

NUMBERS = ("document", "office", "letter", "circular")  # what a 代字 is for (resources/office.toml)
_FORM_KEYS = ("id", "title", "kind", "paper", "number")
_WORD_KEYS = ("name", "required", "sample", "long", "hint", "offered")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
OTHER_PAPERS = {"table": (*PAPERS, AUTO), "ballot": tuple(PAPERS)}  # kinds whose paper may lie on its side
_REMEDY = "请改正这一行，写法见 forms 文件夹里的 README.md；也可以恢复原样。"


class FormFault(Trouble):
    """A form that cannot be understood; ``line`` is where."""

    def __init__(self, form_id: str, line: int, said: str) -> None:
        super().__init__(f"模板“{form_id}”第 {line} 行{said}。", _REMEDY)
        self.line = line
        self.said = said


class _Fault(Exception):
    """A mistake: in which table (form, word, block), in which one of them, at which key."""

    def __init__(self, sentence: str, table: str, index: int = 0, key: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.place = (table, index, key)


def read_form(text: str, form_id: str) -> Form:
    """The form, or Trouble."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        raise FormFault(form_id, line, "写法不对，读不懂") from error
    try:
        return _form(data, text, form_id)
    except _Fault as fault:
        raise FormFault(form_id, _line(text, *fault.place), f"有错：{fault.sentence}") from fault


def _form(data: Mapping[str, Any], text: str, form_id: str) -> Form:
    _known(data, ("form", "word", "block"), "form", 0)
    head = data.get("form")
    if not isinstance(head, dict):
        raise _Fault("没有 [form] 这一段", "form")
    _known(head, _FORM_KEYS, "form", 0)
    values = {key: _string(head, key, "form", 0, needed=key != "number") for key in _FORM_KEYS}
    _one_of(values["kind"], KINDS, "kind")
    _one_of(values["paper"], OTHER_PAPERS.get(values["kind"], ("A4",)), "paper")
    if values["number"]:
        _one_of(values["number"], NUMBERS, "number")
    if form_id and values["id"] != form_id:
        raise _Fault(f"模板的编号应当是“{form_id}”", "form", 0, "id")
    words = tuple(_word(entry, index) for index, entry in enumerate(_tables(data, "word")))
    _distinct(words)
    blocks = tuple(_block(entry, index, words) for index, entry in enumerate(_tables(data, "block")))
    if not blocks:
        raise _Fault("一个 [[block]] 也没有，印出来是白纸", "form")
    for index, block in enumerate(blocks):
        if out_of_place(block.kind, values["kind"]):
            raise _Fault(f"版式“{values['kind']}”里放不了“{block.kind}”", "block", index, "type")
    return Form(**values, words=words, blocks=blocks, text=text)


def _word(entry: Mapping[str, Any], index: int) -> FormWord:
    _known(entry, _WORD_KEYS, "word", index)
    return FormWord(
        _string(entry, "name", "word", index),
        _switch(entry, "required", "word", index),
        _string(entry, "sample", "word", index, needed=False),
        _switch(entry, "long", "word", index),
        _string(entry, "hint", "word", index, needed=False),
        _strings(entry, "offered", "word", index),
    )


def _distinct(words: Iterable[FormWord]) -> None:
    seen: set[str] = set()
    for index, word in enumerate(words):
        if word.name in seen:
            raise _Fault(f"词“{word.name}”写了两次", "word", index, "name")
        seen.add(word.name)


def _block(entry: Mapping[str, Any], index: int, words: tuple[FormWord, ...]) -> FormBlock:
    kind = _string(entry, "type", "block", index)
    if kind not in BLOCKS:
        raise _Fault(f"没有“{kind}”这种内容，可用的有：{'、'.join(BLOCKS)}", "block", index, "type")
    shape = BLOCKS[kind]
    _known(entry, ("type", "when", *shape.texts, *shape.options, *shape.switches, *shape.numbers), "block", index)
    when = _string(entry, "when", "block", index, needed=False)
    keys = (*shape.texts, *(key for key in shape.options if key in entry))
    texts = {key: _text(entry, key, index, shape) for key in keys}
    offered = {word.name for word in words}
    for key, name in [*_used(texts), *([("when", when)] if when else [])]:
        if name not in offered:
            raise _Fault(f"词“{name}”没有列在 [[word]] 里，可用的有：{'、'.join(sorted(offered))}", "block", index, key)
    settings = {key: float(_switch(entry, key, "block", index)) for key in shape.switches if key in entry}
    settings |= {key: _number(entry, key, index, *span) for key, span in shape.numbers.items() if key in entry}
    _try(shape, texts, settings, index)
    return FormBlock(kind, texts, settings, when, frozenset(word.name for word in words if word.long))


def _used(texts: Mapping[str, Template]) -> Iterator[tuple[str, str]]:
    return ((key, name) for key, template in texts.items() for name in names(template))


def _try(shape: BlockKind, texts: Mapping[str, Template], settings: Mapping[str, float], index: int) -> None:
    """Make a block of a grid once, with 词 for each word: what does not go together is found before it is used."""
    if shape.grids:
        filled = {key: fill(template, dict.fromkeys(names(template), "词")) for key, template in texts.items()}
        try:
            list(shape.make(filled, settings))
        except Unreadable as error:
            raise _Fault(str(error), "block", index, "type") from error


def _text(entry: Mapping[str, Any], key: str, index: int, shape: BlockKind) -> Template:
    """One text of a block; a grid with its marks, and tried where its kind of block can try it."""
    written = _string(entry, key, "block", index)
    template = _template(as_grid(written) if key in shape.grids else written, index, key)
    if key in shape.checks:
        try:
            shape.checks[key](fill(template, dict.fromkeys(names(template), "词")))
        except Unreadable as error:
            raise _Fault(str(error), "block", index, key) from error
    return template


def _template(text: str, index: int, key: str) -> Template:
    try:
        return read_template(text)
    except Unreadable as error:
        raise _Fault(str(error), "block", index, key) from error


def _tables(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    tables = data.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _Fault(f"“{name}”要写成 [[{name}]]", name)
    return tables


def _known(entry: Mapping[str, Any], keys: Iterable[str], table: str, index: int) -> None:
    for key in entry:
        if key not in keys:
            raise _Fault(f"这里没有“{key}”这一项，可用的有：{'、'.join(keys)}", table, index, key)


def _string(entry: Mapping[str, Any], key: str, table: str, index: int, *, needed: bool = True) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise _Fault(f"“{key}”的内容要写在引号里", table, index, key)
    if needed and not value.strip():
        raise _Fault(f"缺少“{key}”", table, index, key)
    return value


def _strings(entry: Mapping[str, Any], key: str, table: str, index: int) -> tuple[str, ...]:
    values = entry.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise _Fault(f'“{key}”要写成 ["……", "……"]', table, index, key)
    return tuple(values)


def _switch(entry: Mapping[str, Any], key: str, table: str, index: int) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise _Fault(f"“{key}”只能写 true（是）或 false（否）", table, index, key)
    return value


def _number(entry: Mapping[str, Any], key: str, index: int, least: float, most: float) -> float:
    value = entry[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Fault(f"“{key}”要写一个数，不加引号", "block", index, key)
    if not least <= value <= most:  # nan is in no span
        raise _Fault(f"“{key}”只能写 {least:g} 到 {most:g} 的数", "block", index, key)
    return float(value)


def _one_of(value: str, allowed: tuple[str, ...], key: str) -> None:
    if value not in allowed:
        raise _Fault(f"“{key}”不能是“{value}”，可用的有：{'、'.join(allowed)}", "form", 0, key)


def _line(text: str, table: str, index: int, key: str) -> int:
    """The line of a key in the ``index``-th table of this name; the table's own line where the key is not there."""
    header = re.compile(rf"\s*\[\[?\s*{table}\s*\]")
    heads = [number for number, line in enumerate(text.splitlines(), 1) if header.match(line)]
    if index >= len(heads):
        return 1
    for number, line in enumerate(text.splitlines()[heads[index] :], heads[index] + 1):
        if line.lstrip().startswith("["):
            break
        if key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
            return number
    return heads[index]
