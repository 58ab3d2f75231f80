"""A bug opens one window, whichever thread it happens in; a report can be copied. A Trouble is told, not shown so."""

import logging
import sys
import threading

import apsw
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.desk.crash import CrashWatch


@pytest.fixture
def watch(furniture, qtbot):
    made = CrashWatch(furniture.scale, furniture.messages)
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


def fail_too() -> None:
    raise ZeroDivisionError("零")


def test_a_second_bug_opens_no_second_window(watch, qtbot):
    caught(fail)
    caught(fail_too)
    qtbot.waitUntil(lambda: watch.window is not None and watch.window.report.toPlainText().count("Error: 零") == 2)


def test_the_same_bug_is_shown_once(watch, qtbot):
    for _ in range(3):
        caught(fail)
    qtbot.waitUntil(lambda: watch.window is not None)
    assert watch.window.report.toPlainText().count("Error: 零") == 1


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


def test_a_bug_is_logged_with_its_place_and_without_its_words(watch, qtbot, caplog):
    with caplog.at_level(logging.CRITICAL):
        caught(fail)
    assert "test_crash.py" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "零" not in caplog.text


class Full:
    """A disk that is full."""

    def write(self) -> None:
        raise Trouble("磁盘满了。", "请腾出空间。")


def test_a_trouble_in_a_slot_is_told_and_opens_no_window(watch, said, qtbot):
    QTimer.singleShot(0, Full().write)
    qtbot.waitUntil(lambda: bool(said))
    assert (said[0].text, said[0].second, said[0].tone) == ("磁盘满了。", "请腾出空间。", "red")
    assert watch.window is None


def test_a_trouble_where_the_result_of_a_job_arrives_is_told(watch, said, furniture, qtbot):
    furniture.jobs.run("算", lambda _progress: 1, lambda _result: Full().write())
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == "磁盘满了。"
    assert watch.window is None


def test_a_trouble_in_another_thread_is_told_in_the_main_thread(watch, said, qtbot):
    thread = threading.Thread(target=Full().write)
    thread.start()
    thread.join()
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    assert watch.window is None


def test_what_was_cancelled_is_nobody_s_bug(watch, said, qtbot, caplog):
    sys.excepthook(Cancelled, Cancelled(), None)
    caught(fail)
    qtbot.waitUntil(lambda: watch.window is not None)
    assert "Cancelled" not in caplog.text
    assert said == []


def test_the_former_hooks_are_put_back(furniture):
    before = sys.excepthook, threading.excepthook
    watch = CrashWatch(furniture.scale, furniture.messages)
    watch.install()
    watch.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_behind_a_lock_no_report_is_shown_until_it_is_opened(watch, qtbot):
    watch.hold()
    caught(fail)
    qtbot.wait(20)
    assert watch.window is None
    watch.release(show=True)
    assert "ZeroDivisionError: 零" in watch.window.report.toPlainText()


def test_another_user_does_not_see_it(watch, qtbot):
    watch.hold()
    caught(fail)
    qtbot.wait(20)
    watch.release(show=False)
    assert watch.window is None


def raised(error: Exception) -> None:
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


def test_a_damaged_page_is_told_in_the_window_with_what_to_do(watch, furniture, qtbot):
    said = []
    furniture.messages.said.connect(said.append)
    raised(apsw.CorruptError("database disk image is malformed"))
    qtbot.waitUntil(lambda: bool(said))
    assert "数据库损坏" in said[-1].text
    assert "备份与恢复" in said[-1].second
    assert watch.window is None


def test_of_another_fault_of_the_database_nobody_says_that_the_book_is_safe(watch, qtbot):
    raised(apsw.SQLError("no such table"))
    qtbot.waitUntil(lambda: watch.window is not None)
    assert "没有受损" not in watch.window.why.text()
    assert "体检" in watch.window.why.text()


def test_nor_where_it_came_after_another_bug(watch, qtbot):
    caught(fail)
    raised(apsw.SQLError("no such table"))
    qtbot.waitUntil(lambda: watch.window is not None and "no such table" in watch.window.report.toPlainText())
    assert "没有受损" not in watch.window.why.text()


def test_what_comes_on_and_on_is_told_once(watch, furniture, qtbot, caplog):
    said = []
    furniture.messages.said.connect(said.append)
    for _ in range(20):
        raised(apsw.CorruptError("database disk image is malformed"))
    qtbot.wait(20)
    assert len(said) == 1
    assert sum("trouble" in record.message for record in caplog.records) == 1


def test_another_trouble_is_told_all_the_same(watch, furniture, qtbot):
    said = []
    furniture.messages.said.connect(said.append)
    raised(apsw.CorruptError("database disk image is malformed"))
    raised(apsw.IOError("disk i/o error"))
    qtbot.waitUntil(lambda: len(said) == 2)
