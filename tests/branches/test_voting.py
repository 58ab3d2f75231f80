"""How many candidates a ballot needs, and their order (EL-26, EL-27)."""

from dataclasses import replace

import pytest

from xunion_desktop.basics.problems import Level, refuses
from xunion_desktop.branches.voting import BallotPlan, Elected, by_strokes, least_candidates, plan_problems

PLAN = BallotPlan("委员会委员", "第六届", "王毅\n冯秀兰\n刘强\n林改花", "3", "87")

LEAST = [
    (3, 4),
    (5, 6),
    (7, 8),
    (9, 10),
    (11, 12),
    (15, 16),
    (19, 20),
    (20, 21),
    (21, 23),
    (29, 31),
    (37, 39),
    (45, 48),
]


@pytest.mark.parametrize(("seats", "least"), LEAST)
def test_there_are_five_per_cent_more_candidates_than_seats(seats, least):
    """EL-26, computed."""
    assert least_candidates(seats) == least


def test_candidates_stand_by_the_strokes_of_their_surnames():
    """EL-27."""
    assert by_strokes(["林改花", "冯秀兰", "王毅"]) == ["王毅", "冯秀兰", "林改花"]


def test_a_ballot_in_order_with_one_too_many_is_without_problems():
    assert plan_problems(PLAN) == []


def test_too_few_candidates_are_doubted_not_refused():
    problems = plan_problems(replace(PLAN, seats="4"))
    assert [(problem.rule, problem.level) for problem in problems] == [("EL-26", Level.DOUBT)]
    assert not refuses(problems)


@pytest.mark.parametrize("elected", [Elected.CHAIR, Elected.VICE, Elected.AUDIT])
def test_a_chair_may_stand_alone(elected):
    """EL-26: 主席、副主席可以等额，经审委员条例没有规定。"""
    assert plan_problems(replace(PLAN, elected=elected.value, candidates="王毅", seats="1")) == []


def test_another_order_is_hinted_at():
    problems = plan_problems(replace(PLAN, candidates="林改花\n冯秀兰\n王毅\n刘强"))
    assert [(problem.rule, problem.level) for problem in problems] == [("EL-27", Level.HINT)]


def test_blanks_in_a_name_of_two_characters_do_not_count():
    assert plan_problems(replace(PLAN, candidates=PLAN.candidates.replace("王毅", "王　毅"))) == []
