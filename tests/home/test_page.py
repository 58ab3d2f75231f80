"""首页 in real widgets."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.county import TODAY
from xunion_desktop.desk.desk import Desk
from xunion_desktop.home import tab
from xunion_desktop.home.pages.figures import FigureCard
from xunion_desktop.home.reckoning import reckon
from xunion_desktop.home.tab import HomePage


def shown(desk: Desk, qtbot: QtBot, width: int = 1366) -> HomePage:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.resize(width, 640)
    page.show()
    QCoreApplication.processEvents()  # it is read from the event loop
    return page


def cards(page: HomePage) -> list[FigureCard]:
    return page.figures.findChildren(FigureCard)


def test_there_are_five_figures(desk: Desk, qtbot: QtBot) -> None:
    assert len(cards(shown(desk, qtbot))) == 5


def test_every_figure_equals_the_records_it_opens(desk: Desk, qtbot: QtBot) -> None:
    for card in cards(shown(desk, qtbot)):
        if card.figure.unit == "家":
            assert card.value == len(card.figure.keys(TODAY)), card.figure.id


def test_a_click_on_a_figure_opens_its_records(desk: Desk, qtbot: QtBot) -> None:
    card = next(card for card in cards(shown(desk, qtbot)) if card.figure.chip == "overdue")
    with qtbot.waitSignal(desk.register_wanted) as wanted:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert wanted.args[:2] == ["branches", "overdue"]


def test_five_figures_stand_in_one_row_and_fold_to_three_and_two(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    assert page.figures.across == 5
    desk.scale.set_factor(1.75)
    page.resize(1366, 640)
    qtbot.waitUntil(lambda: page.figures.across == 3)


def test_only_one_button_is_red(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    reds = [button for button in page.findChildren(QPushButton) if button.property("look") == "primary"]
    assert len(reds) == 1


def test_the_red_button_asks_for_the_paper_of_the_first_duty(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    assert page.duties.lines[0].duty.paper == "branches/election_reminder"
    assert str(len(desk.register("branches").keys("overdue", as_of=TODAY))) in page.duties.lines[0].button.text()


def test_arrows_walk_through_the_duties(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.duties, Qt.Key.Key_Down)
    QTest.keyClick(page.duties, Qt.Key.Key_Down)
    assert page.duties.lines[1].button.hasFocus()


def test_enter_does_the_duty_that_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.duties, Qt.Key.Key_Down)
    QTest.keyClick(page.duties, Qt.Key.Key_Down)
    duty = page.duties.lines[1].duty
    with qtbot.waitSignal(desk.page_wanted if duty.paper else desk.register_wanted):
        QTest.keyClick(page.duties.lines[1].button, Qt.Key.Key_Return)


def test_an_undone_deed_changes_the_figures(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    with qtbot.waitSignal(desk.changed):
        desk.undo()
    qtbot.waitUntil(lambda: cards(page)[0].value == 0 if cards(page) else False)


def test_an_empty_book_says_where_to_begin(desk: Desk, qtbot: QtBot) -> None:
    desk.book.undo()
    page = shown(desk, qtbot)
    assert "导入" in " ".join(text.text() for text in page.duties.findChildren(QLabel))


def test_a_long_book_is_reckoned_beside_the_window(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tab, "AT_ONCE", 2)
    page = shown(desk, qtbot)
    qtbot.waitUntil(lambda: len(cards(page)) == 5)
    assert page.duties.lines


def test_what_is_reckoned_is_plain(desk: Desk) -> None:
    reckoned = reckon(desk.rooms, [desk.register("branches")], TODAY)
    assert [told.name for told in reckoned.figures][:2] == ["基层工会", "会员"]
    assert not reckoned.blank
