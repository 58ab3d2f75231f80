"""Cursor: paragraphs one below another, each with the first baseline where the printed paper has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from xunion_desktop.paper.measures import MM, TOP

from .paragraph import ABOVE, LINE, Paragraph


@dataclass
class Cursor:
    """The parts so far (paragraphs, and ready tables) and where the last ends, in mm from the paper's upper edge."""

    bottom: float = TOP
    parts: list[Paragraph | str] = field(default_factory=list)

    def put(self, paragraph: Paragraph, baseline: float | None = None, lines: int = 1) -> None:
        """Add a paragraph of so many lines; without a ``baseline`` it follows at once."""
        height = (paragraph.line or LINE) / MM
        if baseline is not None:
            paragraph = replace(paragraph, before=max(0.0, baseline - ABOVE * height - self.bottom))
        self.put_ready(paragraph, paragraph.before + height * lines + paragraph.after)

    def put_ready(self, part: Paragraph | str, height: float) -> None:
        """Add what takes so many mm."""
        self.parts.append(part)
        self.bottom += height

    def rule(self, top: float, bottom: float) -> float:
        """Points from the last line's lower edge to a rule that stands from ``top`` to ``bottom``."""
        gap = max(0.0, (top - self.bottom) * MM)
        self.bottom = bottom
        return gap

    def change_last(self, change: Callable[[Paragraph], Paragraph]) -> None:
        """Give the last paragraph something more."""
        if self.parts and isinstance(last := self.parts[-1], Paragraph):
            self.parts[-1] = change(last)
