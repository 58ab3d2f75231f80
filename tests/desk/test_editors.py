"""One editor per kind; all can be read raw (for the draft) and as a value."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent

from tests.desk.county import TODAY, Union
from tests.desk.hands import write_in
from xunion_desktop.basics.problems import Level
from xunion_desktop.desk.editors.choice import ChoiceEditor
from xunion_desktop.desk.editors.choose import editor_for
from xunion_desktop.desk.editors.file import FileEditor
from xunion_desktop.desk.editors.line import LineEditor
from xunion_desktop.desk.editors.link import LinkEditor
from xunion_desktop.desk.editors.long_text import LongTextEditor
from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.record import columns_of

OWN = columns_of(Union)


@pytest.fixture
def edit(scale, qtbot):
    def make(column, **more):
        editor = editor_for(column, scale, TODAY, **more)
        qtbot.addWidget(editor)
        editor.show()
        return editor

    return make


@pytest.mark.parametrize(
    ("kind", "editor"),
    [
        (Kind.TEXT, LineEditor),
        (Kind.WHOLE, LineEditor),
        (Kind.MONEY, LineEditor),
        (Kind.DATE, LineEditor),
        (Kind.CREDIT_CODE, LineEditor),
        (Kind.LONG_TEXT, LongTextEditor),
        (Kind.CHOICE, ChoiceEditor),
        (Kind.YES_NO, ChoiceEditor),
    ],
)
def test_each_kind_has_its_editor(edit, kind, editor):
    assert isinstance(edit(Column("it", "它", kind)), editor)


def test_a_date_shows_how_it_is_read_while_it_is_typed(edit, qtbot):
    editor = edit(OWN["term_end"])
    told = []
    editor.read.connect(told.append)
    write_in(editor.field, "0801")
    assert told[-1] == "读作 2026-08-01"
    assert editor.value() == "2026-08-01"


def test_on_leaving_a_date_is_written_in_full(edit, qtbot):
    editor = edit(OWN["term_end"])
    write_in(editor.field, "8.1")
    editor.field.editingFinished.emit()
    assert editor.raw() == "2026-08-01"


def test_an_amount_in_wan_becomes_fen(edit, qtbot):
    editor = edit(OWN["dues"])
    write_in(editor.field, "1.2万")
    assert editor.value() == 1200000


def test_what_is_not_understood_stays_as_it_was_typed(edit, qtbot):
    editor = edit(OWN["members"])
    write_in(editor.field, "十二")
    editor.field.editingFinished.emit()
    assert (editor.raw(), editor.value()) == ("十二", None)
    assert editor.fault()


def test_an_empty_field_is_none_and_no_fault(edit):
    editor = edit(OWN["members"])
    assert (editor.value(), editor.fault()) == (None, "")


def test_a_choice_is_shown_by_its_word(edit):
    editor = edit(OWN["trade"])
    editor.set_value("煤炭")
    assert (editor.raw(), editor.value()) == ("煤炭", "煤炭")


def test_a_word_that_is_no_longer_in_the_list_is_kept(edit):
    editor = edit(OWN["trade"])
    editor.set_value("供销")
    assert editor.value() == "供销"


def test_yes_and_no_may_be_unknown(edit):
    editor = edit(OWN["confirmed"])
    values = []
    for value in (None, True, False):
        editor.set_value(value)
        values.append(editor.value())
    assert values == [None, True, False]


def test_the_wheel_does_not_change_a_choice(edit):
    editor = edit(OWN["trade"])
    editor.set_value("煤炭")
    down = QWheelEvent(
        QPoint(5, 5), QPoint(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    editor.field.wheelEvent(down)
    assert (editor.value(), down.isAccepted()) == ("煤炭", False)


def test_setting_a_long_text_is_no_edit(edit, qtbot):
    editor = edit(OWN["remark"])
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value("第一行\n第二行")
    assert editor.value() == "第一行\n第二行"


def test_a_link_is_found_by_initials_and_holds_the_key(edit, desk, keys, qtbot):
    editor = edit(Column("union", "工会", Kind.LINK), register=desk.register("unions"))
    assert isinstance(editor, LinkEditor)
    editor.field.setCompleter(None)  # the offscreen platform cannot open the list
    qtbot.keyClicks(editor.field, "slyy")
    assert editor.offered() == ["示例医院工会"]
    editor.take(0)
    assert editor.value() == keys[4]


def test_a_link_that_was_only_typed_is_a_fault(edit, desk, keys, qtbot):
    editor = edit(Column("union", "工会", Kind.LINK), register=desk.register("unions"))
    write_in(editor.field, "没有这一家")
    assert editor.value() is None
    assert "从列表里选" in editor.fault()


def test_a_link_goes_through_a_draft_by_its_key(edit, desk, keys):
    editor = edit(Column("union", "工会", Kind.LINK), register=desk.register("unions"))
    editor.set_value(keys[4])
    raw = editor.raw()
    editor.set_value(None)
    editor.set_raw(raw)
    assert (editor.value(), editor.field.text()) == (keys[4], "示例医院工会")


def test_a_file_is_taken_and_named(edit, qtbot):
    editor = edit(Column("photo", "照片", Kind.FILE), take=lambda: "ab12")
    assert isinstance(editor, FileEditor)
    with qtbot.waitSignal(editor.edited):
        editor.field.click()
    assert editor.value() == "ab12"


@pytest.mark.parametrize(
    ("level", "colour"), [(Level.ERROR, "error"), (Level.DOUBT, "doubt"), (Level.HINT, ""), (None, "")]
)
def test_a_field_is_coloured_by_its_worst_problem(edit, level, colour):
    editor = edit(OWN["name"])
    editor.show_level(level)
    assert (editor.field.property("level") or "") == colour


def test_a_fixed_field_is_shown_and_not_edited(edit, qtbot):
    editor = edit(OWN["name"])
    editor.set_value("示例工会")
    editor.set_read_only(True)
    qtbot.keyClicks(editor.field, "x")
    assert editor.value() == "示例工会"
