"""Proofs: sample documents, and a PDF read back in millimetres."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pdfplumber

from xunion_desktop.paper.document import Address, Block, Document, Mark, Number, Remark, Sign, Text, Title
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.typeset import typeset

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BODY_ASCENT = 0.85  # the em box of a row is that of 仿宋, whatever stands in it
ASCENT = 0.88


@dataclass(frozen=True)
class Char:
    """A character as it stands in the PDF: font, size in points, origin and baseline in mm."""

    text: str
    font: str
    size: float
    x: float
    y: float
    colour: tuple[float, ...] = (0.0, 0.0, 0.0)

    @property
    def top(self) -> float:
        return self.y - (BODY_ASCENT if self.size == 16 else ASCENT) * self.size / MM

    @property
    def bottom(self) -> float:
        return self.top + self.size / MM


@dataclass(frozen=True)
class Rule:
    """A filled rectangle in mm."""

    x: float
    top: float
    width: float
    height: float
    colour: tuple[float, ...] = (0.0, 0.0, 0.0)

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True)
class Sheet:
    """One page of the PDF."""

    width: float
    height: float
    chars: list[Char]
    rules: list[Rule]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    def find(self, text: str) -> list[Char]:
        """The characters of the first place where ``text`` stands."""
        assert text in self.text, f"{text} is not on the page"
        return self.chars[self.text.index(text) :][: len(text)]

    def rows(self, size: float = 16.0) -> list[list[Char]]:
        """The characters of this size, row by row."""
        found: dict[float, list[Char]] = {}
        for char in self.chars:
            if char.size == size:
                found.setdefault(round(char.y, 2), []).append(char)
        return [sorted(found[y], key=lambda char: char.x) for y in sorted(found)]


def read_pdf(data: bytes) -> list[Sheet]:
    with pdfplumber.open(io.BytesIO(data)) as file:
        return [_sheet(page) for page in file.pages]


def _sheet(page: pdfplumber.page.Page) -> Sheet:
    height = float(page.height)
    chars = [
        Char(
            char["text"],
            char["fontname"],
            round(char["size"], 2),
            char["matrix"][4] / MM,
            (height - char["matrix"][5]) / MM,
            tuple(char["non_stroking_color"]),
        )
        for char in page.chars
    ]
    rules = [
        Rule(*(rect[key] / MM for key in ("x0", "top", "width", "height")), tuple(rect["non_stroking_color"]))
        for rect in page.rects
    ]
    return Sheet(float(page.width) / MM, height / MM, chars, sorted(rules, key=lambda rule: rule.top))


def proof(document: Document, fonts: FontBook) -> list[Sheet]:
    """A document printed and read back."""
    return read_pdf(pdf_bytes(typeset(document, fonts).pages, fonts=fonts, title="函", fixed_date=NOON))


REMINDER = Document(
    "letter",
    "换届提醒函",
    (
        Mark("兴县总工会"),
        Number("兴工函〔2026〕38号"),
        Title("关于按期做好工会委员会换届选举工作的函"),
        Address("兴县示例职业中学工会委员会："),
        Text("你单位工会第五届委员会于2021年9月1日选举产生，任期五年，已于2026年8月31日届满，至今尚未换届。"),
        Text(
            "根据《中华人民共和国工会法》第十六条和《工会基层组织选举工作条例》有关规定，请你单位工会及时成立换届筹备组，"
            "经同级党组织同意后，于2026年12月15日前向我会报送换届选举请示。确需延期的，应当说明理由并报我会批准，"
            "延期一般不超过半年。"
        ),
        Text("专此函达。"),
        Sign("兴县总工会", "2026年11月23日"),
        Remark("（联系人：王海燕，电话：0358-6320000）"),
    ),
)

_ORDER: list[type[Block]] = [Mark, Number, Title, Address, Text, Sign, Remark]


def reminder(*blocks: Block, without: tuple[type[Block], ...] = ()) -> Document:
    """The reminder with the blocks of these kinds replaced or left out."""
    kinds = {type(block) for block in blocks} | set(without)
    kept = [block for block in REMINDER.blocks if type(block) not in kinds]
    return replace(REMINDER, blocks=tuple(sorted([*kept, *blocks], key=lambda block: _ORDER.index(type(block)))))


def body(lines: int) -> Text:
    """One paragraph that fills so many lines of the grid."""
    return Text("县" * (26 + 28 * (lines - 1)))
