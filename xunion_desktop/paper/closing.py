"""Closing: the last pages of 文件 and 纪要: 版记 on an even page, a blank page before it if need be, page numbers."""

from __future__ import annotations

from .annexes import annex_sections
from .document import Document, Imprint
from .imprint import imprint_group
from .measures import A4
from .pagenumber import page_number
from .pages import Op, Page
from .sections import Laid, lay_section
from .setting import Compositor


def closed(laid: Laid, imprint: Imprint | None, document: Document, compositor: Compositor) -> list[Page]:
    """The pages of a paper with its attachments, 版记 and page numbers."""
    pages, bottom = laid.pages, laid.bottom
    for section in annex_sections(document, compositor):
        laid = lay_section(section, compositor)
        pages, bottom = pages + laid.pages, laid.bottom
    numbered = len(pages)
    if imprint is not None:
        numbered = _imprint(pages, bottom, imprint, compositor)
    for number, ops in enumerate(pages[:numbered], 1):
        ops.append(page_number(number, compositor))
    return [Page(*A4, tuple(ops), number) for number, ops in enumerate(pages, 1)]


def _imprint(pages: list[list[Op]], bottom: float, imprint: Imprint, compositor: Compositor) -> int:
    """Put the 版记 on an even page; how many pages are numbered (a blank one and the 版记 after it are not)."""
    group, top = imprint_group(imprint, compositor)
    numbered = len(pages)
    if len(pages) % 2:
        pages.append([])
        numbered += 1
    elif bottom > top:
        pages += [[], []]
    pages[-1].append(group)
    return numbered
