"""Paragraphs and runs as WordprocessingML. The order of the elements is the schema's: Word refuses any other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from xunion_desktop.paper.measures import CELL, MM

from .faces import fonts, stretches

LINE = 28.95  # points: 22 rows in the 225 mm of the text area (the grid's 22 × 29.6 pt of the print do not fit)
ABOVE = 0.8  # of an exact line's height lies above the baseline in Word, WPS and LibreOffice

# for tables that only place things beside each other: Word and LibreOffice have other defaults
UNPADDED = "<w:tblCellMar>{}</w:tblCellMar>".format(
    "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
)


def twips(mm: float) -> int:
    """Twentieths of a point."""
    return round(mm * MM * 20)


def chars(count: float) -> int:
    """Hundredths of a character of the grid."""
    return round(count * 100)


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; what is 0 or "" comes from the paragraph's style. ``field`` is a field's name: PAGE."""

    text: str = ""
    style: str = ""
    role: str = ""
    size: float = 0.0
    colour: str = ""
    spread: float = 0.0  # points after each character
    field: str = ""

    def xml(self) -> str:
        """The run; several where quotes or rare characters stand in it."""
        if self.field:
            return f"<w:fldSimple w:instr={quoteattr(self.field)}><w:r>{self._look()}<w:t>1</w:t></w:r></w:fldSimple>"
        return "".join(f"<w:r>{self._look(own)}{_texts(text)}</w:r>" for text, own in stretches(self.text))

    def _look(self, own: str = "") -> str:
        parts = [
            f"<w:rStyle w:val={quoteattr(self.style)}/>" if self.style else "",
            own or (fonts(self.role) if self.role else ""),
            f'<w:color w:val="{self.colour.lstrip("#")}"/>' if self.colour else "",
            f'<w:spacing w:val="{round(self.spread * 20)}"/>' if self.spread else "",
            f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>' if self.size else "",
        ]
        look = "".join(parts)
        return f"<w:rPr>{look}</w:rPr>" if look else ""


def _texts(text: str) -> str:
    """Text with its line breaks and tabs."""
    made = []
    for number, line in enumerate(text.split("\n")):
        made.append("<w:br/>" if number else "")
        for place, piece in enumerate(line.split("\t")):
            made.append("<w:tab/>" if place else "")
            made.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "")
    return "".join(made)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule at the top or bottom edge of a paragraph: its Word name (single, thickThinSmallGap …), its thickness."""

    line: str = "single"
    width: float = 0.5  # mm
    gap: float = 0.0  # points between text and rule
    colour: str = "auto"

    def xml(self, side: str) -> str:
        """The border element of this side."""
        eighths = max(2, round(self.width * MM * 8))
        return (
            f'<w:{side} w:val="{self.line}" w:sz="{eighths}" w:space="{min(31, round(self.gap))}" '
            f'w:color="{self.colour.lstrip("#")}"/>'
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a style; measures that are None come from the style. Indents in characters of the grid."""

    runs: tuple[Run, ...] = ()
    style: str = ""
    before: float = 0.0  # mm
    after: float = 0.0
    line: float | None = None  # points, exact
    align: str = ""
    left: float | None = None
    right: float | None = None
    first: float | None = None  # of the first line; negative hangs
    keep_next: bool = False
    page_break: bool = False
    above: Rule | None = None
    below: Rule | None = None
    framed: Rule | None = None  # all four sides
    tabs: tuple[tuple[str, float], ...] = field(default=())  # left, center or right; mm from the left margin
    section: str = ""  # the sectPr that ends a section here

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(run.text) for run in self.runs)

    def xml(self) -> str:
        """The paragraph."""
        return f"<w:p>{self._form()}{''.join(run.xml() for run in self.runs)}</w:p>"

    def _form(self) -> str:
        edges = (self.above.xml("top") if self.above else "") + (self.below.xml("bottom") if self.below else "")
        if self.framed:
            edges = "".join(self.framed.xml(side) for side in ("top", "left", "bottom", "right"))
        stops = "".join(f'<w:tab w:val="{side}" w:pos="{twips(place)}"/>' for side, place in self.tabs)
        parts = [
            f"<w:pStyle w:val={quoteattr(self.style)}/>" if self.style else "",
            "<w:keepNext/>" if self.keep_next else "",
            "<w:pageBreakBefore/>" if self.page_break else "",
            f"<w:pBdr>{edges}</w:pBdr>" if edges else "",
            f"<w:tabs>{stops}</w:tabs>" if stops else "",
            self._spacing(),
            indents(self.left, self.right, self.first),
            f'<w:jc w:val="{self.align}"/>' if self.align else "",
            self.section,
        ]
        form = "".join(parts)
        return f"<w:pPr>{form}</w:pPr>" if form else ""

    def _spacing(self) -> str:
        entries = f' w:before="{twips(self.before)}"' if self.before > 0 else ""
        entries += f' w:after="{twips(self.after)}"' if self.after > 0 else ""
        entries += f' w:line="{round(self.line * 20)}" w:lineRule="exact"' if self.line else ""
        return f"<w:spacing{entries}/>" if entries else ""


def indents(left: float | None, right: float | None, first: float | None) -> str:
    """The ind element; each indent as characters for Word and as length for programs that do not count them."""
    entries = ""
    for name, value in (("left", left), ("right", right)):
        if value is not None:
            entries += f' w:{name}Chars="{chars(value)}" w:{name}="{twips(value * CELL)}"'
    if first is not None:
        name, value = ("firstLine", first) if first >= 0 else ("hanging", -first)
        entries += f' w:{name}Chars="{chars(value)}" w:{name}="{twips(value * CELL)}"'
    return f"<w:ind{entries}/>" if entries else ""


def plain(text: str, style: str, **how: object) -> Paragraph:
    """A paragraph of one run."""
    return replace(Paragraph((Run(text),), style), **how)  # type: ignore[arg-type]
