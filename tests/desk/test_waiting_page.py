"""正在备份… lies over a window: its keys are taken, and given back to what is still there when the copy is made."""

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.background import Job
from xunion_desktop.desk.waiting_page import UPGRADING, WaitingPage


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.page = QWidget(made)
    made.save, made.own = QShortcut(QKeySequence("Ctrl+S"), made.page), QShortcut(QKeySequence("F1"), made)
    made.show()
    return made


@pytest.fixture
def job(window):
    return Job("备份", lambda _progress: None, window, stoppable=True, writes=False)


def test_no_key_does_anything_meanwhile(window, job, scale):
    WaitingPage(scale, job, window)
    assert not window.save.isEnabled()


def test_keys_are_given_back(window, job, scale):
    WaitingPage(scale, job, window)
    job.ended.emit()
    assert window.save.isEnabled()


def test_what_was_shut_before_stays_shut(window, job, scale):
    window.save.setEnabled(False)
    WaitingPage(scale, job, window)
    job.ended.emit()
    assert not window.save.isEnabled()


def test_a_page_that_went_meanwhile_takes_its_keys_along(window, job, scale, qtbot):
    WaitingPage(scale, job, window)
    window.page.deleteLater()
    qtbot.waitUntil(lambda: window.findChildren(QShortcut) == [window.own])
    job.ended.emit()
    assert window.own.isEnabled()


def test_what_may_not_be_stopped_has_no_way_out(window, scale):
    job = Job("升级本子", lambda _progress: None, window, stoppable=False, writes=False)
    page = WaitingPage(scale, job, window, UPGRADING)
    page.go()
    assert not job.stopped
    assert page.go_button.isHidden()
