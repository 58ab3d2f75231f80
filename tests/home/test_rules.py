"""What 首页 puts first."""

from datetime import date

import pytest

from xunion_desktop.basics.duty import Duty, Urgency
from xunion_desktop.home.rules import day_in_words, in_order, second_line


def duty(text: str, day: int, urgency: Urgency) -> Duty:
    return Duty(text, date(2026, 11, day), "工会法第十六条", urgency=urgency)


def test_overdue_stands_before_soon_and_done() -> None:
    given = [duty("c", 1, Urgency.GREEN), duty("b", 2, Urgency.AMBER), duty("a", 3, Urgency.RED)]
    assert [one.text for one in in_order(given)] == ["a", "b", "c"]


def test_among_equals_the_oldest_day_stands_first() -> None:
    given = [duty("later", 20, Urgency.RED), duty("earlier", 2, Urgency.RED)]
    assert [one.text for one in in_order(given)] == ["earlier", "later"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "2026年11月24日　星期二"),
        (date(2026, 11, 29), "2026年11月29日　星期日"),
        (date(2027, 1, 1), "2027年1月1日　星期五"),
    ],
)
def test_the_day_is_written_with_its_weekday(day: date, words: str) -> None:
    assert day_in_words(day) == words


def test_the_second_line_names_note_and_rule() -> None:
    given = Duty("x", date(2026, 1, 1), "工会法第十六条", note="最早 2026-03-01 届满")
    assert second_line(given) == "最早 2026-03-01 届满 • 工会法第十六条"


def test_the_second_line_of_a_duty_without_a_note_is_its_rule() -> None:
    assert second_line(Duty("x", date(2026, 1, 1), "EL-10")) == "EL-10"
