"""The words of the reminder letter, and what stands between a union and its letter."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from tests.reminder import WORDS
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.papers import OFFERS, longest_reminder, reminders
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.office.values import REMINDER_DAYS, REQUEST_DAYS
from xunion_desktop.paper.forms import shipped_form


def letter(key, today=TODAY):
    [item] = reminders([key], today)
    return item


def test_an_overdue_union_is_told_since_when(add):
    """Appendix A5."""
    item = letter(add("兴县示例职业中学工会委员会", start="2021-09-01", years=5, number=5))
    assert item.words == {
        "工会名称": "兴县示例职业中学工会委员会",
        **WORDS,
        "报送期限": "2026年12月8日",
    }
    assert item.problems == ()


def test_a_union_soon_due_is_told_how_many_days_are_left(add):
    words = letter(add(start="2021-12-01", years=5)).words
    assert (words["已届满"], words["将届满"], words["届满日"], words["剩余天数"]) == ("", "是", "2026年11月30日", "7")


def test_a_term_known_to_the_month_is_written_as_a_month(add):
    item = letter(add(start="2021-06", years=5))
    assert (item.words["任期起"], item.words["届满日"], item.words["届次"]) == ("2021年6月", "2026年6月", "")
    assert [problem.level for problem in item.problems] == [Level.HINT]


def test_a_union_whose_term_is_not_known_gets_no_letter(add):
    [problem] = letter(add()).problems
    assert (problem.level, problem.field) == (Level.ERROR, "start")


@pytest.mark.parametrize("state", ["merged", "dissolved"])
def test_a_union_that_is_gone_gets_no_letter(add, state):
    [problem] = letter(add(start="2021-09-01", years=5, state=state)).problems
    assert problem.level is Level.ERROR


def test_a_letter_during_an_extension_is_doubted(add):
    """EL-11."""
    [problem] = letter(add(start="2021-09-01", years=5, state="extended", until="2026-12-31")).problems
    assert problem.level is Level.DOUBT
    assert "2026-12-31" in problem.sentence


def test_a_letter_long_before_the_term_ends_is_doubted(add):
    """EL-13: 180 days before at the earliest."""
    key = add(start="2022-06-01", years=5)
    assert [problem.level for problem in letter(key).problems] == [Level.DOUBT]
    assert letter(key, date(2026, 12, 3)).problems == ()


def test_the_time_for_the_request_is_what_the_office_set(add):
    assert letter(add(start="2021-09-01", years=5)).words["报送期限"] == "2026年12月8日"


def test_letters_come_in_the_order_of_the_keys(add):
    first, second = add("乙工会", start="2021-09-01", years=5), add("甲工会", start="2021-09-01", years=5)
    assert [item.name for item in reminders([second, first, "gone"], TODAY)] == ["甲工会", "乙工会"]


def test_the_form_uses_no_word_that_is_not_offered():
    form = shipped_form("branches/election_reminder")
    of_the_office = {"本会名称", "本会简称", "上级工会", "联系人", "联系电话", "本会地址", "今天", "年", "文号"}
    assert form.word_names() <= set(OFFERS) | of_the_office


def test_the_longest_words_are_all_offered_words():
    assert tuple(longest_reminder().words) == OFFERS


def test_where_no_days_are_set_the_letter_leaves_the_time_out_and_says_so(add, put):
    put(REQUEST_DAYS, None)
    item = letter(add(start="2021-09-01", years=5))
    assert item.words["报送期限"] == ""
    assert [problem.sentence for problem in item.problems] == ["“换届请示报送期限”未设置，函里不写报送期限。"]
    assert [problem.level for problem in item.problems] == [Level.HINT]


def test_where_no_reminder_days_are_set_the_clerk_is_asked_to_look(add, put):
    """EL-13."""
    put(REMINDER_DAYS, None)
    early, overdue = add("甲工会", start="2022-06-01", years=5), add("乙工会", start="2021-09-01", years=5)
    assert [problem.sentence for problem in letter(early).problems] == [
        "“换届提醒提前天数”未设置，发函早不早请自己看。"
    ]
    assert letter(overdue).problems == ()


def test_the_days_to_hand_in_the_request_are_those_of_the_day(add, put):
    put(REQUEST_DAYS, "30")
    assert letter(add(start="2021-09-01", years=5)).words["报送期限"] == "2026年12月23日"


@pytest.mark.parametrize(
    ("day", "run_out", "left"),
    [
        (date(2026, 11, 29), "", "1"),
        (date(2026, 11, 30), "", ""),  # the last day itself: no days are left, yet it has not run out
        (date(2026, 12, 1), "是", ""),
    ],
)
def test_the_last_day_of_the_term_is_not_yet_past(add, day, run_out, left):
    """EL-10."""
    words = letter(add(start="2021-12-01", years=5), day).words
    assert (words["已届满"], words["剩余天数"], words["届满日"]) == (run_out, left, "2026年11月30日")


def test_a_union_that_came_into_preparation_may_be_reminded_when_its_term_is_known(add):
    assert letter(add(start="2021-09-01", years=5, state="preparing")).problems == ()


def test_the_sentence_of_a_union_that_is_gone_names_its_state(add):
    [problem] = letter(add(start="2021-09-01", years=5, state="merged")).problems
    assert problem.sentence == "这家工会已并入，不再发提醒函。"


def test_an_extension_that_has_run_out_stands_in_nobodys_way(add):
    """EL-11."""
    assert letter(add(start="2021-09-01", years=5, state="extended", until="2026-10-31")).problems == ()


def test_a_term_of_which_only_the_year_is_known_is_written_as_a_year(add):
    words = letter(add(start="2020", years=5)).words
    assert (words["任期起"], words["届满日"], words["已届满"]) == ("2020年", "2025年", "是")


def test_every_letter_of_the_demo_county_has_all_the_words_its_form_wants(book):
    demo(book, 60, 3000, 1, today=TODAY)
    form = shipped_form("branches/election_reminder")
    office = {word: "某" for word in form.word_names() if word not in OFFERS}
    for item in reminders(open_register(TODAY).keys("overdue", as_of=TODAY), TODAY):
        assert form.problems({**office, **item.words}) == []
