"""The rules of committees, by the vectors of appendix B and the regulations' tables."""

from datetime import date

import pytest

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches import committees
from xunion_desktop.branches.committees import Electorate, Who


@pytest.mark.parametrize(
    ("members", "seats"),
    [
        (24, (3, 5)),
        (25, (3, 7)),
        (200, (3, 7)),
        (201, (7, 15)),
        (1000, (7, 15)),
        (1001, (15, 21)),
        (5000, (15, 21)),
        (5001, (21, 29)),
        (10000, (21, 29)),
        (10001, (29, 37)),
        (50000, (29, 37)),
        (50001, (37, 45)),
    ],
)
def test_the_size_of_the_committee_follows_the_table(members, seats):
    """EL-05, appendix B."""
    assert committees.committee_seats(members) == seats


def sized(members, seats, reason="", **asked):
    found = committees.committee_problems(Electorate(members), seats, "seats", reason, **asked)
    return [problem.level for problem in found]


@pytest.mark.parametrize(
    ("members", "seats", "right"),
    [
        (24, 1, True),  # an organiser
        (25, 1, False),
        (87, 2, False),
        (87, 3, True),
        (87, 7, True),
        (87, 8, False),
        (87, 0, True),  # not written down
    ],
)
def test_a_committee_of_the_wrong_size_is_an_error(members, seats, right):
    """EL-05, appendix F."""
    assert sized(members, seats) == ([] if right else [Level.ERROR])


def test_a_reason_makes_a_wrong_size_a_doubt():
    """Appendix F: error with override."""
    assert sized(87, 9, "市总批复") == [Level.DOUBT]
    assert sized(87, 9, "  ") == sized(87, 9, None) == [Level.ERROR]


def test_a_committee_that_is_still_being_written_down_may_be_too_small():
    assert sized(87, 2, growing=True) == [Level.DOUBT]
    assert sized(87, 8, growing=True) == [Level.ERROR]


def test_an_even_number_is_a_hint_where_the_office_wants_odd_ones():
    """EL-05: no national rule."""
    assert sized(87, 4, odd=True) == [Level.HINT]
    assert sized(87, 5, odd=True) == sized(87, 4) == sized(87, 4, odd=True, growing=True) == []


def test_the_sentence_says_by_whom_the_committee_is_measured():
    [problem] = committees.committee_problems(Electorate(87, "（按某日的数）"), 9, "seats")
    assert problem.sentence == "会员 87 人（按某日的数），委员应为 3–7 人，现有 9 人。"
    assert (problem.field, problem.rule) == ("seats", "EL-05")


@pytest.mark.parametrize(
    ("members", "committee", "must"), [(24, False, False), (25, False, True), (25, True, False), (300, False, True)]
)
def test_from_25_members_on_a_committee_must_be_built(members, committee, must):
    """ORG-02."""
    assert committees.must_build(members, committee) is must


@pytest.mark.parametrize(("women", "needed"), [(9, False), (10, True)])
def test_from_ten_women_on_a_committee_is_due(women, needed):
    """EL-08, appendix B."""
    assert committees.needs_women_committee(women) is needed


def test_a_missing_womens_committee_is_told_apart_from_one_not_recorded():
    [missing] = committees.women_problems(12, committee=False)
    [unknown] = committees.women_problems(12, committee=None)
    assert "应当建立" in missing.sentence
    assert "没有登记" in unknown.sentence
    assert committees.women_problems(12, committee=True) == committees.women_problems(9, committee=False) == []


def test_the_chair_may_not_sit_in_the_audit_committee():
    """EL-07, appendix B."""
    [problem] = committees.audit_problems([Who("甲", "1"), Who("乙", "2"), Who("丙", "3")], [Who("甲", "1")])
    assert problem.level is Level.ERROR


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Who("甲", "1"), Who("乙", "1"), True),  # a name put right is still the same person
        (Who("甲", "1"), Who("甲", "2"), False),
        (Who("甲", phone="139"), Who("甲", "2", "139"), True),
        (Who("甲", phone="139"), Who("甲", "2", "138"), False),
        (Who("甲"), Who("甲", "2", "138"), None),
        (Who("甲"), Who("乙"), False),
    ],
)
def test_people_are_told_apart_by_key_else_by_name_and_phone(one, other, same):
    """EL-07."""
    assert one.same(other) is other.same(one) is same


def test_an_auditor_of_the_chairs_name_only_is_a_doubt():
    """EL-07."""
    [problem] = committees.audit_problems([Who("甲")], [Who("甲", "1", "139")])
    assert (problem.level, problem.field) == (Level.DOUBT, "post")
    assert committees.audit_problems([Who("甲", "2")], [Who("甲", "1")]) == []


def test_posts_that_nobody_holds_are_no_fault():
    assert committees.audit_problems([Who("")], [Who("")]) == []


@pytest.mark.parametrize(("count", "right"), [(1, True), (2, False), (3, True), (11, True), (12, False)])
def test_an_audit_committee_has_three_to_eleven_members(count, right):
    """EL-07, appendix B."""
    assert (committees.audit_problems([Who(str(n)) for n in range(count)], [Who("x")]) == []) is right


def test_a_vacant_chair_is_filled_sooner_in_an_enterprise():
    """EL-30."""
    assert committees.vacancy_deadline(PartialDate(2026, 8, 1), 90) == date(2026, 10, 30)
    assert committees.vacancy_deadline(PartialDate(2026, 8, 1), 183) == date(2027, 1, 31)
