# ruff: noqa: T201
"""How fast the page 基层工会 and 首页 stand over 20,000 unions, as ratios to the driver's bare queries in the same run.

Run by its own command: ``python -m pytest tests/bench -s``. The processor time of the window's own thread is measured:
the figures printed are of this machine, the asserted ratios are not. On two quiet cores the tab shows its first rows in
100 ms, a keystroke its rows in 12 to 25 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from xunion_desktop import catalogue
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.tab import branches_page
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.record_model import Query
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.home.pages.figures import FigureCard
from xunion_desktop.home.reckoning import reckon
from xunion_desktop.home.tab import HomePage
from xunion_desktop.office.filling import fill
from xunion_desktop.store.book import Book

from tests.county import TODAY  # isort: skip

COUNT = 20_000
KEYS = 'SELECT "id" FROM "branch" WHERE "deleted_at" IS NULL ORDER BY "sort_key", "id"'
FIND = 'SELECT "id" FROM "branch" WHERE "deleted_at" IS NULL AND "search_text" LIKE ? ORDER BY "sort_key", "id"'
PEOPLE = 'SELECT "id" FROM "person" WHERE "search_text" LIKE ?'
ROWS = 'SELECT * FROM "branch" WHERE "id" IN (SELECT "id" FROM "branch" ORDER BY "sort_key" LIMIT 64)'
PASSES = tuple(f'SELECT * FROM "{table}"' for table in ("branch", "term", "headcount", "structure", "officer"))
SCREEN = 40  # ms of painting and placing that no query is responsible for


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    """The best of several runs."""
    found = []
    for _ in range(times):
        start = thread_time()
        work()
        found.append((thread_time() - start) * 1000)
    return min(found)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of a big county, closed as after a day's work."""
    folder = tmp_path_factory.mktemp("county")
    with Book.create(folder / "book", catalogue.record_classes(), folder / "replicas") as book:
        fill(book)
        demo(book, COUNT, 900_000, today=TODAY)
    return folder


@pytest.fixture
def desk(county: Path, furniture: Furniture) -> Iterator[Desk]:
    with Book.open(county / "book", catalogue.record_classes(), county / "replicas") as book:
        yield Desk(book, TODAY, catalogue.ROOMS, furniture)
        furniture.jobs.close()


@pytest.fixture
def bare(desk: Desk) -> Callable[..., float]:
    """What the driver alone takes for some statements."""
    connection = desk.book.database.connection()

    def bare(*statements: str, word: str = "") -> float:
        def work() -> None:
            for sql in statements:
                connection.execute(sql, (f"%{word}%",) if "?" in sql else ()).fetchall()

        return milliseconds(work)

    return bare


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> RegisterPage:
    return shown(branches_page(desk), qtbot)


def shown(page: RegisterPage, qtbot: QtBot) -> RegisterPage:
    qtbot.addWidget(page)
    page.resize(1366, 697)
    page.show()
    paint(page)
    return page


def paint(page: RegisterPage) -> None:
    page.list.table.viewport().repaint()


def rest(done: Callable[[], bool]) -> None:
    """Let the window and its threads work until something is done."""
    loop, ticks = QEventLoop(), QTimer()
    ticks.timeout.connect(lambda: done() and loop.quit())
    ticks.start(2)
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    assert done()


def test_the_tab_shows_its_first_rows_soon_after_the_keys(desk: Desk, qtbot: QtBot, bare: Callable[..., float]) -> None:
    raw = bare(KEYS, ROWS)
    ours = milliseconds(lambda: shown(branches_page(desk), qtbot))
    print(f"\ntab to first rows of {COUNT}: {ours:.0f} ms; keys and one page of rows alone {raw:.1f} ms")
    assert ours < 6 * raw + 2 * SCREEN


@pytest.mark.parametrize("word", ["slkyg", "x", "小学"])
def test_a_keystroke_costs_little_more_than_its_search(
    page: RegisterPage, bare: Callable[..., float], word: str
) -> None:
    raw = bare(FIND, PEOPLE, word=word)

    taken = []
    for _ in range(6):
        page.search.clear()
        start = thread_time()
        page.search.setText(word)
        paint(page)
        taken.append((thread_time() - start) * 1000)
    print(f"\n{word} to rows: {min(taken):.1f} ms; the two searches alone {raw:.1f} ms")
    assert min(taken) < 4 * raw + SCREEN / 2


def test_counting_the_chips_keeps_nobody_from_typing(page: RegisterPage) -> None:
    rest(lambda: page.chips._texts and page.chips._texts[0].count == COUNT)
    register = page.list.register
    counting = milliseconds(lambda: register.counts("", TODAY), 3)
    blocked = milliseconds(page.count.now)
    print(f"\ncounting takes {counting:.0f} ms; the window is kept for {blocked:.1f} ms")
    assert blocked < counting / 10
    rest(lambda: not page.desk.jobs._glances)


def test_scrolling_through_the_register_reads_page_by_page(page: RegisterPage, bare: Callable[..., float]) -> None:
    page.list.model.ask(Query())
    bar = page.list.table.verticalScrollBar()
    places = iter(range(100, COUNT, 500))
    raw = bare(ROWS)

    def jump() -> None:
        bar.setValue(next(places))
        paint(page)

    ours = milliseconds(jump, 20)
    print(f"\na jump in the list: {ours:.1f} ms; a page of rows alone {raw:.1f} ms")
    assert ours < 4 * raw + SCREEN / 2


def test_the_first_page_is_there_at_once_and_its_figures_in_a_few_passes(
    desk: Desk, qtbot: QtBot, bare: Callable[..., float]
) -> None:
    raw = bare(*PASSES)
    home = HomePage(desk)
    qtbot.addWidget(home)
    blocked = milliseconds(home.refresh, 1)
    rest(lambda: home.figures.findChildren(FigureCard))
    whole = milliseconds(lambda: reckon(desk.rooms, [desk.register("branches")], TODAY), 1)
    print(f"\n首页 keeps the window for {blocked:.0f} ms, reckons {whole:.0f} ms; every row read once {raw:.0f} ms")
    assert blocked < raw / 2 + SCREEN
    assert whole < 5 * raw + SCREEN
