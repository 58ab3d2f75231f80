"""份号, 密级 with its term, 紧急程度: one below the other at the left edge, as far as a paper has them (DC-10)."""

from __future__ import annotations

from .document import Corner
from .measures import BODY, LEADING, LEFT
from .pages import Op
from .setting import Compositor


def corner_items(corner: Corner | None, top: float, compositor: Compositor) -> list[Op]:
    """Draw them from the row at ``top`` on."""
    return [
        stroke
        for row, (text, role) in enumerate(_there(corner))
        for stroke in compositor.line(text, role, BODY).at(LEFT, top + row * LEADING)
    ]


def corner_rows(corner: Corner | None) -> int:
    """How many rows they take."""
    return len(_there(corner))


def _there(corner: Corner | None) -> list[tuple[str, str]]:
    if corner is None:
        return []
    items = ((corner.copy_number, "仿宋"), (corner.secrecy, "黑体"), (corner.urgency, "黑体"))
    return [(text.strip(), role) for text, role in items if text.strip()]
