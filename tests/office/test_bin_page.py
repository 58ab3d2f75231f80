"""回收站: what was deleted is listed, found, brought back, and taken out for good only after a question."""

from __future__ import annotations

import pytest

from tests.desk.cut_text import cut_texts
from xunion_desktop.office.pages.bin_page import BinPage
from xunion_desktop.office.records import Holiday

DAYS = {"2027-01-02": "元旦调休", "2027-02-20": "春节调休"}


@pytest.fixture
def page(book, desk, qtbot):
    with book.deed("加节假日") as deed:
        made = [deed.save(Holiday(day=day, works=True, name=name)) for day, name in DAYS.items()]
    for record in made:
        with book.deed(f"删除{record.name}") as deed:
            deed.delete(record)
    page = BinPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 620)
    page.show()
    qtbot.waitUntil(lambda: len(page.shown) == len(DAYS))
    return page


def living():
    return {day.day for day in Holiday.alive() if day.day in DAYS}


def test_what_was_deleted_is_listed_with_its_deed(page):
    assert {item.deed_label for item in page.shown} == {"删除春节调休", "删除元旦调休"}


def test_a_word_finds_it(page, type_in):
    type_in(page.search, "元旦")
    assert [item.deed_label for item in page.shown] == ["删除元旦调休"]


def test_nothing_found_says_so(page, type_in):
    type_in(page.search, "国庆")
    assert not page.shown
    assert "没有找到" in page.empty.sentence.text()


def test_what_is_selected_is_brought_back_by_a_deed(page, book, finish):
    wanted = page.chosen()[0]
    page.restore_button.click()
    finish()
    assert [Holiday.get_by_id(wanted.key).day] == list(living())
    assert "从回收站恢复" in book.deeds(1)[0].label


def test_all_are_brought_back_at_once(page, finish):
    page.table.selectAll()
    page.restore()
    finish()
    assert living() == set(DAYS)


def test_what_is_brought_back_is_no_longer_listed(page, finish, qtbot):
    page.restore()
    finish()
    qtbot.waitUntil(lambda: len(page.shown) == 1)


def test_emptying_asks_and_says_what_is_lost(page, said):
    page.empty_button.click()
    assert "2 条" in said[-1].text
    assert "不能恢复" in said[-1].second


def test_emptying_takes_the_records_out_for_good(page, said, finish, qtbot):
    page.empty_button.click()
    next(answer for answer in said[-1].answers if answer.words == "清空").act()
    finish()
    qtbot.waitUntil(lambda: not page.shown)
    assert Holiday.select().where(Holiday.day.in_(list(DAYS))).count() == 0
    assert "回收站是空的" in page.empty.sentence.text()


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_words_are_cut(book, desk, qtbot, scale, factor):
    scale.set_factor(factor)
    page = BinPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 620)
    page.show()
    assert cut_texts(page) == []
