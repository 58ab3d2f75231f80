"""A Word file read back: its paragraphs, their looks, the page."""

from __future__ import annotations

import io
from dataclasses import dataclass

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Length
from docx.text.paragraph import Paragraph

from tests.paper.proofs import NOON
from xunion_desktop.paper.document import Document
from xunion_desktop.paper.word.writing import word_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Look:
    """What the first run of a paragraph looks like: own values, else its style's."""

    face: str
    latin: str
    size: float


class Read:
    """One file and what stands in it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file: WordFile = docx.Document(io.BytesIO(data))
        self.section = self.file.sections[0]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return self.file.paragraphs

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def find(self, words: str) -> Paragraph:
        """The first paragraph with these words."""
        return next(paragraph for paragraph in self.paragraphs if words in paragraph.text.replace("\n", ""))

    def look(self, paragraph: Paragraph, run: int = 0) -> Look:
        own = paragraph.runs[run]
        chain = [own, *([own.style] if own.style else []), paragraph.style, self.file.styles["Normal"]]
        fonts = [found for one in chain if (found := _fonts(one)) is not None]
        size = next(one.font.size for one in chain if one.font.size)
        return Look(fonts[0].get(qn("w:eastAsia")), fonts[0].get(qn("w:ascii")), size.pt)

    def grid(self) -> dict[str, str]:
        element = self.section._sectPr.find(qn("w:docGrid"))
        return {name.removeprefix(W): value for name, value in element.attrib.items()}


def _fonts(thing):
    properties = thing._element.rPr if hasattr(thing, "_element") else thing.element.rPr
    return None if properties is None else properties.find(qn("w:rFonts"))


def mm(length: Length | None) -> float:
    assert length is not None
    return round(length.mm, 1)


def word(document: Document, fonts) -> Read:
    return Read(word_bytes(document, fonts=fonts, author="兴县总工会", moment=NOON))
