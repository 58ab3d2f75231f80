"""Closing: the last pages of 文件 and 纪要: 版记 on an even page, a blank page before it if need be, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from xunion_desktop.basics.problems import Level, Problem

from .annexes import annex_sections
from .document import Document, Imprint
from .imprint import imprint_fits, imprint_group
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


def closing_problems(laid: Laid, imprint: Imprint | None, compositor: Compositor) -> Iterator[Problem]:
    """What is not as the standard wants it."""
    if not laid.headed:
        remedy = "请减少签发人、联合行文的机关，或者缩短标题。"
        yield Problem("签发人、机关太多，标题在首页放不下。", rule="DC-10", remedy=remedy)
    elif not laid.begins:
        remedy = "请把正文多写几行，或者缩短标题、主送。"
        yield Problem("首页显示不出正文。", level=Level.DOUBT, rule="DC-10", remedy=remedy)
    if imprint is not None and not imprint_fits(imprint, compositor):
        yield Problem("主送、抄送的单位太多，版记一页放不下。", rule="DC-10", remedy="请改用统称，或者列成附件。")


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
