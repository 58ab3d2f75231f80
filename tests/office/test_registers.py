"""The registers of the office and their chips."""

from datetime import date

from xunion_desktop.office.card import ROOM
from xunion_desktop.office.registers import holidays_register, values_register, words_register

TODAY = date(2026, 11, 23)


def test_values_that_are_not_set_are_found(book):
    register = values_register(TODAY)
    assert {row.value for row in register.rows(register.keys("unset", as_of=TODAY))} == {None}


def test_only_values_that_hold_are_current(book):
    from xunion_desktop.office.records import DatedValue

    with book.deed("设") as deed:
        deed.save(DatedValue(name="旧数", value="1", valid_to="2026-10"))
        deed.save(DatedValue(name="今数", value="2", valid_from="2026-11", valid_to="2026-11"))
        deed.save(DatedValue(name="后数", value="3", valid_from="2026-12"))
    register = values_register(TODAY)
    names = {row.name for row in register.rows(register.keys("now", as_of=TODAY))}
    assert "今数" in names
    assert not names & {"旧数", "后数"}


def test_value_is_found_by_pinyin_initials(book):
    register = values_register(TODAY)
    assert [row.name for row in register.rows(register.keys(text="rqnx"))] == ["任期年限"]


def test_words_have_a_chip_for_each_dictionary(book):
    assert words_register(TODAY).count("乡镇") == 16


def test_holidays_of_this_year_are_found(book):
    register = holidays_register(TODAY)
    rows = register.rows(register.keys("year", as_of=TODAY))
    assert {row.day[:4] for row in rows} == {"2026"}


def test_working_weekends_are_found(book):
    register = holidays_register(TODAY)
    assert {row.works for row in register.rows(register.keys("works"))} == {True}


def test_every_register_of_the_card_opens(book):
    assert [card.open(TODAY).id for card in ROOM.registers] == [card.id for card in ROOM.registers]


def test_every_field_has_a_label_and_a_hint():
    from xunion_desktop.store.record import columns_of

    columns = [column for record in ROOM.records() for column in columns_of(record).values()]
    assert [column.name for column in columns if not (column.label and column.hint)] == []
