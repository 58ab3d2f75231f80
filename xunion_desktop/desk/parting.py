"""Parting: whether the pages of a window may be left; what stands in the way is asked about, one after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from .messages import Messages
from .page_stack import PageStack

_UNKEPT = (
    "填了还没保存的内容存不进本子，现在离开会丢。",
    "请看磁盘是不是满了、优盘是不是还插着，再离开一次。",
    "仍然离开",
)


class Parting:
    """Asks the pages of this stack, and the clerk by these messages. What is given up once is not asked about again,
    until the clerk stays after all.
    """

    def __init__(self, stack: PageStack, messages: Messages) -> None:
        self._stack, self._messages = stack, messages
        self._gives_up = False

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether no page is in the middle of anything and all that is typed is kept; else it is asked.

        ``then`` is done once that is stopped, or given up; it asks here again, about what else there is.
        """
        if (found := self._stack.unfinished()) is not None:
            halt = partial(self._stack.halt, found[0])
            self._messages.ask(*found[1], partial(_both, halt, then), self.stay)
        elif not self.keeps_all():
            self._messages.ask(*_UNKEPT, partial(_both, self.give_up, then), self.stay)
        else:
            return True
        return False

    def keeps_all(self) -> bool:
        """Whether all that is typed is kept, or what could not be is given up."""
        return self._stack.flush() or self._gives_up

    def give_up(self) -> None:
        """仍然离开: what could not be kept is asked about no more."""
        self._gives_up = True

    def halt(self) -> None:
        """End what pages are in the middle of: of what is printed, the rest is gone on with from the register."""
        self._stack.halt()

    def stay(self) -> None:
        """不做, to whichever question, or who was gone is back: what was given up before is asked about again."""
        self._gives_up = False
        self._stack.resume()


def _both(act: Callable[[], object], then: Callable[[], object]) -> None:
    """One after the other."""
    act()
    then()
