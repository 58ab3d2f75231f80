"""The clock is set back, several programs want one book, a book is copied by hand and both copies go on."""

import random
import shutil
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.package import pack

YEAR = timedelta(days=365)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def year_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PC's clock, a year before: its battery is empty."""
    now = time.time_ns
    back = int(YEAR.total_seconds() * 1_000_000_000)
    monkeypatch.setattr(time, "time_ns", lambda: now() - back)


def build(book: Book, name: str) -> None:
    with book.deed(f"建{name}") as deed:
        deed.save(House(name=name))


def labels(book: Book) -> list[str]:
    return [line.label for line in book.deeds()]


def test_deeds_stay_in_order_when_the_clock_is_set_back(book: Book, request: pytest.FixtureRequest):
    build(book, "东院")
    request.getfixturevalue("year_back")
    build(book, "西院")
    book.close()
    with Book.open(book.folder, VILLAGE, book.folder.parent / "replicas") as again:
        build(again, "南院")
        assert labels(again) == ["建南院", "建西院", "建东院"]
        assert again.undo().label == "建南院"
        assert again.redo().done
        assert check(again) == []


def test_a_clock_that_was_a_year_behind_costs_no_backup(book: Book):
    backups, now = Backups.under(book.backups_root, book), datetime(2026, 11, 24, 12).astimezone()
    for name, when in (("东院", now), ("西院", now - YEAR), ("南院", now + timedelta(minutes=1))):
        build(book, name)
        assert backups.make(book, "手动", now=when).proved
        assert backups.thin(when, months=6) == []
    assert [backup.time for backup in backups.all()] == [now + timedelta(minutes=1), now - YEAR, now]


def test_of_many_programs_one_opens_the_book(book: Book):
    book.close()
    script = (
        "import sys, pathlib; from xunion_desktop.basics.errors import Trouble\n"
        "from xunion_desktop.store.book import Book; from tests.store.village import VILLAGE\n"
        "try: Book.open(pathlib.Path(sys.argv[1]), VILLAGE, pathlib.Path(sys.argv[2]))\n"
        "except Trouble as trouble: sys.exit(trouble.sentence)\n"
        "print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-X", "utf8", "-c", script, str(book.folder), str(book.folder.parent / "replicas")]
    pipe = subprocess.PIPE
    programs = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, encoding="utf-8") for _ in range(3)
    ]
    refused = []
    while len(refused) < 2:  # the third holds it until its input ends
        refused = [program for program in programs if program.poll() is not None]
        time.sleep(0.01)
    answers = [program.communicate() for program in programs]
    assert sorted(answer for answer, _ in answers) == ["", "", "open\n"]
    assert [told.strip() for _, told in answers if told] == ["这个本子已经在另一个窗口打开。"] * 2


def test_a_book_copied_by_hand_while_it_is_open_goes_on_in_both_places(book: Book, tmp_path: Path):
    build(book, "东院")
    shutil.copytree(book.folder, tmp_path / "stick" / "book", ignore=shutil.ignore_patterns("*.lock"))
    build(book, "西院")
    here, whole_here = book.replica, check(book)
    book.close()
    with Book.open(tmp_path / "stick" / "book", VILLAGE, tmp_path / "other pc") as copy:
        build(copy, "南院")
        assert sorted(house.name for house in House.select()) == ["东院", "南院"]
        assert (copy.replica != here, whole_here, check(copy)) == (True, [], [])


def test_copies_that_go_to_and_fro_never_use_a_number_twice(book: Book, tmp_path: Path):
    """The stick is copied over the book, the book over the stick, and each goes on: every chain stays whole."""
    chance, folders, seen = (
        random.Random(20261124),
        [tmp_path / "book", tmp_path / "stick"],
        dict[tuple[str, int], str](),
    )
    book.close()
    shutil.copytree(*folders)
    for turn in range(6):
        source, target = chance.sample(folders, 2)
        if turn % 3 == 0:
            shutil.rmtree(target)
            shutil.copytree(source, target)
        with Book.open(target, VILLAGE, tmp_path / "replicas") as opened:
            build(opened, f"{turn}号")
            (head,) = [head for head in opened.heads() if head.replica == opened.replica]
            assert seen.setdefault((head.replica, head.number), head.chain.hex()) == head.chain.hex()
            assert check(opened) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody delete what is open")
@pytest.mark.parametrize("share", [0.0, 0.4])
def test_a_stick_that_is_pulled_during_a_copy(book: Book, tmp_path: Path, share: float):
    build(book, "东院")
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull(done: int, total: int) -> None:
        if total and done >= share * total and stick.exists():
            shutil.rmtree(stick)

    for copy in (
        lambda: Backups.under(stick, book).make(book, "手动", pull),
        lambda: pack(book, stick / "甲.xupack", pull),
    ):
        stick.mkdir(exist_ok=True)
        with pytest.raises(Trouble) as told:
            copy()
        assert "请检查" in told.value.remedy
        assert not stick.exists()
    build(book, "西院")
    assert check(book) == []
