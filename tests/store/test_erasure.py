"""Erasure by law (个人信息保护法 47 条): nothing of the record can be read any more, and the chain is whole."""

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.store.village import House, Villager
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.database import unlock
from xunion_desktop.store.entries import JournalEntry
from xunion_desktop.store.erasure import erasable, erase, is_erased
from xunion_desktop.store.fields import File, Text
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import BLANK, Record

SECRETS = ("任国栋", "任国梁", "110101199001011234", "13800000000")


@pytest.fixture
def villager(book: Book) -> Villager:
    """A villager who was renamed, and shown in clear once."""
    with book.deed("新增村民 任国栋") as deed:
        house = deed.save(House(name="东院"))
        villager = deed.save(Villager(name="任国栋", id_number=SECRETS[2], phone=SECRETS[3], house=house))
    villager.name = "任国梁"
    with book.deed("保存村民 任国梁") as deed:
        deed.save(villager)
    book.log(Logged.SHOWN, "查看了任国梁的身份证号。", reason="任国梁来办事", about=villager)
    book.drafts.save(f"villager/{villager.id}", {"name": "任国梁"})
    return villager


def everything(book: Book) -> str:
    """All that the database holds, as text."""
    connection = book.database.connection()
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
    return "\n".join(
        str(value.decode("utf-8", "replace") if isinstance(value, bytes) else value) for row in rows for value in row
    )


def test_before_an_erasure_it_can_be_read(book: Book, villager: Villager):
    assert all(secret in everything(book) for secret in SECRETS)


def test_nothing_can_be_read_any_more(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    assert [secret for secret in (*SECRETS, "renguo") if secret in everything(book)] == []


def test_the_chain_is_whole(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    assert check(book) == []


def test_the_row_stays_so_that_links_hold(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    left = Villager.get_by_id(villager.id)
    assert (left.name, left.id_number, left.house_id, left.initial) == (BLANK, None, None, "")


def test_it_is_logged_with_the_reason(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    (line,) = book.log_lines(event=Logged.ERASED)
    assert (line.reason, line.of_key) == ("本人要求", villager.id)


def test_the_history_says_that_values_were_erased(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    changes = book.history("villager", villager.id)
    assert [(change.act, change.erased) for change in changes] == [
        ("erase", False), ("update", True), ("insert", True),
    ]  # fmt: skip
    assert all(change.values == {} for change in changes)


def test_labels_of_deeds_keep_what_names_nobody(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    assert [line.label for line in book.deeds()] == ["依法清除", f"保存村民 {BLANK}", f"新增村民 {BLANK}"]


def test_other_records_of_the_same_deed_keep_their_values(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    assert book.history("house", House.get().id)[0].values["name"] == (None, "东院")


def test_what_was_done_to_it_cannot_be_undone(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    for line in book.deeds():
        assert not book.undo(line.id).done


def test_the_draft_is_gone(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    assert book.drafts.all() == []


def test_a_deleted_record_can_be_erased_and_stays_deleted(book: Book, villager: Villager):
    with book.deed("删") as deed:
        deed.delete(villager)
    erase(book, Villager.get_by_id(villager.id), "本人要求")
    assert (Villager.alive().count(), check(book)) == (0, [])


def test_what_is_written_after_an_erasure_is_journaled_as_ever(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    again = Villager.get_by_id(villager.id)
    again.name = "王五"
    with book.deed("改") as deed:
        deed.save(again)
    assert (book.history("villager", villager.id)[0].values["name"], check(book)) == ((BLANK, "王五"), [])


def test_the_salts_are_gone_so_that_nothing_can_be_guessed(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    rows = JournalEntry.select().where((JournalEntry.key == villager.id) & (JournalEntry.act != "erase"))
    assert {(row.plain, row.secret, row.salt) for row in rows} == {(None, None, None)}


def test_the_reason_names_nobody(book: Book, villager: Villager):
    erase(book, villager, "任国梁本人申请")
    (line,) = book.log_lines(event=Logged.ERASED)
    assert line.reason == f"{BLANK}本人申请"


def test_no_freed_page_of_the_file_holds_anything(book: Book, villager: Villager, tmp_path: Path):
    """Read as bytes: the file, with what its log still holds, written down without its cipher."""
    for number in range(40):
        villager.name = SECRETS[number % 2] * (number + 1)
        with book.deed("改") as deed:
            deed.save(villager)
    erase(book, villager, "本人要求")
    copy, database = tmp_path / "copy.db", book.place.database
    for end in ("", "-wal"):
        copy.with_name(copy.name + end).write_bytes(database.with_name(database.name + end).read_bytes())
    with closing(apsw.Connection(str(copy))) as connection:
        unlock(connection, book.database.key)
        connection.pragma("journal_mode", "delete")
        connection.pragma("rekey", "")
    plain = copy.read_bytes()
    assert plain.startswith(b"SQLite format 3")
    assert [secret for secret in SECRETS if secret.encode() in plain] == []


def test_no_page_is_left_in_the_write_ahead_log(book: Book, villager: Villager):
    erase(book, villager, "本人要求")
    wal = book.place.database.with_name(book.place.database.name + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0


def test_who_was_erased_is_known(book: Book, villager: Villager):
    assert not is_erased(villager)
    erase(book, villager, "本人要求")
    assert is_erased(Villager.get_by_id(villager.id))


def test_only_what_is_about_somebody_is_offered(book: Book):
    assert (erasable(Villager), erasable(House)) == (True, False)


class Portrait(Record):
    label = "照片"
    sort_source = "name"

    name = Text(verbose_name="名称", help_text="谁")
    photo = File(verbose_name="照片", help_text="一张", null=True)


class TestPortraits:
    """Records with files."""

    @pytest.fixture
    def records(self) -> tuple[type[Record], ...]:
        return (Portrait,)

    def test_files_it_names_and_named_before_are_removed(self, book: Book):
        first, second = book.files.put(b"old"), book.files.put(b"new")
        with book.deed("新增") as deed:
            portrait = deed.save(Portrait(name="甲乙", photo=first))
        portrait.photo = second
        with book.deed("换") as deed:
            deed.save(portrait)
        erase(book, portrait, "本人要求")
        assert list(book.files.names()) == []

    def test_a_file_that_another_record_names_stays(self, book: Book):
        name = book.files.put(b"both")
        with book.deed("新增") as deed:
            portrait = deed.save(Portrait(name="甲乙", photo=name))
            deed.save(Portrait(name="丙丁", photo=name))
        erase(book, portrait, "本人要求")
        assert list(book.files.names()) == [name]
