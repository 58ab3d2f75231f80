"""体检: what must be mended stands first, each line says what to do."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

import pytest

from tests.desk.cut_text import cut_texts
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level
from xunion_desktop.office import backup_lines, checkup
from xunion_desktop.office.condition import State
from xunion_desktop.office.pages import check_page
from xunion_desktop.office.pages.check_page import CheckPage
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.findings import Finding

NOW = datetime.now().astimezone()


@pytest.fixture
def backups(book):
    return Backups.under(book.backups_root, book)


def states(lines):
    return [line.state for line in lines]


def lines_of(backups, now=NOW):
    return list(backup_lines.backup_lines(backups, backups.keys[0], now))


def test_no_printer_is_something_to_look_at():
    assert states(checkup.printer([])) == [State.LOOK]


def test_the_folders_can_be_written(book):
    assert all("可以写" in line.sentence for line in checkup.folders(book))


@pytest.mark.usefixtures("book")
def test_a_clock_before_the_last_deed_must_be_mended():
    assert checkup.clock(NOW + timedelta(days=1)).state is State.GOOD
    assert checkup.clock(NOW - timedelta(days=365)).state is State.MEND


def test_a_key_in_clear_is_a_line(book):
    assert checkup.keys(book).state is State.LOOK


def test_no_backup_and_no_second_place_are_lines(backups):
    assert states(lines_of(backups)) == [State.LOOK, State.LOOK]


def test_a_proved_backup_in_both_places_is_good(book, backups):
    backups.note_second(backups.make(book, "手动"))
    assert states(lines_of(backups)) == [State.GOOD, State.GOOD]


def test_a_backup_that_was_damaged_after_its_proof_must_be_mended(book, backups):
    database = backups.make(book, "手动").folder / "book.db"
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    database.write_bytes(content)
    (line,) = [line for line in checkup.examine(book, NOW) if line.title == "备份"]
    assert (line.state, "没有通过验证" in line.sentence) == (State.MEND, True)
    assert backups.last_proved() is None


def test_a_backup_dated_after_today_is_told(book, backups):
    backups.make(book, "手动", now=NOW + timedelta(days=5000))
    assert not [line for line in lines_of(backups, NOW + timedelta(days=5000)) if "今天以后" in line.sentence]
    backups.make(book, "手动")
    (line,) = [line for line in lines_of(backups) if "今天以后" in line.sentence]
    assert (line.state, f"{NOW + timedelta(days=5000):%Y-%m-%d}" in line.sentence) == (State.LOOK, True)


def test_one_that_cannot_be_read_now_is_told_and_the_rest_looked_at(book, backups, monkeypatch):
    def pulled(*_given, **_said):
        raise Trouble("读写“备份”时出错。", "请检查优盘。")

    backups.make(book, "手动")
    monkeypatch.setattr(Backups, "prove", pulled)
    lines = checkup.examine(book, NOW)
    assert [line.state for line in lines if line.sentence == "读写“备份”时出错。"] == [State.MEND]
    assert checkup.BOOK in {line.title for line in lines}


def test_a_second_copy_of_last_month_is_to_be_renewed(book, backups):
    backups.note_second(backups.make(book, "手动"))
    assert states(lines_of(backups, NOW + timedelta(days=30)))[1] is State.LOOK


def test_an_older_one_is_read_in_its_turn_and_the_page_says_which(backups, book):
    for hour in range(3):
        backups.make(book, "手动", now=NOW + timedelta(hours=hour))
    said = [lines_of(backups, NOW + timedelta(hours=3))[0].sentence for _ in range(2)]
    assert [f"{NOW + timedelta(hours=hour):%H:%M} 那一份" in said[hour] for hour in range(2)] == [True, True]


def test_an_older_one_that_is_damaged_is_something_to_look_at_from_then_on(backups, book):
    old = backups.make(book, "手动", now=NOW - timedelta(hours=2))
    backups.make(book, "手动", now=NOW - timedelta(hours=1))
    (old.folder / "book.db").write_bytes(bytes(old.size))
    for _ in range(2):
        latest, older, _second = lines_of(backups)
        assert (latest.state, older.state) == (State.GOOD, State.LOOK)
        assert f"{old.time:%Y-%m-%d %H:%M}" in older.sentence


def test_what_the_check_of_the_book_found_is_told_with_its_remedy():
    lines = list(checkup.findings([Finding(Level.ERROR, "第 3 条被改过。", "请恢复。")]))
    assert [(line.state, line.remedy) for line in lines] == [(State.MEND, "请恢复。")]


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_the_page_tells_all_and_cuts_nothing(desk, qtbot, scale, finish, factor):
    scale.set_factor(factor)
    page = CheckPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 620)
    page.show()
    finish()
    assert {"钥匙", "备份", "本子", "电脑的时间"} <= {line.title for line in page.lines}
    assert page.lines[0].state is not State.GOOD
    qtbot.waitUntil(lambda: cut_texts(page) == [])


@pytest.mark.parametrize(("fault", "sentence"), [
    (Trouble("磁盘读不出来。", "请检查优盘。"), "磁盘读不出来。"),
    (ValueError("a bug"), "没有查完：程序出错了。"),
])  # fmt: skip
def test_a_check_that_breaks_off_says_so_and_may_be_done_again(desk, qtbot, finish, monkeypatch, fault, sentence):
    def fail(*_given, **_named):
        raise fault

    monkeypatch.setattr(check_page, "examine", fail)
    monkeypatch.setattr(sys, "excepthook", lambda *_told: None)
    page = CheckPage(desk)
    qtbot.addWidget(page)
    finish()
    assert page.lines[0].sentence == sentence
    assert page.summary.text() == "1 项要改"
    assert page.again_button.isEnabled()


def test_a_check_that_is_cancelled_when_its_page_is_gone_is_no_bug(desk, qtbot):
    page = CheckPage(desk)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    desk.jobs.cancel()
    with qtbot.captureExceptions() as bugs:
        qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert bugs == []
