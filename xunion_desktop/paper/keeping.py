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
    groups: dict[str, list[Any]] = {}
    written = [[page.width, page.height, page.number, [_written(op, groups) for op in page.ops]] for page in pages]
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
    known = {name: Group(name, tuple(_read(op) for op in ops)) for name, ops in groups.items()}
    return [
        Page(width, height, tuple(known[op] if isinstance(op, str) else _read(op) for op in ops), number)
        for width, height, number, ops in pages
    ]


def _written(op: Op, groups: dict[str, list[Any]]) -> str | list[Any]:
    """A group by its id; a stroke by its kind and those values that are not the usual ones."""
    if isinstance(op, Group):
        groups.setdefault(op.id, [_written(stroke, groups) for stroke in op.ops])
        return op.id
    values = ((field.name, getattr(op, field.name), field.default) for field in _FIELDS[type(op)])
    return [_NAMES[type(op)], {name: value for name, value, usual in values if value != usual}]


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
