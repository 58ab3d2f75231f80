"""Stamping: in Word too the words of a paper that is not valid stand at both edges of every page, and move nothing."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile

from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.stamps import COLOUR, FROM_EDGE, SIZE

from .package import element_of, write_into
from .paragraph import Paragraph, Run, twips


def put_stamp(file: WordFile, words: str, height: float, *, beside: bool) -> None:
    """Hang the words in every header of the file; ``height`` of the page in mm.

    ``beside``: the lower words stand at the left margin, as the page number is in the middle there (tables).
    """
    line = Paragraph((Run(words, role="黑体", size=SIZE, colour=COLOUR),), line=SIZE).xml()
    lower = height - FROM_EDGE - SIZE / MM
    frames = (_frame(FROM_EDGE, "center"), _frame(lower, "left" if beside else "center"))
    hung = [line.replace("<w:pPr>", f"<w:pPr>{frame}", 1) for frame in frames]
    for place, section in enumerate(file.sections):
        for header in (section.header, section.even_page_header, section.first_page_header):
            if place and header.is_linked_to_previous:
                continue  # shows that of the section before
            if header.is_linked_to_previous:
                write_into(header, [Paragraph(line=1.0)])
            _hang(header, hung)


def _hang(header: Any, paragraphs: list[str]) -> None:
    story = header._element  # noqa: SLF001 - python-docx knows no frames
    for place, xml in enumerate(paragraphs):
        story.insert(place, element_of(xml))


def _frame(top: float, side: str) -> str:
    """Alone between the margins, so far from the upper edge of the page."""
    return (
        f'<w:framePr w:hRule="exact" w:h="{twips(SIZE / MM)}" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" '
        f'w:xAlign="{side}" w:y="{twips(top)}"/>'
    )
