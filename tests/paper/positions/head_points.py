"""The points of the head: red mark, number, 签发人, rules, corner items, title, 主送 (print.md §3, domain §6.3)."""

from __future__ import annotations

from itertools import pairwise

from tests.paper.positions.near import Faults, must, near
from tests.paper.positions.reading import CELL, EM, LEFT, MIDDLE, RED, RIGHT, ROW, TOP, Printed, Row, ink
from xunion_desktop.paper.document import Address, Corner, Imprint, Mark, Number, Sign, Signer, Title
from xunion_desktop.paper.titles import break_title

SEVEN_EIGHTHS = 15.75 / 72 * 25.4 * 7 / 8


def marks(paper: Printed) -> list[Row]:
    """The red names from top to bottom, without 文件."""
    found = []
    for mark in paper.document.all(Mark):
        whole = mark.text + (mark.word if len(list(paper.document.all(Mark))) == 1 and _official(paper) else "")
        found.append(paper.find(whole, 1))
    return found


def _official(paper: Printed) -> bool:
    return paper.document.kind in ("official", "minutes")


def mark_top(paper: Printed) -> Faults:
    wanted = 30.0 if paper.document.kind == "letter" else 72.0
    yield from near("the mark's upper edge", ink(marks(paper)[0])[0], wanted, 0.1)


def mark_face(paper: Printed) -> Faults:
    for row in marks(paper):
        yield from must(f"“{row.text}” is not red", all(char.colour == RED for char in row.chars))
        yield from must(f"“{row.text}” is not 小标宋", all("Biaosong" in char.font for char in row.chars))


def mark_width(paper: Printed) -> Faults:
    red = [char for char in paper.sheets[0].chars if char.colour == RED]
    left, right = min(char.x for char in red), max(char.x + char.size / 72 * 25.4 for char in red)
    yield from near("the middle of the mark", (left + right) / 2, 105.0 if not _official(paper) else MIDDLE, 0.3)
    yield from must("the mark is wider than the text area", right - left <= 156.2)


def marks_together(paper: Printed) -> Faults:
    names = marks(paper)
    if len(names) < 2:
        return
    for row in names[1:]:
        yield from near(f"where “{row.text}” begins", row.left, names[0].left, 0.1)
        yield from near(f"where “{row.text}” ends", row.right, names[0].right, 0.1)
    for above, below in pairwise(names):
        yield from must(f"“{above.text}” and “{below.text}” touch", below.top >= above.bottom)
    word = paper.find("文件", 1)
    middle = (ink(names[0])[0] + ink(names[-1])[1]) / 2
    yield from near("the middle of 文件", sum(ink(word)) / 2, middle, 1.0)
    yield from must("文件 stands in the names", word.left > names[0].right)


def number(paper: Printed) -> Faults:
    given = paper.document.first(Number)
    if given is None or not given.text:
        return
    row = paper.find(given.text, 1)
    if paper.document.kind == "letter":
        yield from near("where the number ends", row.right, RIGHT)
        yield from near("the number under the double rule", row.top - paper.rules(1, red=True)[1].bottom, SEVEN_EIGHTHS)
        return
    signers = list(paper.document.all(Signer))
    first = paper.find("签发人：", 1) if signers else row
    yield from near("two lines from the mark", first.top - ink(marks(paper)[-1])[1], 2 * ROW, 0.5)
    if signers:
        yield from near("where the number begins", row.left, LEFT + CELL)
        yield from near("the number beside the last 签发人", row.y, paper.find(signers[-1].name, 1).y, 0.1)
    else:
        yield from near("the middle of the number", row.middle, MIDDLE)


def signers(paper: Printed) -> Faults:
    names = [paper.find(signer.name, 1) for signer in paper.document.all(Signer)]
    if not names:
        return
    label = paper.find("签发人：", 1)
    yield from must("签发人 is not 仿宋", all("Fang" in char.font for char in label.chars))
    yield from must("a name is not 楷体", all("Kai" in char.font for row in names for char in row.chars))
    yield from near("where the widest name ends", max(row.right for row in names), RIGHT - CELL)
    yield from must("more than two names in a row", all(a.y < b.y - 1 for a, b in zip(names, names[2:], strict=False)))
    for row in names[2::2]:
        yield from near(f"“{row.text}” under the first name", row.left, names[0].left, 0.1)


def red_rule(paper: Printed) -> Faults:
    if not _official(paper):
        return
    rules = paper.rules(1, red=True)
    yield from must(f"{len(rules)} red rules", len(rules) == 1)
    for rule in rules[:1]:
        above = max(row.bottom for row in paper.on(1) if row.size == 16 and row.bottom < rule.top)
        yield from near("the red rule under the number", rule.top - above, 4.0, 0.1)
        yield from near("where the red rule begins", rule.x, LEFT, 0.1)
        yield from near("the length of the red rule", rule.width, 156.0, 0.1)
        yield from must("the red rule's thickness", 0.35 <= rule.height <= 0.55)


def double_rules(paper: Printed) -> Faults:
    if paper.document.kind != "letter":
        return
    rules = paper.rules(1, red=True)
    yield from must(f"{len(rules)} red rules", len(rules) == 4)
    if len(rules) != 4:
        return
    yield from near("the upper double rule under the mark", rules[0].top - ink(marks(paper)[0])[1], 4.0, 0.1)
    yield from near("the lower double rule", (rules[2].top + rules[3].bottom) / 2, 277.0, 1.0)
    yield from must("thick above thin at the top", rules[0].height > 2 * rules[1].height)
    yield from must("thin above thick at the foot", rules[3].height > 2 * rules[2].height)
    for rule in rules:
        yield from near("the length of a double rule", rule.width, 170.0, 0.1)
        yield from near("where a double rule begins", rule.x, 20.0, 0.1)


def corner(paper: Printed) -> Faults:
    given = paper.document.first(Corner) or Corner()
    there = [text for text in (given.copy_number, given.secrecy, given.urgency) if text]
    top = TOP if _official(paper) else paper.rules(1, red=True)[1].bottom + SEVEN_EIGHTHS
    for place, text in enumerate(there):
        row = paper.find(text, 1)
        yield from near(f"the row of {text}", row.top, top + place * ROW)
        yield from near(f"where {text} begins", row.left, LEFT, 0.1)
        face = "Liberation" if text == given.copy_number else "Hei"
        yield from must(f"the face of {text}", all(face in char.font for char in row.chars))


def title(paper: Printed) -> Faults:
    given = paper.document.first(Title)
    rows = [row for row in paper.on(1) if row.chars[0].colour != RED and "Biaosong" in row.chars[0].font]
    if given is None or not given.text:
        return
    yield from must("one to five lines", 1 <= len(rows) <= 5)
    yield from must("the words of the title", tuple(row.text for row in rows) == break_title(given.text))
    for row in rows:
        yield from near(f"the middle of “{row.text}”", row.middle, MIDDLE)
        yield from must("the title is not 22 points", row.size == 22)
    above = _above_title(paper)
    yield from near("two lines over the title", rows[0].top - above, 2 * ROW, 1.0)
    yield from must(
        "the lines of the title are unlike in height", max(_steps(rows), default=0) - min(_steps(rows), default=0) < 0.1
    )


def _steps(rows: list[Row]) -> list[float]:
    return [below.y - above.y for above, below in pairwise(rows)]


def _above_title(paper: Printed) -> float:
    if _official(paper):
        return paper.rules(1, red=True)[0].bottom
    given = paper.document.first(Corner) or Corner()
    last = [text for text in (given.copy_number, given.secrecy, given.urgency) if text][-1:]
    number = paper.document.first(Number)
    return paper.find(last[0] if last else number.text if number else "", 1).bottom


def address(paper: Printed) -> Faults:
    given = paper.document.first(Address)
    if given is None:
        return
    rows = paper.lines_of(given.text)
    if not rows:
        imprint = paper.document.first(Imprint)
        yield from must("主送 is neither on page 1 nor in the 版记", imprint is not None and paper.has("主送："))
        return
    for row in rows:
        yield from near("where 主送 begins", row.left, LEFT, 0.1)
    lowest = max(row.bottom for row in paper.on(1) if row.size == 22 and row.chars[0].colour != RED)
    yield from near("one line from the title to 主送", rows[0].top - lowest, ROW, 1.0)
    yield from must("主送 ends with a full-width colon", rows[-1].text.endswith("："))
    yield from must("主送 is not 三号 仿宋", all(char.size == 16 for row in rows for char in row.chars))


def issued(paper: Printed) -> Faults:
    """纪要: who issued it and when, over the red rule."""
    sign = paper.document.first(Sign)
    if paper.document.kind != "minutes" or sign is None:
        return
    name, date = paper.find(sign.name, 1, 16.0), paper.find(sign.date, 1)
    yield from near("where the issuing office begins", name.left, LEFT + CELL)
    yield from near("where the date ends", date.right, RIGHT - CELL)
    yield from near("name and date in one row", name.y, date.y, 0.1)
    yield from near("the red rule under them", paper.rules(1, red=True)[0].top - name.top - EM, 4.0, 0.1)


POINTS = (
    mark_top,
    mark_face,
    mark_width,
    marks_together,
    number,
    signers,
    red_rule,
    double_rules,
    corner,
    title,
    address,
    issued,
)
