"""Officers and covered units as rows of a form: who is meant, what is refused, what is written."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
from xunion_desktop.branches.records.course import Headcount, Officer, Term, electorate_of
from xunion_desktop.branches.records.posts import (
    employer_values,
    holders,
    is_kept,
    officer_problems,
    officer_values,
    officers,
    save_coverage,
    unit_problems,
)
from xunion_desktop.office.values import ODD_COMMITTEE
from xunion_desktop.people.records import Person


def told(key, post, called, **values):
    """What the form would say of a new officer."""
    values = {"post": post, "name": called, **values}
    return [(problem.rule, problem.level) for problem in officer_problems(Officer(branch=key), values, TODAY)]


def test_who_serves_stands_first_and_in_the_order_of_the_posts(add, appoint):
    key = add(chair="李建平", audit_chair="冯秀兰")
    appoint(key, "member", "王甲", until="2026-01-01")
    appoint(key, "vice", "马玉梅")
    assert [officer.holder.name for officer in officers(key, TODAY)] == ["李建平", "马玉梅", "冯秀兰", "王甲"]


def test_a_new_row_has_no_name_yet_and_a_kept_one_has_its_persons(add):
    key = add(chair="李建平", chair_phone="13900001111")
    assert officer_values(Officer(branch=key)) == {"name": None, "phone": None}
    assert officer_values(Officer.get()) == {"name": "李建平", "phone": "13900001111"}


def test_an_officer_without_a_name_is_refused(add):
    assert told(add(), "member", "") == [("", Level.ERROR)]


def test_the_chair_by_name_and_phone_is_the_chair_and_does_not_audit_himself(add):
    """EL-07: the person is known."""
    key = add(chair="李建平", chair_phone="13900001111")
    assert ("EL-07", Level.ERROR) in told(key, "auditor", "李建平", phone="13900001111")


def test_another_person_of_the_chairs_name_may_audit(add, appoint):
    """EL-07: two people of one name, told apart by their phones."""
    key = add(chair="李建平", chair_phone="13900001111")
    assert told(key, "auditor", "李建平", phone="13900002222") == []
    auditor = appoint(key, "auditor", "李建平", phone="13900002222")
    assert auditor.holder_id != Officer.get(Officer.post == "chair").holder_id


def test_the_chairs_name_alone_is_a_doubt_and_saved_as_another_person(add, appoint):
    """EL-07."""
    key = add(chair="李建平", chair_phone="13900001111")
    assert told(key, "auditor", "李建平") == [("EL-07", Level.DOUBT)]
    assert appoint(key, "auditor", "李建平").holder_id != Officer.get(Officer.post == "chair").holder_id
    assert Person.alive().count() == 2


def test_known_auditors_of_the_chairs_name_are_no_more_doubted(add, appoint):
    key = add(chair="李建平", chair_phone="13900001111")
    auditor = appoint(key, "auditor", "李建平")
    values = {"post": "auditor", "name": "李建平", "remark": "另一人"}
    assert officer_problems(auditor, values, TODAY) == []


def test_an_auditor_who_becomes_chair_is_told_in_the_same_way(add, appoint):
    """EL-07 from the other side."""
    key = add()
    appoint(key, "auditor", "李建平", phone="13900001111")
    assert ("EL-07", Level.ERROR) in told(key, "chair", "李建平", phone="13900001111")
    assert told(key, "chair", "李建平") == [("EL-07", Level.DOUBT)]


def test_a_chair_who_left_may_audit(add, change):
    key = add(chair="李建平", chair_phone="13900001111")
    change(key, date(2026, 11, 1), chair=None)
    assert told(key, "auditor", "李建平", phone="13900001111") == []


def test_posts_that_have_nothing_to_do_with_the_audit_are_not_asked(add):
    key = add(chair="李建平", chair_phone="13900001111")
    assert told(key, "women_chair", "李建平", phone="13900001111") == []


def test_a_vice_chair_is_found_in_the_union_by_the_name_alone(add, appoint):
    key = add(women_chair="马玉梅")
    assert appoint(key, "vice", "马玉梅").holder_id == Officer.get(Officer.post == "women_chair").holder_id


def test_the_holders_of_the_posts_are_known_with_their_phones(add, change):
    key = add(chair="李建平", chair_phone="13900001111", audit_chair="冯秀兰")
    change(key, date(2026, 11, 1), audit_chair=None)
    found = holders(key, TODAY)
    assert list(found) == ["chair"]
    assert (found["chair"].name, found["chair"].phone) == ("李建平", "13900001111")


# ---- the size of the committee (EL-05) -----------------------------------------------------------------------------


@pytest.fixture
def seven(add, appoint):
    """A union elected with 87 members, of 300 today, with a full committee of seven."""
    key = add(start="2024-05-01", years=5, chair="李建平", day=date(2024, 1, 10), members=87)
    for number in range(6):
        appoint(key, "member", f"王{'甲乙丙丁戊己'[number]}")
    return key


def test_the_committee_is_measured_by_the_members_at_the_election(seven, change):
    """EL-05, appendix F: 87 members then, 3–7 seats; 300 now would allow 7–15."""
    change(seven, staff=300, members=300)
    assert told(seven, "member", "赵新") == [("EL-05", Level.ERROR)]


def test_a_reason_lets_the_eighth_in_and_is_kept_with_the_row(seven, appoint):
    """Appendix F: error with override."""
    assert told(seven, "member", "赵新", override="市总批复同意") == [("EL-05", Level.DOUBT)]
    assert appoint(seven, "member", "赵新", override="市总批复同意").override == "市总批复同意"
    assert told(seven, "member", "钱新") == [("EL-05", Level.DOUBT)]  # one reason is enough for the committee


def test_the_reason_of_the_term_excuses_too(book, seven):
    term = Term.get()
    term.override = "市总批复同意"
    with book.deed("换届") as deed:
        deed.save(term)
    assert told(seven, "member", "赵新") == [("EL-05", Level.DOUBT)]


def test_an_auditor_does_not_fill_a_seat_of_the_committee(seven):
    assert told(seven, "auditor", "赵新") == []


def test_who_has_left_leaves_a_seat_free(book, seven):
    member = Officer.alive().where(Officer.post == "member").first()
    member.until = "2026-11-01"
    with book.deed("离任") as deed:
        deed.save(member)
    assert told(seven, "member", "赵新") == []


def test_a_committee_that_is_being_written_down_is_a_doubt_not_an_error(add):
    key = add(start="2024-05-01", years=5, chair="李建平", members=87)
    assert told(key, "member", "王甲") == [("EL-05", Level.DOUBT)]


def test_without_any_count_of_members_nothing_is_said(add):
    assert told(add(chair="李建平"), "member", "王甲") == []


def test_the_size_at_the_election_is_an_error_of_the_term_unless_a_reason_is_given(add, put):
    """EL-05, appendix F."""
    key = add(day=date(2024, 1, 10), members=87)

    def said(**values):
        term = Term(branch=key, start="2024-05-01", years=5, **values)
        return [(problem.field, problem.level) for problem in term.problems(TODAY)]

    assert said(seats=9) == [("seats", Level.ERROR)]
    assert said(seats=9, override="市总批复同意") == [("seats", Level.DOUBT)]
    assert said(seats=4) == [("seats", Level.HINT)]
    assert said(seats=5) == said() == []
    put(ODD_COMMITTEE, "否")
    assert said(seats=4) == []


def test_the_electorate_is_that_of_the_election_day(add, change):
    key = add(day=date(2024, 1, 10), members=87)
    change(key, date(2025, 1, 10), members=120)

    def members(iso):
        return electorate_of(key, PartialDate.parse(iso), TODAY).members

    assert (members("2024-05-01"), members("2025-01-10"), members("2024-05")) == (87, 120, 87)
    assert electorate_of(key, None, TODAY).members == 120


def test_an_election_before_the_first_count_is_measured_by_that_count_and_says_so(add):
    electorate = electorate_of(add(members=87), PartialDate(2021, 5), TODAY)
    assert (electorate.members, electorate.note) == (87, "（选举时没有登记，按 2026-01-01 的数）")


def test_a_count_without_members_is_passed_over(book, add):
    key = add(day=date(2024, 1, 10), members=87)
    with book.deed("人数") as deed:
        deed.save(Headcount(branch=key, since="2025-01-10", staff=100))
    assert electorate_of(key, None, TODAY).members == 87


# ---- covered units -------------------------------------------------------------------------------------------------


def test_a_unit_is_written_with_its_coverage(book, add):
    coverage = Coverage(branch=add(form="joint"))
    assert employer_values(coverage)["name"] is None
    with book.deed("单位") as deed:
        save_coverage(deed, coverage, {"name": "示例铝业有限公司", "nature": "非公企业", "since": "2026-01-01"})
    assert employer_values(Coverage.get())["nature"] == "非公企业"
    assert (Coverage.get().since, Employer.get().name_derived) == ("2026-01-01", None)


def test_a_unit_that_the_book_knows_is_not_made_again(book, add):
    with book.deed("单位") as deed:
        known = deed.save(Employer(name="示例铝业有限公司", code="91350100M000100Y43"))
    coverage = Coverage(branch=add(form="joint"))
    with book.deed("单位") as deed:
        save_coverage(deed, coverage, {"name": "示例铝业有限公司"})
    assert (Coverage.get().employer_id, Employer.alive().count()) == (known.id, 1)


def test_a_unit_needs_a_name_and_a_right_code(add):
    coverage = Coverage(branch=add(form="joint"))
    assert [problem.field for problem in unit_problems(coverage, {}, TODAY)] == ["name"]
    values = {"name": "示例铝业有限公司", "code": "12141123MB0123456H"}
    assert [problem.field for problem in unit_problems(coverage, values, TODAY)] == ["code"]


def test_a_union_is_kept_once_it_is_saved(add):
    assert is_kept(Branch.get_by_id(add()))
    assert not is_kept(Branch(name="甲工会"))
