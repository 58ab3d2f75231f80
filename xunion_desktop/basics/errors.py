"""Trouble: the one exception for what the world does to us (disk full, file open elsewhere, wrong sheet).

Wrong input is no exception but a list of :class:`~xunion_desktop.basics.problems.Problem`; everything else is a bug
and is not caught (design.md §5).
"""

import traceback
from pathlib import Path


class Trouble(Exception):
    """One thing that went wrong outside the program, told to a clerk.

    ``sentence`` says in Chinese what happened; ``remedy`` says what to do now (may be empty).
    Raise it ``from`` the technical error, so that the log keeps the cause.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence + remedy)
        self.sentence = sentence
        self.remedy = remedy


class Cancelled(Exception):
    """The clerk pressed 取消 on a long job; whoever started the job says so and nothing was changed."""


def in_code(error: BaseException) -> str:
    """What the log may know of an error: its class, those of its causes, and the places in the code.

    Never its words: they quote titles and values, and the log is not encrypted.
    """
    told = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        told.append(" > ".join([*places, type(cause).__name__]))
        cause = cause.__cause__ or cause.__context__
    return ", from ".join(told)
