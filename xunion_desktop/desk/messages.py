"""Messages: what the program says to the clerk, in the window. Nothing pops up, nothing has to be clicked away.

A note may offer one act (撤销). A question is a note with two answers, asked before something that cannot be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from xunion_desktop.basics.errors import Trouble


@dataclass(frozen=True)
class Answer:
    """One button beside a note: its words and what it does."""

    words: str
    act: Callable[[], None]


@dataclass(frozen=True)
class Note:
    """One thing said: ``tone`` green = done, grey = good to know, amber = look, red = trouble or a question."""

    text: str
    second: str = ""
    tone: str = "grey"
    answers: tuple[Answer, ...] = ()
    stays: bool = False


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
        not_done: Callable[[], None] | None = None,
    ) -> None:
        """Ask before an act that destroys; ``words`` names the act on its button, 不做 leaves everything as it is.

        ``not_done`` is called where the answer is 不做.
        """
        answers = (Answer(words, act), Answer("不做", not_done or _nothing))
        self.said.emit(Note(question, second, "red", answers, stays=True))

    def attempt(self, act: Callable[[], None]) -> bool:
        """Do something short on the main thread; a Trouble is told here. True = it was done."""
        try:
            act()
        except Trouble as trouble:
            self.trouble(trouble)
            return False
        return True


def _nothing() -> None:
    """The answer 不做."""
