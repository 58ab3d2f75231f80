"""What was reckoned is kept until something is written."""

import threading
from datetime import date

import pytest

from tests.store.village import House
from xunion_desktop.store.memo import while_unchanged

DAY = date(2024, 6, 15)


@pytest.fixture
def asked():
    """The days that were really reckoned for."""
    return []


@pytest.fixture
def houses(book, asked):
    @while_unchanged
    def houses(as_of: date) -> int:
        asked.append(as_of)
        return int(House.alive().count())

    return houses


def build(book, name="东院"):
    with book.deed("新增") as deed:
        deed.save(House(name=name))


def test_the_same_question_is_reckoned_once(houses, asked):
    assert (houses(DAY), houses(DAY)) == (0, 0)
    assert asked == [DAY]


def test_another_question_is_reckoned_for_itself(houses, asked):
    houses(DAY)
    houses(date(2024, 6, 16))
    assert len(asked) == 2


def test_a_deed_makes_it_reckon_anew(houses, book):
    assert houses(DAY) == 0
    build(book)
    assert houses(DAY) == 1


def test_an_undo_makes_it_reckon_anew(houses, book):
    build(book)
    assert houses(DAY) == 1
    book.undo()
    assert houses(DAY) == 0


def test_what_another_thread_writes_is_noticed(houses, book):
    assert houses(DAY) == 0
    worker = threading.Thread(target=build, args=(book,))
    worker.start()
    worker.join()
    assert houses(DAY) == 1
