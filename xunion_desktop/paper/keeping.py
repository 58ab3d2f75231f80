"""Keeping: pages as bytes and back, for the kept pages of a numbered batch (design.md §4).

The bytes say what was printed even when forms, fonts and the layout have changed; operations that stand on many pages
are written once. The leading number tells later programs which spelling they read.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from xunion_desktop.basics.errors import Trouble

from .pages import Glyphs, Group, Layer, Line, Op, Page, Path, Rect, Stroke

SPELLING = 1
_KINDS: dict[str, type[Stroke]] = {"g": Glyphs, "r": Rect, "l": Line, "p": Path}
_NAMES: dict[type[Stroke], str] = {kind: name for name, kind in _KINDS.items()}
_FIELDS = {kind: fields(kind) for kind in _NAMES}


def freeze(pages: Iterable[Page]) -> bytes:
    """The pages as bytes."""
    names: dict[Group, str] = {}
    written = [[page.width, page.height, page.number, [_spelled(op, names) for op in page.ops]] for page in pages]
    groups = {name: [_written(stroke) for stroke in group.ops] for group, name in names.items()}
    text = json.dumps([SPELLING, groups, written], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 6)


def thaw(kept: bytes) -> list[Page]:
    """The pages that were kept; Trouble where the bytes are damaged or of a newer program."""
    try:
        spelling, groups, pages = json.loads(zlib.decompress(kept))
    except (zlib.error, ValueError) as error:
        raise Trouble("存底的页面已经损坏，打不开。", "请从备份里找回本子。") from error
    if spelling != SPELLING:
        raise Trouble("存底的页面是用更新的程序存的，这个程序看不懂。", "请先升级程序。")
    known = {name: Group(tuple(_read(op) for op in ops)) for name, ops in groups.items()}
    return [
        Page(width, height, tuple(known[op] if isinstance(op, str) else _read(op) for op in ops), number)
        for width, height, number, ops in pages
    ]


def _spelled(op: Op, names: dict[Group, str]) -> str | list[Any]:
    """A group by its name, which is given here where it has none yet."""
    return names.setdefault(op, f"g{len(names)}") if isinstance(op, Group) else _written(op)


def _written(stroke: Stroke) -> list[Any]:
    """A stroke by its kind and those values that are not the usual ones."""
    values = ((field.name, getattr(stroke, field.name), field.default) for field in _FIELDS[type(stroke)])
    return [_NAMES[type(stroke)], {name: value for name, value, usual in values if value != usual}]


def _read(op: list[Any]) -> Stroke:
    kind, values = op
    if "layer" in values:
        values["layer"] = Layer(values["layer"])
    for key in ("offsets", "dash"):
        if key in values:
            values[key] = tuple(values[key])
    if "steps" in values:
        values["steps"] = tuple((word, tuple(numbers)) for word, numbers in values["steps"])
    return _KINDS[kind](**values)
