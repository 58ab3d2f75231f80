"""Killing programs at their work, and looking at what is left: every finished deed, no half one, a book that opens."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw

from tests.store.victims import OWNER, RECORDS, ROWS
from tests.store.village import House, Scan, Villager
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.catalogue import record_classes
from xunion_desktop.commands.books import make_book
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.database import unlock
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import Record
from xunion_desktop.store.unlocking import ByPassword
from xunion_desktop.store.upgrades import SCHEMA

ROOT = Path(__file__).parents[2]
OLD_BOOK = ROOT / "tests" / "old_books" / "0.1.0" / "兴县"
LEDGER_ROWS = 217  # that can be written


@dataclass(frozen=True)
class Death:
    """What a program had said when it died; where it ``survived``, how often it touched a file and how long it took."""

    said: list[str]
    survived: bool
    touches: int = 0
    seconds: float = 0


def kill(work: str, home: Path, *, after: float = 60, touch: int = 0) -> Death:
    """Let a program work on the books of ``home``; kill it so many seconds after it began, or at its n-th touch."""
    command = [sys.executable, "-X", "utf8", "-m", "tests.store.victims", work, str(home), str(touch)]
    surroundings = {**os.environ, "XUNION_HOME": str(home / "data")}
    with (
        (home / "said").open("w+b") as said,
        subprocess.Popen(command, stdout=said, stderr=subprocess.PIPE, cwd=ROOT, env=surroundings) as program,
    ):
        while program.poll() is None and not (home / "said").stat().st_size:
            time.sleep(0.005)  # until it has begun
        try:
            program.wait(after)
        except subprocess.TimeoutExpired:
            program.kill()
        told = program.communicate()[1].decode()
    assert program.returncode != 3, told
    assert "Traceback" not in told, told
    lines = (home / "said").read_text(encoding="utf-8").splitlines()
    end = lines[-1].split() if lines else []
    return Death(lines, True, int(end[1]), float(end[2])) if end[:1] == ["end"] else Death(lines, False)


@contextmanager
def opened(home: Path, name: str = "甲", records: tuple[type[Record], ...] = RECORDS) -> Iterator[Book]:
    """What the clerk sees next: the book opens without a word, and it is whole."""
    with Book.open(home / name, records, home / "replicas") as book:
        assert [each.sentence for each in check(book) if each.level is not Level.HINT] == []
        with book.deed("下一件") as deed:  # and it goes on
            deed.save(House(name="下一家") if records is RECORDS else Branch(name="示例新建工会"))
        yield book


def village(home: Path) -> None:
    """A book, empty."""
    Book.create(home / "甲", RECORDS, home / "replicas").close()


def lived_village(home: Path) -> None:
    """A book with two houses and a sealed file, a backup of it, and a house more since."""
    with Book.create(home / "甲", RECORDS, home / "replicas") as book:
        with book.deed("旧") as deed:
            deed.insert_many(House, [{"name": "东院"}, {"name": "西院"}])
            deed.save(Scan(picture=book.files.put(b"picture")))
        assert Backups.under(book.backups_root, book).make(book, "手动").proved
        with book.deed("新") as deed:
            deed.save(House(name="南院"))


def old_county(home: Path) -> None:
    """The book of an older program."""
    shutil.copytree(OLD_BOOK, home / "兴县")


def county(home: Path) -> None:
    """A new book of the real program, where the command line finds it."""
    make_book(home / "甲", home / "data" / "xunion_desktop" / "replicas").close()


def saved(home: Path, death: Death) -> None:
    """Every deed that was said to be done is there, at most one more, and each of them whole."""
    with opened(home) as book:
        done = [line.label for line in reversed(book.deeds(5000)) if line.label.startswith("第")]
        finished = [line for line in death.said if line.startswith("第")]
        assert done[: len(finished)] == finished
        assert len(done) <= len(finished) + 1
        houses = House.select().where(House.name != "下一家")
        assert [house.name for house in houses.order_by(House.id)] == [f"{number}号" for number in range(len(done))]
        assert Counter(row.house.name for row in Villager.select()) == {f"{number}号": 1 for number in range(len(done))}
        assert [house.price for house in houses.order_by(House.id)][:-1] == list(range(1, len(done)))
        assert sorted(book.files.get(scan.picture) for scan in Scan.select()) == sorted(
            b"%d" % number for number in range(len(done))
        )


def brought_in(home: Path, death: Death) -> None:
    """Every import is there whole or not at all, and what was taken back stays so."""
    with opened(home) as book:
        labels = {line.label: line.undone for line in book.deeds(5000)}
        assert {line for line in death.said if line.startswith("导入")} <= set(labels)
        taken_back = {line.removeprefix("撤销：") for line in death.said if line.startswith("撤销")}
        assert all(labels[label] for label in taken_back)
        standing = {label[2:] for label, undone in labels.items() if label.startswith("导入") and not undone}
        living = Counter(house.name.partition("-")[0] for house in House.alive().where(House.name != "下一家"))
        assert living == dict.fromkeys(standing, ROWS)


def backed_up(home: Path, death: Death) -> None:
    """Every backup that was said to be made is whole, whatever lies beside it, and the book is."""
    finished = {Path(line.removeprefix("backup ")) for line in death.said if line.startswith("backup ")}
    with opened(home) as book:
        assert {line for line in death.said if line.startswith("第")} <= {line.label for line in book.deeds(5000)}
        backups = Backups.under(book.backups_root, book)
        listed = backups.all()
        assert finished <= {backup.folder for backup in listed}
        assert len(listed) <= len(finished) + 1
        assert [backup.fault for backup in listed if backup.fault] == []
        assert all(backups.prove(backup, book.database.key).proved for backup in listed[:3])
        assert backups.make(book, "手动").proved


def was_put_back(home: Path, death: Death) -> None:
    """The book is the old one or the new one, whole; the other one is not lost."""
    with opened(home) as book:
        houses = sorted(house.name for house in House.select().where(House.name != "下一家"))
        assert houses in (["东院", "西院"], ["东院", "南院", "西院"])
        assert [book.files.get(scan.picture) for scan in Scan.select()] == [b"picture"]
        restored = len(houses) == 2
        assert restored or "restored" not in death.said
        assert len(list(home.glob("甲（恢复前*"))) == restored
        (backup,) = Backups.under(book.backups_root, book).all()
        assert backup.proved
    for kept in home.glob("甲（恢复前*"):
        with Book.open(kept, RECORDS, home / "replicas"):
            assert House.select().count() == 3


def was_protected(home: Path, death: Death) -> None:
    """The book opens under the old key or the new one, with all that was in it; nothing half-written lies about."""
    place = BookFolder.of(home / "甲")
    keyring = Keyring.read(place.keyring)
    assert keyring.protected or "protected" not in death.said
    unlock = ByPassword(*OWNER) if keyring.protected else None
    with Book.open(home / "甲", RECORDS, home / "replicas", unlock) as book:
        assert [each.sentence for each in check(book) if each.level is not Level.HINT] == []
        assert House.select().count() == 3
        assert [book.files.get(scan.picture) for scan in Scan.select()] == [b"picture"]
        (backup,) = Backups.under(book.backups_root, book).all()
        assert backup.proved
        assert Keyring.read(backup.keyring).protected == keyring.protected
        said = [line.sentence for line in book.log_lines(event=Logged.KEYS)]
        assert any("从此要登录才能打开" in sentence for sentence in said) == keyring.protected
        assert book.keys.keyring.owed is None
        assert not [path.name for path in place.folder.iterdir() if path.name.startswith((".xunion", "rekeyed"))]


def went_on(home: Path, death: Death) -> None:
    """With a password or without, the book holds what was in it and what was done since; nothing else lies about."""
    place = BookFolder.of(home / "甲")
    keyring = Keyring.read(place.keyring)
    assert keyring.protected or "protected" not in death.said
    with Book.open(home / "甲", RECORDS, home / "replicas", ByPassword(*OWNER) if keyring.protected else None) as book:
        assert [each.sentence for each in check(book) if each.level is not Level.HINT] == []
        assert House.select().count() == 3 + ("后来" in death.said)
        assert [book.files.get(scan.picture) for scan in Scan.select()] == [b"picture"]
        assert not place.rekeyed.exists()


def was_upgraded(home: Path, death: Death) -> None:
    """The steps were taken all or none, and what was not done is done at the next start; each copy is proved."""
    database = apsw.Connection(str(home / "兴县" / "book.db"))
    unlock(database, Keyring.read(home / "兴县" / "keyring.json").free_key() or b"")
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    schema = database.pragma("user_version")
    database.close()
    assert schema in (1, SCHEMA)
    assert ("log_entry" in tables) == (schema == SCHEMA)
    assert schema == SCHEMA or "upgraded" not in death.said
    with opened(home, "兴县", record_classes()) as book:
        assert Branch.alive().count() == 21
        assert all(backup.proved for backup in Backups.under(book.backups_root, book).all())
        assert Backups.under(book.backups_root, book).all()


def ledger_came_in(home: Path, death: Death) -> None:
    """All rows of the ledger are there, or none."""
    with opened(home, records=record_classes()):
        found = Branch.alive().count() - 1
        assert found in ((LEDGER_ROWS,) if "imported" in death.said else (0, LEDGER_ROWS))


BOOKS: dict[str, Callable[[Path], None]] = {
    "save": village, "bring_in": village, "back_up": village, "put_back": lived_village,
    "protect": lived_village, "protect_in_use": lived_village, "upgrade": old_county,
    "ledger": county,
}  # fmt: skip
LEFT: dict[str, Callable[[Path, Death], None]] = {
    "save": saved, "bring_in": brought_in, "back_up": backed_up, "put_back": was_put_back,
    "protect": was_protected, "protect_in_use": went_on, "upgrade": was_upgraded,
    "ledger": ledger_came_in,
}  # fmt: skip
LOOPING = ("save", "bring_in", "back_up")  # they go on until they are killed


class Killing:
    """Kills programs at one work, each on a fresh copy of the same book. ``chance`` says when."""

    def __init__(self, work: str, folder: Path, chance: random.Random) -> None:
        self._work = work
        self._home = folder / "home"  # always the same place: the notes of this PC name it
        self._fresh = folder / "fresh"
        self._chance = chance
        self.deaths = 0
        self._home.mkdir(parents=True)
        BOOKS[work](self._home)
        self._home.rename(self._fresh)

    def at_touch(self, touch: int = 0) -> Death:
        """Kill one when it touches a file for the n-th time (0 = let it come to its end) and look at what is left."""
        return self._die(after=60, touch=touch)

    def at_random(self, most: float) -> Death:
        """Kill one within so many seconds and look at what is left."""
        return self._die(after=self._chance.uniform(0, most), touch=0)

    def _die(self, after: float, touch: int) -> Death:
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._fresh, self._home)
        death = kill(self._work, self._home, after=after, touch=touch)
        self.deaths += not death.survived
        try:
            LEFT[self._work](self._home, death)
        except Exception as fault:
            raise AssertionError(f"{self._work}: after {after:.3f} s, touch {touch}, said {death.said[-2:]}") from fault
        return death
