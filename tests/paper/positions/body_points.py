"""The points of sheet and text: paper, fonts, the grid of 22 rows and 28 columns, edges, line ends, headings."""

from __future__ import annotations

import re
from itertools import pairwise

from tests.paper.positions.near import Faults, must, near
from tests.paper.positions.reading import BOTTOM, CELL, EM, LEFT, RED, RIGHT, ROW, TOP, Printed, Row, is_foot
from xunion_desktop.paper.document import Annex, Text

NEVER_FIRST = "，。；：？！、》〉”’）〕】」』．…—～·％℃"
NEVER_LAST = "《〈“‘（〔【「『"
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()][\u4e00-\u9fff]")
_HEADS = ((re.compile("[一二三四五六七八九十]+、"), "Hei"), (re.compile("（[一二三四五六七八九十]+）"), "Kai"))


def text_rows(paper: Printed, page: int) -> list[Row]:
    """The rows of 三号 text of a page that stand in the text area."""
    return [row for row in paper.on(page) if row.size == 16 and row.chars[0].colour != RED and not is_foot(row)]


def body_rows(paper: Printed) -> list[list[Row]]:
    """The rows of each paragraph of the body."""
    return [paper.lines_of(block.text) for block in paper.document.all(Text)]


def sheet(paper: Printed) -> Faults:
    for page in paper.sheets:
        yield from near("the width of the paper", page.width, 210, 0.05)
        yield from near("the height of the paper", page.height, 297, 0.05)


def fonts(paper: Printed) -> Faults:
    for name, embedded in paper.font_names():
        yield from must(f"{name} is not embedded", embedded)
        yield from must("Helvetica", "Helvetica" not in name)


def glyphs(paper: Printed) -> Faults:
    text = "".join(row.text for row in paper.rows)
    yield from must("a missing glyph", not set(text) & {"\0", "〓", "\ufffd"})


def text_is_there(paper: Printed) -> Faults:
    for block, rows in zip(paper.document.all(Text), body_rows(paper), strict=True):
        yield from must(f"“{block.text[:12]}…” is not printed whole", bool(rows))


def face_and_size(paper: Printed) -> Faults:
    for rows in body_rows(paper):
        for row in rows:
            yield from must(f"“{row.text[:9]}…” is not 三号", all(char.size == 16 for char in row.chars))
    plain = [row for rows in body_rows(paper) for row in rows[1:]]
    faces = ("Fang", "Liberation", "Song")
    yield from must("text that is not 仿宋", all(any(f in c.font for f in faces) for row in plain for c in row.chars))


def left_edge(paper: Printed) -> Faults:
    for rows in body_rows(paper):
        yield from near(f"the indent of “{rows[0].text[:9]}…”", rows[0].left, LEFT + 2 * CELL, 0.6)
        for row in rows[1:]:
            yield from near(f"where “{row.text[:9]}…” begins", row.left, LEFT, 0.6)


def right_edge(paper: Printed) -> Faults:
    for rows in body_rows(paper):
        for row in rows[:-1]:
            hangs = row.chars[-1].text in NEVER_FIRST and row.right > RIGHT + 0.3
            yield from near(f"where “…{row.text[-9:]}” ends", row.right, RIGHT + (EM / 2 if hangs else 0), 0.6)


def columns(paper: Printed) -> Faults:
    """28 characters fill a line: their pitch is 156 mm / 28 where nothing is squeezed; fewer have a reason."""
    for rows in body_rows(paper):
        for place, (row, below) in enumerate(pairwise(rows)):
            if place and len(row.chars) == 28 and not any(char.text.isascii() for char in row.chars):
                steps = [b.x - a.x for a, b in pairwise(row.chars)]
                yield from near(f"the pitch of “{row.text[:9]}…”", sum(steps) / 27, CELL, 0.02)
            cells = sum(0.5 if char.text.isascii() else 1.0 for char in row.chars) + (0 if place else 2)
            full = cells >= 27.5 or _pushed_out(row.text, below.text)
            yield from must(f"{cells} characters in “{row.text[:9]}…”", full and cells <= 29)


def _pushed_out(line: str, below: str) -> bool:
    """Whether the rules of line ends ask for a character less."""
    return below[0] in NEVER_LAST or below[:2][-1] in NEVER_FIRST or below[0].isascii() or line[-1].isascii()


def rows_of_a_page(paper: Printed) -> Faults:
    for page in range(1, len(paper.sheets) + 1):
        most = 23 if paper.document.kind == "letter" and page == 1 else 22
        yield from must(f"page {page} has more than {most} rows", len(text_rows(paper, page)) <= most)


def leading(paper: Printed) -> Faults:
    for rows in body_rows(paper):
        for above, below in pairwise(rows):
            if above.page == below.page:
                yield from near(f"the leading at “{below.text[:9]}…”", below.y - above.y, ROW, 0.02)


def top_edge(paper: Printed) -> Faults:
    first = {row.page: row for rows in reversed(body_rows(paper)) for row in reversed(rows)}
    for page, row in first.items():
        if page > 1 and text_rows(paper, page)[0].y == row.y:
            yield from near(f"the first row of page {page}", row.top, TOP, 0.1)


def bottom_edge(paper: Printed) -> Faults:
    for page in range(1, len(paper.sheets) + 1):
        lowest = max((row.bottom for row in text_rows(paper, page)), default=0)
        limit = BOTTOM + ROW if paper.document.kind == "letter" and page == 1 else BOTTOM
        yield from must(f"page {page} reaches {lowest:.2f} mm", lowest <= limit + 0.3)


def full_pages(paper: Printed) -> Faults:
    """A page that the body goes on from has no room for a row more, unless a heading or the signature took it along."""
    firsts = {rows[0].chars[0] for rows in body_rows(paper) if rows}
    pages = [row.page for rows in body_rows(paper) for row in rows]
    for page in range(1, max(pages)):
        lowest = max(row.bottom for row in text_rows(paper, page))
        below = text_rows(paper, page + 1)
        begins = below[0]
        heading = any(pattern.match(begins.text) for pattern, _ in _HEADS) and begins.chars[0] in firsts
        signed = page + 1 == max(pages) and pages.count(page + 1) <= 2 and len(below) > pages.count(page + 1)
        foot = BOTTOM + ROW if paper.document.kind == "letter" and page == 1 else BOTTOM
        yield from must(f"page {page} ends at {lowest:.2f} mm", heading or signed or lowest + ROW > foot + 0.3)


def line_ends(paper: Printed) -> Faults:
    for rows in body_rows(paper):
        for above, below in pairwise(rows):
            yield from must(f"a line begins with {below.text[0]}", below.text[0] not in NEVER_FIRST)
            yield from must(f"a line ends with {above.text[-1]}", above.text[-1] not in NEVER_LAST)
            cut = above.text[-1].isascii() and below.text[0].isascii()
            yield from must(f"a number is cut: {above.text[-3:]}|{below.text[:3]}", not cut)


def punctuation(paper: Printed) -> Faults:
    for row in paper.rows:
        yield from must(f"half-width marks: {row.text}", not HALF_WIDTH.search(row.text))


def headings(paper: Printed) -> Faults:
    for block, rows in zip(paper.document.all(Text), body_rows(paper), strict=True):
        for pattern, face in _HEADS:
            if pattern.match(block.text) and "。" not in block.text:
                heading = [char for char in rows[0].chars if not char.text.isascii()]
                yield from must(f"“{block.text[:9]}” is not {face}", all(face in char.font for char in heading))
                alone = rows[-1].y == text_rows(paper, rows[-1].page)[-1].y
                yield from must(f"“{block.text[:9]}” ends a page", not alone)


def annexes(paper: Printed) -> Faults:
    """附件: on a page of its own, its label at the upper left, its title in the third row."""
    for annex in paper.document.all(Annex):
        row = next((row for row in paper.rows if row.text == f"附件{annex.number or ''}"), None)
        yield from must(f"附件{annex.number} is not there", row is not None)
        if row is None:
            continue
        yield from near("附件 in the first row", row.top, TOP, 0.3)
        yield from near("where 附件 begins", row.left, LEFT, 0.1)
        yield from must("附件 and its number are not 黑体", all("Hei" in char.font for char in row.chars))
        yield from must("附件 does not begin a page", paper.on(row.page)[0].y == row.y)
        title = next(found for found in paper.on(row.page) if found.size == 22)
        yield from near("the title in the third row", title.y, row.y + 2 * ROW, 1.5)
        yield from near("the middle of the title", title.middle, 106.0)


POINTS = (
    sheet,
    fonts,
    glyphs,
    text_is_there,
    face_and_size,
    left_edge,
    right_edge,
    columns,
    rows_of_a_page,
    leading,
    top_edge,
    bottom_edge,
    full_pages,
    line_ends,
    punctuation,
    headings,
    annexes,
)
