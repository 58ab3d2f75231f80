"""The journal: one row per deed and record, numbered, parented, chained, with salted hashes."""

import pytest

from tests.store.village import House, Letter, Villager
from xunion_desktop.store.book import Book
from xunion_desktop.store.chain import Row, breaches, unpack
from xunion_desktop.store.entries import JournalEntry
from xunion_desktop.store.labels import chained_deeds
from xunion_desktop.store.machines import machines
from xunion_desktop.store.tables import table_of
from xunion_desktop.store.upgrades import SCHEMA


def rows(book: Book) -> list[Row]:
    """All rows of the journal, in the order of their numbers."""
    query = JournalEntry.select().order_by(JournalEntry.replica, JournalEntry.number)
    return [Row(*row) for row in book.database.raw(query)]


def found(book: Book, *journal: Row) -> list[tuple[int, str]]:
    """What the check finds in these rows."""
    return [(breach.number, breach.reason) for breach in breaches(journal, chained_deeds(), machines())]


@pytest.fixture
def journal(book: Book) -> list[Row]:
    """Three deeds on a house and a villager."""
    with book.deed("新增", user="小李") as deed:
        house = deed.save(House(name="东院", code="A1"))
        villager = deed.save(Villager(name="甲", id_number="110101199001011234", house=house))
    house.name, house.code = "西院", None
    with book.deed("改名") as deed:
        deed.save(house)
    with book.deed("删") as deed:
        deed.delete(villager)
    return rows(book)


def test_there_is_one_row_per_deed_and_record(journal: list[Row]):
    assert [(row.kind, row.act) for row in journal] == [
        ("house", "insert"), ("villager", "insert"), ("house", "update"), ("villager", "update"),
    ]  # fmt: skip


def test_rows_are_numbered_without_gaps(book: Book, journal: list[Row]):
    assert [(row.replica, row.number) for row in journal] == [(book.replica, number) for number in (1, 2, 3, 4)]


def test_a_row_names_the_record_s_previous_row(book: Book, journal: list[Row]):
    parents = [None, None, f"{book.replica}:1", f"{book.replica}:2"]
    assert [row.parent for row in journal] == parents


def test_an_insert_holds_only_new_values_and_no_empty_ones(journal: list[Row]):
    assert unpack(journal[0].plain) == {"name": "东院", "code": "A1", "state": "new", "remark": ""}


def test_an_update_holds_old_and_new_of_what_changed(journal: list[Row]):
    assert unpack(journal[2].plain) == {"name": ["东院", "西院"], "code": ["A1", None]}


def test_sensitive_values_are_kept_apart(journal: list[Row]):
    assert (unpack(journal[1].secret), "id_number" in unpack(journal[1].plain)) == (
        {"id_number": "110101199001011234"}, False,
    )  # fmt: skip


def test_the_rows_of_a_deed_share_its_clock_and_later_deeds_are_later(journal: list[Row]):
    clocks = [row.clock for row in journal]
    assert clocks[0] == clocks[1] < clocks[2] < clocks[3]


def test_a_row_knows_the_schema(journal: list[Row]):
    assert {row.schema for row in journal} == {SCHEMA}


def test_each_row_has_its_own_salt(journal: list[Row]):
    assert len({row.salt for row in journal}) == 4


def test_two_saves_of_a_record_in_a_deed_are_one_row(book: Book):
    with book.deed("新增") as deed:
        house = deed.save(House(name="东院"))
        house.name = "西院"
        deed.save(house)
    (row,) = rows(book)
    assert (row.act, unpack(row.plain)["name"]) == ("insert", "西院")


def test_changed_and_changed_back_leaves_no_trace(book: Book, journal: list[Row]):
    house = House.get()
    with book.deed("来回") as deed:
        for name in ("北院", "西院"):
            house.name = name
            deed.save(house)
    assert rows(book) == journal


def test_two_changes_in_a_deed_keep_the_first_old_and_the_last_new(book: Book, journal: list[Row]):
    house = House.get()
    with book.deed("两改") as deed:
        for name in ("北院", "南院"):
            house.name = name
            deed.save(house)
    assert unpack(rows(book)[-1].plain) == {"name": ["西院", "南院"]}


def test_the_chain_is_whole(book: Book, journal: list[Row]):
    assert found(book, *journal) == []


def test_the_heads_lie_at_the_end_of_the_chain(book: Book, journal: list[Row]):
    (head,) = book.heads()
    assert (head.replica, head.number, head.chain) == (book.replica, 4, journal[-1].chain)


def test_each_head_has_the_number_of_its_own_last_row(book: Book, monkeypatch: pytest.MonkeyPatch):
    """The chain runs per room: a deed over two rooms ends each of them at its own row, not at the deed's last."""
    monkeypatch.setattr(table_of(House), "room", "houses")
    with book.deed("两处") as deed:
        deed.save(House(name="东院"))
        deed.save(Villager(name="甲"))
    ends = {row.room: (row.number, row.chain) for row in rows(book)}
    assert {head.room: (head.number, head.chain) for head in book.heads()} == ends
    assert len(ends) == 2


def test_the_chain_goes_on_after_the_book_was_closed(book: Book, journal: list[Row]):
    book.close()
    with Book.open(book.folder, book.records[1:], book.folder.parent / "replicas") as again:
        with again.deed("又") as deed:
            deed.save(House(name="南院"))
        assert (again.replica, found(again, *rows(again))) == (book.replica, [])


@pytest.mark.parametrize(
    ("field", "value"),
    [("plain", b'{"name":"X"}'), ("secret", b"{}"), ("salt", bytes(16)), ("plain", None)],
)
def test_altered_values_are_found(book: Book, journal: list[Row], field: str, value: object):
    journal[1] = journal[1]._replace(**{field: value})
    assert found(book, *journal) == [(2, "内容被改过")]


@pytest.mark.parametrize(
    ("field", "value"),
    [("key", "0" * 32), ("parent", "x:1"), ("clock", 1), ("act", "update"), ("kind", "villager"), ("deed", "0" * 32)],
)
def test_an_altered_head_is_found(book: Book, journal: list[Row], field: str, value: object):
    journal[0] = journal[0]._replace(**{field: value})
    assert found(book, *journal) == [(1, "和它那台电脑的名称对不上，或前面少了记录")]


def test_an_altered_user_is_found(book: Book, journal: list[Row]):
    deeds = {deed: told._replace(user="别人") for deed, told in chained_deeds().items()}
    assert [breach.number for breach in breaches(journal, deeds, machines())] == [1, 2, 3, 4]


def test_a_row_taken_out_is_found(book: Book, journal: list[Row]):
    assert found(book, journal[0], *journal[2:]) == [(3, "前面少了记录")]


def test_rows_that_changed_places_are_found(book: Book, journal: list[Row]):
    second, third = journal[1]._replace(number=3), journal[2]._replace(number=2)
    assert found(book, journal[0], third, second, journal[3])[0] == (2, "与前一条接不上")


def test_erased_values_leave_the_chain_whole(book: Book, journal: list[Row]):
    journal[1] = journal[1]._replace(plain=None, secret=None, salt=None)
    assert found(book, *journal) == []


def test_the_columns_of_the_table_are_those_of_a_row():
    assert tuple(JournalEntry._meta.sorted_field_names) == Row._fields


def test_history_tells_who_changed_what_latest_first(book: Book, journal: list[Row]):
    newest, oldest = book.history("house", House.get().id)
    assert (newest.label, newest.values["name"], newest.values["code"]) == ("改名", ("东院", "西院"), ("A1", None))
    assert (oldest.label, oldest.user, oldest.values["name"]) == ("新增", "小李", (None, "东院"))


def test_a_deed_that_writes_fixed_records_is_not_undoable(book: Book):
    with book.deed("发文") as deed:
        deed.save(Letter(number="1号"))
    assert book.deeds()[0].undoable is False


def test_a_long_deed_is_chained_in_pieces_without_gaps(book: Book):
    with book.deed("导入") as deed:
        deed.insert_many(House, [{"name": str(number)} for number in range(2300)])
    journal = rows(book)
    assert ([row.number for row in journal], found(book, *journal)) == (list(range(1, 2301)), [])
