"""Cycles of objects go in the main thread, whatever a worker makes meanwhile."""

import gc
import threading
import weakref

import pytest

from xunion_desktop.desk.background import Background

MANY = 100_000  # objects: Python collects many times on the way


class Cycle:
    """Holds itself; ``went`` = the thread it goes in."""

    def __init__(self, went):
        self.itself = self
        weakref.finalize(self, lambda: went.append(threading.current_thread()))


@pytest.fixture
def jobs(qapp):
    made = Background()
    yield made
    made.close()


def busy(_report=None):
    """What a worker does that makes much: it keeps what it makes, as a table that is read does."""
    return [[number] for number in range(MANY)]


@pytest.mark.parametrize("begin", ["run", "glance"])
def test_a_worker_that_needs_memory_takes_no_cycle_of_the_window_down(jobs, qtbot, begin):
    went = []
    gc.collect()
    gc.disable()  # nothing may collect it between here and the worker
    Cycle(went)
    gc.enable()
    job = jobs.run("读", busy, lambda _: None) if begin == "run" else jobs.glance(busy, lambda _: None)
    with qtbot.waitSignal(job.ended):
        pass
    gc.collect()
    assert went == [threading.main_thread()]


def test_while_a_worker_runs_the_main_thread_collects(jobs, qtbot):
    go_on, went = threading.Event(), []
    jobs.run("等", lambda _report: go_on.wait(30), lambda _: None)
    Cycle(went)
    kept = busy()
    qtbot.waitUntil(lambda: went == [threading.main_thread()])
    go_on.set()
    assert len(kept) == MANY


def test_once_the_last_worker_has_ended_python_collects_again(jobs, qtbot):
    job = jobs.run("数", lambda _report: 1, lambda _: None)
    assert not gc.isenabled()
    with qtbot.waitSignal(job.ended):
        pass
    assert gc.isenabled()


def test_closed_in_the_middle_it_collects_again(jobs):
    jobs.glance(lambda: 1, lambda _: None)
    jobs.close()
    assert gc.isenabled()
