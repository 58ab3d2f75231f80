"""The print page goes while the printer works: the run ends before the printer does (Qt ends the program else)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.desk.paper_shop import letter_page
from tests.desk.test_printer import to_file
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.painting import PaperFonts
from xunion_desktop.desk.print_machine import Machines, PrintMachine
from xunion_desktop.desk.print_sides import Side


@pytest.fixture
def printing(open_page, finish):
    """A page in the middle of printing."""
    page = open_page()
    page.print()
    finish()
    page.machine.runner.pause()
    return page


def test_a_machine_that_goes_lets_go_of_its_printer_first(qapp, tmp_path):
    home = QObject()
    machine = PrintMachine(PaperFonts(resource("fonts")), Machines(), home)
    sides = [Side(0, letter_page("", issued=True), place, place + 1) for place in range(3)]
    machine.start(to_file(tmp_path / "x.pdf"), sides, pictures=False)
    run = machine.runner.run
    run.step()
    del machine
    home.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not run._painter.isActive()


def test_a_page_says_what_it_is_in_the_middle_of(printing):
    question, second, answer = printing.unfinished()
    assert (question, answer) == ("还在打印，要停下吗？", "停下并离开")
    assert "文号都留着" in second


def test_papers_without_numbers_are_printed_from_their_register_again(printing):
    printing.issued = replace(printing.issued, numbers="")
    assert printing.unfinished()[1].endswith("其余的以后从台账再印。")


def test_a_page_that_prints_nothing_is_not_asked_about(open_page):
    assert open_page().unfinished() is None


def test_halting_keeps_what_is_left_to_go_on_with(printing, said):
    sheet = printing.machine.runner.run.side.sheet
    printing.halt()
    assert said[-1].text == f"停在第 {sheet} 张"
    assert printing.choice.which.sheet.value() == sheet
    assert printing.unfinished() is None
