"""Records that were lost outside the program: an administrator says why the book goes on as it is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.desk.cut_text import cut_texts
from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Rights, Role
from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.card import ROOM
from xunion_desktop.office.pages.backup_page import BackupPage
from xunion_desktop.store.log import Logged

READER = Rights(Role.READER, {EVERY_ROOM: Grant(Level.SEE)})


@pytest.fixture
def lost(book):
    book.log(Logged.LOST, "打开时发现：后面的记录被去掉或换过。")
    return book


@pytest.fixture
def shown(qtbot):
    """A page at the size of a small window."""

    def shown(desk):
        page = BackupPage(desk)
        qtbot.addWidget(page)
        page.resize(1366, 560)
        page.show()
        return page

    return shown


def test_nothing_is_asked_in_a_book_that_lost_nothing(shown, desk):
    assert not shown(desk).loss.isVisible()


def test_an_administrator_is_asked_and_told_the_day(shown, desk, lost):
    (line,) = lost.log_lines(event=Logged.LOST)
    page = shown(desk)
    assert page.loss.isVisible()
    assert page.loss.title.text().startswith(line.time)


def test_others_are_not_asked(shown, furniture, lost):
    assert not shown(Desk(lost, date(2026, 11, 23), (ROOM,), furniture, rights=READER)).loss.isVisible()


def test_without_a_reason_it_goes_on_asking(shown, desk, lost):
    page = shown(desk)
    page.loss.reason.setText("　")
    page.loss.button.click()
    assert page.loss.isVisible()
    assert len(lost.log_lines(event=Logged.LOST)) == 1


def test_with_a_reason_it_is_logged_and_asks_no_more(shown, desk, lost, said):
    page = shown(desk)
    page.loss.reason.setText("换电脑时拷错了文件")
    page.loss.button.click()
    assert not page.loss.isVisible()
    assert lost.log_lines(1)[0].reason == "换电脑时拷错了文件"
    assert "记进日志" in said[-1].text


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_it_cuts_no_words(shown, desk, lost, scale, factor):
    scale.set_factor(factor)
    page = shown(desk)
    assert page.minimumSizeHint().height() <= 520
    assert cut_texts(page) == []
