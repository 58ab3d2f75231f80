"""Sheet flow: pages of a table paper filled from top to bottom, with the foot on each when all are there."""

from __future__ import annotations

from collections.abc import Iterable

from .measures import SIZES
from .pages import Glyphs, Op, Page
from .setting import Compositor

MARGIN, FOOT = 15.0, 14.0
SMALL = SIZES["小五"]


class SheetFlow:
    """Where the next thing stands: ``y`` on the page that is being filled."""

    def __init__(self, paper: tuple[float, float], compositor: Compositor) -> None:
        self.width, self.height = paper
        self.compositor = compositor
        self.y = MARGIN
        self._pages: list[list[Op]] = [[]]

    @property
    def room(self) -> float:
        """What is left of this page."""
        return self.bottom - self.y

    @property
    def whole_room(self) -> float:
        """What a new page offers."""
        return self.bottom - MARGIN

    @property
    def bottom(self) -> float:
        """Where the foot begins."""
        return self.height - FOOT

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def begun(self) -> bool:
        """Whether something stands on this page."""
        return self.y > MARGIN

    def turn(self) -> None:
        """Begin a new page."""
        self._pages.append([])
        self.y = MARGIN

    def make_room(self, height: float) -> None:
        """Begin a new page where so much does not go on this one."""
        if height > self.room + 1e-6 and self.begun:
            self.turn()

    def put(self, ops: Iterable[Op], height: float) -> None:
        """What was drawn at ``y`` and is so high."""
        self._pages[-1].extend(ops)
        self.y += height

    def text(self, text: str, role: str, size: float, top: float, side: float) -> tuple[Glyphs, ...]:
        """One line between the margins: at the left (0), in the middle (0.5), at the right (1)."""
        line = self.compositor.line(text, role, size)
        return line.at(MARGIN + (self.inner - line.width) * side, top)

    def pages(self, foot: str, *, numbered: bool) -> list[Page]:
        """All pages; where there are several, or all are ``numbered``, each says which of how many it is."""
        count = len(self._pages)
        for number, ops in enumerate(self._pages, 1):
            ops.extend(self.text(foot, "宋体", SMALL, self.bottom + 1, 0.0))
            if numbered or count > 1:
                ops.extend(self.text(f"第{number}页　共{count}页", "宋体", SMALL, self.bottom + 5, 0.5))
        return [Page(self.width, self.height, tuple(ops), number) for number, ops in enumerate(self._pages, 1)]
