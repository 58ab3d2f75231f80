"""Two programs on one book, and a program that dies."""

import subprocess
import sys
from pathlib import Path

from tests.store.village import VILLAGE, House
from xunion_desktop.store.book import Book

OPENS = """
import sys, pathlib
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.book import Book
from tests.store.village import VILLAGE
try:
    Book.open(pathlib.Path(sys.argv[1]), VILLAGE, pathlib.Path(sys.argv[2]))
except Trouble as trouble:
    sys.exit(trouble.sentence)
"""

DIES = """
import os, sys, pathlib, signal
from xunion_desktop.store.book import Book
from tests.store.village import VILLAGE, House
book = Book.open(pathlib.Path(sys.argv[1]), VILLAGE, pathlib.Path(sys.argv[2]))
with book.deed("做完的") as deed:
    deed.save(House(name="东院"))
with book.deed("没做完的") as deed:
    deed.insert_many(House, [{"name": str(number)} for number in range(5000)])
    os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
"""


def run(script: str, folder: Path, replicas: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of its own on a book."""
    command = [sys.executable, "-X", "utf8", "-c", script, str(folder), str(replicas)]
    root = Path(__file__).parents[2]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=root, check=False)


def test_another_program_is_told_that_the_book_is_open(book: Book, tmp_path: Path):
    assert "已经在另一个窗口打开" in run(OPENS, book.folder, tmp_path / "replicas").stderr


def test_after_a_program_died_the_book_has_every_finished_deed_and_no_half_one(tmp_path: Path):
    Book.create(tmp_path / "甲", VILLAGE, tmp_path / "replicas").close()
    assert run(DIES, tmp_path / "甲", tmp_path / "replicas").returncode
    with Book.open(tmp_path / "甲", VILLAGE, tmp_path / "replicas") as book:
        assert [house.name for house in House.select()] == ["东院"]
        assert [line.label for line in book.deeds()] == ["做完的"]
