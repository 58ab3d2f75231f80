"""Rows copied in a spreadsheet are pasted beside a union: through the wizard, by the rules of the page, as one deed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.branches.conftest import TODAY
from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.branches.pages.course_page import CoursePage
from xunion_desktop.branches.pages.courses import courses
from xunion_desktop.branches.records.course import Headcount, Officer
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.import_steps import Step
from xunion_desktop.people.card import ROOM as PEOPLE


@pytest.fixture
def desk(book, furniture, qapp):
    return Desk(book, TODAY, (BRANCHES, PEOPLE), furniture)


@pytest.fixture
def paste(desk, add, qtbot, finish):
    """Paste a block on one page of a union with a chair; the wizard."""
    key = add("示例煤业有限公司工会委员会", nature="非公企业", members=87, staff=90, chair="李建平")
    wizards = []
    desk.page_wanted.connect(lambda wizard, _title: (qtbot.addWidget(wizard), wizard.show(), wizards.append(wizard)))

    def press(course_id, text):
        course = next(course for course in courses(TODAY) if course.id == course_id)
        page = CoursePage(desk, key, course)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        page.setFocus()  # as a click does
        qtbot.waitUntil(page.hasFocus)
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        finish()
        return wizards[-1]

    return press


def write(wizard, finish):
    while wizard.step is not Step.WRITE:
        wizard.go_on()
    wizard.go_on()
    finish()


def test_a_committee_is_pasted_with_its_people(paste, finish, book):
    write(paste("officers", "职务\t姓名\t任职自\n经审主任\t冯秀兰\t2024.5\n委员\t马玉梅\t2024.5\n"), finish)
    assert {(officer.holder.name, officer.since) for officer in Officer.alive()} >= {
        ("冯秀兰", "2024-05"),
        ("马玉梅", "2024-05"),
    }
    assert book.deeds(1)[0].label == "导入委员会"


def test_a_second_chair_is_refused_as_on_the_page(paste):
    wizard = paste("officers", "职务\t姓名\n主席\t王秀英\n")
    assert any("还在任" in doubt.problem.sentence for doubt in wizard.doubts.shown)


def test_without_headings_the_columns_are_those_of_the_list(paste, finish):
    write(paste("headcounts", "2026-06-30\t120\t40\t100\t30\n"), finish)
    count = Headcount.alive().where(Headcount.since == "2026-06-30").get()
    assert (count.staff, count.staff_women, count.members, count.members_women) == (120, 40, 100, 30)


def test_a_day_that_is_there_already_is_put_right(paste, finish):
    before = Headcount.alive().count()
    day = Headcount.alive().get().since
    write(paste("headcounts", f"填报日期\t职工数\n{day}\t95\n"), finish)
    assert Headcount.alive().count() == before
    assert Headcount.alive().get().staff == 95
