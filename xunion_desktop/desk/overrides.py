"""Overrides: a bug in a method that Qt itself calls is told like any other bug, and the program lives.

PySide ends the process where a method that Qt calls (``paintEvent``, ``data``, ``sizeHint``) lets certain errors out.
So each of them is ``guarded``: the error goes to the excepthook, Qt gets something harmless.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


def guarded(harmless: Any = None) -> Callable[[Callable[Given, Gives]], Callable[Given, Gives]]:
    """Guard an override of a Qt method; ``harmless`` is what Qt is given where the override fails."""

    def guard(method: Callable[Given, Gives]) -> Callable[Given, Gives]:
        @wraps(method)
        def safely(*args: Given.args, **kwargs: Given.kwargs) -> Gives:
            try:
                return method(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - every error goes to the excepthook, which tells them apart
                sys.excepthook(type(error), error, error.__traceback__)
                traceback.clear_frames(error.__traceback__)  # a painter must have ended before Qt goes on
                return harmless  # type: ignore[no-any-return]  # who guards says what Qt may be given

        return safely

    return guard
