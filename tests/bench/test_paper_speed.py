# ruff: noqa: T201
"""How fast paper is made, as a ratio to reportlab's platypus making the same text in the same run (issue 2, issue 4).

Run by its own command: ``python -m pytest tests/bench -s``. The figures printed are of this machine, the asserted
ratios are not.
"""

from __future__ import annotations

import gc
import io
from collections.abc import Callable
from time import perf_counter

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from tests.paper.proofs import NOON, body, reminder
from xunion_desktop.paper.document import Address, Document, Number, Text
from xunion_desktop.paper.embedding import register
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.table import roster
from xunion_desktop.paper.typeset import typeset

LETTERS = 300
COLUMNS = [
    ("工会名称", "text", 1),
    ("信用代码", "credit_code", 0),
    ("任期起", "date", 0),
    ("主席", "text", 0),
]


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The best of several runs."""
    found = []
    for _ in range(times):
        gc.collect()
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return min(found)


def letters(count: int, *more: Text) -> list[Document]:
    return [
        reminder(
            Number(f"兴工函〔2026〕{n}号"),
            Address(f"兴县示例{n}中学工会委员会："),
            Text(
                f"你单位工会第五届委员会于2021年9月{n % 28 + 1}日选举产生，任期五年，已于2026年8月届满，至今尚未换届。"
            ),
            Text(
                "根据《中华人民共和国工会法》第十六条和《工会基层组织选举工作条例》有关规定，请你单位工会及时成立换届筹备组。"
            ),
            *more,
        )
        for n in range(1, count + 1)
    ]


def ours(documents: list[Document], fonts: FontBook) -> bytes:
    pages = [page for document in documents for page in typeset(document, fonts).pages]
    return pdf_bytes(pages, fonts=fonts, title="换届提醒函", fixed_date=NOON)


def platypus(documents: list[Document], fonts: FontBook) -> bytes:
    """The same texts as paragraphs: no rules, no places, no justified lines, one face."""
    style = ParagraphStyle("body", fontName=register(fonts, "fang"), fontSize=16, leading=29.6, wordWrap="CJK")
    story = []
    for document in documents:
        story += [Paragraph(text, style) for _, text in document.texts()]
        story.append(PageBreak())
    target = io.BytesIO()
    SimpleDocTemplate(target, initialFontName=style.fontName, invariant=1).build(story)
    return target.getvalue()


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    book = FontBook()
    ours(letters(1), book)
    return book


def test_300_letters_take_half_of_what_bare_platypus_takes(fonts):
    documents = letters(LETTERS)
    mine, theirs = seconds(lambda: ours(documents, fonts)), seconds(lambda: platypus(documents, fonts), 1)
    print(f"\n{LETTERS} letters: {mine:.2f} s, platypus {theirs:.2f} s, ratio {theirs / mine:.1f}")
    assert mine < theirs / 2


def test_1000_letters_of_two_pages_take_half_of_what_bare_platypus_takes(fonts):
    documents = letters(1000, body(18))
    mine, theirs = seconds(lambda: ours(documents, fonts)), seconds(lambda: platypus(documents, fonts), 1)
    print(f"\n1000 letters of two pages: {mine:.2f} s, platypus {theirs:.2f} s, ratio {theirs / mine:.1f}")
    assert mine < theirs / 2


def test_1000_letters_of_two_pages_are_smaller_than_4_mb(fonts):
    assert len(ours(letters(1000, body(18)), fonts)) < 4_000_000


def test_the_first_letter_of_a_program_is_there_at_once():
    """Fonts are opened lazily: a page of common characters must not wait for the big faces."""
    took = seconds(lambda: ours(letters(1), FontBook()), 1)
    print(f"\nthe first letter with fresh fonts: {took:.2f} s")
    assert took < 1.5


def roster_of(count: int, fonts: FontBook) -> bytes:
    rows = [[f"兴县示例{n}中学工会委员会", f"81141123MC{n:07d}X", "2021-09-01", "王海燕"] for n in range(count)]
    return pdf_bytes(roster("台账", COLUMNS, rows, fonts=fonts).pages, fonts=fonts, title="台账", fixed_date=NOON)


def test_a_roster_grows_in_a_straight_line(fonts):
    roster_of(100, fonts)
    small, large = seconds(lambda: roster_of(1000, fonts)), seconds(lambda: roster_of(10_000, fonts), 1)
    print(f"\nroster of 1,000 rows {small:.2f} s, of 10,000 {large:.2f} s")
    assert large < 16 * small
