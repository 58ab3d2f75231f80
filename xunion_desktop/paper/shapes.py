"""Shapes: the steps of the paths that papers are ruled and drawn with, in millimetres."""

from __future__ import annotations

from collections.abc import Sequence

from .pages import Step


def across(left: float, right: float, y: float) -> tuple[Step, Step]:
    """A level stroke."""
    return ("M", (left, y)), ("L", (right, y))


def down(x: float, top: float, bottom: float) -> tuple[Step, Step]:
    """An upright stroke."""
    return ("M", (x, top)), ("L", (x, bottom))


def polygon(corners: Sequence[tuple[float, float]]) -> tuple[Step, ...]:
    """From corner to corner and back to the first."""
    return ("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ())


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Step, ...]:
    """A rectangle by its upper left corner."""
    return polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """The steps of a circle around (x, y), as four curves."""
    k = radius * 0.5522847498
    r = radius
    return (
        ("M", (x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("Z", ()),
    )
