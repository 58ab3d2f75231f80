"""Stages: a long job of several parts tells one progress, and stops where ``Cancelled`` is raised."""

from __future__ import annotations

from .gateway import Progress

WHOLE = 1000


def silent(done: int, total: int) -> None:
    """Tell nobody."""


def stage(progress: Progress | None, start: float, end: float) -> Progress:
    """Return the progress of one part of a job, which goes from ``start`` to ``end`` (0 to 1) of the whole."""
    if progress is None:
        return silent

    def tell(done: int, total: int) -> None:
        share = done / total if total else 0.0
        progress(round(WHOLE * (start + (end - start) * share)), WHOLE)

    return tell
