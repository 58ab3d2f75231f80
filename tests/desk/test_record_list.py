"""The list: what its rows come to, what stands in its place when it is empty, whom the red button is for."""

from dataclasses import replace

import pytest

from tests.desk.county import PLAN, TODAY, Union
from xunion_desktop.desk.record_list import RecordList
from xunion_desktop.desk.record_model import Query
from xunion_desktop.desk.sums import tally


@pytest.fixture
def make(desk, qtbot):
    def make(plan=PLAN):
        rows = RecordList(desk, "unions", plan)
        qtbot.addWidget(rows)
        rows.show()
        return rows

    return make


@pytest.fixture
def rows(make, keys):
    return make()


def ask(rows, query):
    rows.ask(query)
    rows.show_tally(rows.to_count()())


def test_the_chips_are_counted_and_the_columns_summed(rows):
    ask(rows, Query())
    counted = rows.to_count()()
    assert counted.counts == {"all": 8, "overdue": 3, "vacant": 2, "mine": 2}
    assert (counted.deed, counted.sums) == (3, {"members": 336})


def test_under_a_chip_the_sums_are_those_of_its_rows(rows):
    ask(rows, Query("mine"))
    assert rows.to_count()().sums == {"members": 27 + 67}
    assert rows.totals.text(0) == "合计 2 家"


def test_words_narrow_the_counts_of_all_chips(rows):
    ask(rows, Query(text="镇"))
    assert rows.to_count()().counts["all"] == 4


def test_of_certain_records_the_button_takes_the_overdue_ones(rows, keys):
    ask(rows, Query(only=frozenset(keys[:2])))
    assert rows.primary.text() == "印换届提醒函 1 封"
    assert rows.primary_keys() == [keys[0]]
    assert rows.totals.text(0) == "合计 2 家"


def test_too_many_certain_records_are_counted_and_not_summed(rows, keys, monkeypatch):
    monkeypatch.setattr("xunion_desktop.desk.sums.SUMMED", 1)
    counted = tally(rows.register, Query(only=frozenset(keys[:2])), keys[:2], ["members"], "overdue", TODAY)
    assert (counted.deed, counted.sums) == (1, {})


def test_an_order_changes_nothing_of_what_is_counted():
    assert Query("all", "镇").rows == Query("all", "镇", (("members", True),)).rows


def test_nothing_found_offers_to_clear_the_search(rows, qtbot):
    ask(rows, Query(text="没有这一家"))
    assert rows.empty.sentence.text() == "没有找到。换一个字，或去掉空格。"
    with qtbot.waitSignal(rows.clear_wanted):
        rows.empty.link.click()


def test_nothing_under_a_filter_offers_to_clear_it(rows, book):
    with book.deed("改") as deed:
        deed.update_where(Union, {"trade": "教育"}, Union.trade == "煤炭")
    ask(rows, Query("mine"))
    assert (rows.empty.sentence.text(), rows.empty.link.text()) == ("没有符合的记录。", "清除筛选")


def test_an_empty_register_without_a_way_in_offers_a_new_record(make, qtbot):
    rows = make()
    ask(rows, Query())
    assert rows.empty.button.text() == "新增"
    with qtbot.waitSignal(rows.add_wanted):
        rows.empty.button.click()
    assert not rows.totals.isVisible()


def test_the_button_goes_where_there_is_nothing_to_print(rows):
    ask(rows, Query(text="罗峪口"))
    assert not rows.primary.isVisible()
    assert rows.said.text() == "0 家任期届满"


def test_a_register_without_a_paper_counts_its_rows(make, keys):
    rows = make(replace(PLAN, primary=None))
    ask(rows, Query())
    assert rows.said.text() == "共 8 家"
    rows.table.selectAll()
    assert rows.said.text() == "已选 8 家"


def test_picked_rows_are_let_go_together(make, keys):
    rows = make(replace(PLAN, ticks=True))
    ask(rows, Query())
    rows.model.tick(keys[:3], on=True)
    assert (rows.untick.isVisible(), rows.said.text()) == (True, "已选 3 家")
    rows.untick.click()
    assert (rows.untick.isVisible(), rows.chosen_keys()) == (False, [])


def test_the_order_the_clerk_chose_outlives_another_filter(rows):
    rows.ask(Query(order=(("members", True),)))
    rows.ask(Query("mine"))
    assert [rows.model.record(row).members for row in range(2)] == [67, 27]


def test_printing_asks_the_desk_for_the_page(rows, desk, monkeypatch):
    asked = []
    monkeypatch.setattr(desk, "print", lambda form, keys: asked.append((form, len(keys))))
    ask(rows, Query())
    rows.print_primary()
    assert asked == [("unions/reminder", 3)]
