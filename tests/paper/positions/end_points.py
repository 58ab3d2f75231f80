"""The points of the end: 附件说明, signature, date, seal room, 附注, 版记, page numbers."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from tests.paper.positions.body_points import body_rows, text_rows
from tests.paper.positions.near import Faults, must, near
from tests.paper.positions.reading import BOTTOM, CELL, EM, LEFT, RIGHT, ROW, TOP, Printed, Row, is_foot, outlines
from xunion_desktop.paper.document import Annex, Attachments, Imprint, Present, Remark, Sign, Text

SMALL = CELL * 14 / 16  # a character of 四号
SEAL = 42.0
DATE = re.compile(r"[12]\d{3}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")


def signs(paper: Printed) -> list[Sign]:
    return [] if paper.document.kind == "minutes" else list(paper.document.all(Sign))


def date_row(paper: Printed) -> Row:
    """The date under the signature: the last one in 三号 before the 附件."""
    date = signs(paper)[0].date
    pages = _main_pages(paper)
    return [row.part(date) for row in paper.rows if date in row.text and row.size == 16 and row.page <= pages][-1]


def _main_pages(paper: Printed) -> int:
    """How many pages the paper has before its 附件."""
    first = next((row.page for row in paper.rows if re.fullmatch(r"附件\d?", row.text)), None)
    return (first - 1) if first and list(paper.document.all(Annex)) else len(paper.sheets)


def last_text(paper: Printed) -> Row:
    """The last row of the body or of the 附件说明."""
    names = [name for block in paper.document.all(Attachments) for name in block.names]
    if names:
        ends = [row for row in paper.rows if row.page <= _main_pages(paper) and row.text.endswith(names[-1][-4:])]
        return ends[-1]
    return body_rows(paper)[-1][-1]


def date(paper: Printed) -> Faults:
    if not signs(paper):
        return
    row = date_row(paper)
    yield from must(f"the date is written {row.text}", bool(DATE.fullmatch(row.text)))
    yield from near("where the date ends", row.right, RIGHT - 4 * CELL)
    yield from must("the date is not 三号", row.size == 16)


def signature(paper: Printed) -> Faults:
    found = signs(paper)
    if len(found) != 1:
        return
    row = date_row(paper)
    above = [one for one in paper.on(row.page) if one.y < row.y - 1][-1]
    yield from must("the name is not over the date", above.text == found[0].name)
    yield from near("the name over the date", row.y - above.y, ROW, 0.1)
    yield from near("the middle of the name", above.middle, row.middle)
    yield from near("two blank lines over the name", above.y - last_text(paper).y, 3 * ROW, 0.1)


def joint_signature(paper: Printed) -> Faults:
    found = signs(paper)
    if len(found) < 2:
        return
    row = date_row(paper)
    last_rows = {sign.name: _signed_row(paper, sign.name, row) for sign in found}
    lines = [list(group) for _, group in groupby(last_rows.values(), key=lambda one: (one.page, round(one.y)))]
    yield from must("more than three in a row", all(len(line) <= 3 for line in lines))
    for line in lines:
        for left, right in pairwise(line):
            yield from must("two seals touch", right.middle - left.middle > SEAL)
            yield from must("two names touch", right.left > left.right)
        yield from must("a seal beyond the left edge", line[0].middle - SEAL / 2 >= LEFT - 0.1)
        yield from must("a seal beyond the right edge", line[-1].middle + SEAL / 2 <= RIGHT + 0.1)
    for above, below in pairwise(lines):
        parted = above[0].page != below[0].page
        yield from must("two rows of seals touch", parted or below[0].y - above[0].y > SEAL)
        begins = below[0].top - EM - SEAL / 2 < TOP
        yield from must("a further page begins far down", not parted or begins)
    last = lines[-1][-1]
    yield from near("the last name over the date", last.middle, row.middle)
    yield from near("the date under the last name", row.y - last.y, ROW, 0.1)


def _signed_row(paper: Printed, name: str, date: Row) -> Row:
    """The last line of a name in the signature; a long one is wrapped. Many names stand on several pages."""
    text = last_text(paper)
    rows = [row for row in paper.rows if (text.page, text.y) < (row.page, row.y) < (date.page, date.y)]
    for length in range(len(name), 2, -1):
        for row in rows:
            if name[-length:] in row.text and row.size == 16:
                return row.part(name[-length:])
    raise LookupError(name)


def _signed_page(paper: Printed) -> int:
    """The page on which the signature begins."""
    found = signs(paper)
    return date_row(paper).page if len(found) < 2 else _signed_row(paper, found[0].name, date_row(paper)).page


def seal_room(paper: Printed) -> Faults:
    """Its top is within one line of the text, and nothing but name, date and 附注 stands in it."""
    if not signs(paper) or not signs(paper)[0].seal:
        return
    row, text = date_row(paper), last_text(paper)
    yield from must("the text ends on another page", text.page == _signed_page(paper))
    if len(signs(paper)) == 1:
        middle = row.bottom - (ROW + 2 * EM) / 2  # of name and date; they stand a little below that of the seal
        top = middle - SEAL / 2 - 6
        yield from must("the seal cannot reach within a line of the text", top - text.bottom < ROW)
    yield from must("the seal would lie on the text", row.page > text.page or row.bottom - 33.0 - text.bottom > 0)


def text_with_signature(paper: Printed) -> Faults:
    if not signs(paper):
        return
    page = _signed_page(paper)
    whole = sum(len(rows) for rows in body_rows(paper))
    there = sum(row.page == page for rows in body_rows(paper) for row in rows)
    yield from must(f"{there} rows of text stay with the signature", there >= min(2, whole - 1))


def remark(paper: Printed) -> Faults:
    for block in paper.document.all(Remark):
        rows = paper.lines_of(block.text)
        yield from must("附注 is not printed", bool(rows))
        if not rows:
            continue
        yield from near("附注 two characters in", rows[0].left, LEFT + 2 * CELL, 0.1)
        yield from must("附注 has no brackets", rows[0].text[0] == "（" and rows[-1].text[-1] == "）")
        if len(signs(paper)) == 1:
            yield from near("附注 under the date", rows[0].y - date_row(paper).y, ROW, 0.1)
        elif signs(paper):
            yield from must("附注 is over the date", 0 < rows[0].y - date_row(paper).y < 2 * ROW)


def attachments(paper: Printed) -> Faults:
    for block in paper.document.all(Attachments):
        row = next(row for row in paper.rows if row.text.startswith("附件：") and row.size == 16)
        body = body_rows(paper)[-1][-1]
        if body.page == row.page:
            yield from near("one blank line over 附件说明", row.y - body.y, 2 * ROW, 0.1)
        yield from near("附件说明 two characters in", row.left, LEFT + 2 * CELL, 0.1)
        start = row.part(block.names[0][:4]).left
        wrapped = paper.on(row.page)[paper.on(row.page).index(row) + 1 :]
        for name in block.names[1:]:
            found = next(one for one in wrapped if name[:4] in one.text)
            yield from near(f"“{name[:6]}…” under the first name", found.part(name[:4]).left, start, 0.1)
            rest = found.text[found.text.index(name[:4]) :]
            if rest != name:
                below = wrapped[wrapped.index(found) + 1]
                yield from near(f"the wrapped line of “{name[:6]}…”", below.left, start, 0.1)
        yield from must("a full stop in 附件说明", not row.text.endswith(("。", "；")))
        number = "1." if len(block.names) > 1 else ""
        yield from must("the numbers of 附件说明", row.text.startswith(f"附件：{number}{block.names[0][:4]}"))


def present(paper: Printed) -> Faults:
    """GB/T 9704-2012, 10.3: 出席 after a blank row, 请假 and 列席 each on the row after it."""
    listed = paper.document.all(Present)
    labels = [f"{block.label}：" for block in listed]
    for place, block in enumerate(listed):
        row = paper.find(f"{block.label}：")
        above = [one for one in paper.on(row.page) if 0 < row.y - one.y < ROW * 1.1]
        first = row.y == paper.on(row.page)[0].y
        yield from must(f"the row above {block.label}", first or bool(above) == bool(place))
        yield from near(f"{block.label} two characters in", row.left, LEFT + 2 * CELL, 0.1)
        yield from must(f"{block.label} is not 黑体", "Hei" in row.chars[0].font)
        whole = next(one for one in paper.on(row.page) if one.y == row.y)
        start = whole.chars[len(block.label) + 1]
        yield from must("a name is not 仿宋", "Fang" in start.font)
        for below in paper.on(row.page):
            if 0 < below.y - row.y < ROW * 1.1 and below.size == 16 and not below.text.startswith(tuple(labels)):
                yield from near(f"the wrapped line of {block.label}", below.left, start.x, 0.1)


def imprint(paper: Printed) -> Faults:
    given = paper.document.first(Imprint)
    if given is None or paper.document.kind == "letter":
        return
    page = len(paper.sheets)
    yield from must(f"版记 on page {page}", page % 2 == 0)
    rules = paper.rules(page, red=False)
    wanted = 2 + bool(given.copies or given.to) * bool(given.office or given.date)
    yield from must(f"{len(rules)} rules in the 版记", len(rules) == wanted)
    for rule, place in zip(rules, range(len(rules)), strict=True):
        thick = 0.35 if place in (0, len(rules) - 1) else 0.25
        yield from near("the thickness of a rule of the 版记", rule.height, thick, 0.03)
        yield from near("where a rule of the 版记 begins", rule.x, LEFT, 0.1)
        yield from near("the length of a rule of the 版记", rule.width, 156, 0.1)
    if rules:
        yield from near("the last rule on the edge of the text area", rules[-1].bottom, BOTTOM, 0.1)
        yield from _imprint_text(paper, page, given)


def _imprint_text(paper: Printed, page: int, given: Imprint) -> Faults:
    top = paper.rules(page, red=False)[0].top
    rows = [row for row in paper.on(page) if top < row.y < BOTTOM]
    yield from must("版记 is not 四号", all(row.size == 14 for row in rows))
    yield from must("版记 is not 仿宋", all("Kai" not in char.font for row in rows for char in row.chars))
    if given.copies:
        copies = next(row for row in rows if row.text.startswith("抄送："))
        yield from near("抄送 one character in", copies.left, LEFT + SMALL, 0.1)
        ends = [row for row in rows if row.text.endswith("。")]
        yield from must("抄送 does not end with a full stop", bool(ends))
        for row in rows[rows.index(copies) + 1 : rows.index(ends[-1]) + 1 if ends else None]:
            yield from near("a wrapped line of 抄送", row.left, copies.chars[3].x, 0.1)
    if given.office:
        last = rows[-1]
        yield from near("印发机关 one character in", last.left, LEFT + SMALL, 0.1)
        yield from near("印发日期 one character from the edge", last.right, RIGHT - SMALL, 0.2)
        yield from must("印发", last.text.endswith("印发"))


def copies_of_a_letter(paper: Printed) -> Faults:
    given = paper.document.first(Imprint)
    if given is None or paper.document.kind != "letter":
        return
    page = len(paper.sheets)
    row = [row for row in paper.on(page) if row.size == 14 and not is_foot(row)][-1]
    yield from near("抄送 at the foot of the text area", row.bottom, BOTTOM, 0.2)
    yield from must("rules in the 版记 of a letter", not paper.rules(page, red=False))


def page_numbers(paper: Printed) -> Faults:
    blank = [number for number in range(1, len(paper.sheets) + 1) if not paper.on(number)]
    without = {*blank, *(number + 1 for number in blank)} | ({1} if paper.document.kind == "letter" else set())
    for number in range(1, len(paper.sheets) + 1):
        rows = [row for row in paper.on(number) if is_foot(row)]
        if number in without:
            yield from must(f"page {number} is numbered", not rows)
            continue
        yield from must(f"page {number} is not numbered", [row.text for row in rows] == [f"—{number}—"])
        for row in rows[:1]:
            yield from _page_number(number, row)


def _page_number(number: int, row: Row) -> Faults:
    for char in row.chars:
        yield from must(f"“{char.text}” of a page number is not 宋体", "Song" in char.font)
    for digit, after in pairwise(row.chars[1:-1]):
        yield from near(f"the room of “{digit.text}” in a page number", after.x - digit.x, row.em / 2, 0.05)
    yield from must("a page number is not 四号", row.size == 14)
    if number % 2:
        yield from near("an odd page's number", row.right, RIGHT - CELL, 0.5)
    else:
        yield from near("an even page's number", row.left, LEFT + CELL, 0.5)
    font = outlines("song")
    dash = font["glyf"][font.getBestCmap()[ord("—")]]
    middle = row.y - (dash.yMin + dash.yMax) / 2 / font["head"].unitsPerEm * row.em
    yield from near("the dashes under the text area", middle - BOTTOM, 7.0, 0.1)


def first_page_text(paper: Printed) -> Faults:
    """首页必须显示正文."""
    first = next(iter(paper.document.all(Text)))
    yield from must("page 1 shows no text", paper.lines_of(first.text)[0].page == 1)


def no_overprint(paper: Printed) -> Faults:
    """No character stands on another one."""
    for page in range(1, len(paper.sheets) + 1):
        for above, below in pairwise(text_rows(paper, page)):
            across = above.left < below.right and below.left < above.right
            yield from must(f"“{above.text[:9]}” touches “{below.text[:9]}”", not across or below.y - above.y > 4.9)


POINTS = (
    date,
    signature,
    joint_signature,
    seal_room,
    text_with_signature,
    remark,
    attachments,
    present,
    imprint,
    copies_of_a_letter,
    page_numbers,
    first_page_text,
    no_overprint,
)
