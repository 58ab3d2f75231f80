# ruff: noqa: T201
"""How fast a long register is on the screen, as a ratio to the bare queries in the same run (issue 2).

Run by its own command: ``python -m pytest tests/bench -s``. The figures printed are of this machine, the asserted
ratios are not.
"""

from collections.abc import Callable
from time import perf_counter

import pytest

from tests.desk.conftest import desk, records  # noqa: F401 - the desk's own fixtures
from tests.desk.county import PLAN, TODAY, fill
from xunion_desktop.desk.record_model import Query
from xunion_desktop.desk.register_page import RegisterPage

COUNT = 20_000


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    """The best of several runs."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append((perf_counter() - start) * 1000)
    return min(found)


@pytest.fixture
def page(desk, book, qtbot):  # noqa: F811
    fill(book, COUNT)
    made = RegisterPage(desk, "unions", PLAN)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    qtbot.wait(300)
    return made


def paint(page):
    page.list.table.viewport().repaint()


def test_the_first_rows_come_soon_after_the_keys(page):
    register = page.list.register
    raw = milliseconds(lambda: register.rows(register.keys("all", "", (), TODAY)[:64], TODAY))

    def first_rows():
        page.list.model.beginResetModel()
        page.list.model._pages.keys = []
        page.list.model.endResetModel()
        page.show_records()
        paint(page)

    ours = milliseconds(first_rows)
    print(f"\nfirst rows of {COUNT}: {ours:.0f} ms; keys and one page of rows alone {raw:.0f} ms")
    assert ours < 3 * raw + 40


def test_a_keystroke_costs_little_more_than_its_search(page):
    register = page.list.register
    words = iter(["s", "sl", "slk", "slky", "slkyg", "slkygs"] * 3)
    raw = milliseconds(lambda: register.keys("all", "slky", (), TODAY))

    def stroke():
        page.search.setText(next(words))
        paint(page)

    ours = milliseconds(stroke, 12)
    print(f"\nkeystroke to rows: {ours:.1f} ms; the search alone {raw:.1f} ms")
    assert ours < 2 * raw + 15


def test_scrolling_through_the_register_reads_page_by_page(page):
    page.list.model.ask(Query())
    bar = page.list.table.verticalScrollBar()
    places = iter(range(100, COUNT, 500))
    raw = milliseconds(lambda: page.list.register.rows(page.list.model.keys[5000:5064], TODAY))

    def jump():
        bar.setValue(next(places))
        paint(page)

    ours = milliseconds(jump, 20)
    print(f"\na jump in the list: {ours:.1f} ms; a page of rows alone {raw:.1f} ms")
    assert ours < 3 * raw + 15
