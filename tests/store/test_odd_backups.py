"""What anybody may lay into a backup place stops nothing: no backup, no check, no way back, no log-in page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.office.doorstep import last_copy
from xunion_desktop.office.rescuing import backups_in, backups_of_this_pc, name_of, place_for
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check

Laid = Callable[[Path], None]  # what somebody does to the folder of a backup


def proof(**said: Any) -> Laid:
    def lay(folder: Path) -> None:
        known = json.loads((folder / "proof.json").read_bytes())
        (folder / "proof.json").write_text(json.dumps({**known, **said}))

    return lay


def raw(name: str, content: bytes) -> Laid:
    return lambda folder: (folder / name).write_bytes(content) and None


def instead(name: str) -> Laid:
    """A folder where a file should be."""

    def lay(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return lay


def renamed(name: str) -> Laid:
    return lambda folder: folder.rename(folder.with_name(name)) and None


ODD: dict[str, Laid] = {
    "a signature in Chinese": proof(signature="签名"),
    "half a letter for a signature": proof(signature="\ud800"),
    "a number for a signature": proof(signature=5),
    "no signature": proof(signature=None),
    "counts in a list": proof(living=[1]),
    "a count in words": proof(rows={"house": "一"}),
    "heads in a list": proof(heads=[]),
    "heads of nothing": proof(heads={"heads": [[1, 2]]}),
    "a serial in words": proof(serial="x"),
    "a size that is true": proof(size=True),
    "no time": proof(time=None),
    "columns of three": proof(file_columns=[["a", "b", "c"]]),
    "no bad files": proof(bad_files=None),
    "another field": proof(more=1),
    "a name that no folder has": proof(name="../\0"),
    "a list": raw("proof.json", b"[]"),
    "no json": raw("proof.json", b"\xff\xfe"),
    "nested without end": raw("proof.json", b"[" * 100_000),
    "a keyring in a list": raw("keyring.json", b"[]"),
    "a folder for a proof": instead("proof.json"),
    "a day that is in no calendar": renamed("2026-02-30_101010"),
    "a month that is none": renamed("2026-13-99_101010"),
    "the year nought": renamed("0000-01-01_101010"),
    "the first year": renamed("0001-01-01_000000"),
    "another name": renamed("旧的"),
}


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """A book with two backups on this PC."""
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    with Book.create(tmp_path / "甲", VILLAGE) as book:
        with book.deed("新增") as deed:
            deed.save(House(name="东院"))
        for _time in range(2):
            Backups.under(book.backups_root, book).make(book, "手动")
        yield book


@pytest.mark.parametrize("odd", ODD)
def test_it_stops_nothing(book: Book, odd: str) -> None:
    backups = Backups.under(book.backups_root, book)
    good, other = backups.all()
    ODD[odd](other.folder)
    proved = {backup.folder for backup in backups.all() if backup.proved} - {good.folder}
    assert proved == ({other.folder} if "keyring" in odd else set())  # that is found when it is proved again
    check(book, [backups.place])
    assert backups.make(book, "手动").proved
    assert not backups.changed(book)
    for found in (backups_of_this_pc(), backups_in(other.folder), backups_in(backups.place)):
        for backup in found:
            assert name_of(backup).startswith("甲")
            assert (sum(backup.counts.values()), backup.reason, backup.files_fault) is not None
            assert place_for(backup, book.folder.parent) is not None
    assert last_copy(book.marker) == backups.all()[0].time.isoformat()


def test_a_backup_that_cannot_be_compared_is_told_and_the_others_are(book: Book, monkeypatch: pytest.MonkeyPatch):
    backups = Backups.under(book.backups_root, book)
    _good, other = backups.all()

    def upset(folder: Path, *keys: bytes) -> None:
        if folder == other.folder:
            raise ZeroDivisionError

    monkeypatch.setattr("xunion_desktop.store.check_backups.read_backup", upset)
    told = [finding.sentence for finding in check(book, [other.folder])]
    assert told == [f"备份 {other.folder.name} 里有程序读不懂的内容，没有对照。"]
