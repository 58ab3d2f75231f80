"""Enter goes to the next field, but never while an input method is composing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from tests.desk.hands import compose
from xunion_desktop.desk.enter_walk import EnterWalk


@pytest.fixture
def fields(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    made = [QLineEdit(), QLineEdit(), QPlainTextEdit()]
    box = QVBoxLayout(page)
    for field in made:
        box.addWidget(field)
    walk = EnterWalk(page)
    walk.watch(made)
    page.walk = walk
    page.show()
    page.activateWindow()
    made[0].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made[0])
    yield made
    page.close()


def test_enter_goes_to_the_next_field(fields, qtbot):
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[1]


def test_enter_stays_while_an_input_method_composes(fields, qtbot):
    compose(fields[0], "shi'li")
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[0]


def test_enter_goes_on_when_the_words_are_committed(fields, qtbot):
    compose(fields[0], "shi'li")
    compose(fields[0], "")
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[1]


def test_a_hidden_field_is_passed_over(fields, qtbot):
    fields[1].hide()
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[2]


def test_enter_leaves_a_long_text(fields, qtbot):
    with qtbot.waitSignal(fields[0].parentWidget().walk.finished):
        qtbot.keyClick(fields[2], Qt.Key.Key_Return)
    assert fields[2].toPlainText() == ""


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_enter_with_ctrl_or_shift_is_a_new_line(fields, qtbot, held):
    fields[2].setFocus()
    qtbot.keyClick(fields[2], Qt.Key.Key_Return, held)
    assert QApplication.focusWidget() is fields[2]
    assert fields[2].toPlainText() == "\n"


def test_an_end_is_walked_into_and_keeps_its_enter(fields, qtbot):
    fields[0].parentWidget().walk.watch(fields, [fields[2]])
    fields[1].setFocus()
    qtbot.keyClick(fields[1], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[2]
    qtbot.keyClick(fields[2], Qt.Key.Key_Return)
    assert fields[2].toPlainText() == "\n"


def test_after_the_last_field_the_walk_is_finished(fields, qtbot):
    fields[2].hide()
    with qtbot.waitSignal(fields[0].parentWidget().walk.finished):
        qtbot.keyClick(fields[1], Qt.Key.Key_Return)


def test_a_field_out_of_sight_is_scrolled_to(qtbot):
    inner, scroll = QWidget(), QScrollArea()
    scroll.setWidget(inner)
    qtbot.addWidget(scroll)
    made = [QLineEdit(inner), QLineEdit(inner)]
    made[1].move(0, 900)
    inner.resize(200, 1000)
    scroll.resize(220, 200)
    walk = EnterWalk(scroll)
    walk.watch(made)
    scroll.show()
    qtbot.keyClick(made[0], Qt.Key.Key_Return)
    assert not made[1].visibleRegion().isEmpty()
