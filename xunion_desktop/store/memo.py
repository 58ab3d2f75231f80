"""Memo: what was reckoned from the book is kept until something is written."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from .record import bound

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def while_unchanged(reckon: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Reckon once for the same question, as long as nobody writes to the open book: not this program, no other."""
    mine = threading.local()  # every thread has its own connection, and sees the book as that one does

    @wraps(reckon)
    def known(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        state = bound.obj.state()
        if getattr(mine, "state", None) != state:
            mine.state, mine.kept = state, {}
        question = (args, tuple(kwargs.items()))
        if question not in mine.kept:
            mine.kept[question] = reckon(*args, **kwargs)
        found: Found = mine.kept[question]
        return found

    return known
