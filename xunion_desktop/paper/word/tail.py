"""Tail: 署名 and 成文日期 with room for the seal, 附注, and 版记 at the foot of the last page (DC-10 table, DC-23)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xunion_desktop.paper.document import Document, Imprint, Remark, Sign
from xunion_desktop.paper.fonts import is_wide
from xunion_desktop.paper.imprint import THICK, THIN
from xunion_desktop.paper.jointly import DATE_IN, NAME_IN, PER_ROW
from xunion_desktop.paper.measures import BODY, COLUMNS, FOOTER, MM, TEXT_WIDTH
from xunion_desktop.paper.signature import BLANK_WITH_SEAL, BLANK_WITHOUT

from .paragraph import LINE, UNPADDED, Paragraph, Run, plain, twips
from .styles import DATED, IMPRINT, REMARK, SIGNED

SMALL = FOOTER / BODY  # a character of 四号 in cells of the grid
PARTS = 6  # of the width: cells of one, two and three names in a row are made of them
_RULES = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * MM * 8)}" w:space="0" w:color="auto"/>'
        for side, width in (("top", THICK), ("bottom", THICK), ("insideH", THIN))
    )
)


def tail(document: Document) -> list[str]:
    """The elements below the text."""
    signs = [] if document.kind == "minutes" else list(document.all(Sign))  # minutes name theirs in the head
    made = [paragraph.xml() for paragraph in signature(signs[0])] if len(signs) == 1 else list(signatures(signs))
    return made + [plain(remark.text, REMARK).xml() for remark in document.all(Remark)]


def signature(sign: Sign) -> Iterator[Paragraph]:
    """Name over date. With a seal the name is centred over the date, which ends four characters from the edge."""
    blank = (BLANK_WITH_SEAL if sign.seal else BLANK_WITHOUT) * LINE / MM
    name, date = cells(sign.name), cells(sign.date)
    if not sign.seal:
        date_from = max(name, NAME_IN + date)  # where they begin, from the right edge
        name_from = max(NAME_IN + name, date_from + NAME_IN)
        yield plain(sign.name, SIGNED, before=blank, right=name_from - name, keep_next=True)
        yield plain(sign.date, DATED, right=date_from - date)
        return
    middle = max(DATE_IN + date / 2, name / 2)  # characters from the right edge
    yield plain(sign.name, SIGNED, before=blank, align="center", left=COLUMNS - 2 * middle, right=0.0, keep_next=True)
    yield plain(sign.date, DATED, right=middle - date / 2)


def signatures(signs: Sequence[Sign]) -> Iterator[str]:
    """联合行文: up to three names in a row, each with room for its seal; the date stands once, under the last row."""
    if not signs:
        return
    if not signs[0].seal:
        yield from (paragraph.xml() for paragraph in _unsealed(signs))
        return
    part = twips(TEXT_WIDTH / PARTS)
    rows = (signs[start : start + PER_ROW] for start in range(0, len(signs), PER_ROW))
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{part * PARTS}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{UNPADDED}</w:tblPr>'
        f"<w:tblGrid>{_column(part) * PARTS}</w:tblGrid>"
        + "".join(f"<w:tr>{''.join(_signer(sign, PARTS // len(row), part) for sign in row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )
    yield plain(signs[-1].date, DATED, right=DATE_IN).xml()


def _unsealed(signs: Sequence[Sign]) -> Iterator[Paragraph]:
    """One below the other, all beginning where the longest does; the date two characters further in."""
    date = cells(signs[-1].date)
    begin = NAME_IN + max(*(cells(sign.name) for sign in signs), date + NAME_IN)  # from the right edge
    for place, sign in enumerate(signs):
        before = 0.0 if place else BLANK_WITHOUT * LINE / MM
        yield plain(sign.name, SIGNED, before=before, right=begin - cells(sign.name), keep_next=True)
    yield plain(signs[-1].date, DATED, right=begin - NAME_IN - date)


def _column(width: int) -> str:
    return f'<w:gridCol w:w="{width}"/>'


def _signer(sign: Sign, across: int, part: int) -> str:
    name = plain(sign.name, SIGNED, before=BLANK_WITH_SEAL * LINE / MM, align="center", keep_next=True)
    span = f'<w:tcW w:w="{across * part}" w:type="dxa"/><w:gridSpan w:val="{across}"/>'
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{name.xml()}</w:tc>"


def imprint(block: Imprint, *, ruled: bool) -> str:
    """版记 as a table that hangs at the foot of its page; a letter's has no rules and only 抄送.

    Word keeps it there whatever is written above; LibreOffice 7.4 leaves it where it stands in the text.
    """
    listed = [_listed(label, text) for label, text in (("主送", block.to), ("抄送", block.copies)) if text]
    rows = [*([listed] if listed else []), *([[_issued(block)]] if block.office or block.date else [])]
    width = twips(TEXT_WIDTH)
    return (
        f'<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="left" '
        f'w:tblpYSpec="bottom"/><w:tblW w:w="{width}" w:type="dxa"/>{_RULES if ruled else ""}'
        f'<w:tblLayout w:type="fixed"/>{UNPADDED}</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        + "".join(
            f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{''.join(line.xml() for line in lines)}</w:tc></w:tr>"
            for lines in rows
        )
        + "</w:tbl>"
    )


def _listed(label: str, text: str) -> Paragraph:
    """抄送：… — later lines under the first name, one character free at both sides (in 四号: 0.89 of a cell)."""
    end = "" if text.endswith("。") else "。"
    return plain(f"{label}：{text}{end}", IMPRINT, left=4 * SMALL, right=SMALL, first=-3 * SMALL)


def _issued(block: Imprint) -> Paragraph:
    end = TEXT_WIDTH * (1 - SMALL / COLUMNS)
    date = f"{block.date}印发" if block.date else ""
    return Paragraph((Run(f"{block.office}\t{date}"),), IMPRINT, left=SMALL, first=0.0, tabs=(("right", end),))


def cells(text: str) -> float:
    """The width of a text in characters of the grid."""
    return sum(1.0 if is_wide(char) else 0.5 for char in text)
