"""What the program says: in the window, without a pop-up; a question has two answers."""

import threading

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.message_line import MessageLine
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard


@pytest.fixture
def line(furniture, qtbot):
    made = MessageLine(furniture.scale, furniture.icons, furniture.messages, furniture.jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_said_is_shown(line, furniture):
    furniture.messages.say("已保存：示例医院工会")
    assert line.note.title.text() == "已保存：示例医院工会"


def test_the_next_note_takes_the_place_of_the_last(line, furniture):
    furniture.messages.say("一")
    furniture.messages.say("二")
    assert line.note.title.text() == "二"


def test_a_trouble_says_what_to_do_and_stays(line, furniture):
    furniture.messages.trouble(Trouble("磁盘满了。", "请清理磁盘。"))
    assert line.note.second.text() == "请清理磁盘。"
    assert not line._timer.isActive()


def test_a_note_of_success_goes_by_itself(line, furniture):
    furniture.messages.say("已保存")
    assert line._timer.isActive()
    line._timer.timeout.emit()
    assert line.note is None


def test_the_act_beside_a_note_is_done_once_and_the_note_goes(line, furniture):
    done = []
    furniture.messages.say("已导入 217 行", answer=Answer("撤销", lambda: done.append(1)))
    line.note.buttons[0].click()
    assert (done, line.note) == ([1], None)


def test_a_question_that_is_answered_with_no_does_nothing(line, furniture):
    done = []
    furniture.messages.ask("放弃吗？", "", "放弃", lambda: done.append(1))
    assert [button.text() for button in line.note.buttons] == ["放弃", "不做"]
    line.note.buttons[1].click()
    assert (done, line.note) == ([], None)


@pytest.fixture
def stayed(line, furniture):
    """How often a question came to nothing that was put and never answered."""
    called = []
    furniture.messages.ask("放弃吗？", "", "放弃", lambda: None, lambda: called.append(1))
    return called


def test_a_question_that_another_note_takes_the_place_of_is_answered_with_no(line, furniture, stayed):
    furniture.messages.say("已保存")
    assert (stayed, line.note.title.text()) == ([1], "已保存")
    furniture.messages.say("又保存")
    assert stayed == [1]


def test_a_question_that_is_answered_comes_to_nothing_no_more(line, furniture):
    said = []
    furniture.messages.ask("放弃吗？", "", "放弃", lambda: said.append("是"), lambda: said.append("不"))
    line.note.buttons[0].click()
    furniture.messages.say("已放弃")
    assert said == ["是"]


def test_what_a_question_that_is_taken_away_says_stands_alone(line, furniture, qtbot):
    furniture.messages.ask("放弃吗？", "", "放弃", lambda: None, lambda: furniture.messages.say("都还在"))
    furniture.messages.say("已保存")
    shown = lambda: [card.title.text() for card in line.findChildren(NoteCard) if card.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: shown() == ["都还在"])


def test_an_answer_may_say_something_in_turn(line, furniture):
    furniture.messages.ask("放弃吗？", "", "放弃", lambda: furniture.messages.say("已放弃"))
    line.note.buttons[0].click()
    assert line.note.title.text() == "已放弃"


def test_an_attempt_tells_its_trouble(furniture, said):
    def act():
        raise Trouble("本子被占用。")

    assert not furniture.messages.attempt(act)
    assert said[0].text == "本子被占用。"


def test_a_running_job_is_shown_with_its_progress(line, furniture, qtbot):
    go_on = threading.Event()
    job = furniture.jobs.run("写入台账", lambda progress: progress(5, 10) or go_on.wait(5), lambda _: None)
    assert line._job.isVisible()
    with qtbot.waitSignal(job.progressed):
        pass
    assert line._job._count.text() == "5 / 10"
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert not line._job.isVisible()


@pytest.mark.parametrize(("writes", "words"), [(True, "已取消，什么也没有写入。"), (False, "已取消。")])
def test_a_cancelled_job_is_told(line, furniture, qtbot, writes, words):
    go_on = threading.Event()
    work = lambda progress: (go_on.wait(5), progress(1, 2))  # noqa: E731 - the job stops at its report
    job = furniture.jobs.run("写入台账", work, lambda _: None, writes=writes)
    with qtbot.waitSignal(job.ended):
        line._job._stop.click()
        go_on.set()
    assert line.note.title.text() == words


def test_a_line_that_is_gone_says_nothing_after_the_window_that_came_next(line, furniture, said, qtbot):
    gone = MessageLine(furniture.scale, furniture.icons, furniture.messages, furniture.jobs)
    go_on = threading.Event()
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    work = lambda progress: (go_on.wait(5), progress(1, 2))  # noqa: E731 - the job stops at its report
    job = furniture.jobs.run("写入台账", work, lambda _: None)
    with qtbot.waitSignal(job.ended):
        line._job._stop.click()
        go_on.set()
    assert [note.text for note in said] == ["已取消。"]
