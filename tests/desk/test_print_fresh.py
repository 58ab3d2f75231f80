"""A print page that stands open is laid out anew when records change, until its numbers are issued."""

import pytest

from tests.desk.county import Union
from tests.desk.paper_shop import Shop


class Counting(Shop):
    """Counts how often it was laid out."""

    prepared = 0

    def prepare(self, form_id, keys, progress):
        self.prepared += 1
        return super().prepare(form_id, keys, progress)


@pytest.fixture
def shop():
    return Counting()


@pytest.fixture
def change(book, keys, finish, qtbot):
    """Another page saves a record."""

    def now():
        union = Union.get_by_id(keys[1])
        union.name = "兴县示例改名工会"
        with book.deed("改名") as deed:
            deed.save(union)
        qtbot.wait(20)
        finish()

    return now


def test_a_change_is_seen_at_once(page, shop, change):
    change()
    assert shop.prepared == 2


def test_a_hidden_page_is_laid_out_anew_when_it_is_seen(page, shop, change, finish, qtbot):
    page.hide()
    change()
    assert shop.prepared == 1
    page.show()
    qtbot.waitUntil(lambda: shop.prepared == 2)


def test_what_was_left_out_stays_out(page, change):
    page.list.dropped.emit(4)
    change()
    assert page.choice.deed.text() == "打印 7 封"


def test_the_copy_that_is_looked_at_stays(page, change):
    page.list.select(3)
    change()
    assert page.viewer.where.text() == "第 4 / 8 封"
    assert page.list.table.currentIndex().row() == 3


def test_a_record_that_is_gone_is_gone_here(page, shop, change):
    shop.prepare = lambda form, keys, progress: Shop.prepare(shop, form, keys[:2], progress)
    change()
    assert page.choice.deed.text() == "打印 2 封"


def test_where_no_record_is_left_nothing_is_offered(page, shop, change):
    shop.prepare = lambda form, keys, progress: Shop.prepare(shop, form, [], progress)
    change()
    assert not page.choice.deed.isEnabled()


def test_what_is_issued_stays_as_it_is(printed, shop, change):
    change()
    assert shop.prepared == 1
