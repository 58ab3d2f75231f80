"""What a password costs, what opening costs after it, and how long a check of 100,000 people takes (issue 3)."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.test_store import MANY, Member, people, said, seconds
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.recovery import new_code

WANG = ("王海燕", "一起上山去")


def test_a_password_takes_less_than_half_a_second(tmp_path: Path) -> None:
    Book.create(tmp_path / "甲", (), tmp_path / "replicas", WANG).close()
    keyring = Keyring.read(BookFolder.of(tmp_path / "甲").keyring)
    (taken,) = seconds(lambda: keyring.unlock(*WANG), times=5)
    said("a password", taken)
    assert taken < 0.5


def test_a_large_protected_book_opens_at_once_after_the_password(tmp_path: Path) -> None:
    with Book.create(tmp_path / "甲", (Member,), tmp_path / "replicas", WANG) as book:
        with book.deed("导入") as deed:
            deed.insert_many(Member, people(MANY))
        key = book.keys.key

    def open_it() -> None:
        Book.open(tmp_path / "甲", (Member,), tmp_path / "replicas", lambda _: key).close()

    (taken,) = seconds(open_it, times=5)
    said(f"open a protected book of {MANY} after the password", taken)
    assert taken < 0.4


def test_a_code_is_as_cheap_as_it_may_be() -> None:
    key = bytes(32)
    keyring, code = Keyring.of(key).with_recovery(key)
    right, wrong = seconds(lambda: keyring.unlock_by_code(code), new_code)
    said("a recovery code / a new one", right, wrong)
    assert right < 0.5


def test_a_check_of_many_people_takes_seconds(tmp_path: Path) -> None:
    with Book.create(tmp_path / "甲", (Member,), tmp_path / "replicas") as book:
        with book.deed("导入") as deed:
            deed.insert_many(Member, people(MANY))
        start = time.perf_counter()
        assert check(book) == []
        taken = time.perf_counter() - start
    said(f"check of {MANY}", taken)
    assert taken < 20
