"""Canvas: what a chart is drawn with: a box in millimetres, texts, rectangles, lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import Line, Op, Path, Rect, Step
from xunion_desktop.paper.setting import Compositor

from .colours import INK

ROLE = "宋体"


@dataclass(frozen=True, slots=True)
class Area:
    """A box in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def without(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Area:
        """What is left of it."""
        return replace(
            self, x=self.x + left, y=self.y + top, width=self.width - left - right, height=self.height - top - bottom
        )


class Canvas:
    """Gathers the operations of one chart."""

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        self.ops: list[Op] = []

    def width(self, text: str, size: float, role: str = ROLE) -> float:
        """How wide a line of text is in mm."""
        return self._compositor.line(text, role, size).width

    def text(
        self, text: str, x: float, top: float, size: float, *, side: float = 0.0, colour: str = INK, role: str = ROLE
    ) -> None:
        """One line whose em box begins at ``top``; ``x`` is its left end (side 0), middle (0.5) or right end (1)."""
        line = self._compositor.line(text, role, size)
        self.ops.extend(line.at(x - line.width * side, top, colour=colour))

    def stacked(self, text: str, x: float, top: float, size: float) -> None:
        """The characters one under the other, their middle at ``x``: for long names under narrow bars."""
        for place, char in enumerate(text):
            self.text(char, x, top + place * size / MM, size, side=0.5)

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self.ops.append(Rect(x, y, width, height, colour))

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: str) -> None:
        """A straight stroke."""
        self.ops.append(Line(x1, y1, x2, y2, width, colour))

    def path(self, steps: Iterable[Step], *, fill: str = "", width: float = 0.0, colour: str = INK) -> None:
        """Strokes and curves."""
        self.ops.append(Path(tuple(steps), width, colour, fill))
