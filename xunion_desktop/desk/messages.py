"""Messages: what the program says to the clerk, in the window. Nothing pops up, nothing has to be clicked away.

A note may offer one act (撤销). A question is a note with two answers, asked before something that cannot be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from xunion_desktop.basics.errors import Trouble


@dataclass(frozen=True)
class Answer:
    """One button beside a note: its words and what it does."""

    words: str
    act: Callable[[], None]


def _nothing() -> None:
    """Nobody need be told."""


@dataclass(frozen=True)
class Note:
    """One thing said: ``tone`` green = done, grey = good to know, amber = look, red = trouble or a question.

    ``dropped`` is called where it is taken away and nobody pressed an answer.
    """

    text: str
    second: str = ""
    tone: str = "grey"
    answers: tuple[Answer, ...] = ()
    stays: bool = False
    dropped: Callable[[], None] = _nothing


class Messages(QObject):
    """The voice of the program; the window shows what ``said`` brings (``MessageLine``)."""

    said = Signal(object)

    def say(self, text: str, second: str = "", *, tone: str = "green", answer: Answer | None = None) -> None:
        """Tell what was done; ``answer`` = the one act offered with it (撤销)."""
        self.said.emit(Note(text, second, tone, (answer,) if answer else ()))

    def warn(self, text: str, second: str) -> None:
        """Tell what was done and what must be looked after now; stays until it is closed."""
        self.said.emit(Note(text, second, "amber", stays=True))

    @Slot(object)
    def trouble(self, trouble: Trouble) -> None:
        """Tell what went wrong and what to do; stays until it is closed."""
        self.said.emit(Note(trouble.sentence, trouble.remedy, "red", stays=True))

    def ask(
        self,
        question: str,
        second: str,
        words: str,
        act: Callable[[], None],
        not_done: Callable[[], None] = _nothing,
    ) -> None:
        """Ask before an act that destroys; ``words`` names the act on its button, 不做 leaves everything as it is.

        ``not_done`` is called where the answer is 不做, or where something else is said before there is any.
        """
        asked = _Question(not_done)
        answers = (Answer(words, partial(asked.answer, act)), Answer("不做", asked.drop))
        self.said.emit(Note(question, second, "red", answers, stays=True, dropped=asked.drop))

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do something short on the main thread; a Trouble is told here. True = it was done."""
        try:
            act()
        except Trouble as trouble:
            self.trouble(trouble)
            return False
        return True


@dataclass
class _Question:
    """One that is put, until it is answered; not answered, it counts as 不做."""

    not_done: Callable[[], None]
    open: bool = True

    def answer(self, act: Callable[[], None]) -> None:
        """This is the answer."""
        self.open = False
        act()

    def drop(self) -> None:
        """不做, or nothing at all."""
        if self.open:
            self.answer(self.not_done)
