"""Everything by keyboard: in the list, the form, the wizard and the preview; never against an input method."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.desk.county import PLAN
from tests.desk.hands import compose, write_in
from xunion_desktop.desk.record_panel import BASIC
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.desk.register_sub_page import RegisterSubPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk, keys, qtbot):
    made = RegisterPage(desk, "unions", PLAN)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    made.list.table.setFocus()
    qtbot.waitUntil(made.list.table.hasFocus)
    return made


def names(page):
    return [page.list.model.record(row).name for row in range(page.list.model.rowCount())]


def test_ctrl_f_goes_to_the_search_and_enter_back_to_the_list(page, qtbot):
    qtbot.keyClick(page.list.table, Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "slyy")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.list.table.hasFocus()
    assert page.panel.title.text() == "示例医院工会"


def test_esc_clears_the_search(page, qtbot):
    page.search.setText("医院")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert (page.search.text(), len(names(page))) == ("", 8)


def test_the_arrows_walk_through_the_records(page, qtbot):
    first = page.panel.record.id
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    assert page.panel.record.id == page.list.model.key(1) != first


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_f2_and_enter_go_into_the_form(page, qtbot, key):
    qtbot.keyClick(page.list.table, key)
    assert page.panel.form.editor("name").field.hasFocus()
    assert page.panel.chips.current == BASIC


def test_enter_walks_to_the_save_button_and_the_button_saves(page, qtbot):
    page.edit()
    chair = page.panel.form.editor("chair").field
    write_in(chair, "郭")
    page.panel.form.editor("remark").field.setFocus()
    qtbot.keyClick(page.panel.form.editor("remark").field, Qt.Key.Key_Return)
    assert page.panel.save_button.hasFocus()
    qtbot.keyClick(page.panel.save_button, Qt.Key.Key_Space)
    assert page.panel.badge.words == ""


def test_enter_that_ends_a_composition_stays_in_its_field(page, qtbot):
    page.edit()
    name = page.panel.form.editor("name").field
    compose(name, "xing'xian")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert name.hasFocus()
    compose(name, "")
    write_in(name, "兴县")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert not name.hasFocus()


def test_enter_in_the_search_while_composing_stays_there(page, qtbot):
    page.search.setFocus()
    compose(page.search, "yi'yuan")
    assert len(names(page)) == 8
    assert page.search.hasFocus()


def test_ctrl_s_saves_from_wherever_the_hand_is(page, qtbot):
    write_in(page.panel.form.editor("chair").field, "郭")
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_S, CTRL)
    assert page.panel.badge.words == ""


def test_ctrl_p_prints_for_the_overdue_ones(page, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(page.desk, "print", lambda form, keys: asked.append(len(keys)))
    qtbot.keyClick(page.list.table, Qt.Key.Key_P, CTRL)
    assert asked == [3]


def test_shift_and_arrows_pick_rows_out(page, qtbot):
    for _ in range(2):
        qtbot.keyClick(page.list.table, Qt.Key.Key_Down, SHIFT)
    assert page.list.said.text() == "已选 3 家"


def test_ctrl_a_takes_all(page, qtbot):
    qtbot.keyClick(page.list.table, Qt.Key.Key_A, CTRL)
    assert page.list.said.text() == "已选 8 家"


def test_copied_rows_have_their_headings_and_no_dashes(page, qtbot):
    qtbot.keyClick(page.list.table, Qt.Key.Key_End)
    qtbot.keyClick(page.list.table, Qt.Key.Key_C, CTRL)
    heads, row = QGuiApplication.clipboard().text().split("\n")
    assert heads.split("\t")[:3] == ["工会名称", "行业", "主席"]
    assert "—" not in row


def test_copying_only_takes_what_is_seen(page, qtbot):
    page.list.table.setColumnHidden(1, True)
    qtbot.keyClick(page.list.table, Qt.Key.Key_C, CTRL)
    assert "行业" not in QGuiApplication.clipboard().text()


def test_what_was_copied_is_pasted_back_without_a_change(page, qtbot, finish):
    wizards = []
    page.desk.page_wanted.connect(lambda wizard, _title: (qtbot.addWidget(wizard), wizards.append(wizard)))
    qtbot.keyClick(page.list.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.list.table, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(page.list.table, Qt.Key.Key_V, CTRL)
    finish()
    assert len(wizards[0].plan.rows) == 8
    assert wizards[0].plan.writable() == []


@pytest.fixture
def sub_page(page, qtbot):
    made = RegisterSubPage(page, "词表")
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    return made


def test_a_register_without_a_tab_is_left_with_esc(sub_page, qtbot):
    with qtbot.waitSignal(sub_page.desk.page_left) as told:
        qtbot.keyClick(sub_page, Qt.Key.Key_Escape)
    assert told.args == [sub_page]


def test_there_esc_first_clears_the_search(sub_page, qtbot):
    sub_page.register_page.search.setText("医院")
    with qtbot.assertNotEmitted(sub_page.desk.page_left):
        qtbot.keyClick(sub_page, Qt.Key.Key_Escape)
    assert sub_page.register_page.search.text() == ""


def test_there_esc_first_takes_the_record_from_over_the_list(sub_page, qtbot):
    sub_page.resize(800, 697)
    sub_page.register_page.edit()
    with qtbot.assertNotEmitted(sub_page.desk.page_left):
        qtbot.keyClick(sub_page, Qt.Key.Key_Escape)
    assert sub_page.register_page.list.isVisible()


def test_leaving_it_keeps_what_is_typed(sub_page, book):
    write_in(sub_page.register_page.panel.form.editor("chair").field, "郭")
    sub_page.leave()
    assert len(book.drafts.all()) == 1


def test_it_names_its_keys_and_shows_the_records_it_is_asked_for(sub_page, keys):
    assert ("Esc", "返回") in sub_page.keys
    sub_page.show_records(keys=keys[:2])
    assert sub_page.register_page.list.model.rowCount() == 2
