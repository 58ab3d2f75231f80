"""A person once: what the id number tells, what contradicts it, and how a person is found again."""

from datetime import date

import pytest

from xunion_desktop.basics.problems import Level
from xunion_desktop.people.records import Person, find_person, known_people
from xunion_desktop.store.record import columns_of
from xunion_desktop.store.registers import found_by

TODAY = date(2026, 11, 23)
MAN, WOMAN = "141123198001010015", "141123197512310023"  # fictional, ORG-46


@pytest.fixture
def add(book):
    def add(**values):
        with book.deed("新增人员") as deed:
            return deed.save(Person(**values))

    return add


def told(**values):
    return [(problem.field, problem.level) for problem in Person(**values).problems(TODAY)]


def test_birth_and_sex_come_from_the_id_number(add):
    """Appendix F."""
    person = add(name="李建平", id_number=MAN)
    assert (person.birth, person.sex) == ("1980-01-01", "男")


def test_what_is_written_already_stays(add):
    person = add(name="马玉梅", id_number=WOMAN, birth="1975-12", sex="女")
    assert person.birth == "1975-12"


def test_a_person_needs_a_name():
    assert told() == [("name", Level.ERROR)]


def test_a_wrong_id_number_is_an_error():
    """ORG-46."""
    assert told(name="李建平", id_number=MAN[:-1] + "6") == [("id_number", Level.ERROR)]


def test_a_birth_that_contradicts_the_id_number_is_doubted():
    assert told(name="李建平", id_number=MAN, birth="1981-01-01") == [("birth", Level.DOUBT)]
    assert told(name="李建平", id_number=MAN, birth="1980") == []


def test_a_sex_that_contradicts_the_id_number_is_doubted():
    assert told(name="李建平", id_number=MAN, sex="女") == [("sex", Level.DOUBT)]


def test_nobody_is_born_tomorrow():
    assert told(name="李建平", birth="2026-11-24") == [("birth", Level.ERROR)]


def test_an_odd_phone_is_a_doubt():
    assert told(name="李建平", phone="12345") == [("phone", Level.DOUBT)]


def test_names_sort_as_names_of_people(add):
    for name in ("张三", "单强", "安平"):
        add(name=name)
    assert [person.name for person in Person.alive().order_by(Person.sort_key)] == ["安平", "单强", "张三"]


@pytest.mark.parametrize("text", ["单强", "shanqiang", "sq", "13900001111"])
def test_a_person_is_found_by_name_pinyin_initials_and_phone(add, text):
    add(name="单强", phone="13900001111")
    assert Person.alive().where(found_by(Person, text)).count() == 1


@pytest.mark.parametrize("text", ["139", "1111", "1390000111", "0000"])
def test_nobody_is_found_by_a_part_of_the_phone(add, text):
    """SV-41: a masked number is not guessed part by part."""
    add(name="单强", phone="13900001111")
    assert Person.alive().where(found_by(Person, text)).count() == 0


def test_a_digit_in_a_name_is_found(add):
    add(name="李明2", phone="13900001111")
    assert Person.alive().where(found_by(Person, "2")).count() == 1


def test_a_person_is_found_again_by_the_id_number(add):
    person = add(name="李建平", id_number=MAN, phone="13900001111")
    assert find_person("李健平", id_number=MAN) == person


def test_else_by_name_and_phone_together(add):
    person = add(name="李建平", phone="13900001111")
    assert find_person("李建平", "13900001111") == person
    assert find_person("李建平", "13900002222") is None
    assert find_person("王秀英", "13900001111") is None


def test_a_name_alone_finds_nobody(add):
    add(name="李建平")
    assert find_person("李建平") is None


def test_everybody_with_a_phone_is_known_at_once(add):
    person = add(name="李建平", phone="13900001111")
    add(name="王秀英")
    assert known_people() == {("李建平", "13900001111"): person.id}


def test_id_number_and_phone_are_sensitive():
    assert [name for name, column in columns_of(Person).items() if column.sensitive] == ["id_number", "phone"]
