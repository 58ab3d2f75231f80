"""The ballot of a union: what its record suggests, what was kept, what goes on paper."""

from dataclasses import replace

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.problems import refuses
from xunion_desktop.branches.ballots import BALLOT, LISTED, ballot_words, ballots
from xunion_desktop.branches.records.ballots import ballot_plan, keep_plan, offered_plan
from xunion_desktop.branches.records.course import Officer
from xunion_desktop.branches.records.posts import save_officer
from xunion_desktop.branches.voting import BallotPlan, Elected, plan_problems
from xunion_desktop.paper.forms import shipped_form


@pytest.fixture
def school(add, book):
    key = add("兴县示例职业中学工会委员会", start="2021-09-01", years=5, number=5, members=87, staff=90, chair="林改花")
    for name in ("王毅", "冯秀兰"):
        with book.deed("新增成员") as deed:
            save_officer(deed, Officer(branch=key, post="member"), {"post": "member", "name": name})
    return key


def test_those_in_office_are_offered_by_strokes(school):
    """EL-27."""
    assert offered_plan(school, TODAY).names == ["王毅", "冯秀兰", "林改花"]


def test_the_next_term_is_elected(school):
    assert offered_plan(school, TODAY).term == "第六届"


def test_as_many_are_elected_as_sit_now(school):
    assert offered_plan(school, TODAY).seats == "3"


def test_each_member_gets_a_ballot(school):
    assert offered_plan(school, TODAY).copies == "87"


def test_for_a_chair_only_the_chair_is_offered(school):
    plan = offered_plan(school, TODAY, Elected.CHAIR.value)
    assert (plan.names, plan.seats) == (["林改花"], "1")


def test_a_union_of_which_nothing_is_known_is_offered_nothing(add):
    plan = offered_plan(add("示例工会"), TODAY)
    assert (plan.term, plan.candidates, plan.seats, plan.copies) == ("", "", "", "")


def test_what_was_filled_in_is_found_again(school, book):
    plan = replace(offered_plan(school, TODAY), candidates="王毅\n李强", seats="1", size="A6")
    keep_plan(book, school, plan)
    assert ballot_plan(school, TODAY) == plan


def test_what_was_filled_in_is_of_one_union(school, add, book):
    keep_plan(book, school, replace(offered_plan(school, TODAY), term="第九届"))
    assert ballot_plan(add("示例工会"), TODAY).term == ""


def test_the_words_of_a_ballot_name_the_union_once(school):
    (item,) = ballots([school], TODAY)
    assert (
        item.words["工会名称"] + item.words["届次"] + item.words["选举什么"] == "兴县示例职业中学工会第六届委员会委员"
    )


def test_a_ballot_is_doubted_where_nobody_can_lose(school):
    """EL-26: 差额."""
    (item,) = ballots([school], TODAY)
    assert [problem.rule for problem in item.problems] == ["EL-26"]


def test_a_union_that_is_gone_has_no_ballot(school):
    assert len(ballots([school, "0" * 32], TODAY)) == 1


def test_nothing_in_the_words_tells_one_ballot_from_the_next(school):
    """EL-27: 无记名."""
    words = ballot_words("示例工会", offered_plan(school, TODAY))
    assert set(words) == {"工会名称", "届次", "选举什么", "候选人", "应选人数", "份数", "大小", "票面"}


@pytest.mark.parametrize("copies", ["0", "-3", "一百", "4.5"])
def test_a_number_of_ballots_that_is_none_is_refused(copies):
    """EL-22: one ballot for each voter, not one for want of a number."""
    assert refuses(plan_problems(BallotPlan("委员会主席", "", "王毅", "1", copies)))


def test_a_row_for_each_candidate_has_three_columns():
    words = ballot_words("示例工会", BallotPlan("委员会主席", "", "王毅\n李强", "1", "2", marks=LISTED))
    (ballot,) = shipped_form(BALLOT).document(words).blocks
    assert ballot.marks == ("赞成", "不赞成", "弃权")
