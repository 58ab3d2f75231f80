"""Cursor: paragraphs one below another, each with the first baseline where the printed paper has it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from xunion_desktop.paper.measures import MM, TOP

from .paragraph import ABOVE, LINE, Paragraph


@dataclass
class Cursor:
    """The paragraphs so far and where the last of them ends, in mm from the paper's upper edge."""

    bottom: float = TOP
    paragraphs: list[Paragraph] = field(default_factory=list)

    def put(self, paragraph: Paragraph, baseline: float | None = None, lines: int = 1) -> None:
        """Add a paragraph of so many lines; without a ``baseline`` it follows at once."""
        height = (paragraph.line or LINE) / MM
        if baseline is not None:
            paragraph = replace(paragraph, before=max(0.0, baseline - ABOVE * height - self.bottom))
        self.paragraphs.append(paragraph)
        self.bottom += paragraph.before + height * lines + paragraph.after

    def rule(self, top: float, bottom: float) -> float:
        """Points from the last line's lower edge to a rule that stands from ``top`` to ``bottom``."""
        gap = max(0.0, (top - self.bottom) * MM)
        self.bottom = bottom
        return gap
