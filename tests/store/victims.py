"""Programs that work on a book until they are killed; each says on its output what it has finished.

``python -m tests.store.victims WORK HOME [TOUCH]``: with TOUCH it kills itself at the n-th time that it touches a file
outside the database (opens for writing, makes, renames, removes), without it it is killed from outside; a WORK of
``SUFFERING`` is not killed then, but refused this one touch by the system. It says
``ready`` once it has begun, then a line for each thing finished, and at the end how many touches and seconds it took.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.store.village import VILLAGE, House, Scan, Villager
from xunion_desktop.__main__ import main as command
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.catalogue import record_classes
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.restoring import restore

RECORDS = (*VILLAGE, Scan)
OWNER = ("王海燕", "春天的杏花开了")
ROWS = 400  # of one import
TOUCHES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.copyfile", "shutil.rmtree"}


def say(line: object) -> None:
    """Tell the one who watches, at once."""
    print(line, flush=True)  # noqa: T201


def opened(home: Path) -> Book:
    """Open the book and say that work begins."""
    book = Book.open(home / "甲", RECORDS, home / "replicas")
    say("ready")
    return book


def save(home: Path) -> None:
    """Deed after deed: a house, who lives in it, and the house before gets another price."""
    with opened(home) as book:
        before = None
        for number in range(2000):
            with book.deed(f"第{number}件") as deed:
                house = deed.save(House(name=f"{number}号"))
                deed.save(Villager(name="甲", phone="13900000000", house=house))
                deed.save(Scan(picture=book.files.put(b"%d" % number)))
                if before:
                    before.price = number
                    deed.save(before)
            before = house
            say(f"第{number}件")


def bring_in(home: Path) -> None:
    """Import after import of many rows; each second one is taken back."""
    with opened(home) as book:
        for number in range(200):
            with book.deed(f"导入{number}") as deed:
                deed.insert_many(House, [{"name": f"{number}-{row}"} for row in range(ROWS)])
            say(f"导入{number}")
            if number % 2:
                assert book.undo().done
                say(f"撤销：导入{number}")


def back_up(home: Path) -> None:
    """Deed, backup, deed, backup; the old ones are thinned out meanwhile."""
    with opened(home) as book:
        backups = Backups.under(book.backups_root, book)
        for number in range(200):
            with book.deed(f"第{number}件") as deed:
                deed.save(Scan(picture=book.files.put(b"backup %d" % number)))
            say(f"第{number}件")
            backup = backups.make(book, "手动")
            assert backup.proved, backup.fault
            say(f"backup {backup.folder}")


def put_back(home: Path) -> None:
    """Restore the one backup there is."""
    (place,) = (home / "backups").iterdir()
    say("ready")
    restore(home / "甲", Backups(place).all()[0], replicas=home / "replicas")
    say("restored")


def protect(home: Path) -> None:
    """Put a log-in before a book that has a backup."""
    with opened(home) as book:
        book.keys.protect(*OWNER)
        say("protected")


def protect_in_use(home: Path) -> None:
    """Put a log-in before a book of which another program holds a file; and work on, whatever came of it."""
    with suppress(Trouble), opened(home) as book:
        with suppress(Trouble):
            book.keys.protect(*OWNER)
            say("protected")
        with suppress(Trouble):
            with book.deed("后来") as deed:
                deed.save(House(name="北院"))
            say("后来")


def upgrade(home: Path) -> None:
    """Open an old book."""
    say("ready")
    with Book.open(home / "兴县", record_classes(), home / "replicas"):
        say("upgraded")


def ledger(home: Path) -> None:
    """Import the ledger of a county by the command line."""
    say("ready")
    source = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
    command(["import", "branches", str(source), "--book", str(home / "甲"), "--commit", "--today", "2026-11-24"])
    say("imported")


WORKS: dict[str, Callable[[Path], None]] = {
    work.__name__: work for work in (save, bring_in, back_up, put_back, protect, protect_in_use, upgrade, ledger)
}
SUFFERING = ("protect_in_use",)


def die() -> None:
    """Die as if the mains had gone: nothing is cleared away."""
    os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)


def suffer() -> None:
    """Find a file in use by another program."""
    raise PermissionError(errno.EACCES, "in use")


def touching(doomed: int, fate: Callable[[], None]) -> list[str]:
    """Count from now on how often files are touched, and meet one's ``fate`` at the ``doomed``-th time (0 = never)."""
    touched: list[str] = []

    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event in TOUCHES or (event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)):
            touched.append(event)
            if len(touched) == doomed:
                fate()

    sys.addaudithook(hear)
    return touched


if __name__ == "__main__":
    touched = touching(int(sys.argv[3]) if sys.argv[3:] else 0, suffer if sys.argv[1] in SUFFERING else die)
    begun = time.monotonic()
    WORKS[sys.argv[1]](Path(sys.argv[2]))
    say(f"end {len(touched)} {time.monotonic() - begun:.4f}")
