# ruff: noqa: T201
"""What the store costs beside the raw driver and beside the same work without a journal (issue 3).

Run by ``python -m pytest tests/bench -s``; ratios hold on any PC, seconds are for two cores of 2026.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import ClassVar

import peewee as pw
import pytest

from xunion_desktop.store.book import Book
from xunion_desktop.store.dated import Dated, latest_on
from xunion_desktop.store.fields import Choice, CreditCode, Date, IdNumber, Link, Phone, Text, Whole
from xunion_desktop.store.record import Record, columns_of
from xunion_desktop.store.registers import Chip, Register

MANY = 100_000
BRANCHES = 20_000


class Member(Record):
    """A record as large as a member of a union."""

    label: ClassVar[str] = "会员"
    person: ClassVar[bool] = True
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "phone")

    name = Text()
    sex = Choice(choices=(("m", "男"), ("f", "女")), null=True)
    id_number = IdNumber(sensitive=True, null=True)
    phone = Phone(sensitive=True, null=True)
    born = Date(null=True)
    joined = Date(null=True)
    job = Text(default="")
    remark = Text(default="")


class LooseMember(Member):
    """The same without a journal."""

    journaled: ClassVar[bool] = False


class Union(Record):
    """A record as large as a grassroots union."""

    label: ClassVar[str] = "工会"
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "code")

    name = Text()
    code = CreditCode(null=True)
    town = Text(default="")
    ends = Date(null=True)
    state = Choice(choices=(("normal", "正常"), ("merged", "已并入")), default="normal")


class Count(Dated):
    """How many members a union has."""

    union = Link(Union, backref="counts")
    number = Whole()


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (Member, LooseMember, Union, Count)


def people(count: int) -> list[dict[str, object]]:
    """Invented people."""
    return [
        {
            "name": "王李张刘陈单仇任"[number % 8] + "小大"[number % 2] + "明红军华芳"[number % 5],
            "sex": "mf"[number % 2],
            "id_number": f"141123199001{number:06d}",
            "phone": f"139{number:08d}",
            "born": "1990-01-01",
            "joined": "2012-07",
            "job": "职工",
        }
        for number in range(count)
    ]


def unions(count: int) -> list[dict[str, object]]:
    """Invented unions."""
    return [
        {
            "name": f"兴县{'蔚汾魏家滩瓦塘康宁高家村'[number % 12]}{number}示例公司工会委员会",
            "code": f"8114{number:014d}",
            "town": str(number % 15),
            "ends": f"20{20 + number % 10}-{1 + number % 12:02d}",
        }
        for number in range(count)
    ]


def seconds(*works: Callable[[], object], times: int = 1) -> list[float]:
    """The best times of several works, done in turns so that whatever else the PC does falls on all of them."""
    best = [float("inf")] * len(works)
    for _ in range(times):
        for place, work in enumerate(works):
            start = time.perf_counter()
            work()
            best[place] = min(best[place], time.perf_counter() - start)
    return best


def said(what: str, *taken: float) -> None:
    """Print milliseconds."""
    print(f"\n{what}: {' / '.join(f'{each * 1000:.1f}' for each in taken)} ms")


def test_a_bulk_import_with_journal_costs_little_more_and_is_undone_soon(book: Book) -> None:
    rows = people(MANY)

    def without() -> None:
        with book.note() as note:
            note.insert_many(LooseMember, rows)

    def journaled() -> None:
        with book.deed("导入") as deed:
            deed.insert_many(Member, rows)

    plain, with_journal = seconds(without, journaled, times=2)
    (undo,) = seconds(book.undo)
    said(f"import of {MANY} / with journal / undo", plain, with_journal, undo)
    assert with_journal / plain <= 2.5
    assert undo < 5
    assert Member.alive().count() == MANY


def test_the_journal_s_share_of_a_single_save_is_small(book: Book) -> None:
    rows = iter(people(400))

    def without() -> None:
        with book.note() as note:
            note.save(LooseMember(**next(rows)))

    def journaled() -> None:
        with book.deed("新增") as deed:
            deed.save(Member(**next(rows)))

    plain, with_journal = seconds(without, journaled, times=100)
    said("single save / with journal", plain, with_journal)
    assert with_journal - plain < 0.003


@pytest.fixture
def register(book: Book) -> Register:
    """A register of 20,000 unions with their counts."""
    with book.deed("导入") as deed:
        keys = deed.insert_many(Union, unions(BRANCHES))
        deed.insert_many(Count, [{"union": key, "since": "2024", "number": 5} for key in keys])
    chips = (
        Chip("overdue", "任期届满", lambda as_of: (Union.ends < as_of.isoformat()) & (Union.state == "normal")),
        Chip("merged", "已并入", lambda as_of: Union.state == "merged"),
    )
    return Register("unions", "工会", Union, columns_of(Union).values(), chips, today=date(2026, 11, 23))


def raw(book: Book, query: pw.BaseQuery) -> Callable[[], object]:
    """The same query by the driver alone."""
    sql, params = query.sql()
    connection = book.database.connection()
    return lambda: list(connection.execute(sql, params))


@pytest.mark.parametrize("text", ["", "示例", "sl", "兴县 19999", "没有"])
def test_rows_follow_a_keystroke(book: Book, register: Register, text: str) -> None:
    def keystroke() -> None:
        register.rows(register.keys("all", text)[:50])

    found = Union.alive().select(Union.id).order_by(Union.sort_key, Union.id)
    for word in text.split():
        found = found.where(Union.search_text.contains(word))
    taken, bare = seconds(keystroke, raw(book, found), times=9)
    said(f"keystroke {text!r} (goal 30) / driver", taken, bare)
    assert taken < 2.5 * bare


def test_chips_are_counted_at_once(book: Book, register: Register) -> None:
    one = Union.alive().select(pw.fn.COUNT(Union.id)).where(Union.state == "merged")
    taken, bare = seconds(register.counts, raw(book, one), times=9)
    said("counts of three chips / one by the driver", taken, bare)
    assert taken < 4 * bare


def test_a_dated_value_sorts(book: Book, register: Register) -> None:
    number = latest_on(Count, Count.union, Count.number, date(2025, 1, 1))
    by_number = Union.alive().select(Union.id).order_by(pw.Desc(number, nulls="last"), Union.id)
    by_name = Union.alive().select(Union.id, Union.town).order_by(Union.town, Union.id)
    taken, bare = seconds(raw(book, by_number), raw(book, by_name), times=5)
    said("sort by a dated value / by a stored one", taken, bare)
    assert taken < 5 * bare


def test_a_large_book_opens_at_once(book: Book) -> None:
    with book.deed("导入") as deed:
        deed.insert_many(Member, people(MANY))
    book.close()

    def open_it() -> None:
        Book.open(book.folder, (Member, LooseMember, Union, Count), book.folder.parent / "replicas").close()

    (taken,) = seconds(open_it, times=5)
    said(f"open a book of {MANY}", taken)
    assert taken < 0.4
