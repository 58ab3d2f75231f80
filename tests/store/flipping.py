"""Flipping a byte of a file, and telling whether the program notices."""

from __future__ import annotations

import random
import shutil
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.store.village import VILLAGE, House, Scan, Villager
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.package import pack, unpack
from xunion_desktop.store.unlocking import ByPassword

RECORDS = (*VILLAGE, Scan)
OWNER = ("王海燕", "春天的杏花开了")
SEED = 20261124
PAGE = 4096


def lived_book(home: Path, *, protected: bool) -> None:
    """A book with some of everything, a backup and a package of it."""
    with Book.create(home / "甲", RECORDS, home / "replicas", OWNER if protected else None) as book:
        with book.deed("新增") as deed:
            houses = deed.insert_many(House, [{"name": f"{number}号"} for number in range(100)])
            deed.insert_many(Villager, [{"name": "甲", "phone": "13900000000", "house": house} for house in houses])
            deed.save(Scan(picture=book.files.put(b"picture" * 1000)))
        assert Backups.under(book.backups_root, book).make(book, "手动").proved
        pack(book, home / "甲.xupack")


def of_every_page(size: int) -> list[int]:
    """A byte of every page of a file of this size."""
    chance = random.Random(SEED)
    return [start + chance.randrange(min(PAGE, size - start)) for start in range(0, size, PAGE)]


def contents(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Flipping:
    """Flips one bit in a file of a home, each time of a fresh copy, and tells where nobody noticed it."""

    def __init__(self, folder: Path, *, protected: bool = False) -> None:
        self._home = folder / "home"  # always the same place: the notes of this PC name it
        self._fresh = folder / "fresh"
        self._unlock = ByPassword(*OWNER) if protected else None
        self._home.mkdir()
        lived_book(self._home, protected=protected)
        self._home.rename(self._fresh)

    def file(self, pattern: str) -> Path:
        """Return the one file that is meant, within the home."""
        (found,) = self._fresh.glob(pattern)
        return found.relative_to(self._fresh)

    def size(self, file: Path) -> int:
        """Return how many bytes it has."""
        return (self._fresh / file).stat().st_size

    def unnoticed(self, file: Path, places: Iterable[int]) -> list[int]:
        """Return where a flipped bit was accepted without a word; -1 where a word is said of the whole file too."""
        chance = random.Random(SEED)
        whole_is_fine = file.suffix == ".xupack" or self._silent(file, lambda whole: whole)
        silent = [] if whole_is_fine else [-1]
        for place in places:
            bit = 1 << chance.randrange(8)

            def flip(content: bytes, place: int = place, bit: int = bit) -> bytes:
                return content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :]

            if self._silent(file, flip):
                silent.append(place)
        return silent

    def _silent(self, file: Path, change: Callable[[bytes], bytes]) -> bool:
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._fresh, self._home)
        changed = self._home / file
        changed.write_bytes(change(changed.read_bytes()))
        return not self._noticed(changed)

    def _noticed(self, file: Path) -> bool:
        try:
            if file.suffix == ".xupack":
                return self._unpacked(file)
            if file.is_relative_to(self._home / "backups"):
                return not self._proved()
            return self._found()
        except Trouble as trouble:
            return bool(trouble.remedy)

    def _unpacked(self, file: Path) -> bool:
        """Refused; or what comes out is what went in: dates of a zip's members, say, are nobody's business."""
        place = unpack(file, self._home / "there", self._unlock)
        with zipfile.ZipFile(self._fresh / file.relative_to(self._home)) as packed:
            whole = place.database.read_bytes() == packed.read("book.db")
        return whole and contents(place.files) == contents(self._home / "甲" / "files")

    def _proved(self) -> bool:
        (place,) = (self._home / "backups").iterdir()
        key = self._key()
        (backup,) = Backups(place, key).all()
        again = Backups(place).prove(backup, key)
        return backup.proved and again.proved and not again.files_fault

    def _key(self) -> bytes:
        with Book.open(self._home / "甲", RECORDS, self._home / "replicas", self._unlock) as book:
            return book.database.key

    def _found(self) -> bool:
        """Twice: what was found once must not be gone for having been opened and closed."""
        return self._check() and self._check()

    def _check(self) -> bool:
        with Book.open(self._home / "甲", RECORDS, self._home / "replicas", self._unlock) as book:
            return any(finding.level is not Level.HINT for finding in check(book))
