"""A log-in set up later: the book gets another key, old keyrings open nothing of today, copies are sealed."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House, Scan
from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.log import Logged
from xunion_desktop.store.owed import Owed
from xunion_desktop.store.package import pack, unpack
from xunion_desktop.store.record import bound
from xunion_desktop.store.restoring import restore
from xunion_desktop.store.sealing import Protected
from xunion_desktop.store.unlocking import ByPassword
from xunion_desktop.store.wrapping import PASSWORD_COST, Wrap

WANG = ("王海燕", "春天的杏花开了")
RECORDS = (*VILLAGE, Scan)


def opened(folder: Path, unlock: ByPassword | None = None) -> Book:
    return Book.open(folder, RECORDS, folder.parent / "replicas", unlock)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A book without log-in: a house, a scan, a backup of both, and a house since."""
    with Book.create(tmp_path / "甲", RECORDS, tmp_path / "replicas") as book:
        with book.deed("旧") as deed:
            deed.save(House(name="东院"))
            deed.save(Scan(picture=book.files.put(b"picture")))
        Backups.under(book.backups_root, book).make(book, "手动")
        with book.deed("新") as deed:
            deed.save(House(name="西院"))
        yield book


def first_backup(book: Book) -> Path:
    return Backups.under(book.backups_root, book).all()[-1].folder


def test_an_old_keyring_does_not_open_the_book_of_today(book: Book, tmp_path: Path):
    shutil.copy(book.place.keyring, tmp_path / "old.json")
    book.keys.protect(*WANG)
    book.close()
    shutil.copy(tmp_path / "old.json", book.place.keyring)
    with pytest.raises(Trouble, match="损坏"):
        opened(book.folder)


def test_sealed_files_cannot_be_read_with_the_old_key(book: Book):
    (name,) = book.files.names()
    old, sealed = book.database.key, book.files.sealed(name).read_bytes()
    book.keys.protect(*WANG)
    assert book.database.key != old
    assert book.files.sealed(name).read_bytes() != sealed
    assert book.files.get(name) == b"picture"


def test_the_book_goes_on_as_if_nothing_had_been(book: Book):
    book.keys.protect(*WANG)
    with book.deed("后来") as deed:
        deed.save(House(name="南院"))
    assert book.undo().done
    assert check(book) == []
    book.close()
    with opened(book.folder, ByPassword(*WANG)) as again:
        assert [house.name for house in House.alive().order_by(House.id)] == ["东院", "西院"]
        assert check(again) == []


def test_other_threads_read_on_with_the_new_key(book: Book):
    read, go_on, counted = threading.Event(), threading.Event(), list[int]()

    def look() -> None:
        counted.append(House.select().count())
        read.set()
        go_on.wait(10)
        counted.append(House.select().count())
        bound.obj.close()

    thread = threading.Thread(target=look)
    thread.start()
    read.wait(10)
    book.keys.protect(*WANG)
    go_on.set()
    thread.join(10)
    assert counted == [2, 2]


def test_while_somebody_is_in_the_middle_of_reading_the_book_stays_as_it_was(
    book: Book, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("xunion_desktop.store.database._PATIENCE", 0.1)
    half_read = book.database.raw(House.select())
    next(half_read)
    with pytest.raises(Trouble, match="正被读着"):
        book.keys.protect(*WANG)
    assert [row[0] for row in half_read]
    assert not book.keys.protected
    assert not book.place.rekeyed.exists()


def test_the_backups_here_ask_for_the_password_too(book: Book):
    told = book.keys.protect(*WANG)
    keyring = Keyring.read(first_backup(book) / "keyring.json")
    assert (told.sealed, told.open, keyring.protected, keyring.names()) == ((first_backup(book),), (), True, ["王海燕"])
    assert "要用这个密码" in told.told[0]


def test_so_do_those_elsewhere_and_the_books_kept_by_restores(book: Book, tmp_path: Path):
    Backups.under(tmp_path / "stick", book).make(book, "手动")
    backup = Backups.under(book.backups_root, book).all()[0]
    book.close()
    kept = restore(book.folder, backup, replicas=tmp_path / "replicas").kept
    assert kept is not None
    with opened(book.folder) as restored:
        told = restored.keys.protect(*WANG, elsewhere=[tmp_path / "stick"])
    assert len(told.sealed) == 3
    assert Keyring.read(kept / "keyring.json").protected
    with opened(kept, ByPassword(*WANG)):
        assert House.select().count() == 2


def test_backups_of_other_books_are_left_alone(book: Book, tmp_path: Path):
    shutil.copytree(first_backup(book), tmp_path / "stick" / "a" / "b")
    Keyring.of(bytes(32)).write(tmp_path / "stick" / "a" / "b" / "keyring.json")
    assert len(book.keys.protect(*WANG, elsewhere=[tmp_path / "stick"]).sealed) == 1
    assert not Keyring.read(tmp_path / "stick" / "a" / "b" / "keyring.json").protected


def test_what_stays_open_is_said(book: Book):
    told = book.keys.protect(*WANG).told
    assert "拷到别处" in told[1]
    assert "打不开今后的本子" in told[1]


def test_who_had_a_password_before_needs_a_new_one(book: Book):
    book.keys.set_password("李明", "冬天的雪下大了")
    told = book.keys.protect(*WANG)
    assert (told.without_password, book.keys.names()) == (("李明",), ["王海燕"])
    assert "李明要重新设密码" in told.told[-1]


def test_old_backups_are_still_listed_and_proved(book: Book):
    backups = Backups.under(book.backups_root, book)
    book.keys.protect(*WANG)
    (old,) = backups.all()
    assert (old.proved, old.last_deeds[0].label) == (True, "旧")
    assert backups.prove(old, book.database.key).proved


def test_new_backups_lie_beside_them(book: Book):
    backups = Backups.under(book.backups_root, book)
    book.keys.protect(*WANG)
    new = backups.make(book, "手动")
    assert [(backup.proved, backup.files_fault) for backup in backups.all()] == [(True, "")] * 2
    assert new.files != backups.all()[1].files
    assert [finding.sentence for finding in check(book, [backups.place])] == []


def test_an_old_backup_restored_opens_with_the_password_of_today_only(book: Book, tmp_path: Path):
    old_key = book.database.key
    book.keys.protect(*WANG)
    backup = Backups.under(book.backups_root, book).all()[0]
    book.close()
    restore(book.folder, backup, ByPassword(*WANG), tmp_path / "replicas")
    with opened(book.folder, ByPassword(*WANG)) as restored:
        assert [house.name for house in House.select()] == ["东院"]
        assert restored.files.get(Scan.get().picture) == b"picture"
        assert restored.database.key != old_key
        assert check(restored) == []


def test_an_old_backup_is_restored_without_the_book_by_the_password_of_then(book: Book, tmp_path: Path):
    book.keys.protect(*WANG)
    backup = Backups.under(book.backups_root, book).all()[0]
    book.close()
    restore(tmp_path / "乙", backup, ByPassword(*WANG), tmp_path / "replicas")
    with opened(tmp_path / "乙", ByPassword(*WANG)):
        assert House.select().count() == 1


def test_a_package_made_later_can_be_unpacked(book: Book, tmp_path: Path):
    book.keys.protect(*WANG)
    package = pack(book, tmp_path / "兴县")
    book.close()
    unpack(package, tmp_path / "乙", ByPassword(*WANG))
    with opened(tmp_path / "乙", ByPassword(*WANG)) as moved:
        assert moved.files.get(Scan.get().picture) == b"picture"


def test_given_up_half_way_it_leaves_the_book_as_it_was(book: Book):
    def give_up(done: int, total: int) -> None:
        if done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        book.keys.protect(*WANG, give_up)
    assert not book.keys.protected
    assert [path.name for path in book.folder.iterdir() if path.name.startswith(".")] == []
    book.close()
    with opened(book.folder):
        assert House.select().count() == 2


def test_a_log_in_given_up_and_set_up_again_changes_the_key_again(book: Book):
    book.keys.protect(*WANG)
    book.keys.open_for_all()
    key = book.database.key
    book.keys.protect("李明", "冬天的雪下大了")
    assert book.database.key != key
    assert len(book.database.keys) == 3
    assert all(backup.proved for backup in Backups.under(book.backups_root, book).all())


@pytest.fixture
def died(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    """The book, closed: its program died when the new key was in place, and nothing else was done. A stick is in."""

    def die(owed: Owed) -> Protected:
        raise KeyboardInterrupt

    Backups.under(tmp_path / "stick", book).make(book, "手动")
    with monkeypatch.context() as patched:
        patched.setattr("xunion_desktop.store.holders.seal_copies", die)
        with pytest.raises(KeyboardInterrupt):
            book.keys.protect(*WANG, elsewhere=[tmp_path / "stick"])
    book.close()
    return book


def said(book: Book) -> list[str]:
    return [line.sentence for line in book.log_lines(event=Logged.KEYS)]


def test_what_a_program_that_died_owed_is_done_at_the_next_start(died: Book, tmp_path: Path):
    with opened(died.folder, ByPassword(*WANG)) as again:
        assert said(again) == ["从此要登录才能打开，王海燕的密码已设置。设置的时候程序中断了，这次打开补做完。"]
        assert all(Keyring.read(backup / "keyring.json").names() == ["王海燕"] for backup in copies(tmp_path))
        assert check(again) == []


def test_it_is_done_once(died: Book):
    opened(died.folder, ByPassword(*WANG)).close()
    assert Keyring.read(died.place.keyring).owed is None
    with opened(died.folder, ByPassword(*WANG)) as again:
        assert len(said(again)) == 1


def test_copies_that_cannot_be_sealed_then_are_told_in_the_log(died: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("xunion_desktop.store.sealing._written", lambda *_: False)
    with opened(died.folder, ByPassword(*WANG)) as again:
        assert "有 2 份以前的备份没能加上密码" in said(again)[0]


def test_nothing_is_owed_where_all_went_well(book: Book):
    book.keys.protect(*WANG)
    assert Keyring.read(book.place.keyring).owed is None
    assert said(book) == ["从此要登录才能打开，王海燕的密码已设置。"]


def copies(home: Path) -> list[Path]:
    """The backups of the book here and on the stick."""
    found = [file.parent for root in ("backups", "stick") for file in (home / root).rglob("keyring.json")]
    assert len(found) == 2
    return found


def test_no_half_written_keyring_is_left(book: Book):
    (book.folder / ".xunion-0123456789abcdef.tmp").write_text("key in clear")
    book.close()
    opened(book.folder).close()
    assert not list(book.folder.glob(".xunion-*"))


# what somebody without the key writes into the keyring


class Kept(dict[str, bytes]):
    """A credential store of the system."""

    def keep(self, name: str, key: bytes) -> bool:
        self[name] = key
        return True

    def fetch(self, name: str) -> bytes | None:
        return self.get(name)

    def drop(self, name: str) -> None:
        self.pop(name, None)


@pytest.fixture
def forged(book: Book, monkeypatch: pytest.MonkeyPatch) -> Book:
    """The book, closed, its key with the system; into its keyring somebody wrote that a log-in was half set up."""
    store = Kept()
    monkeypatch.setattr("xunion_desktop.store.keyring.system_store", lambda: store)
    book.keys.open_for_all()
    keyring = book.keys.keyring
    book.close()
    wrap = Wrap.of("王海燕", "一个别的密码", bytes(32), PASSWORD_COST)
    owed = Owed(keyring.check, wrap, kept_here=True, folders=(str(book.backups_root),))
    replace(Keyring.read(book.place.keyring), owed=owed).write(book.place.keyring)
    return book


def test_a_debt_that_the_key_did_not_sign_is_not_paid(forged: Book):
    opened(forged.folder).close()
    (place,) = forged.backups_root.iterdir()
    (copy,) = place.glob("*/keyring.json")
    assert Keyring.read(copy).key is not None
    with opened(forged.folder) as again:  # the system has the key still
        assert again.keys.keyring.owed is None
        assert [line.sentence for line in again.log_lines(event=Logged.KEYS) if "从此要登录" in line.sentence] == []


def test_it_is_told_for_good(forged: Book):
    opened(forged.folder).close()
    with opened(forged.folder) as again:
        assert len(again.log_lines(event=Logged.LOST)) == 1
        assert any("不是程序写的" in finding.sentence for finding in check(again))


def test_a_debt_that_was_altered_is_not_paid_either(died: Book, tmp_path: Path):
    keyring = Keyring.read(died.place.keyring)
    assert keyring.owed is not None
    wrap = Wrap.of("王海燕", "一个别的密码", bytes(32), PASSWORD_COST)
    replace(keyring, owed=replace(keyring.owed, wrap=wrap)).write(died.place.keyring)
    opened(died.folder, ByPassword(*WANG)).close()
    assert all(Keyring.read(copy / "keyring.json").key is not None for copy in copies(tmp_path))
