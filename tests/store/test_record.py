"""Records and their fields, and the columns made of them."""

from datetime import date

import peewee as pw
import pytest

from tests.store.village import House, Villager
from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.store.book import Book
from xunion_desktop.store.columns import Kind
from xunion_desktop.store.fields import Link, Text
from xunion_desktop.store.record import Record, columns_of


def test_columns_come_in_the_order_of_declaration():
    assert list(columns_of(House)) == ["name", "code", "state", "built", "price", "empty", "remark"]


def test_a_column_knows_kind_label_and_hint():
    column = columns_of(House)["price"]
    assert (column.kind, column.label, column.hint) == (Kind.MONEY, "造价", "元")


def test_what_has_no_default_is_required():
    columns = columns_of(House)
    assert [name for name, column in columns.items() if column.required] == ["name"]


def test_a_link_is_known_by_the_key_it_holds():
    assert columns_of(Villager)["house"].name == "house_id"


def test_a_link_does_not_sort():
    assert columns_of(Villager)["house"].sql is None


def test_sensitive_columns_say_so():
    assert [column.name for column in columns_of(Villager).values() if column.sensitive] == ["id_number", "phone"]


def test_an_empty_text_is_none_where_none_is_allowed():
    assert House.code.db_value("") is None


def test_an_empty_text_stays_where_none_is_not_allowed():
    assert House.remark.db_value("") == ""


@pytest.mark.parametrize("given", ["2021-06", PartialDate(2021, 6)])
def test_a_date_is_stored_as_iso_text(given):
    assert House.built.db_value(given) == "2021-06"


def test_a_whole_date_is_stored_as_iso_text():
    assert House.built.db_value(date(2021, 6, 3)) == "2021-06-03"


def test_what_is_linked_to_cannot_be_removed():
    assert Villager.house.on_delete == "RESTRICT"


def test_the_title_is_the_name():
    assert House(name="东院").title() == "东院"


def test_without_a_name_the_title_is_the_label():
    assert House().title() == "房屋"


def test_a_new_record_has_a_key_at_once():
    assert House().id != House().id


def test_two_classes_of_the_same_table_are_a_bug(book: Book):
    class House(Record):
        name = Text()

    book.close()
    with pytest.raises(RuntimeError, match="same table"):
        Book.open(book.folder, (*book.records, House), book.folder.parent / "replicas")


def test_a_link_can_go_to_its_own_kind():
    class Tree(Record):
        parent = Link("self", backref="children", null=True)

    assert isinstance(Tree.parent, pw.ForeignKeyField)
