"""Sending: the papers that go through a printer right now, in whichever tab: until they are out they are not void."""

from __future__ import annotations

from collections.abc import Iterable

from .messages import Messages

Paper = tuple[str, str]  # the record it is about, and its number ("" = none)


class Sending:
    """What every run through a printer holds, from its first side to its end."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._held: dict[object, frozenset[Paper]] = {}

    def begin(self, run: object, papers: Iterable[Paper]) -> None:
        """These go out with this run."""
        self._held[run] = frozenset(papers)

    def end(self, run: object) -> None:
        """It is over, however that came."""
        self._held.pop(run, None)

    def hinders(self, papers: Iterable[Paper], *, begun: bool = False) -> bool:
        """Whether one of these is going out (or ``begun`` to); then it is told why nothing is void now."""
        held = begun or not frozenset[Paper]().union(*self._held.values()).isdisjoint(papers)
        if held:
            self._messages.say("正在打印，现在不能作废", "请等它印完，或先按“停下”。", tone="amber")
        return held
