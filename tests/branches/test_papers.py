"""The words of the reminder letter, and what stands between a union and its letter."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from tests.reminder import WORDS
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches.papers import OFFERS, longest_reminder, reminders
from xunion_desktop.office.filling import fill
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


def test_the_time_for_the_request_is_what_the_office_set(book, add):
    fill(book)
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
