"""The table model over a register: keys once, rows by page, order in the database."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.desk.county import PLAN, TODAY, Union, fill
from xunion_desktop.desk.cells import CELL, CHECK, DISPLAY, Shown
from xunion_desktop.desk.record_model import Query, RecordModel
from xunion_desktop.desk.row_pages import PAGE, RowPages

SHOWN = (Shown("name", stretch=True), Shown("members"), Shown("phone"), *PLAN.columns[-1:])


@pytest.fixture
def model(desk, keys):
    made = RecordModel(desk.register("unions"), SHOWN, TODAY)
    made.ask(Query())
    return made


@pytest.fixture
def ticking(desk, keys):
    made = RecordModel(desk.register("unions"), SHOWN, TODAY, ticks=True)
    made.ask(Query())
    return made


def names(model):
    column = next(place for place, one in enumerate(model.shown) if one.name == "name") + model.ticks
    return [model.index(row, column).data(DISPLAY) for row in range(model.rowCount())]


def test_it_is_a_good_qt_model_while_it_changes(model, book, qtbot):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fill(book, 3)
    model.reload()
    model.ask(Query(chip="overdue"))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.ask(Query(text="没有这一家"))
    assert tester is not None
    assert model.rowCount() == 0


def test_a_ticking_model_is_a_good_qt_model(ticking):
    QAbstractItemModelTester(ticking, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ticking.tick(ticking.keys[:2], on=True)
    assert len(ticking.ticked_keys) == 2


def test_names_stand_in_the_order_of_their_pinyin(model):
    assert names(model)[:3] == ["蔡家崖乡供电所工会", "康宁镇工会", "罗峪口镇粮站工会"]


def test_a_chip_filters(model):
    model.ask(Query(chip="vacant"))
    assert names(model) == ["罗峪口镇粮站工会", "魏家滩镇示例矿工会"]


def test_words_are_searched(model):
    model.ask(Query(text="sl yy"))
    assert names(model) == ["示例医院工会"]


def test_only_certain_keys_can_be_shown(model, keys):
    model.ask(Query(only=frozenset(keys[:2])))
    assert set(model.keys) == set(keys[:2])


def test_sorting_is_done_by_the_database(model):
    model.sort(1, Qt.SortOrder.DescendingOrder)
    numbers = [int(model.index(row, 1).data(DISPLAY)) for row in range(model.rowCount())]
    assert numbers == sorted(numbers, reverse=True)


def test_columns_that_are_not_listed_can_be_chosen(model):
    offered = [one.name for one in model.shown if one.offered]
    assert "remark" in offered
    assert "name" not in offered


def test_a_state_is_a_word_in_a_pill(model):
    model.ask(Query(chip="overdue"))
    cell = model.index(0, 3).data(CELL)
    assert (cell.text, cell.tone) == ("届满", "red")


def test_an_empty_value_is_a_dash(model):
    assert model.index(0, 2).data(DISPLAY) == "—"


def test_a_phone_is_masked(model, book, keys):
    union = Union.get_by_id(keys[0])
    union.phone = "13912347120"
    with book.deed("改电话") as deed:
        deed.save(union)
    model.reload()
    assert model.index(model.row_of(keys[0]), 2).data(DISPLAY) == "139****7120"


def test_numbers_stand_at_the_right(model):
    assert model.index(0, 1).data(CELL).right
    assert not model.index(0, 0).data(CELL).right


def test_a_changed_value_redraws_and_keeps_the_rows(model, book, qtbot):
    union = Union.get_by_id(model.key(0))
    union.members = 999
    with book.deed("改会员数") as deed:
        deed.save(union)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.reload()
    assert model.index(0, 1).data(DISPLAY) == "999"


def test_a_new_record_resets_the_rows(model, book, qtbot):
    with qtbot.waitSignal(model.modelReset):
        fill(book, 1)
        model.reload()


def test_a_tick_is_kept_by_key_through_another_order(ticking):
    key = ticking.key(0)
    ticking.tick([key], on=True)
    ticking.sort(2, Qt.SortOrder.DescendingOrder)
    row = ticking.row_of(key)
    assert ticking.index(row, 0).data(CHECK) == Qt.CheckState.Checked


def test_ticks_of_rows_that_are_no_longer_shown_are_dropped(ticking):
    ticking.tick(list(ticking.keys), on=True)
    ticking.ask(replace(ticking.query, chip="vacant"))
    assert len(ticking.ticked_keys) == 2


def test_rows_are_read_page_by_page():
    asked = []

    class Row:
        def __init__(self, key):
            self.id = key

    def read(keys):
        asked.append(len(keys))
        return [Row(key) for key in keys]

    pages = RowPages(read, [str(number) for number in range(1000)])
    assert pages.row(70).id == "70"
    assert pages.row(65).id == "65"
    assert asked == [PAGE]


def test_a_row_that_is_gone_meanwhile_is_none():
    pages = RowPages(lambda keys: [], ["a"])
    assert pages.row(0) is None
