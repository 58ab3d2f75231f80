"""备份与恢复: proved copies in two places; one of them becomes the book again; a package carries the book."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from tests.desk.cut_text import cut_texts
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Rights, Role
from xunion_desktop.basics.room import Room
from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.card import ROOM
from xunion_desktop.office.pages.backup_page import SECOND, BackupPage
from xunion_desktop.office.values import office
from xunion_desktop.store.record import Record

BRANCHES = Room("branches", "基层工会", records=lambda: (Hidden,))


class Hidden(Record):
    """What one room keeps to itself."""

    label = "基层工会"


@pytest.fixture
def page(desk, qtbot):
    page = BackupPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 620)
    page.show()
    return page


def made(page, finish, qtbot):
    count = len(page.shown)
    page.make_button.click()
    finish()
    qtbot.waitUntil(lambda: len(page.shown) > count)


def test_a_backup_is_made_proved_and_listed(page, finish, qtbot, said):
    made(page, finish, qtbot)
    assert page.shown[0].proved
    assert page.card.state.words == "已验证"
    assert "打开验过" in said[-1].text


def test_its_last_deeds_are_told(page, finish, qtbot, book):
    made(page, finish, qtbot)
    assert book.deeds(1)[0].label in str(page.shown[0].last_deeds[0])


def test_a_second_place_gets_its_copy_at_once(page, finish, qtbot, files, tmp_path):
    files.path = tmp_path / "stick"
    files.path.mkdir()
    page.second_button.click()
    finish()
    assert page.kept.here.last_second() is not None
    page.chips.check(SECOND)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.shown) == 1)


def test_a_second_place_that_this_pc_forgot_is_told_until_one_is_chosen_again(page, finish, files, tmp_path):
    files.path = tmp_path / "stick"
    files.path.mkdir()
    page.second_button.click()
    finish()
    assert "没有设第二处" not in page.place.text()
    page.desk.settings.set(f"second_place/{page.desk.book.id}", "")  # so it is after damaged settings
    page.refresh()
    assert f"最近一次备份到第二处是 {page.kept.here.last_second():%Y-%m-%d}" in page.place.text()
    page.second_button.click()
    finish()
    assert "没有设第二处" not in page.place.text()


@pytest.mark.parametrize("within", ["book", "book/附件", "backups", "both"])
def test_a_second_place_that_lies_with_the_first_is_refused(page, files, book, said, within):
    places = {"book": book.folder, "backups": book.backups_root, "both": book.folder.parent}
    files.path = places.get(within) or book.folder / "附件"
    page.choose_second()
    assert "不能一个在另一个里面" in said[-1].text
    assert page.kept.second_folder is None


def test_a_second_place_on_the_same_disk_is_one(page, files, finish, tmp_path):
    files.path = tmp_path / "备份"
    files.path.mkdir()
    page.choose_second()
    finish()
    assert page.kept.second_folder == files.path


def test_a_stick_that_is_not_there_is_told_and_the_copy_here_made(page, finish, qtbot, tmp_path, said):
    page.kept.choose_second(tmp_path / "gone")
    made(page, finish, qtbot)
    assert "第二处没有备份" in said[-1].text


def test_restoring_asks_first_and_says_that_nothing_is_lost(page, finish, qtbot, said):
    made(page, finish, qtbot)
    page.card.restore_button.click()
    assert "恢复成" in said[-1].text
    assert "不会丢" in said[-1].second


def test_a_restore_is_prepared_beside_the_open_book(page, finish, qtbot, desk, book):
    made(page, finish, qtbot)
    wanted = []
    desk.restore_wanted.connect(wanted.append)
    page.restore(page.shown[0])
    finish()
    assert office().name == "兴县总工会"
    assert wanted
    assert page.kept.here.all()[0].reason == "恢复前"
    wanted[0].drop()


def full(*_given):
    raise Trouble("磁盘空间不够。", "请腾出一些空间。")


def test_a_present_book_that_cannot_be_copied_is_no_reason_to_stay_with_it(
    page, finish, qtbot, desk, said, monkeypatch
):
    made(page, finish, qtbot)
    wanted = []
    desk.restore_wanted.connect(wanted.append)
    monkeypatch.setattr("xunion_desktop.store.backup.demand_space", full)
    page.restore(page.shown[0])
    finish()
    assert (wanted, "没能先备份：磁盘空间不够" in said[-1].text) == ([], True)
    assert "整个留在旁边" in said[-1].second
    said[-1].answers[0].act()
    finish()
    assert len(wanted) == 1
    wanted[0].drop()


def test_what_is_wrong_with_the_backup_itself_is_told(page, finish, qtbot, said):
    made(page, finish, qtbot)
    database = page.shown[0].folder / "book.db"
    database.write_bytes(bytes(database.stat().st_size))
    page.restore(page.shown[0])
    finish()
    assert "没有通过验证" in said[-1].text
    assert not said[-1].answers


def test_a_book_goes_into_one_file_and_comes_out_again(page, finish, desk, files, tmp_path, said):
    files.path = tmp_path / "带走.xupack"
    page.pack()
    finish()
    page.unpack()
    assert page.strip.isVisible()
    files.path = tmp_path
    page.strip.wanted.emit(tmp_path / "带走.xupack")
    finish()
    opened = []
    desk.book_wanted.connect(opened.append)
    said[-1].answers[0].act()
    (marker,) = opened
    assert marker.is_file()
    assert marker.is_relative_to(tmp_path / "带走")


def test_with_the_practice_county_no_package_is_opened(page, finish, files, tmp_path, said, monkeypatch):
    """That is cleared when practice begins anew, with all that lies there."""
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    packed(page, files, finish, tmp_path / "带走.xupack")
    files.path = tmp_path / "home" / "practice"
    page.strip.ask(tmp_path / "带走.xupack")
    page.strip.go_button.click()
    finish()
    assert said[-1].text == "练习县的文件夹里不能放别的本子。"
    assert not files.path.exists()


def test_a_file_that_is_no_package_is_told(page, finish, files, tmp_path, said):
    (tmp_path / "x.xupack").write_bytes(b"none")
    files.path = tmp_path
    page.strip.wanted.emit(tmp_path / "x.xupack")
    finish()
    assert "不是本子的打包文件" in said[-1].text


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_words_are_cut(desk, qtbot, scale, factor):
    scale.set_factor(factor)
    page = BackupPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 560)
    page.show()
    assert cut_texts(page) == []


def packed(page, files, finish, path):
    files.path = path
    page.pack_button.click()
    finish()


def test_a_package_of_an_open_book_says_that_everybody_can_open_it(page, files, finish, tmp_path, said):
    packed(page, files, finish, tmp_path / "搬家.xupack")
    assert "没有设密码，谁拿到这个文件都能打开它" in said[-1].second
    assert said[-1].tone == "amber"


def test_a_package_of_a_protected_one_says_what_opens_it(page, files, finish, tmp_path, said, book):
    book.keys.protect("王海燕", "一起上山去")
    packed(page, files, finish, tmp_path / "搬家.xupack")
    assert said[-1].second.startswith("要密码或恢复码才能打开")


def test_a_package_is_opened_by_the_recovery_code(page, files, finish, tmp_path, said, book):
    book.keys.protect("王海燕", "一起上山去")
    code = book.keys.new_recovery_code()
    packed(page, files, finish, tmp_path / "搬家.xupack")
    page.unpack_button.click()
    page.strip.fields.by_code.click()
    page.strip.fields.code.setText(code)
    (tmp_path / "新").mkdir()
    files.path = tmp_path / "新"
    page.strip.go_button.click()
    finish()
    assert said[-1].text.startswith("已解开到")


def test_last_deeds_of_hidden_rooms_are_not_told(furniture, book, qtbot, finish):
    hidden = Rights(Role.READER, {EVERY_ROOM: Grant(Level.SEE), "branches": Grant(Level.HIDDEN)})
    desk = Desk(book, date(2026, 11, 23), (ROOM, BRANCHES), furniture, rights=hidden)
    page = BackupPage(desk)
    qtbot.addWidget(page)
    made(page, finish, qtbot)
    label = book.deeds(1)[0].label
    texts = [words.text() for words in page.card.findChildren(QLabel)]
    assert "最后几次操作" in texts
    assert not [text for text in texts if label in text]
