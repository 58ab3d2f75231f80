"""The copies of a batch: whole names, verdicts, and what is wrong with whom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.desk.paper_shop import LATELY, MISSING, Letter, letter_page
from xunion_desktop.desk.cells import CELL
from xunion_desktop.desk.copy_list import NOTES_SHOWN, CopyList
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.theme import ROW, TWO_LINE_ROW

LONG = "兴县某某某某某某某某某某某某某有限责任公司工会委员会"
PAGE = letter_page("兴工函〔2026〕1号", issued=True)


def letter(name="示例医院工会", *problems, number="兴工函〔2026〕38号"):
    return Letter(name, name, number, (PAGE,), tuple(problems))


@pytest.fixture
def copies(desk, qtbot):
    made = CopyList(desk, "封")
    qtbot.addWidget(made)
    made.resize(468, 600)
    made.show()
    return made


def texts(copies):
    return [shown.text() for shown in copies.findChildren(QLabel)]


def test_copies_and_pages_are_counted(copies):
    copies.show_copies("换届提醒函", [letter(), letter()], frozenset())
    assert copies.count.text() == "2 封 · 2 页"


@pytest.mark.parametrize(("by_name", "heading"), [(True, "收件单位"), (False, "名称")])
def test_copies_that_go_to_several_by_name_are_listed_by_whom_they_go_to(copies, by_name, heading):
    """Also where only one of them is left."""
    copies.show_copies("函", [Letter("draft", "示例水泥厂工会", "", (PAGE,), by_name=by_name)], frozenset())
    assert copies.model.headerData(1, Qt.Orientation.Horizontal) == heading


def test_what_is_said_of_all_copies_of_one_record_is_said_once(copies, desk):
    doubt = (LATELY,)
    several = [Letter("draft", name, "", (PAGE,), doubt, "请看") for name in ("甲工会", "乙工会")]
    copies.show_copies("函", [*several, letter("丙工会", LATELY)], frozenset())
    titles = [note.title.text() for note in copies.findChildren(NoteCard)]
    assert titles == ["2 封请看", "第 3 封可印"]


def test_nothing_can_be_left_out_once_the_numbers_are_given(copies):
    copies.show_copies("函", [letter("丙工会", LATELY)], frozenset(), mends=False)
    assert [note.buttons for note in copies.findChildren(NoteCard)] == [[]]


def test_of_a_number_only_the_running_part_is_shown(copies):
    copies.show_copies("换届提醒函", [letter()], frozenset())
    assert copies.model.index(0, 2).data() == "38"


def test_a_copy_without_a_number_has_none(copies):
    copies.show_copies("名册", [letter(number="")], frozenset())
    assert copies.model.index(0, 2).data() == ""


def test_usual_names_stand_in_one_line(copies, scale):
    copies.show_copies("换届提醒函", [letter()], frozenset())
    assert copies.table.row_height() == scale.px(ROW)


def test_a_long_name_goes_on_in_a_second_line(copies, scale):
    copies.show_copies("换届提醒函", [letter(), letter(LONG)], frozenset())
    assert copies.table.row_height() == scale.px(TWO_LINE_ROW)
    assert copies.model.index(1, 1).data(CELL).wrap


def test_where_there_is_room_again_one_line_does(copies, scale, qtbot):
    copies.show_copies("换届提醒函", [letter(LONG)], frozenset())
    copies.resize(1200, 600)
    qtbot.waitUntil(lambda: copies.table.row_height() == scale.px(ROW))


def test_a_dropped_copy_is_struck_out_and_no_longer_complained_of(copies):
    copies.show_copies("换届提醒函", [letter("甲", MISSING), letter("乙")], frozenset({0}))
    assert copies.model.index(0, 1).data(CELL).struck
    assert copies.model.index(0, 3).data() == "不印"
    assert not copies.problem_title.isVisible()
    assert copies.count.text() == "1 封 · 1 页"


def test_an_error_is_mended_and_a_doubt_dropped(copies, qtbot):
    copies.show_copies("换届提醒函", [letter("甲", MISSING), letter("乙", LATELY)], frozenset())
    notes = copies._notes_box
    first, second = notes.itemAt(0).widget(), notes.itemAt(1).widget()
    with qtbot.waitSignal(copies.mend_wanted) as mend:
        first.buttons[0].click()
    with qtbot.waitSignal(copies.dropped) as drop:
        second.buttons[0].click()
    assert (mend.args, drop.args) == (["甲"], [1])


def test_of_very_many_problems_the_first_are_listed_and_the_rest_counted(copies):
    batch = [letter(f"{place}", MISSING) for place in range(NOTES_SHOWN + 3)]
    copies.show_copies("换届提醒函", batch, frozenset())
    assert "另有 3 封有问题，处理前面的后再列出。" in texts(copies)


def test_the_clerk_is_led_to_the_copy_he_takes(copies, qtbot):
    copies.show_copies("换届提醒函", [letter("甲"), letter("乙")], frozenset())
    with qtbot.waitSignal(copies.chosen) as told:
        copies.select(1)
    assert told.args == [1]
