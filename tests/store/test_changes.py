"""Changes: what the journal will keep of a deed, one entry per record."""

import pytest

from tests.store.village import House, Letter, Villager
from xunion_desktop.store.changes import Changes
from xunion_desktop.store.tables import table_of

HOUSES, VILLAGERS, LETTERS = table_of(House), table_of(Villager), table_of(Letter)


@pytest.fixture
def changes() -> Changes:
    return Changes()


def kept(changes: Changes) -> list[tuple[str, str, dict[str, object]]]:
    """Key, act and values of all entries."""
    tables = [entries.items() for _, entries in changes.by_table()]
    return [(key, packed.act, packed.values()) for entries in tables for key, packed in entries]


def insert(changes: Changes, key: str, **values: object) -> None:
    changes.inserted(HOUSES, [HOUSES.complete({"id": key, **values})])


def update(changes: Changes, key: str, name: str, old: object, new: object) -> None:
    changes.updated(HOUSES, (name,), [(key, (old,), (new,))])


def test_nothing_changed_is_nothing(changes: Changes):
    assert (bool(changes), changes.count, changes.kinds) == (False, 0, frozenset())


def test_a_new_row_is_kept_without_what_is_empty_and_what_the_store_adds(changes: Changes):
    insert(changes, "a", name="东院")
    assert kept(changes) == [("a", "insert", {"name": "东院", "state": "new", "remark": ""})]


def test_an_update_is_kept_as_pairs(changes: Changes):
    update(changes, "a", "name", "东院", "西院")
    assert kept(changes) == [("a", "update", {"name": ["东院", "西院"]})]


def test_a_new_row_that_is_changed_is_a_new_row_still(changes: Changes):
    insert(changes, "a", name="东院")
    update(changes, "a", "name", "东院", "西院")
    assert kept(changes) == [("a", "insert", {"name": "西院", "state": "new", "remark": ""})]


def test_updates_of_different_fields_come_together(changes: Changes):
    update(changes, "a", "name", "东院", "西院")
    update(changes, "a", "price", None, 3)
    assert kept(changes) == [("a", "update", {"name": ["东院", "西院"], "price": [None, 3]})]


def test_an_update_and_its_reverse_are_nothing(changes: Changes):
    update(changes, "a", "name", "东院", "西院")
    update(changes, "a", "name", "西院", "东院")
    assert not changes


def test_alike_updates_of_many_rows_are_each_kept(changes: Changes):
    changes.updated(HOUSES, ("state",), [("a", ("new",), ("old",)), ("b", ("new",), ("old",)), ("c", ("x",), ("old",))])
    assert [values["state"][0] for _, _, values in kept(changes)] == ["new", "new", "x"]


def test_sensitive_values_are_packed_apart(changes: Changes):
    changes.inserted(VILLAGERS, [VILLAGERS.complete({"id": "a", "name": "甲", "phone": "139"})])
    ((_, entries),) = changes.by_table()
    assert b"139" not in (entries["a"].plain or b"")
    assert b"139" in (entries["a"].secret or b"")


def test_the_deed_is_fixed_by_one_fixed_record(changes: Changes):
    insert(changes, "a", name="东院")
    assert not changes.fixed
    changes.inserted(LETTERS, [LETTERS.complete({"id": "b", "number": "1号"})])
    assert changes.fixed
