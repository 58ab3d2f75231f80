# ruff: noqa: T201
"""What a backup and its proof cost beside a bare copy of the file (issue 3: a 100 MB book in less than 3 s).

Run by ``python -m pytest tests/bench/test_backup.py -s``; ratios hold on any PC, seconds are for two cores of 2026.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.fields import IdNumber, LongText, Phone, Text
from xunion_desktop.store.package import pack, unpack
from xunion_desktop.store.record import Record
from xunion_desktop.store.restoring import restore

MEGABYTES = 100
MOST_SECONDS = 3.0
MOST_RATIO = 40.0  # beside a bare copy, which neither decrypts nor looks


class Person(Record):
    """A record as large as a member of a union with a few notes."""

    label: ClassVar[str] = "会员"
    person: ClassVar[bool] = True
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name", "phone")

    name = Text(verbose_name="姓名", help_text="姓名")
    id_number = IdNumber(verbose_name="身份证号", help_text="18 位", sensitive=True, null=True)
    phone = Phone(verbose_name="电话", help_text="手机", sensitive=True, null=True)
    remark = LongText(verbose_name="备注", help_text="随意", default="")


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (Person,)


@pytest.fixture
def large(book: Book) -> Book:
    """A book of 100 MB, half of it journal, closed once so that no log lies beside it."""
    count = 0
    while book.place.database.stat().st_size < MEGABYTES * 1_000_000:
        with book.deed("导入") as deed:
            deed.insert_many(Person, people(count, 10_000))
        book.database.connection().wal_checkpoint()
        count += 10_000
    print(f"\n{count} people, {book.place.database.stat().st_size / 1e6:.0f} MB")
    return book


def people(first: int, count: int) -> list[dict[str, object]]:
    """Invented people."""
    return [
        {
            "name": f"任{number:06d}",
            "id_number": f"14112319700101{number % 10_000:04d}",
            "phone": f"139{number:08d}",
            "remark": "家住蔚汾镇，会打乒乓球。",
        }
        for number in range(first, first + count)
    ]


def seconds(what: str, act: Callable[[], object]) -> float:
    """How long something takes; told."""
    began = time.perf_counter()
    act()
    took = time.perf_counter() - began
    print(f"{what}: {took:.2f} s")
    return took


def bare_copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def test_backup_and_proof_of_a_large_book(large: Book, tmp_path: Path):
    backups = Backups.under(tmp_path / "backups", large)
    bare = seconds("bare copy", lambda: bare_copy(large.place.database, tmp_path / "bare.db"))
    whole = seconds("backup and proof", lambda: backups.make(large, "手动"))
    backup = backups.all()[0]
    again = seconds("proof once more", lambda: backups.prove(backup, large.database.key))
    print(f"backup beside a bare copy: {whole / bare:.1f}; proof alone {again / whole:.0%} of it")
    assert backup.proved
    assert whole < MOST_SECONDS
    assert whole / bare < MOST_RATIO


def test_restore_and_package_of_a_large_book(large: Book, tmp_path: Path):
    backup = Backups.under(tmp_path / "backups", large).make(large, "手动")
    packing = seconds("package", lambda: pack(large, tmp_path / "a.xupack"))
    large.close()
    unpacking = seconds("unpack", lambda: unpack(tmp_path / "a.xupack", tmp_path / "other"))
    restoring = seconds("restore", lambda: restore(large.folder, backup, replicas=tmp_path / "replicas"))
    assert max(packing, unpacking, restoring) < 2 * MOST_SECONDS


def test_the_list_of_a_full_place_and_whether_one_is_due(book: Book, tmp_path: Path):
    backups = Backups.under(tmp_path / "backups", book)
    with book.deed("新增") as deed:
        deed.insert_many(Person, people(0, 100))
    first = backups.make(book, "自动")
    for number in range(60):
        shutil.copytree(first.folder, backups.place / f"2026-10-24_10{number:02d}00")
    assert seconds("list of 61 backups", backups.all) < 0.25
    assert seconds("whether one is due", lambda: backups.due(book, first.time)) < 0.25
