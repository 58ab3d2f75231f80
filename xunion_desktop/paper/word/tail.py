"""Tail: 署名 and 成文日期 with room for the seal, 附注, and 版记 at the foot of the last page (DC-10 table, DC-23)."""

from __future__ import annotations

from collections.abc import Iterator

from xunion_desktop.paper.document import Document, Imprint, Remark, Sign
from xunion_desktop.paper.imprint import THICK, THIN
from xunion_desktop.paper.jointly import DATE_IN, NAME_IN
from xunion_desktop.paper.measures import BODY, COLUMNS, FOOTER, MM, TEXT_WIDTH
from xunion_desktop.paper.signature import BLANK_WITH_SEAL, BLANK_WITHOUT

from .cosigning import cells, signatures
from .paragraph import LINE, UNPADDED, Paragraph, Run, plain, twips
from .styles import DATED, IMPRINT, REMARK, SIGNED

SMALL = FOOTER / BODY  # a character of 四号 in cells of the grid
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
