"""A union's flat values are read and written across its dated rows; what stays as it was is not touched."""

from datetime import date

from tests.branches.conftest import TODAY
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.dossier import dossier, dossiers
from xunion_desktop.people.records import Person

ALL = {
    "code": "81141123MC0123450J",
    "nature": "非公企业",
    "township": "康宁镇",
    "number": 4,
    "start": "2021-09-01",
    "years": 5,
    "staff": 100,
    "staff_women": 30,
    "members": 87,
    "members_women": 26,
    "chair": "白云峰",
    "chair_phone": "13900001111",
    "audit_chair": "冯秀兰",
    "women_chair": "马玉梅",
}


def test_what_was_written_is_read_back(add):
    values = dossier(add(**ALL), TODAY)
    assert {name: values[name] for name in ALL} == ALL
    assert (values["end"], values["state"], values["vacant"]) == ("2026-08-31", "normal", False)


def test_a_union_that_is_not_there_has_no_values(book):
    assert dossier("0" * 32, TODAY) == {}
    assert list(dossiers(TODAY)) == []


def test_a_change_of_one_thing_leaves_the_rest(add, change):
    key = add(**ALL)
    change(key, members=90)
    assert (Headcount.alive().count(), Term.alive().count(), Officer.alive().count()) == (2, 1, 3)
    assert dossier(key, TODAY) | {"members": 87} == dossier(key, date(2026, 11, 22))


def test_two_counts_of_one_day_are_one_row(add, change):
    key = add(**ALL)
    change(key, members=90)
    change(key, members=91)
    assert [count.members for count in Headcount.alive().order_by(Headcount.since)] == [87, 91]


def test_the_chair_changes_on_the_day_and_the_old_one_is_kept(add, change):
    key = add(**ALL)
    change(key, chair="王秀英", chair_phone="13900002222")
    chairs = Officer.alive().where(Officer.post == "chair").order_by(Officer.id)
    assert [(chair.holder.name, chair.since, chair.until) for chair in chairs] == [
        ("白云峰", None, "2026-11-23"),
        ("王秀英", "2026-11-23", None),
    ]


def test_a_chair_elected_with_a_new_term_serves_from_the_election(add, change):
    key = add(**ALL)
    change(key, start="2026-09-10", chair="王秀英")
    [chair] = Officer.alive().where((Officer.post == "chair") & Officer.until.is_null())
    assert chair.since == "2026-09-10"
    assert [(term.number, term.years) for term in Term.alive().order_by(Term.start)] == [(4, 5), (5, 5)]


def test_an_election_ends_an_extension(add, change):
    key = add(**ALL, state="extended", until="2026-12-31")
    change(key, start="2026-11-20")
    assert [(row.state, row.since) for row in StateChange.alive().order_by(StateChange.since)] == [
        ("extended", "2026-01-01"),
        ("normal", "2026-11-20"),
    ]


def test_a_phone_alone_belongs_to_the_chair_who_serves(add, change):
    key = add(**ALL)
    change(key, chair_phone="13900003333")
    assert Person.get(Person.name == "白云峰").phone == "13900003333"
    assert Officer.alive().count() == 3


def test_a_person_of_the_same_name_and_phone_is_the_same_person(add):
    add("甲工会", chair="白云峰", chair_phone="13900001111")
    add("乙工会", chair="白云峰", chair_phone="13900001111")
    add("丙工会", chair="白云峰", chair_phone="13900009999")
    assert Person.alive().count() == 2


def test_a_name_without_a_phone_is_the_same_person_only_within_one_union(add, change):
    key = add("甲工会", chair="白云峰", women_chair="马玉梅")
    change(key, chair="马玉梅")
    add("乙工会", chair="马玉梅")
    assert Person.alive().where(Person.name == "马玉梅").count() == 2


def test_a_change_is_one_deed_and_undone_as_one(book, add, change):
    key = add(**ALL)
    before = dossier(key, TODAY)
    change(key, members=90, chair="王秀英", start="2026-09-10", name="示例矿业有限公司工会委员会")
    assert book.undo().done
    assert dossier(key, TODAY) == before
