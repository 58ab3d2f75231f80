"""操作记录: every deed with what it changed, undone or done again from here; the log beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.desk.cut_text import cut_texts
from xunion_desktop.desk import paged_model
from xunion_desktop.office.pages.journal_page import LOG, JournalPage
from xunion_desktop.office.records import Holiday
from xunion_desktop.office.values import office
from xunion_desktop.store.log import Logged


def change(book, label, **values):
    record = office()
    for name, value in values.items():
        setattr(record, name, value)
    with book.deed(label) as deed:
        deed.save(record)


@pytest.fixture
def page(desk, qtbot):
    made = JournalPage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.show()
    return made


def show(page, place=0):
    page.refresh()
    page.deed_table.selectRow(place)


def labels(page):
    return [line.label for line in page.deeds.lines]


def rows(page):
    model = page.deed_card.model
    return [[str(model.index(row, place).data()) for place in range(3)] for row in range(model.rowCount())]


def test_the_last_deed_stands_first_and_is_shown(book, page):
    change(book, "改联系人", contact="王海燕")
    show(page)
    assert labels(page)[0] == "改联系人"
    assert page.deed_card.title.text() == "改联系人"


def test_a_change_is_told_field_by_field_old_and_new(book, page):
    change(book, "改联系人", contact="王海燕")
    change(book, "换联系人", contact="李建平")
    show(page)
    assert rows(page)[0][2] == "修改"
    assert ["　联系人", "王海燕", "李建平"] in rows(page)


def test_a_deed_says_on_which_pc_it_was_done(book, page):
    change(book, "改联系人", contact="王海燕")
    show(page)
    assert book.deeds(1)[0].machine in page.deed_card.second.text()


def test_words_in_the_search_line_narrow_the_list(book, page, type_in, qtbot):
    change(book, "改联系人", contact="王海燕")
    change(book, "改地址", address="示例街1号")
    type_in(page.filter.text, "地址")
    qtbot.waitUntil(lambda: labels(page) == ["改地址"])


def test_days_are_understood_as_everywhere(book, page, type_in, qtbot):
    change(book, "改联系人", contact="王海燕")
    type_in(page.filter.since, "2099-1-1")
    qtbot.waitUntil(lambda: not labels(page))
    assert not page.nothing.isHidden()


def test_a_room_narrows_the_list(book, page):
    change(book, "改联系人", contact="王海燕")
    page.filter.room.setCurrentIndex(page.filter.room.findData("office"))
    assert "改联系人" in labels(page)


def test_any_deed_can_be_undone_not_only_the_last(book, page, finish):
    change(book, "改联系人", contact="王海燕")
    with book.deed("加节假日") as deed:
        deed.save(Holiday(day="2027-01-02", works=True, name="元旦调休"))
    show(page, 1)
    page.deed_card.undo_button.click()
    finish()
    assert office().contact is None
    assert Holiday.alive().where(Holiday.day == "2027-01-02").count() == 1


def test_an_undone_deed_can_be_done_again(book, page, finish):
    change(book, "改联系人", contact="王海燕")
    show(page)
    page.deed_card.undo()
    finish()
    page.deed_table.selectRow(labels(page).index("改联系人"))
    assert not page.deed_card.undo_button.isVisible()
    page.deed_card.redo_button.click()
    finish()
    assert office().contact == "王海燕"


def test_all_that_stands_in_the_way_of_an_undo_is_listed(book, page, finish):
    change(book, "改联系人", contact="王海燕")
    change(book, "换联系人", contact="李建平")
    show(page)
    page.deed_table.selectRow(1)
    page.deed_card.undo()
    finish()
    assert office().contact == "李建平"
    assert "不能撤销“改联系人”" in page.deed_card.obstacles()


def test_one_deed_alone_is_shown_where_the_clerk_comes_from_a_record(book, page):
    change(book, "改联系人", contact="王海燕")
    first = book.deeds(1)[0].id
    change(book, "改地址", address="示例街1号")
    page.show_deed(first)
    assert labels(page) == ["改联系人"]
    page.all_link.click()
    assert labels(page)[0] == "改地址"


def test_the_list_is_read_page_by_page(book, page, monkeypatch):
    monkeypatch.setattr(paged_model, "PAGE", 2)
    for number in range(5):
        change(book, f"改联系人 {number}", contact=f"人{number}")
    page.deeds.restart()
    assert labels(page) == ["改联系人 4", "改联系人 3"]
    page.deeds.fetchMore()
    assert labels(page)[2:] == ["改联系人 2", "改联系人 1"]


def test_the_log_stands_beside_the_deeds(book, page):
    book.log(Logged.SHOWN, "查看了用户的电话。", reason="核对名册", about=office())
    page.chips.chosen.emit(LOG)
    page.chips.check(LOG)
    page.refresh()
    assert page.log_card.sentence.text() == "查看了用户的电话。"
    assert "核对名册" in page.log_card.reason.text()
    assert office().title() in page.log_card.about.text()


def test_ctrl_f_goes_to_the_search_line(page, qtbot):
    qtbot.keyClick(page.deed_table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.text.hasFocus()


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_words_are_cut(book, desk, qtbot, scale, factor):
    change(book, "改联系人和地址", contact="王海燕", address="山西省吕梁市兴县蔚汾镇晋绥东路示例大厦西附楼二层")
    scale.set_factor(factor)
    page = JournalPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 620)
    page.show()
    assert cut_texts(page) == []
