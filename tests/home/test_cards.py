"""The cards of 首页: what was done last, with its 撤销, and what is due, with its next step."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from xunion_desktop.basics.duty import Duty
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.desk import Desk
from xunion_desktop.home.pages.deeds import SHOWN, DeedsCard
from xunion_desktop.home.pages.duties import NOTHING, NOTHING_YET, DutiesCard

LOOK = Duty("3 家主席空缺。", date(2026, 10, 1), "EL-30", register="branches", chip="vacant")


@pytest.fixture
def deeds(desk: Desk, qtbot: QtBot) -> DeedsCard:
    made = DeedsCard(desk)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


@pytest.fixture
def duties(desk: Desk, qtbot: QtBot) -> DutiesCard:
    made = DutiesCard(desk)
    qtbot.addWidget(made)
    return made


def texts(card: DeedsCard | DutiesCard) -> list[str]:
    QCoreApplication.processEvents()  # what is new in a layout is shown from the event loop
    return [one.text() for one in card.findChildren(QLabel) if one.isVisibleTo(card)]


def undo_links(card: DeedsCard) -> list[QPushButton]:
    return [one for one in card.findChildren(QPushButton) if one.text() == "撤销" and one.isVisibleTo(card)]


def test_the_last_deed_stands_first(deeds: DeedsCard, desk: Desk) -> None:
    assert texts(deeds)[1] == desk.book.deeds(1)[0].label


def test_what_is_fixed_has_no_undo(deeds: DeedsCard, desk: Desk) -> None:
    undoable = [deed for deed in desk.book.deeds(SHOWN) if deed.undoable]
    assert len(undo_links(deeds)) == len(undoable) < len(desk.book.deeds(SHOWN))


def test_a_click_on_undo_takes_the_deed_back(deeds: DeedsCard, qtbot: QtBot) -> None:
    undo_links(deeds)[0].click()
    qtbot.waitUntil(lambda: not Branch.alive().exists())
    deeds.refresh()
    assert any("已撤销" in text for text in texts(deeds))


def test_no_more_than_the_last_deeds_are_listed(deeds: DeedsCard, desk: Desk) -> None:
    branch = Branch.alive().first()
    for number in range(SHOWN + 2):
        branch.remark = str(number)
        with desk.book.deed(f"第{number}次") as deed:
            deed.save(branch)
    deeds.refresh()
    assert sum(text.startswith("第") for text in texts(deeds)) == SHOWN


def test_nothing_due_is_said(duties: DutiesCard) -> None:
    duties.show_duties((), blank=False)
    assert NOTHING in texts(duties)


def test_a_blank_book_is_told_where_to_begin(duties: DutiesCard) -> None:
    duties.show_duties((), blank=True)
    assert NOTHING_YET in texts(duties)


def test_a_duty_without_a_paper_opens_its_records(duties: DutiesCard, desk: Desk, qtbot: QtBot) -> None:
    duties.show_duties((LOOK,), blank=False)
    with qtbot.waitSignal(desk.register_wanted) as wanted:
        duties.lines[0].button.click()
    assert wanted.args == ["branches", "vacant", (), ""]
    assert duties.lines[0].button.text() == "查看"


def test_the_lines_of_yesterday_are_gone(duties: DutiesCard) -> None:
    duties.show_duties((LOOK, LOOK), blank=False)
    duties.show_duties((LOOK,), blank=False)
    assert [text for text in texts(duties) if text == LOOK.text] == [LOOK.text]


def test_arrows_without_duties_do_no_harm(duties: DutiesCard) -> None:
    duties.show_duties((), blank=False)
    QTest.keyClick(duties, Qt.Key.Key_Down)
    assert duties.lines == []
