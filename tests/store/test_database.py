"""The tables as peewee makes them, here and on PostgreSQL."""

import gc

import apsw
import peewee as pw
import pytest

from tests.store.postgresql import compiled_for_postgresql
from tests.store.village import VILLAGE, House, Villager
from xunion_desktop.store.book import Book
from xunion_desktop.store.drafts import Draft
from xunion_desktop.store.entries import OWN_TABLES
from xunion_desktop.store.tables import in_link_order


def test_classes_come_after_those_they_link_to():
    ordered = in_link_order([Villager, House])
    assert ordered == [House, Villager]


@pytest.mark.parametrize("model", [*OWN_TABLES, Draft, *VILLAGE])
def test_tables_can_be_made_on_postgresql(model: type[pw.Model]):
    said: list[str] = []

    class NeverConnected(pw.PostgresqlDatabase):
        def execute_sql(self, sql, params=None):
            said.append(sql)

    pw.SchemaManager(model, NeverConnected("never connected")).create_all()
    assert said[0].startswith("CREATE TABLE IF NOT EXISTS")


def test_a_query_that_was_read_leaves_nothing_behind(book: Book):
    def cursors() -> int:
        gc.collect()
        return sum(isinstance(each, apsw.Cursor) for each in gc.get_objects())

    before = cursors()
    for _time in range(10):
        assert list(House.select()) == []
        assert House.get_or_none() is None
    assert cursors() == before


def test_a_query_that_only_sqlite_knows_is_found(book: Book):
    with pytest.raises(ValueError, match="only SQLite has"):
        list(House.select(pw.fn.strftime("%Y", House.built)))


def test_case_is_folded_on_postgresql_too():
    assert "ILIKE" in compiled_for_postgresql(House.select().where(House.search_text.contains("a")))


def test_links_are_enforced(book: Book):
    with pytest.raises(Exception, match="FOREIGN KEY"), book.deed("坏") as deed:
        deed.insert_many(Villager, [{"name": "甲", "house": "0" * 32}])
