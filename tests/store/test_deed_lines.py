"""The list of what was done: filtered by user, day, kind and words, and each deed record by record."""

from datetime import date, timedelta

import pytest

from tests.store.village import House, Villager
from xunion_desktop.store.book import Book
from xunion_desktop.store.clock import HybridClock, first_reading, moment
from xunion_desktop.store.deeds import Wanted
from xunion_desktop.store.entries import DeedEntry
from xunion_desktop.store.log import Logged


@pytest.fixture
def done(book: Book) -> Book:
    """Three deeds of two users."""
    with book.deed("新增房屋 东院", user="小李") as deed:
        house = deed.save(House(name="东院"))
    with book.deed("新增村民", user="小王") as deed:
        deed.save(Villager(name="甲", house=house))
        deed.save(Villager(name="乙", house=house))
    house.name = "西院"
    with book.deed("保存房屋 西院", user="小李") as deed:
        deed.save(house)
    book.log(Logged.OTHER, "看了看。")
    return book


def labels(book: Book, wanted: Wanted) -> list[str]:
    return [line.label for line in book.deeds(10, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["保存房屋 西院", "新增村民", "新增房屋 东院"]),
        (Wanted(user="小王"), ["新增村民"]),
        (Wanted(text="东院"), ["新增房屋 东院"]),
        (Wanted(kinds=frozenset({"villager"})), ["新增村民"]),
        (Wanted(kinds=frozenset({"villager", "house"}), user="小李"), ["保存房屋 西院", "新增房屋 东院"]),
        (Wanted(kinds=frozenset({"vill"})), []),
    ],
)
def test_deeds_are_found_by_what_is_wanted(done: Book, wanted: Wanted, found: list[str]):
    assert labels(done, wanted) == found


def test_deeds_are_found_by_day(done: Book):
    today = moment(DeedEntry.select(DeedEntry.clock).limit(1).scalar()).date()
    day = timedelta(days=1)
    assert len(labels(done, Wanted(since=today, until=today))) == 3
    assert labels(done, Wanted(since=today + day)) == labels(done, Wanted(until=today - day)) == []


def test_the_first_reading_of_a_day_is_its_midnight():
    day = date(2026, 11, 24)
    first = moment(first_reading(day))
    assert (first.date(), first.hour, first.minute) == (day, 0, 0)


@pytest.mark.parametrize("day", [date(1949, 10, 1), date(1970, 1, 1), date(9999, 12, 31)])
def test_a_day_that_windows_cannot_reckon_with_has_a_reading_all_the_same(day):
    now = HybridClock().tick()
    assert (first_reading(day) < now) == (day.year < 2026)


def test_a_deed_is_told_record_by_record(done: Book):
    deed = next(line for line in done.deeds() if line.label == "新增村民")
    changes = done.changes(deed.id)
    assert [(change.kind, change.values["name"]) for change in changes] == [
        ("villager", (None, "甲")), ("villager", (None, "乙")),
    ]  # fmt: skip
    assert {change.user for change in changes} == {"小王"}
    assert changes[0].key == Villager.get(Villager.name == "甲").id


def test_of_a_large_deed_only_the_first_are_told(done: Book):
    with done.deed("导入") as deed:
        deed.insert_many(House, [{"name": str(number)} for number in range(20)])
    assert len(done.changes(done.deeds()[0].id, limit=5)) == 5


def test_a_deed_that_is_not_there_did_nothing(done: Book):
    assert done.changes("0" * 32) == []
