"""Letter: the 信函 format of DC-20 (函, notices of dues, reminders), from document to pages.

The first page has the red mark and two double rules, 23 rows down to the lower one and no page number; the later pages
have 22 rows and a number. 抄送 stands at the foot of the last page, without rules.
"""

from __future__ import annotations

from xunion_desktop.basics.problems import Problem

from .annexes import annex_sections
from .closing import closing_problems
from .document import Document, Imprint
from .imprint import plain_imprint
from .letterhead import letter_head
from .measures import A4
from .pagenumber import page_number
from .pages import Page
from .parts import texts_of
from .sections import Section, lay_section
from .setting import Compositor
from .signature import tail_of


def lay_out_letter(document: Document, compositor: Compositor) -> tuple[list[Page], list[Problem]]:
    """The pages of one letter, and what is not as the standard wants it."""
    before, body, after = texts_of(document, compositor)
    main = Section(letter_head(document, compositor), before, body, after, tail_of(document, compositor))
    laid = lay_section(main, compositor)
    imprint = document.first(Imprint)
    problems = list(closing_problems(laid, imprint, compositor))
    pages, bottom = laid.pages, laid.bottom
    for section in annex_sections(document, compositor):
        laid = lay_section(section, compositor)
        pages, bottom = pages + laid.pages, laid.bottom
    if imprint is not None:
        group, top = plain_imprint(imprint, compositor)
        if bottom > top:
            pages.append([])
        pages[-1].append(group)
    for number, ops in enumerate(pages[1:], 2):
        ops.append(page_number(number, compositor))
    return [Page(*A4, tuple(ops), number) for number, ops in enumerate(pages, 1)], problems
