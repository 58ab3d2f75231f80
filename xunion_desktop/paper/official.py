"""Official: 文件, 上行文 and 联合行文 (GB/T 9704-2012; DC-10), from document to pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xunion_desktop.basics.problems import Level, Problem

from .closing import closed, closing_problems
from .document import Address, Document, Imprint
from .measures import BODY
from .pages import Page
from .parts import Part, texts_of
from .redhead import FIRST_PAGE_ROWS, RedHead, red_head
from .sections import Laid, Section, lay_section
from .setting import Compositor
from .signature import tail_of

ADDRESS_ENDS = "：:"


def lay_out_official(document: Document, compositor: Compositor) -> tuple[list[Page], list[Problem]]:
    """The pages of one paper, and what is not as the standard wants it."""
    before, body, after = texts_of(document, compositor)
    imprint = document.first(Imprint)
    head = red_head(document, compositor, _rows(before))
    if before and crowded(before, head):
        imprint = replace(imprint or Imprint(), to=to_whom(document))
        head, before = red_head(document, compositor, 0), []
    laid = lay_section(Section(head.head, before, body, after, tail_of(document, compositor)), compositor)
    problems = list(_problems(head, laid, imprint, compositor))
    return closed(laid, imprint, document, compositor), problems


def crowded(before: list[Part], head: RedHead) -> bool:
    """Whether the 主送 leaves the first page no row of text: then it goes into the 版记."""
    return _rows(before) > max(1, head.head.rows - FIRST_PAGE_ROWS)


def to_whom(document: Document) -> str:
    """The 主送 as the 版记 says it."""
    return "".join(block.text for block in document.all(Address)).rstrip(ADDRESS_ENDS)


def _rows(parts: list[Part]) -> int:
    return sum(len(part.heights) for part in parts)


def _problems(head: RedHead, laid: Laid, imprint: Imprint | None, compositor: Compositor) -> Iterator[Problem]:
    if head.mark_size < BODY:
        remedy = "请改用规范简称，或者缩短标题，也可以只用主办机关的标志。"
        sentence = "标志太长，或者联合行文的机关太多，红头小得看不清。"
        yield Problem(sentence, level=Level.DOUBT, rule="DC-10", remedy=remedy)
    yield from closing_problems(laid, imprint, compositor)
