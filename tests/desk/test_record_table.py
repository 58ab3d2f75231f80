"""The table on the screen: selection by key, header, columns remembered, copying, whole rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.desk.county import TODAY, Union, fill
from xunion_desktop.desk.cell_table import WholeRows
from xunion_desktop.desk.cells import Shown
from xunion_desktop.desk.record_model import Query, RecordModel
from xunion_desktop.desk.record_table import RecordTable
from xunion_desktop.desk.sums import sum_words, totals_of
from xunion_desktop.desk.table_memory import TableMemory
from xunion_desktop.desk.totals import Totals

SHOWN = (Shown("name", 200, stretch=True), Shown("trade", 84), Shown("members", 66, total=True))


@pytest.fixture
def model(desk, keys):
    made = RecordModel(desk.register("unions"), SHOWN, TODAY)
    made.ask(Query())
    return made


@pytest.fixture
def table(desk, model, qtbot):
    made = RecordTable(desk.scale, model, TableMemory(desk.settings, "unions"))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def ticking_table(desk, qtbot):
    model = RecordModel(desk.register("unions"), SHOWN, TODAY, ticks=True)
    model.ask(Query())
    made = RecordTable(desk.scale, model)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made, model


def test_the_selected_record_is_told_by_key(table, model, qtbot):
    with qtbot.waitSignal(table.key_changed) as told:
        table.selectRow(2)
    assert told.args == [model.key(2)]


def test_the_selection_survives_a_change_of_order(table, model):
    table.selectRow(2)
    key = table.current_key()
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert table.current_key() == key
    assert table.selected_keys() == [key]


def test_the_selection_survives_new_records(table, model, book):
    table.selectRow(4)
    key = table.current_key()
    fill(book, 5)
    model.reload()
    assert table.current_key() == key


def test_a_selected_record_that_is_no_longer_shown_is_told(table, model, qtbot):
    table.select_key(model.key(0))
    with qtbot.waitSignal(table.key_changed) as told:
        model.ask(Query(chip="vacant"))
    assert told.args == [""]


def test_a_key_that_is_not_shown_cannot_be_selected(table):
    assert not table.select_key("nowhere")


def test_a_click_on_the_header_sorts_and_a_second_one_turns_round(table, model):
    table._sort_by(2)
    first = model.key(0)
    table._sort_by(2)
    assert model.query.order == (("members", True),)
    assert model.key(0) != first


def test_copy_takes_the_headings_along(table):
    table.selectRow(0)
    table.copy_rows()
    assert QGuiApplication.clipboard().text() == "工会名称\t行业\t会员\n蔡家崖乡供电所工会\t煤炭\t67"


def test_copy_follows_the_order_of_the_columns(table):
    table.horizontalHeader().moveSection(2, 0)
    table.selectRow(0)
    table.copy_rows()
    assert QGuiApplication.clipboard().text().startswith("会员\t工会名称\t行业")


def test_ctrl_a_takes_all_rows(table, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selected_keys()) == 8


def test_ctrl_a_ticks_all_rows_where_there_are_ticks(desk, keys, qtbot):
    table, model = ticking_table(desk, qtbot)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(model.ticked_keys) == 8


def test_space_ticks_the_selected_rows_and_unticks_them(desk, keys, qtbot):
    table, model = ticking_table(desk, qtbot)
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model.ticked_keys == [model.key(1)]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model.ticked_keys == []


def test_a_click_on_the_box_ticks_without_selecting(desk, keys, qtbot):
    table, model = ticking_table(desk, qtbot)
    where = table.visualRect(model.index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert model.ticked_keys == [model.key(3)]
    assert table.current_key() == ""


def test_enter_and_f2_want_the_record(table, qtbot):
    table.selectRow(1)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        with qtbot.waitSignal(table.wanted) as told:
            qtbot.keyClick(table, key)
        assert told.args == [1]


def test_the_chosen_columns_are_remembered(table, desk, model, qtbot):
    trade = next(action for action in table.chooser().actions() if action.text() == "行业")
    trade.trigger()
    again = RecordTable(desk.scale, model, TableMemory(desk.settings, "unions"))
    qtbot.addWidget(again)
    assert [model.columns[place].name for place in again.visible_columns()] == ["name", "members"]


def test_the_last_column_cannot_be_hidden(table):
    for section in table.visible_columns():
        table._show_column(section, shown=False)
    assert len(table.visible_columns()) == 1


def test_widths_and_order_are_remembered(table, desk, model, qtbot):
    table.horizontalHeader().resizeSection(1, 150)
    table.horizontalHeader().moveSection(2, 0)
    table._save_shape()
    again = RecordTable(desk.scale, model, TableMemory(desk.settings, "unions"))
    qtbot.addWidget(again)
    assert again.columnWidth(1) == 150
    assert again.shape().order[:3] == ("members", "name", "trade")


def test_a_remembered_width_grows_with_the_text(table, desk, scale):
    table.horizontalHeader().resizeSection(1, 100)
    table._save_shape()
    scale.set_factor(1.5)
    assert table.columnWidth(1) == 150


def test_a_remembered_column_that_the_program_no_longer_has_is_left_out(desk):
    desk.settings.set(
        "table/x", {"order": ["gone", "name"], "widths": {"gone": 9}, "hidden": ["gone"], "sort": ["gone", 1]}
    )
    shape = TableMemory(desk.settings, "x").load(["name"])
    assert (shape.order, dict(shape.widths), shape.hidden, shape.sort) == (("name",), {}, frozenset(), None)


def test_a_remembered_shape_of_another_kind_is_none(desk):
    odd = {"order": [["name"], 1], "widths": {"name": "wide", "trade": 10**12}, "hidden": 5, "sort": [{}, 1]}
    desk.settings.set("table/x", odd)
    shape = TableMemory(desk.settings, "x").load(["name", "trade"])
    assert (shape.order, dict(shape.widths), shape.hidden, shape.sort) == ((), {}, None, None)


def test_rows_are_34_pixels_and_grow_with_the_text(table, scale):
    assert table.row_height() == 34
    scale.set_factor(1.75)
    assert table.row_height() == 60


def test_no_row_is_cut(desk, model, qtbot):
    table = RecordTable(desk.scale, model)
    rows = WholeRows(table)
    qtbot.addWidget(rows)
    rows.resize(500, 371)
    rows.show()
    assert table.viewport().height() % table.row_height() == 0


def test_the_sum_of_the_selection_is_told(model, keys):
    assert sum_words(model, keys[:3], "家") == "选中 3 家 · 会员 51"


def test_totals_stand_under_their_columns(table, model, scale, qtbot):
    totals = Totals(scale, table)
    qtbot.addWidget(totals)
    totals.show_texts(totals_of(model, {"members": 336}, "家"))
    assert (totals.text(0), totals.text(2)) == ("合计 8 家", "336")
    totals.resize(600, 36)
    assert not totals.grab().isNull()


def test_a_removed_record_leaves_a_blank_row_until_the_next_look(table, model, book):
    union = Union.get_by_id(model.key(0))
    with book.deed("删除") as deed:
        deed.delete(union)
    model.reload()
    assert model.rowCount() == 7


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75])
@pytest.mark.parametrize("height", [301, 371, 440])
def test_no_row_is_cut_at_any_text_size(desk, model, qtbot, factor, height):
    table = RecordTable(desk.scale, model)
    rows = WholeRows(table)
    qtbot.addWidget(rows)
    rows.resize(900, height)
    rows.show()
    desk.scale.set_factor(factor)
    qtbot.wait(1)
    assert table.viewport().height() % table.row_height() == 0


def test_a_bar_below_the_table_cuts_no_row(desk, model, qtbot):
    table = RecordTable(desk.scale, model)
    rows = WholeRows(table)
    qtbot.addWidget(rows)
    rows.resize(400, 301)
    rows.show()
    for section in range(table.model().columnCount()):
        table.setColumnHidden(section, False)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    assert table.viewport().height() % table.row_height() == 0
