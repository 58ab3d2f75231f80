"""The same letters by reportlab's platypus, as a careful writer would make them: what ours are measured by.

Red mark, the four rules, number, title, body, signature with its date, remark, page number from the second page on, to
a PDF with the same settings (no ASCII85, compressed pages, fixed date). What platypus cannot do is left out, in its
favour: justified lines, rules for the ends of lines, a grid, the choice of a font for each character. The rules are one
Form XObject, which is the best that platypus offers.
"""

from __future__ import annotations

import io

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph

from xunion_desktop.paper.document import Address, Document, Mark, Number, Remark, Sign, Text, Title
from xunion_desktop.paper.embedding import register
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.letterhead import LOWER_RULE, RULE_LEFT, RULE_LENGTH, THICK, THIN
from xunion_desktop.paper.measures import A4, LEADING, LEFT, MM, TEXT_HEIGHT, TEXT_WIDTH

WIDTH, HEIGHT = A4[0] * MM, A4[1] * MM
UPPER_RULE = 48.0


class Letters(BaseDocTemplate):
    """Letters one after another: each begins with the page of the red head."""

    def __init__(self, target: io.BytesIO, fonts: FontBook) -> None:
        super().__init__(target, pagesize=(WIDTH, HEIGHT), invariant=1, lang="zh-CN", pageCompression=1)
        self._song = register(fonts, "song")
        self._number = 0
        self._ruled = False
        self.addPageTemplates(
            [
                PageTemplate("first", [frame(30.0, 237.0)], onPage=self._first),
                PageTemplate("later", [frame(37.0, TEXT_HEIGHT)], onPage=self._later),
            ]
        )

    def _first(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._number = 1
        if not self._ruled:
            self._rules(canvas)
        canvas.doForm("rules")

    def _rules(self, canvas: Canvas) -> None:
        canvas.beginForm("rules", 0, 0, WIDTH, HEIGHT)
        canvas.setFillColorRGB(1, 0, 0)
        for top, thickness in (
            (UPPER_RULE, THICK),
            (UPPER_RULE + 1, THIN),
            (LOWER_RULE, THIN),
            (LOWER_RULE + 1, THICK),
        ):
            canvas.rect(RULE_LEFT * MM, HEIGHT - (top + thickness) * MM, RULE_LENGTH * MM, thickness * MM, 0, 1)
        canvas.endForm()
        self._ruled = True

    def _later(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        self._number += 1
        canvas.setFont(self._song, 14)
        draw = canvas.drawRightString if self._number % 2 else canvas.drawString
        draw(178 * MM if self._number % 2 else 34 * MM, HEIGHT - 269 * MM, f"— {self._number} —")


def frame(top: float, height: float) -> Frame:
    return Frame(LEFT * MM, HEIGHT - (top + height) * MM, TEXT_WIDTH * MM, height * MM, 0, 0, 0, 0)


def styles(fonts: FontBook) -> dict[str, ParagraphStyle]:
    fang, bold = register(fonts, "fang"), register(fonts, "biaosong")
    body = ParagraphStyle("body", fontName=fang, fontSize=16, leading=LEADING * MM, wordWrap="CJK")
    return {
        "mark": ParagraphStyle(
            "mark",
            body,
            fontName=bold,
            fontSize=42,
            leading=50,
            textColor="#FF0000",
            alignment=TA_CENTER,
            spaceAfter=20,
        ),
        "number": ParagraphStyle("number", body, alignment=TA_RIGHT, spaceAfter=2 * LEADING * MM),
        "title": ParagraphStyle(
            "title", body, fontName=bold, fontSize=22, leading=33, alignment=TA_CENTER, spaceAfter=LEADING * MM
        ),
        "to": body,
        "text": ParagraphStyle("text", body, firstLineIndent=32),
        "sign": ParagraphStyle("sign", body, alignment=TA_RIGHT, rightIndent=64),
    }


def letter(document: Document, style: dict[str, ParagraphStyle]) -> list[Flowable]:
    looks = {Mark: "mark", Number: "number", Title: "title", Address: "to", Text: "text", Remark: "text"}
    story: list[Flowable] = []
    for block in document.blocks:
        if isinstance(block, Sign):
            story += [Paragraph(text, style["sign"]) for text in ("　", "　", block.name, block.date)]
        else:
            story.append(Paragraph(block.text, style[looks[type(block)]]))
    return [story[0], NextPageTemplate("later"), *story[1:], NextPageTemplate("first"), PageBreak()]


def platypus(documents: list[Document], fonts: FontBook) -> bytes:
    """The PDF of these letters."""
    target = io.BytesIO()
    style = styles(fonts)
    Letters(target, fonts).build([flowable for document in documents for flowable in letter(document, style)])
    return target.getvalue()
