"""Footers: page numbers, odd at the right and even at the left, and the lower rule of a letter's first page."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.section import Section
from docx.shared import Mm

from xunion_desktop.paper.document import Document
from xunion_desktop.paper.measures import A4, FOOTER, MM
from xunion_desktop.paper.pagenumber import page_number
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.paper.setting import Compositor

from .heads import letter_footer, letter_header
from .package import SPARE, write_into
from .paragraph import ABOVE, Paragraph, Run
from .printed import Printed
from .styles import NOTE, PAGE_NUMBER

LINE = 16.0
NUMBERED_FROM_ONE = ("official", "minutes")  # the others show their number from the second page on
SMALL_SPARE = 7.0


def set_footers(file: WordFile, document: Document, printed: Printed, compositor: Compositor) -> float:
    """Headers and footers of an official paper; where the text begins below the head that stands in the header."""
    section = file.sections[0]
    file.settings.odd_and_even_pages_header_footer = True
    baseline = next(op.y for op in page_number(1, compositor).ops if isinstance(op, Glyphs))
    write_into(section.footer, [_number(baseline, odd=True)])
    write_into(section.even_page_footer, [_number(baseline, odd=False)])
    section.different_first_page_header_footer = document.kind not in NUMBERED_FROM_ONE
    bottom = 0.0
    if section.different_first_page_header_footer:
        letter = document.kind == "letter"
        head, top, bottom = letter_header(document, printed) if letter else ([], 15.0, 0.0)
        section.header_distance = Mm(top)
        write_into(section.first_page_header, head)
        write_into(section.first_page_footer, letter_footer(printed) if letter else [])
    return bottom


def set_small_footer(file: WordFile) -> None:
    """第x页　共y页 in the middle, under a table."""
    section = file.sections[0]
    section.footer_distance = Mm(SMALL_SPARE)
    runs = (Run("第"), Run(field="PAGE"), Run("页　共"), Run(field="NUMPAGES"), Run("页"))
    write_into(section.footer, [Paragraph(runs, NOTE, align="center")])


def no_footers(section: Section) -> None:
    """A section whose pages bear no number: the page of 版记 and the blank one before it."""
    section.different_first_page_header_footer = False
    for footer in (section.footer, section.even_page_footer):
        write_into(footer, [])


def _number(baseline: float, *, odd: bool) -> Paragraph:
    """— 2 — one character from the outer edge, its dashes 7 mm under the text area."""
    after = A4[1] - SPARE - baseline - (1 - ABOVE) * LINE / MM
    indent = FOOTER / 15.79  # a character of 四号 in cells of the grid
    side = {"align": "right", "right": indent} if odd else {"align": "left", "left": indent}
    return Paragraph((Run("— "), Run(field="PAGE"), Run(" —")), PAGE_NUMBER, line=LINE, after=after, **side)  # type: ignore[arg-type]
