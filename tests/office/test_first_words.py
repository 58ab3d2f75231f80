"""What the first run writes into a new book."""

from datetime import date

import pytest

from xunion_desktop.office.filling import fill
from xunion_desktop.office.first_words import FirstWords, first_words, stem_of
from xunion_desktop.office.records import RECORDS, Prefix
from xunion_desktop.office.values import office, prefix

TODAY = date(2026, 11, 24)
OTHER = FirstWords("岚县总工会", "县总工会", "吕梁市总工会", "岚工")


@pytest.fixture
def records():
    return RECORDS


def test_what_is_proposed_changes_nothing(book):
    fill(book)
    before = {name: getattr(office(), name) for name in ("name", "short_name", "superior", "postcode", "seal_text")}
    first_words().write(book)
    assert {name: getattr(office(), name) for name in before} == before
    assert prefix("letter") == "兴工函"


def test_another_county_gets_its_own_prefixes_and_no_others_postcode(book):
    OTHER.write(book)
    assert (office().name, office().seal_text, office().postcode) == ("岚县总工会", "岚县总工会", None)
    assert [prefix(role) for role in ("document", "office", "letter", "circular")] == [
        "岚工发",
        "岚工办",
        "岚工函",
        "岚工通报",
    ]


def test_prefixes_that_are_not_known_are_not_set_and_never_made_up(book):
    words = FirstWords("某公司工会")
    assert words.problems() == []
    words.write(book)
    assert [prefix(row.role) for row in Prefix.alive()] == [None] * 4
    assert Prefix.get(Prefix.role == "letter").title() == "函件（提醒、催缴、商洽）"


def test_it_is_one_deed_beside_the_filling(book):
    OTHER.write(book)
    assert [line.label for line in book.deeds(10)] == ["填写本单位资料", "初设本单位资料"]


@pytest.mark.parametrize(
    ("name", "stem"), [("兴县总工会", "兴工"), ("孝义市总工会", "孝工"), ("某公司工会", ""), ("总工会", ""), ("", "")]
)
def test_the_stem_of_a_county_is_its_first_character(name, stem):
    assert stem_of(name) == stem


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (FirstWords("", stem="兴工"), "name"),
        (FirstWords("a/b", stem="兴工"), "name"),
        (FirstWords("兴县总工会", stem="兴1"), "stem"),
        (FirstWords("兴县总工会", stem="兴工", code="123"), "code"),
    ],
)
def test_what_will_not_do_names_its_field(words, field):
    assert {problem.field for problem in words.problems()} == {field}


def test_how_much_too_long_a_name_is_is_said():
    assert FirstWords("兴" * 40, stem="兴工").problems() == []
    (problem,) = FirstWords("兴" * 41, stem="兴工").problems()
    assert "现在 41 个字，最多 40 个" in problem.sentence


@pytest.mark.parametrize("name", ["兴" * 67, "兴县\n总工会"])
def test_a_name_that_is_wrong_in_one_way_is_told_in_one_sentence(name):
    assert len(FirstWords(name).problems()) == 1


def test_what_is_proposed_will_do():
    assert first_words().problems() == []
