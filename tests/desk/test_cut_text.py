"""No page of the desk cuts its words, at 100 % and at 175 %, in a window of 1366 × 697 (rule 13 of the pictures)."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tests.desk.county import PLAN, ROOM, TODAY
from tests.desk.cut_text import cut_texts
from tests.desk.paper_shop import LATELY, MISSING, Shop
from tests.desk.test_import_page import UnionImporter, ledger
from tests.desk.test_print_page import PRINTING_ROOM
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.import_page import ImportPage
from xunion_desktop.desk.print_machine import Machines
from xunion_desktop.desk.print_page import PrintPage
from xunion_desktop.desk.register_page import RegisterPage

__all__ = ["ledger"]
SIZES = (1.0, 1.25, 1.75)


def settle(page, qtbot, scale, factor):
    qtbot.addWidget(page)
    scale.set_factor(factor)
    page.resize(1366, 697)
    page.show()
    qtbot.wait(20)


def test_the_check_finds_a_button_that_is_too_narrow(qtbot, scale):
    page = QWidget()
    qtbot.addWidget(page)
    button = QPushButton("印换届提醒函 9 封", page)
    button.setGeometry(0, 0, 40, 30)
    page.show()
    assert "印换届提醒函" in cut_texts(page)[0]


def test_the_check_is_content_with_what_fits(qtbot, scale):
    page = QWidget()
    qtbot.addWidget(page)
    QHBoxLayout(page).addWidget(QPushButton("保存"))
    page.show()
    assert cut_texts(page) == []


@pytest.mark.parametrize("factor", SIZES)
def test_a_register_page_cuts_no_words(factor, desk, keys, scale, qtbot):
    page = RegisterPage(desk, "unions", PLAN)
    settle(page, qtbot, scale, factor)
    assert cut_texts(page) == []
    page.pair.slide(over=True)
    page.panel.form.editor("chair").set_raw("")
    page.panel.form.editor("chair").edited.emit()
    qtbot.wait(20)
    assert cut_texts(page) == []


@pytest.mark.parametrize("factor", SIZES)
def test_the_print_page_cuts_no_words(factor, book, furniture, keys, scale, qtbot, finish):
    desk = Desk(book, TODAY, (PRINTING_ROOM,), furniture, lambda: Shop({2: MISSING, 4: LATELY}))
    page = PrintPage(desk, "unions/reminder", keys, machines=Machines(names=lambda: ["试验打印机"]))
    settle(page, qtbot, scale, factor)
    finish()
    qtbot.wait(20)
    assert cut_texts(page) == []


@pytest.mark.parametrize("factor", SIZES)
def test_the_import_page_cuts_no_words(factor, book, furniture, ledger, scale, qtbot, finish):
    page = ImportPage(Desk(book, TODAY, (ROOM,), furniture), UnionImporter())
    settle(page, qtbot, scale, factor)
    page.read(ledger)
    finish()
    qtbot.wait(20)
    assert cut_texts(page) == []
