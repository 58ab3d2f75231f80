"""Jobs: a worker with progress and a way out; Trouble is told, a bug is raised, the window is never blocked."""

import sys
import threading
import weakref

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.background import Background


@pytest.fixture
def jobs(qapp):
    made = Background()
    yield made
    made.close()


def test_the_result_arrives_in_the_main_thread(jobs, qtbot):
    got = []
    job = jobs.run(
        "数数", lambda progress: threading.current_thread(), lambda it: got.append((it, threading.current_thread()))
    )
    with qtbot.waitSignal(job.ended):
        pass
    worker, receiver = got[0]
    assert receiver is threading.main_thread()
    assert worker is not threading.main_thread()


def test_progress_is_told(jobs, qtbot):
    seen = []
    job = jobs.run("数数", lambda progress: progress(3, 9), lambda _: None)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.ended):
        pass
    assert seen == [(3, 9)]


def test_a_cancelled_job_stops_at_its_next_report(jobs, qtbot):
    go_on, done = threading.Event(), []

    def work(progress):
        go_on.wait(5)
        progress(1, 2)
        return "never"

    job = jobs.run("等", work, done.append)
    job.cancel()
    with qtbot.waitSignals([job.cancelled, job.ended]):
        go_on.set()
    assert done == []


def test_a_job_that_may_not_be_stopped_goes_on(jobs, qtbot):
    done = []
    job = jobs.run("写", lambda progress: progress(1, 2) or "done", done.append, stoppable=False)
    job.cancel()
    with qtbot.waitSignal(job.ended):
        pass
    assert done == ["done"]


def test_trouble_is_told_and_nothing_is_raised(jobs, qtbot):
    def work(progress):
        raise Trouble("磁盘满了。", "请清理磁盘。")

    told = []
    jobs.trouble.connect(told.append)
    with qtbot.waitSignal(jobs.run("写", work, lambda _: None).ended):
        pass
    assert [trouble.sentence for trouble in told] == ["磁盘满了。"]


def test_a_bug_goes_to_the_excepthook_of_the_main_thread(jobs, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append((kind, threading.current_thread())))
    with qtbot.waitSignal(jobs.run("算", lambda progress: 1 // 0, lambda _: None).ended):
        pass
    assert caught == [(ZeroDivisionError, threading.main_thread())]


def test_jobs_run_one_after_another(jobs, qtbot):
    order = []
    jobs.run("一", lambda progress: 1, order.append)
    last = jobs.run("二", lambda progress: 2, order.append)
    with qtbot.waitSignal(last.ended):
        pass
    assert order == [1, 2]


def test_a_writing_job_shuts_editing_until_it_is_written(jobs, qtbot):
    states = []
    jobs.about_to_write.connect(lambda: states.append(("before", jobs.writing)))
    jobs.written.connect(lambda: states.append(("after", jobs.writing)))
    with qtbot.waitSignal(jobs.written):
        jobs.run("写入", lambda progress: None, lambda _: None, writes=True)
        assert jobs.writing
    assert states == [("before", False), ("after", False)]


def test_a_job_that_only_reads_leaves_editing_open(jobs, qtbot):
    with qtbot.waitSignal(jobs.run("读", lambda progress: None, lambda _: None).ended):
        assert jobs.busy
        assert not jobs.writing


def test_closing_waits_and_tells_nobody_any_more(jobs, qtbot):
    done = []
    jobs.run("读", lambda progress: 1, done.append)
    jobs.close()
    assert not jobs.busy
    with qtbot.waitSignal(jobs.run("下一本", lambda progress: 2, done.append).ended):
        pass
    assert done == [2]


def test_a_glance_is_quiet_and_tells_what_it_read(jobs, qtbot):
    started, told = [], []
    jobs.started.connect(started.append)
    jobs.glance(lambda: 42, told.append)
    qtbot.waitUntil(lambda: told == [42])
    assert started == []
    assert not jobs.busy


def test_a_glance_does_not_wait_for_the_jobs(jobs, qtbot):
    open_up, told = threading.Event(), []
    jobs.run("读", lambda _progress: open_up.wait(5), lambda _: None)
    jobs.glance(lambda: "soon", told.append)
    qtbot.waitUntil(lambda: told == ["soon"])
    assert jobs.busy
    open_up.set()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_cancelled_glance_is_not_told(jobs, qtbot):
    open_up, told = threading.Event(), []
    first = jobs.glance(lambda: open_up.wait(5), told.append)
    jobs.glance(lambda: "second", told.append)
    first.cancel()
    open_up.set()
    qtbot.waitUntil(lambda: told == ["second"])


def test_trouble_in_a_glance_is_told(jobs, qtbot):
    told = []
    jobs.trouble.connect(told.append)

    def fail() -> None:
        raise Trouble("读不出来。")

    jobs.glance(fail, lambda _: None)
    qtbot.waitUntil(lambda: [one.sentence for one in told] == ["读不出来。"])


def test_closing_waits_for_a_glance(jobs):
    read = []
    jobs.glance(lambda: read.append(1), lambda _: None)
    jobs.close()
    assert read in ([1], [])  # done or never begun, but not under way any more
    assert not jobs._glances


def test_what_the_world_does_to_the_database_fails_the_job_like_any_trouble(jobs, qtbot):
    def read(_progress: object) -> None:
        raise apsw.CorruptError("database disk image is malformed")

    told = []
    jobs.run("查", read, lambda _result: None, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "数据库损坏" in told[0].sentence


class Page(QWidget):
    """A page whose own methods are worked off in the background; ``went`` tells in which thread it went."""

    def __init__(self, went):
        super().__init__()
        weakref.finalize(self, lambda: went.append(threading.current_thread()))

    def read(self, _progress: object) -> int:
        return 42

    def fail(self, _progress: object) -> None:
        raise Trouble("读不出来。")


@pytest.mark.parametrize("work", [Page.read, Page.fail])
def test_a_page_whose_work_is_done_never_goes_in_the_worker(jobs, qtbot, work):
    went, go_on = [], threading.Event()
    jobs._came.connect(lambda _job: go_on.wait(5), Qt.ConnectionType.DirectConnection)  # the worker lets go last
    job = jobs.run("读", work.__get__(Page(went)), lambda _result: None)
    with qtbot.waitSignal(job.ended):
        pass
    del job
    qtbot.waitUntil(lambda: went == [threading.main_thread()], timeout=2000)
    go_on.set()
