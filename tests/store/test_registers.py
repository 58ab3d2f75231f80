"""Registers: keys in order, rows by key, chips, counts, search, computed columns."""

from datetime import date

import peewee as pw
import pytest

from tests.store.village import Headcount, House, Villager
from xunion_desktop.store.book import Book
from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.dated import latest_on
from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import Chip, Register

DAY = date(2024, 6, 15)
CHIPS = (
    Chip("old", "旧房", lambda as_of: House.state == "old"),
    Chip("full", "住人", lambda as_of: latest_on(Headcount, Headcount.house, Headcount.number, as_of) > 0),
)
PEOPLE = Column(
    "people", "人数", Kind.WHOLE, sql=lambda as_of: latest_on(Headcount, Headcount.house, Headcount.number, as_of)
)


def lived_in_by(word: str, as_of: date) -> pw.Expression:
    """Houses in which somebody of that name lives."""
    return House.id.in_(Villager.alive().select(Villager.house).where(Villager.search_text.contains(word)))


@pytest.fixture
def register(book: Book) -> Register:
    """Four houses: 东院 (new, 3 people, later 5), 西院 (old, nobody), 南院 and a house named by a number."""
    with book.deed("导入") as deed:
        keys = deed.insert_many(
            House,
            [
                {"name": "西院", "state": "old", "price": 300, "built": "2001"},
                {"name": "东院", "price": 100, "code": "A_1"},
                {"name": "南院", "built": "2001-05"},
                {"name": "12号（旧）", "state": "old", "price": 200},
            ],
        )
        deed.insert_many(Headcount, [
            {"house": keys[1], "since": "2024", "number": 3},
            {"house": keys[1], "since": "2024-07-01", "number": 5},
            {"house": keys[0], "since": "2020", "number": 0},
        ])  # fmt: skip
        deed.save(Villager(name="单小明", house=keys[2]))
    columns = [*columns_of(House).values(), PEOPLE]
    return Register("houses", "房屋", House, columns, CHIPS, today=DAY, search=lived_in_by)


def names(register: Register, **wanted: object) -> list[str]:
    """The names of the rows that the register shows."""
    return [row.name for row in register.rows(register.keys(as_of=DAY, **wanted), DAY)]


def test_rows_come_in_the_order_of_pinyin(register: Register):
    assert names(register) == ["12号（旧）", "东院", "南院", "西院"]


def test_a_column_can_turn_the_order(register: Register):
    assert names(register, order=[("name", True)]) == ["西院", "南院", "东院", "12号（旧）"]


def test_empty_values_are_the_smallest(register: Register):
    assert names(register, order=[("price", False)])[0] == "南院"
    assert names(register, order=[("price", True)])[-1] == "南院"


def test_partial_dates_sort_by_what_is_known(register: Register):
    assert names(register, order=[("built", False)])[-2:] == ["西院", "南院"]


def test_a_choice_sorts_in_the_order_of_its_choices(register: Register):
    assert names(register, order=[("state", False)])[-2:] == ["12号（旧）", "西院"]


def test_a_computed_column_sorts(register: Register):
    assert names(register, order=[("people", True)])[:2] == ["东院", "西院"]


def test_a_computed_column_is_an_attribute_of_the_row(register: Register):
    assert [row.people for row in register.rows(register.keys(as_of=DAY), DAY)] == [None, 3, None, 0]


def test_a_dated_value_is_that_of_the_day(register: Register):
    key = register.keys(text="东院")
    assert [register.rows(key, day)[0].people for day in (date(2023, 12, 31), DAY, date(2024, 7, 1))] == [None, 3, 5]


def test_a_column_without_sql_does_not_sort(book: Book):
    register = Register("villagers", "村民", Villager, columns_of(Villager).values(), today=DAY)
    with pytest.raises(ValueError, match="cannot be sorted"):
        register.keys(order=[("house_id", False)])


def test_rows_keep_the_order_of_the_keys_given(register: Register):
    keys = register.keys()
    assert [row.id for row in register.rows(keys[::-1])] == keys[::-1]


def test_a_row_that_is_gone_is_left_out(register: Register):
    assert register.rows(["0" * 32]) == []


def test_a_chip_filters(register: Register):
    assert names(register, chip="old") == ["12号（旧）", "西院"]


def test_a_chip_may_look_at_the_day(register: Register):
    assert names(register, chip="full") == ["东院"]


def test_a_chip_is_found_by_id_or_label(register: Register):
    assert register.chip("旧房") is register.chip("old")


def test_an_unknown_chip_is_said(register: Register):
    with pytest.raises(KeyError, match="没有"):
        register.chip("没有")


def test_the_first_chip_is_all(register: Register):
    assert (register.chips[0].id, register.chips[0].label) == ("all", "全部")


def test_counts_of_all_chips_come_together(register: Register):
    assert register.counts(as_of=DAY) == {"all": 4, "old": 2, "full": 1}


def test_counts_of_nothing_are_naught(register: Register):
    assert register.counts("没有这样的房") == {"all": 0, "old": 0, "full": 0}


def test_count_is_as_many_as_keys(register: Register):
    assert register.count("old") == len(register.keys("old"))


@pytest.mark.parametrize("text", ["东院", "dongyuan", "dy", "DY", "a_1", "东 a_", "ａ＿１"])
def test_a_house_is_found_by_text_pinyin_initials_and_code(register: Register, text: str):
    assert names(register, text=text) == ["东院"]


@pytest.mark.parametrize("text", ["a%1", "东 西", "_院"])
def test_signs_are_searched_as_they_are_and_every_word_must_be_found(register: Register, text: str):
    assert names(register, text=text) == []


def test_brackets_are_found_full_or_half(register: Register):
    assert names(register, text="(旧)") == names(register, text="（旧）") == ["12号（旧）"]


def test_a_search_of_the_room_s_own_adds_to_it(register: Register):
    assert names(register, text="shanxm") == []
    assert names(register, text="单小明") == ["南院"]


def test_the_deleted_are_not_shown(book: Book, register: Register):
    with book.deed("删") as deed:
        deed.delete(House.get(House.name == "12号（旧）"))
    assert (names(register, chip="old"), register.counts()["old"]) == (["西院"], 1)


def test_a_register_may_have_an_order_of_its_own(register: Register):
    dear_first = Register("houses", "房屋", House, register.columns, today=DAY, order=(("price", True),))
    assert names(dear_first)[0] == "西院"


def test_columns_of_numbers_are_summed_over_what_is_found(register: Register):
    assert register.sums(["price", "people"], as_of=DAY) == {"price": 600, "people": 3}
    assert register.sums(["price"], chip="old", as_of=DAY) == {"price": 500}


def test_the_sum_of_nothing_is_zero(register: Register):
    assert register.sums(["price"], text="没有", as_of=DAY) == {"price": 0}
