"""What is due for the safety of the book: said on 首页, done in 备份与恢复 and 体检."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.ahead import AHEAD, goes_ahead
from xunion_desktop.basics.duty import Urgency
from xunion_desktop.office.doorstep import PRACTICE
from xunion_desktop.office.duties import duties, note_faults
from xunion_desktop.office.practice import STAMP_WORDS
from xunion_desktop.office.records import DatedValue, Entry
from xunion_desktop.office.values import PAPER_STAMP
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.log import Logged
from xunion_desktop.store.lost import take_note

NOW = datetime.now().astimezone()
TODAY = NOW.date()


@pytest.fixture
def backups(book):
    return Backups.under(book.backups_root, book)


def test_a_book_just_begun_has_nothing_due(book):
    assert duties(TODAY) == []


def test_seven_days_without_a_second_place_are_not_too_many(book, backups):
    backups.note_second(backups.make(book, "手动"))
    assert duties(TODAY + timedelta(days=7)) == []


def test_after_that_the_days_are_told_and_the_way_there(book, backups):
    backups.note_second(backups.make(book, "手动"))
    duty = duties(TODAY + timedelta(days=8))[0]
    assert "8 天" in duty.text
    assert duty.page == "backup"


def test_no_second_place_at_all_is_due_after_the_same_days(book, backups):
    backups.make(book, "手动")
    assert duties(TODAY) == []
    assert "还没有第二处备份" in duties(TODAY + timedelta(days=8))[0].text


def test_a_book_never_copied_is_told_from_the_day_after(book):
    duty = duties(TODAY + timedelta(days=1))[0]
    assert (duty.text, duty.urgency, duty.page) == ("这台电脑还没有备份", Urgency.RED, "backup")


def change(book):
    with book.deed("改") as deed:
        deed.save(Entry(dictionary="银行", word="示例银行"))


@pytest.mark.parametrize(("days", "urgency"), [(1, Urgency.AMBER), (3, Urgency.RED)])
def test_the_days_without_a_backup_are_told_where_something_was_done_since(book, backups, days, urgency):
    backups.note_second(backups.make(book, "手动"))
    change(book)
    (duty,) = duties(TODAY + timedelta(days=days))
    assert (duty.text, duty.urgency) == (f"这台电脑已经 {days} 天没有备份", urgency)


def test_a_clock_before_the_last_deed_is_told_before_all_else(book):
    goes_ahead(book)
    change(book)
    first = duties(TODAY)[0]
    assert (first.text, first.urgency, first.page) == ("请先校准电脑的时间", Urgency.RED, "check")
    assert f"早于最后一次操作（{AHEAD}）" in first.note


def test_a_backup_that_a_wrong_clock_dated_ahead_does_not_count_as_the_last(book, backups):
    backups.note_second(backups.make(book, "手动"))
    backups.make(book, "手动", now=NOW + timedelta(days=5000))
    change(book)
    assert duties(TODAY + timedelta(days=2))[0].text == "这台电脑已经 2 天没有备份"


def test_what_is_copied_is_not_due_however_long_the_book_was_closed(book, backups):
    change(book)
    backups.note_second(backups.make(book, "手动"))
    assert duties(TODAY + timedelta(days=7)) == []


def test_what_was_done_today_is_copied_by_itself(book, backups):
    backups.make(book, "手动")
    change(book)
    assert duties(TODAY) == []


def test_the_practice_county_needs_no_backup(book):
    with book.deed("练习") as deed:
        deed.save(DatedValue(name=PAPER_STAMP, value=STAMP_WORDS, source=PRACTICE))
    assert duties(TODAY + timedelta(days=30)) == []


def test_a_last_backup_that_is_not_proved_is_overdue(book, backups):
    made = backups.make(book, "手动")
    (made.folder / "book.db").write_bytes(b"cut")
    duty = duties(TODAY)[0]
    assert duty.urgency is Urgency.RED
    assert "没有通过验证" in duty.text


def test_what_the_check_found_stays_due_until_it_finds_nothing(book):
    note_faults(book, NOW, 2)
    assert [(duty.text, duty.page) for duty in duties(TODAY)] == [("体检在本子里查出 2 处问题", "check")]
    note_faults(book, NOW, 0)
    assert duties(TODAY) == []


def test_records_that_are_lost_are_told_with_the_way_to_the_backups(book):
    book.log(Logged.LOST, "打开时发现：后面的记录被去掉或换过。")
    duty = duties(TODAY)[0]
    assert (duty.urgency, duty.page) == (Urgency.RED, "backup")
    assert "被去掉或换过" in duty.text
    assert "以前的备份恢复" in duty.note


def test_a_loss_that_an_administrator_took_note_of_is_not_due_until_there_is_another(book):
    book.log(Logged.LOST, "打开时发现：后面的记录被去掉或换过。")
    take_note(book, "拷错了文件")
    assert duties(TODAY) == []
    book.log(Logged.LOST, "打开时发现：后面的记录又被换过。")
    assert [duty.text for duty in duties(TODAY)] == ["操作记录在程序之外被去掉或换过"]
