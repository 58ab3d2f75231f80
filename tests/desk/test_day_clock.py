"""A window left open over midnight."""

from datetime import date

from tests.desk.county import TODAY
from xunion_desktop.desk.day_clock import DayClock, clock_day
from xunion_desktop.desk.desk import Desk


class Calendar:
    """Something else that goes by a day."""

    today = TODAY


def test_the_desk_and_all_that_goes_by_a_day_go_on_with_the_new_one(desk: Desk) -> None:
    calendar, told = Calendar(), list[date]()
    desk.today = date(2000, 1, 1)
    clock = DayClock(desk)
    clock.lead(calendar)
    clock.turned.connect(told.append)
    clock.look()
    assert (desk.today, calendar.today, told) == (clock_day(), clock_day(), [clock_day()])


def test_pages_are_read_anew_on_the_new_day(desk: Desk) -> None:
    changes = list[frozenset[str]]()
    desk.changed.connect(changes.append)
    desk.today = date(2000, 1, 1)
    DayClock(desk).look()
    assert changes == [frozenset()]


def test_nothing_happens_while_it_is_the_same_day(desk: Desk) -> None:
    told = list[date]()
    desk.today = clock_day()
    clock = DayClock(desk)
    clock.turned.connect(told.append)
    clock.look()
    assert told == []
