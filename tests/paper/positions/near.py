"""Near: two measures compared; what is off is said in words."""

from __future__ import annotations

from collections.abc import Iterator

Faults = Iterator[str]


def near(what: str, found: float, wanted: float, tolerance: float = 0.3) -> Faults:
    """A fault where a measure in mm is off."""
    if abs(found - wanted) > tolerance:
        yield f"{what}: {found:.2f} mm, not {wanted:.2f}"


def must(what: str, holds: bool) -> Faults:
    """A fault where something does not hold."""
    if not holds:
        yield what
