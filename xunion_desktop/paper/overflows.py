"""Overflows: what is too long for its place on the paper. Each is told by its name; a net under all of them tells what
would still stand beyond the margins, so that nothing is lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from xunion_desktop.basics.problems import Level, Problem

from .document import Annex, Code, Corner, Document, Imprint, Mark, Number, Remark, Sign, Title
from .measures import BODY, CELL, COLUMNS, LEFT, RIGHT, ROWS, SIZES, TEXT_WIDTH, TITLE
from .pages import Glyphs, Group, Op, Page, Stroke
from .plain import code_line
from .setting import Compositor
from .signature import tail_of
from .titleblock import fitting_line
from .titles import break_title

LONGEST_TITLE, MOST_TITLE = 5, 8  # lines of 二号: more are a doubt, and more than the second refuse
SMALLEST_TITLE = SIZES["小二"]
LONGEST_MARK = 20  # characters
LONGEST_CORNER, LONGEST_NUMBER, LONGEST_DATE = 10.0, 20.0, 14.0  # cells of the grid
RUNNING = ("official", "letter", "minutes", "plain")  # kinds of running text, on the grid
SHORT_ENDING = 3  # lines of names and remarks that need not be measured
HANGING = 3.0  # mm that a mark may hang out of the text area

_SHORTER = "请改用规范简称。"


def overflows(document: Document, compositor: Compositor) -> Iterator[Problem]:
    """What of a document is too long."""
    yield from _names(document)
    yield from _lines(document, compositor)
    for block in document.blocks:
        if isinstance(block, Title):
            yield from _title("标题", block.text, document.kind, compositor)
        elif isinstance(block, Annex):
            yield from _title(f"附件{block.number or ''}的标题", block.title, document.kind, compositor)
    ending = sum(1 + len(block.text) // COLUMNS for block in document.all(Remark)) + len(document.all(Sign))
    if document.kind in RUNNING and ending > SHORT_ENDING and tail_of(document, compositor).highest > ROWS:
        remedy = "请把附注写短，或者写进正文。"
        yield Problem("附注太多，一页放不下，会有几行印不出来。", rule="DC-10", remedy=remedy)
    if any(code_line(code.text, compositor)[1] < BODY for code in document.all(Code)):
        yield Problem("方框里的码太长，印出来看不清。", remedy="请分成几行写。")


def _names(document: Document) -> Iterator[Problem]:
    signs = document.all(Sign)
    for sign in signs:
        if len(sign.name) > (COLUMNS if len(signs) < 2 else LONGEST_MARK):
            yield Problem(f"署名“{sign.name}”有 {len(sign.name)} 个字，一行放不下。", remedy=_SHORTER)
    for mark in document.all(Mark):
        if len(mark.text) > LONGEST_MARK:
            yield Problem(f"标志“{mark.text}”有 {len(mark.text)} 个字，太长。", remedy=_SHORTER)


def _lines(document: Document, compositor: Compositor) -> Iterator[Problem]:
    """Words that stand on one line and are never broken."""
    said: dict[tuple[str, str], float] = {}
    for block in document.blocks:
        if isinstance(block, Corner):
            items = (("份号", block.copy_number), ("密级", block.secrecy), ("紧急程度", block.urgency))
            said |= dict.fromkeys(items, LONGEST_CORNER)
        elif isinstance(block, Number):
            said["期号" if document.kind == "minutes" else "文号", block.text] = LONGEST_NUMBER
        elif isinstance(block, Sign):
            said["成文日期", block.date] = LONGEST_DATE
        elif isinstance(block, Imprint):
            said["印发日期", block.date] = LONGEST_DATE
    for (name, text), room in said.items():
        if len(text) >= room and compositor.line(text, "仿宋", BODY).width > room * CELL:
            yield Problem(f"{name}“{text}”太长，一行放不下。", remedy=f"请核对{name}。")


@lru_cache(256)
def _title(name: str, text: str, kind: str, compositor: Compositor) -> tuple[Problem, ...]:
    return tuple(_title_problems(name, text, kind, compositor))


def _title_problems(name: str, text: str, kind: str, compositor: Compositor) -> Iterator[Problem]:
    """A title of too many lines; one whose lines, broken by the writer, go into the text area only in small type."""
    lines = break_title(text)
    if len(lines) > LONGEST_TITLE:
        level = Level.ERROR if len(lines) > MOST_TITLE else Level.DOUBT
        yield Problem(f"{name}有 {len(text)} 个字，太长。", level=level, remedy=f"请缩短{name}。")
    if kind not in RUNNING:
        return
    size = min((fitting_line(line, "小标宋", TITLE, TEXT_WIDTH, compositor)[1] for line in lines), default=TITLE)
    if size < TITLE:
        level = Level.DOUBT if size >= SMALLEST_TITLE else Level.ERROR
        sentence = f"{name}有一行太长，二号字放不下，缩成了 {size:.1f} 磅。"
        remedy = f"请把{name}的这一行再分开，或者不分行，由程序按词意分行。"
        yield Problem(sentence, level=level, rule="DC-13", remedy=remedy)


def beyond_the_margins(pages: Iterable[Page], kind: str) -> Iterator[Problem]:
    """The first text that stands beyond the text area of running text, or off any other paper."""
    for page in pages:
        left, right = (LEFT, RIGHT) if kind in RUNNING else (0.0, page.width)
        for op in page.ops:
            if (text := _outside(op, left - HANGING, right + HANGING, page.height)) is not None:
                shown = f"{text[:12]}…" if len(text) > 12 else text
                yield Problem(f"第 {page.number} 页“{shown}”印到边上去了，印不全。", remedy="请把这一处写短一些。")
                return


def _outside(op: Op, left: float, right: float, bottom: float) -> str | None:
    if isinstance(op, Group):
        return _group_outside(op, left, right, bottom)
    return _first_outside((op,), left, right, bottom)


@lru_cache(4096)
def _group_outside(group: Group, left: float, right: float, bottom: float) -> str | None:
    return _first_outside(group.ops, left, right, bottom)


def _first_outside(strokes: Iterable[Stroke], left: float, right: float, bottom: float) -> str | None:
    for op in strokes:
        if isinstance(op, Glyphs) and op.text:
            reach = op.offsets[-1] if op.offsets else op.pitch * (len(op.text) - 1)
            if op.x < left or op.x + reach > right or not 0 < op.y < bottom:
                return op.text
    return None
