"""A page is read anew when records changed: at once where it is seen, else when it is seen next."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.freshness import Freshness


class Page(QWidget):
    """Counts how often it was read."""

    def __init__(self, desk, *, stale=False):
        super().__init__()
        self.reads = 0
        self.freshness = Freshness(desk, self, self.read, stale=stale)

    def read(self):
        self.reads += 1

    def showEvent(self, event):  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.freshness.seen()


@pytest.fixture
def page(desk, qtbot):
    made = Page(desk)
    qtbot.addWidget(made)
    return made


def test_a_page_that_is_seen_is_read_at_once(page, desk):
    page.show()
    desk.changed.emit(frozenset({"union"}))
    assert page.reads == 1


def test_a_page_that_nobody_sees_waits(page, desk):
    desk.changed.emit(frozenset({"union"}))
    desk.changed.emit(frozenset({"union"}))
    assert page.reads == 0
    page.show()
    QCoreApplication.processEvents()
    assert page.reads == 1


def test_it_is_never_read_inside_qt_s_own_call(page, desk):
    desk.changed.emit(frozenset({"union"}))
    page.show()
    assert page.reads == 0


def test_a_page_that_is_fresh_is_not_read_again(page):
    page.show()
    page.hide()
    page.show()
    QCoreApplication.processEvents()
    assert page.reads == 0


def test_a_page_may_begin_unread(desk, qtbot):
    page = Page(desk, stale=True)
    qtbot.addWidget(page)
    page.show()
    QCoreApplication.processEvents()
    assert page.reads == 1


def test_what_was_read_meanwhile_is_not_read_again(page, desk):
    desk.changed.emit(frozenset({"union"}))
    page.freshness.took()
    page.show()
    QCoreApplication.processEvents()
    assert page.reads == 0
