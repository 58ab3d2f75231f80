"""The gate: nothing writes past the gateway."""

import apsw
import pytest

from tests.store.village import House
from xunion_desktop.store.book import Book

OTHER_WAYS = {
    "save": lambda: House(name="东院").save(force_insert=True),
    "create": lambda: House.create(name="东院"),
    "insert": lambda: House.insert(name="东院").execute(),
    "insert_many": lambda: House.insert_many([{"name": "东院"}]).execute(),
    "bulk_create": lambda: House.bulk_create([House(name="东院")]),
    "update": lambda: House.update(name="西院").execute(),
    "delete": lambda: House.delete().execute(),
    "delete_instance": lambda: House(name="东院").delete_instance(),
    "set_by_id": lambda: House.set_by_id("x", {"name": "西院"}),
    "drop_table": House.drop_table,
}


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_every_other_write_is_refused(book: Book, way: str):
    with pytest.raises(RuntimeError, match="only a deed writes"):
        OTHER_WAYS[way]()


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_every_other_write_is_refused_inside_a_deed_too(book: Book, way: str):
    with pytest.raises(RuntimeError, match="only a deed writes"), book.deed("绕过"):
        OTHER_WAYS[way]()


@pytest.mark.parametrize("sql", ["DELETE FROM house", "  update house set name = 'x'", "PRAGMA foreign_keys = 0"])
def test_raw_writing_statements_are_refused(book: Book, sql: str):
    with pytest.raises(RuntimeError, match="only a deed writes"):
        book.database.execute_sql(sql)


def test_the_connection_itself_only_reads_outside_a_deed(book: Book):
    with pytest.raises(apsw.ReadOnlyError):
        book.database.connection().execute("DELETE FROM house")


def test_the_connection_only_reads_again_after_a_deed(book: Book):
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    with pytest.raises(apsw.ReadOnlyError):
        book.database.connection().execute("DELETE FROM house")


def test_reading_by_sql_is_free(book: Book):
    assert book.database.execute_sql("SELECT count(*) FROM house").fetchone() == (0,)
