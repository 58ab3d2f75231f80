# ruff: noqa: T201
"""How fast 20,000 unions are found and counted, as a ratio to the raw driver's own work in the same run (issue 2).

Run by ``python -m pytest tests/bench -s``. Processor time is measured: the figures are of this machine, the ratios not.
"""

from collections.abc import Callable
from time import process_time

import pytest

from tests.branches.conftest import RECORDS, TODAY
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.office.filling import fill
from xunion_desktop.store.book import Book

COUNT = 20_000
WORDS = ("s", "slmy", "王", "wang", "13", "没有这样的")
FIND = 'SELECT "id" FROM "branch" WHERE "deleted_at" IS NULL AND "search_text" LIKE ? ORDER BY "sort_key", "id"'
PEOPLE = 'SELECT "id" FROM "person" WHERE "search_text" LIKE ?'
PASSES = (
    'SELECT "id", "name", "founded" FROM "branch" WHERE "deleted_at" IS NULL',
    'SELECT "branch_id", "start", "due" FROM "term" WHERE "deleted_at" IS NULL',
    'SELECT "branch_id", "since", "state", "resumes" FROM "state_change" WHERE "deleted_at" IS NULL',
    'SELECT "branch_id", "since", "form", "women_committee" FROM "structure" WHERE "deleted_at" IS NULL',
    'SELECT "branch_id", "since", "members", "members_women" FROM "headcount" WHERE "deleted_at" IS NULL',
    'SELECT "branch_id", "since", "until" FROM "officer" WHERE "post" = \'chair\' AND "deleted_at" IS NULL',
)
"""Every dated row read once: the least that a program would have to do that counted in Python."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("long")
    with Book.create(folder / "book", RECORDS, folder / "replicas") as book:
        fill(book)
        demo(book, COUNT, 1_000_000, 1, today=TODAY)
        yield book


def milliseconds(work: Callable[[], object], times: int = 7) -> float:
    """The best of several runs."""
    found = []
    for _ in range(times):
        start = process_time()
        work()
        found.append((process_time() - start) * 1000)
    return min(found)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_found_at_the_price_of_two_bare_searches(book, word):
    """The name of the union, or its chair's: one search of the unions and one of the people."""
    register, connection = open_register(TODAY), book.database.connection()

    def bare() -> None:
        for sql in (FIND, PEOPLE):
            list(connection.execute(sql, (f"%{word}%",)))

    raw, ours = milliseconds(bare), milliseconds(lambda: register.keys("all", word, (), TODAY))
    print(f"\n{word}: {ours:.1f} ms; two bare searches {raw:.1f} ms")
    assert ours < 3 * raw + 10


def test_all_filters_are_counted_at_the_price_of_reading_the_rows_a_few_times(book):
    register, connection = open_register(TODAY), book.database.connection()

    def read_all() -> None:
        for sql in PASSES:
            list(connection.execute(sql))

    raw, ours = milliseconds(read_all), milliseconds(lambda: register.counts("", TODAY))
    print(f"\ncounts of {COUNT}: {ours:.0f} ms; every row read once {raw:.0f} ms")
    assert ours < 3 * raw + 40


@pytest.mark.parametrize("chip", ["overdue", "due60", "vacant", "women", "unbuilt"])
def test_a_filter_reads_no_table_from_end_to_end_but_the_few_states(book, chip):
    """Dated rows are found by their indexes; what is scanned is the unions' own index and the short table of states."""
    query = open_register(TODAY)._found(open_register(TODAY).record.select(), chip, "", TODAY)
    sql, values = query.sql()
    aliases = {alias for alias in _scanned(book, sql, values) if f'"state_change" AS "{alias}"' not in sql}
    assert aliases <= {"t1"}


def _scanned(book: Book, sql: str, values: list[object]) -> set[str]:
    plan = book.database.connection().execute(f"EXPLAIN QUERY PLAN {sql}", values)
    details = [row[3].split() for row in plan]
    return {words[1] for words in details if words[0] == "SCAN"}
