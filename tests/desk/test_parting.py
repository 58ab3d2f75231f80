"""Leaving the pages of a window: what stands in the way is asked about, page by page; nothing is given up unasked."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xunion_desktop.desk.messages import Messages
from xunion_desktop.desk.page_stack import PageStack
from xunion_desktop.desk.parting import Parting


class Busy(QWidget):
    """A page in the middle of something until it is halted, with words typed that may not be kept."""

    def __init__(self, *, keeps: bool = True) -> None:
        super().__init__()
        self.keeps, self.halted = keeps, False

    def unfinished(self):
        return None if self.halted else ("还在印，要停下吗？", "", "停下")

    def halt(self):
        self.halted = True

    def resume(self):
        self.halted = False

    def flush(self):
        return self.keeps


@pytest.fixture
def stack(qtbot):
    stack = PageStack({"one": QWidget, "two": QWidget})
    qtbot.addWidget(stack)
    stack.open_tab("one")
    return stack


@pytest.fixture
def asked():
    return []


@pytest.fixture
def parting(stack, asked):
    messages = Messages()
    messages.said.connect(asked.append)
    return Parting(stack, messages)


@pytest.fixture
def left():
    return []


@pytest.fixture
def leave(parting, left):
    """Leave, as a window does: whatever is answered, it is asked anew."""

    def again():
        if parting.may_leave(again):
            left.append(True)

    return again


def test_pages_that_are_done_with_may_be_left_unasked(leave, left, asked):
    leave()
    assert (left, asked) == ([True], [])


def test_each_busy_page_is_asked_about_by_itself(stack, leave, left, asked):
    for _ in range(2):
        stack.lay_over(Busy())
    leave()
    asked[0].answers[0].act()
    assert (len(asked), left) == (2, [])
    asked[1].answers[0].act()
    assert left == [True]


def test_what_cannot_be_kept_is_asked_about_after_what_is_stopped(stack, leave, left, asked):
    stack.lay_over(Busy(keeps=False))
    leave()
    asked[0].answers[0].act()
    assert asked[1].text.startswith("填了还没保存的内容存不进本子")
    asked[1].answers[0].act()
    assert left == [True]


def test_who_stays_after_all_is_asked_everything_again(stack, leave, left, asked):
    stack.lay_over(Busy(keeps=False))
    leave()
    asked[0].answers[0].act()
    asked[1].answers[1].act()
    leave()
    assert asked[2].text == asked[0].text
    assert left == []


def test_what_is_given_up_counts_as_kept(stack, parting):
    stack.lay_over(Busy(keeps=False))
    assert not parting.keeps_all()
    parting.give_up()
    assert parting.keeps_all()


def test_a_page_that_waits_takes_no_room(stack):
    window, tall = QWidget(), QWidget()
    QVBoxLayout(window).addWidget(stack)
    tall.setMinimumHeight(900)
    stack.lay_over(tall)
    assert window.minimumSizeHint().height() >= 900
    stack.open_tab("two")
    assert window.minimumSizeHint().height() < 900
    stack.setParent(None)
