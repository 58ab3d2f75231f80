"""Threads: one writes in the background while the window reads."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import apsw
import pytest

from tests.store.village import House
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store import writer
from xunion_desktop.store.book import Book


def test_the_window_reads_while_a_deed_runs_in_a_worker(book: Book):
    written, looked = threading.Event(), threading.Event()

    def work() -> None:
        with book.deed("导入") as deed:
            deed.insert_many(House, [{"name": "东院"}])
            written.set()
            looked.wait(5)

    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(work)
        assert written.wait(5)
        seen = House.select().count()
        looked.set()
        job.result()
    assert (seen, House.select().count()) == (0, 1)


def test_deeds_of_two_threads_come_one_after_the_other(book: Book):
    def work(number: int) -> None:
        with book.deed(f"第{number}次") as deed:
            deed.insert_many(House, [{"name": f"{number}-{place}"} for place in range(50)])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(8)))
    assert (House.select().count(), len(book.deeds())) == (400, 8)


def test_who_waits_too_long_for_another_deed_is_told(book: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer, "PATIENCE", 0.01)
    with ThreadPoolExecutor(1) as pool, book.deed("长"):
        job = pool.submit(lambda: book.note().__enter__())
        with pytest.raises(Trouble, match="正在写入另一项操作"):
            job.result()


@pytest.mark.parametrize(
    "write",
    [
        lambda book: book.deed("短").__enter__(),
        lambda book: book.drafts.save("ballot/1", {"姓名": "王"}),
        lambda book: book.drafts.drop("ballot/0"),
    ],
    ids=["a deed", "a draft", "a draft that goes"],
)
def test_a_window_does_not_stand_still_for_another_deed(book: Book, write: Callable[[Book], object]):
    book.drafts.save("ballot/0", {"姓名": "李"})
    going, begun = threading.Event(), threading.Event()

    def work() -> None:
        with book.deed("导入"):
            begun.set()
            going.wait(10)

    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(work)
        assert begun.wait(5)
        start = time.monotonic()
        with pytest.raises(Trouble, match="正在写入另一项操作"):
            write(book)
        waited = time.monotonic() - start
        going.set()
        job.result()
    assert waited < 1


def test_closing_waits_for_a_deed(book: Book):
    written = threading.Event()

    def work() -> None:
        with book.deed("导入") as deed:
            deed.insert_many(House, [{"name": str(number)} for number in range(2000)])
            written.set()

    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(work)
        assert written.wait(5)
        book.close()
        job.result()
    with Book.open(book.folder, book.records[1:], book.folder.parent / "replicas"):
        assert House.select().count() == 2000


def test_closing_waits_however_long_a_deed_takes(book: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writer, "PATIENCE", 0.001)
    written = threading.Event()

    def work() -> None:
        with book.deed("导入") as deed:
            deed.save(House(name="东院"))
            written.set()
            threading.Event().wait(0.05)

    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(work)
        assert written.wait(5)
        book.close()
        job.result()


def test_closing_closes_the_connections_of_all_threads(book: Book):
    with ThreadPoolExecutor(1) as pool:
        connection = pool.submit(book.database.connection).result()
        book.close()
        with pytest.raises(apsw.ConnectionClosedError):
            connection.execute("SELECT 1")


def test_a_query_that_was_left_half_read_keeps_no_book_open(book: Book):
    with book.deed("新增") as deed:
        for name in ("东院", "西院", "南院"):
            deed.save(House(name=name))
    rows = book.database.raw(House.select())
    next(rows)
    book.close()
    assert book.database.is_closed()
