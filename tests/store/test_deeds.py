"""Deeds: what one writes, and what it refuses."""

from tests.store.village import House, Villager
from xunion_desktop.store.book import Book


def test_a_saved_record_is_read_back(book: Book) -> None:
    with book.deed("新增房屋") as deed:
        house = deed.save(House(name="东院", built="2021-06"))
    read = House.get_by_id(house.id)
    assert (read.name, read.built, read.state, read.sort_key != "") == ("东院", "2021-06", "new", True)
