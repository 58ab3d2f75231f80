"""Memo: what was reckoned from the book is kept until something is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from .record import bound

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def while_unchanged(reckon: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Reckon once for the same question, as long as nobody writes to the open book: not this program, no other."""
    kept: dict[Any, Any] = {}
    seen: list[Any] = [None]

    @wraps(reckon)
    def known(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        state = bound.obj.state()
        if state != seen[0]:
            kept.clear()
            seen[0] = state
        question = (args, tuple(kwargs.items()))
        if question not in kept:
            kept[question] = reckon(*args, **kwargs)
        found: Found = kept[question]
        return found

    return known
