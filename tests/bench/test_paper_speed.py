# ruff: noqa: T201
"""How fast paper is made, as a ratio to reportlab's platypus making the same letters in the same run (issue 4).

Run by its own command: ``python -m pytest tests/bench/test_paper_speed.py -s``. Every run sets letters that were never
set before (other numbers, names and dates), so that nothing is remembered which an office's first batch would not find
remembered. Time is the processor's, so that other work on the machine does not count.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import process_time

import pytest

from tests.bench.platypus import platypus
from tests.paper.proofs import NOON, body, reminder
from xunion_desktop.paper.document import Address, Document, Number, Text
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.table import roster
from xunion_desktop.paper.typeset import typeset

COLUMNS = [
    ("工会名称", "text", 1),
    ("信用代码", "credit_code", 0),
    ("任期起", "date", 0),
    ("主席", "text", 0),
]
MEGABYTE = 1024 * 1024


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The best of several runs."""
    found = []
    for _ in range(times):
        gc.collect()
        start = process_time()
        work()
        found.append(process_time() - start)
    return min(found)


def letters(first: int, last: int, *more: Text) -> list[Document]:
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
        for n in range(first, last)
    ]


def batches(size: int, *more: Text) -> Iterator[list[Document]]:
    """Batch after batch of letters that are all different."""
    return (letters(size * n, size * (n + 1), *more) for n in count(1))


def ours(documents: list[Document], fonts: FontBook) -> bytes:
    pages = [page for document in documents for page in typeset(document, fonts).pages]
    return pdf_bytes(pages, fonts=fonts, title="换届提醒函", fixed_date=NOON)


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    book = FontBook()
    for make in (ours, platypus):  # each face is opened by both before the clock runs
        make(letters(1, 3, body(18)), book)
    return book


def test_300_letters_are_made_three_times_as_fast_as_by_platypus(fonts):
    batch = batches(300)
    mine, theirs = seconds(lambda: ours(next(batch), fonts)), seconds(lambda: platypus(next(batch), fonts))
    print(f"\n300 letters: {mine:.2f} s, platypus {theirs:.2f} s, ratio {theirs / mine:.1f}")
    assert mine < theirs / 3


def test_1000_letters_of_two_pages_are_made_five_times_as_fast_as_by_platypus(fonts):
    batch = batches(1000, body(18))
    mine, theirs = seconds(lambda: ours(next(batch), fonts), 5), seconds(lambda: platypus(next(batch), fonts), 2)
    print(f"\n1000 letters of two pages: {mine:.2f} s, platypus {theirs:.2f} s, ratio {theirs / mine:.1f}")
    assert mine < theirs / 5


def test_1000_letters_of_two_pages_are_made_within_four_fifths_of_a_second(fonts):
    batch = batches(1000, body(18))
    assert seconds(lambda: ours(next(batch), fonts), 5) < 0.8


def test_1000_letters_of_two_pages_are_smaller_than_4_mb(fonts):
    made = ours(letters(1, 1001, body(18)), fonts)
    print(f"\n1000 letters of two pages: {len(made) / MEGABYTE:.2f} MB")
    assert len(made) < 4 * MEGABYTE


def test_the_first_letter_of_a_program_is_there_at_once():
    """Fonts are opened lazily: a page of common characters must not wait for the big faces."""
    took = seconds(lambda: ours(letters(1, 2), FontBook()), 1)
    print(f"\nthe first letter with fresh fonts: {took:.2f} s")
    assert took < 1.5


def roster_of(size: int, fonts: FontBook) -> bytes:
    rows = [[f"兴县示例{n}中学工会委员会", f"81141123MC{n:07d}X", "2021-09-01", "王海燕"] for n in range(size)]
    return pdf_bytes(roster("台账", COLUMNS, rows, fonts=fonts).pages, fonts=fonts, title="台账", fixed_date=NOON)


def test_a_roster_of_10000_rows_is_made_within_three_seconds(fonts):
    took = seconds(lambda: roster_of(10_000, fonts), 2)
    print(f"\nroster of 10,000 rows: {took:.2f} s")
    assert took < 3


def test_a_roster_grows_in_a_straight_line(fonts):
    small, large = seconds(lambda: roster_of(1000, fonts)), seconds(lambda: roster_of(50_000, fonts), 1)
    print(f"\nroster of 1,000 rows {small:.2f} s, of 50,000 {large:.2f} s: {large / small:.0f} times as long")
    assert large < 75 * small


MEMORY = """
from pathlib import Path
from tests.bench.test_paper_speed import {name} as work, FontBook, body, letters, ours, roster_of
work()
print(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def two_page_letters() -> bytes:
    return ours(letters(1, 1001, body(18)), FontBook())


def long_roster() -> bytes:
    return roster_of(10_000, FontBook())


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
@pytest.mark.parametrize("work", [two_page_letters, long_roster])
def test_it_is_made_within_200_mb_of_memory(work):
    told = subprocess.run(
        [sys.executable, "-c", MEMORY.format(name=work.__name__)],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    megabytes = int(told.stdout.split()[1]) / 1024
    print(f"\n{work.__name__}: at most {megabytes:.0f} MB in memory")
    assert megabytes < 200
