"""Cosigning: 署名 of several unions (联合行文) in Word: names in the columns of the print, the date under the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xunion_desktop.paper.document import Sign
from xunion_desktop.paper.fonts import is_wide
from xunion_desktop.paper.jointly import NAME_IN, SEAL_PITCH, Places, joint_rows, name_places
from xunion_desktop.paper.measures import CELL, LEFT, MM
from xunion_desktop.paper.signature import BLANK_WITH_SEAL, BLANK_WITHOUT, MOST_TOGETHER

from .paragraph import LINE, UNPADDED, plain, twips
from .styles import DATED, SIGNED


def signatures(signs: Sequence[Sign]) -> Iterator[str]:
    """Up to three names in a row, each with room for its seal; the date stands once, under the last one."""
    if signs:
        yield from _sealed(signs) if signs[0].seal else _listed(signs)


def _sealed(signs: Sequence[Sign]) -> Iterator[str]:
    """Rows that do not all go on one page are not kept together."""
    places = name_places(signs, cells(signs[-1].date) * CELL)
    full, pitch = len(places.middles), twips(places.pitch)
    left = twips(places.middles[0] - places.pitch / 2 - LEFT)
    together = joint_rows(tuple(signs))[1] <= MOST_TOGETHER
    starts = range(0, len(signs), full)
    rows = "".join(
        _row(
            signs[start : start + full],
            places,
            first=start == 0,
            kept=together and start != starts[-1],
            date=signs[-1].date if start == starts[-1] else "",
        )
        for start in starts
    )
    columns = f'<w:gridCol w:w="{pitch}"/>' * full
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{pitch * full}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{UNPADDED}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def _row(signs: Sequence[Sign], places: Places, *, first: bool, kept: bool, date: str) -> str:
    """The first row stands two blank lines under the text, each other one a seal's pitch under the one above.

    A row that is not full ends over the date; of a long name the last line stands in the row. The last row has the date
    under its last name, in one cell: LibreOffice would part a table from the paragraph after it.
    """
    blanks = len(places.middles) - len(signs)
    names = [places.lines(sign.name, column) for column, sign in enumerate(signs, blanks)]
    before = BLANK_WITH_SEAL * LINE / MM if first else SEAL_PITCH - LINE / MM
    before -= (max(map(len, names)) - 1) * LINE / MM
    texts = [*[""] * blanks, *("\n".join(lines) for lines in names)]
    filled = [plain(text, SIGNED, before=before, align="center", keep_next=kept).xml() for text in texts]
    if date:
        dates = [*[""] * (len(texts) - 1), date]
        filled = [name + plain(text, DATED, align="center").xml() for name, text in zip(filled, dates, strict=True)]
    look = f'<w:tcPr><w:tcW w:w="{twips(places.pitch)}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(f'<w:tc>{look}{cell}</w:tc>' for cell in filled)}</w:tr>"


def _listed(signs: Sequence[Sign]) -> Iterator[str]:
    """One below the other, all beginning where the longest does; the date two characters further in."""
    date = cells(signs[-1].date)
    begin = NAME_IN + max(*(cells(sign.name) for sign in signs), date + NAME_IN)  # from the right edge
    together = joint_rows(tuple(signs))[1] <= MOST_TOGETHER
    for place, sign in enumerate(signs, 1):
        before = 0.0 if place > 1 else BLANK_WITHOUT * LINE / MM
        kept = together or place == len(signs)
        yield plain(sign.name, SIGNED, before=before, right=begin - cells(sign.name), keep_next=kept).xml()
    yield plain(signs[-1].date, DATED, right=begin - NAME_IN - date).xml()


def cells(text: str) -> float:
    """The width of a text in characters of the grid."""
    return sum(1.0 if is_wide(char) else 0.5 for char in text)
