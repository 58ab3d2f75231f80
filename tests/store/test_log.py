"""The log: what changed no record and is told all the same; chained, never undone, in nobody's way."""

from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.log import Logged, LogLine


@pytest.fixture
def house(book: Book) -> House:
    with book.deed("新增") as deed:
        return deed.save(House(name="东院"))


@pytest.fixture
def shown(book: Book, house: House) -> LogLine:
    """What the log says when a record was shown in clear."""
    book.user = "小李"
    book.log(Logged.SHOWN, "查看了一条房屋的编号。", reason="电话核对", about=house)
    return book.log_lines()[0]


def test_an_entry_tells_who_what_why_and_of_which_record(shown: LogLine, house: House):
    assert (shown.user, shown.word, shown.reason) == ("小李", "查看原文", "电话核对")
    assert (shown.of_kind, shown.of_key) == ("house", house.id)
    assert shown.machine


def test_entries_are_found_by_event_and_record(book: Book, shown: LogLine):
    book.log(Logged.TAKEN_OUT, "导出了台账。", reason="报县里")
    assert [line.event for line in book.log_lines()] == [Logged.TAKEN_OUT, Logged.SHOWN]
    assert [line.key for line in book.log_lines(event=Logged.SHOWN)] == [shown.key]
    assert [line.key for line in book.log_lines(of_key=shown.of_key)] == [shown.key]


def test_the_list_ends_where_asked(book: Book):
    for number in range(3):
        book.log(Logged.OTHER, f"第{number}件。")
    assert [line.sentence for line in book.log_lines(2)] == ["第2件。", "第1件。"]


def test_the_log_is_no_deed_of_the_clerk(book: Book, shown: LogLine):
    assert [line.label for line in book.deeds()] == ["新增"]


def test_the_log_stands_in_nobody_s_way(book: Book, shown: LogLine):
    assert book.undo().done
    book.log(Logged.LOGOUT, "退出。")
    assert book.redo().done


def test_the_log_is_chained(book: Book, shown: LogLine):
    assert check(book) == []
    assert {head.room for head in book.heads()} == {"store", "tests"}


def test_the_pc_of_a_deed_is_told(book: Book, house: House):
    (line,) = book.deeds()
    (change,) = book.history("house", house.id)
    assert line.machine == change.machine != ""


def test_another_copy_keeps_the_name_of_the_first_pc(book: Book, house: House):
    book.close()
    with Book.open(book.folder, VILLAGE, Path(book.folder.parent, "another pc")) as again:
        assert again.replica != book.replica
        assert again.deeds()[0].machine
