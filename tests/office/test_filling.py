"""What a new book starts with, and what a later start leaves alone."""

from datetime import date

from xunion_desktop.office import values
from xunion_desktop.office.filling import LABEL, fill, shipped
from xunion_desktop.office.records import DatedValue, Entry, Holiday, Office, Prefix

TODAY = date(2026, 11, 23)


def test_new_book_knows_its_own_union(book):
    own = Office.get()
    assert (own.name, own.superior, own.postcode) == ("兴县总工会", "吕梁市总工会", "033600")


def test_contact_is_not_set(book):
    own = Office.get()
    assert (own.contact, own.phone, own.address, own.code) == (None, None, None, None)


def test_letters_are_numbered_by_their_prefix(book):
    assert values.prefix("letter") == "兴工函"


def test_all_townships_are_there_with_their_codes(book):
    towns = Entry.select().where(Entry.dictionary == "乡镇")
    assert len(towns) == 16
    assert {town.code[:6] for town in towns} == {"141123"}


def test_filling_is_one_deed(book):
    assert [line.label for line in book.deeds()] == [LABEL]


def test_filling_is_never_undone(book):
    assert book.undoable() is None


def test_second_filling_adds_nothing(book):
    assert fill(book) == 0
    assert len(book.deeds()) == 1


def test_filling_leaves_alone_what_the_office_changed(book):
    own = Office.get()
    own.name = "示例县总工会"
    row = DatedValue.get(DatedValue.name == values.REQUEST_DAYS)
    row.value = "20"
    with book.deed("改") as deed:
        deed.save(own)
        deed.save(row)
    fill(book)
    assert (Office.get().name, values.dated(values.REQUEST_DAYS, TODAY)) == ("示例县总工会", "20")


def test_filling_does_not_bring_back_what_the_office_deleted(book):
    with book.deed("删") as deed:
        deed.delete(Entry.get(Entry.word == "国际组织"))
        deed.delete(Prefix.get(Prefix.role == "circular"))
        deed.delete(Holiday.get(Holiday.day == "2026-10-01"))
    assert fill(book) == 0


def test_value_that_an_upgrade_ships_is_added(empty_book):
    with empty_book.deed("旧版初设") as deed:
        for record in shipped():
            if getattr(record, "name", "") != values.REQUEST_DAYS:
                deed.save(record)
    assert fill(empty_book) == 1
    assert values.dated(values.REQUEST_DAYS, TODAY) == "15"


def test_two_books_agree_on_the_keys_of_shipped_rows():
    assert [record.id for record in shipped()] == [record.id for record in shipped()]


def test_no_shipped_row_stands_twice():
    keys = [record.id for record in shipped()]
    assert len(keys) == len(set(keys))


def test_shipped_rows_have_no_problems():
    assert [record.problems(TODAY) for record in shipped() if record.problems(TODAY)] == []


def test_every_set_value_says_its_source(book):
    unsaid = [row.name for row in DatedValue.select() if row.value and not row.source]
    assert unsaid == []
