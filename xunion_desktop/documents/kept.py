"""Kept pages: the display list of a printed batch as bytes, to be sealed once and printed again years later.

Plain JSON, compressed: readable by any later program, and nothing in it can run. ``_FORMAT`` counts up when a field
of an operation changes its meaning; new fields with a default need no new number.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, get_args

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.pages import Group, Layer, Op, Page, Stroke

_FORMAT = 1
_KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(Stroke)}


def pack(pages: Sequence[Page]) -> bytes:
    """Write pages as bytes; a group that stands on many pages is written once."""
    groups: dict[str, list[Any]] = {}
    written = [[page.width, page.height, page.number, [_op(op, groups) for op in page.ops]] for page in pages]
    content = {"format": _FORMAT, "groups": groups, "pages": written}
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))


def unpack(content: bytes) -> list[Page]:
    """Read pages back; Trouble where a newer program wrote them."""
    read = json.loads(zlib.decompress(content))
    if read["format"] > _FORMAT:
        raise Trouble("这份封存的版面是较新的程序写的，现在的程序读不了。", "请升级程序后再补打。")
    groups = {name: Group(name, tuple(_stroke(op) for op in ops)) for name, ops in read["groups"].items()}
    return [
        Page(width, height, tuple(groups[op] if isinstance(op, str) else _stroke(op) for op in ops), number)
        for width, height, number, ops in read["pages"]
    ]


def _op(op: Op, groups: dict[str, list[Any]]) -> str | dict[str, Any]:
    if isinstance(op, Group):
        if op.id not in groups:
            groups[op.id] = [_values(stroke) for stroke in op.ops]
        return op.id
    return _values(op)


def _values(stroke: Stroke) -> dict[str, Any]:
    """Name every value that is not the default one."""
    said = {"op": type(stroke).__name__}
    for field in fields(stroke):
        value = getattr(stroke, field.name)
        if value != field.default:
            said[field.name] = value
    return said


def _stroke(said: dict[str, Any]) -> Stroke:
    values = {name: _frozen(value) for name, value in said.items() if name != "op"}
    if "layer" in values:
        values["layer"] = Layer(values["layer"])
    stroke: Stroke = _KINDS[said["op"]](**values)
    return stroke


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
