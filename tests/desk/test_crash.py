"""A bug opens one window, whichever thread it happens in; a report can be copied."""

import logging
import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication

from xunion_desktop.desk.crash import CrashWatch


@pytest.fixture
def watch(scale, qtbot):
    made = CrashWatch(scale)
    made.install()
    yield made
    made.uninstall()
    if made.window is not None:
        made.window.close()


def fail() -> None:
    raise ZeroDivisionError("零")


def caught(act) -> None:
    try:
        act()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())


def test_a_bug_opens_a_window_with_the_whole_report(watch, qtbot):
    caught(fail)
    qtbot.waitUntil(lambda: watch.window is not None)
    assert "ZeroDivisionError: 零" in watch.window.report.toPlainText()


def test_a_second_bug_opens_no_second_window(watch, qtbot):
    caught(fail)
    caught(fail)
    qtbot.waitUntil(lambda: watch.window is not None and watch.window.report.toPlainText().count("Error: 零") == 2)


def test_a_bug_in_another_thread_is_shown_too(watch, qtbot):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch.window is not None)


def test_the_report_can_be_copied(watch, qtbot):
    caught(fail)
    qtbot.waitUntil(lambda: watch.window is not None)
    watch.window.copy.click()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_a_bug_is_logged(watch, qtbot, caplog):
    with caplog.at_level(logging.CRITICAL):
        caught(fail)
    assert "ZeroDivisionError" in caplog.text


def test_the_former_hooks_are_put_back(scale):
    before = sys.excepthook, threading.excepthook
    watch = CrashWatch(scale)
    watch.install()
    watch.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
