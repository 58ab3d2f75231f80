"""The doorstep: what is asked of a closed book before anybody logged in. It knows no records and opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import Places, find_places, program_folder
from xunion_desktop.store.asides import is_aside
from xunion_desktop.store.folder import SUFFIX, BookFolder, read_marker
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.replica import default_replicas
from xunion_desktop.store.shelf import Shelf, default_root, place_in
from xunion_desktop.store.upgrades import SCHEMA

PRACTICE = "练习县"


def protected(path: Path) -> bool:
    """Whether this book asks for a log-in; one that cannot be read says so when it is opened."""
    with suppress(Trouble, OSError):
        return Keyring.read(BookFolder.of(path).keyring).protected
    return False


def markers_in(books: Path) -> Iterator[Path]:
    """The markers of the books in a folder for books, but not of those that restores left.

    A folder that cannot be looked at hides no other.
    """
    with suppress(OSError):
        for folder in sorted(books.iterdir()):
            with suppress(OSError):
                if not is_aside(folder):
                    yield from sorted(marker for marker in folder.glob(f"*{SUFFIX}") if marker.is_file())


def is_older(path: Path) -> bool:
    """Whether an older program wrote this book, so that it is brought up to date before it is opened."""
    with suppress(Trouble, OSError):
        return read_marker(BookFolder.of(path)).schema < SCHEMA
    return False


def last_copy(path: Path) -> str:
    """When the last proved backup of a closed book was made, as ISO text ("" = none is known).

    A book that was renamed has its backups where they always were.
    """
    with suppress(Trouble, OSError):
        place = BookFolder.of(path)
        shelf = place_in(default_root(replicas_of(path)), place.name, read_marker(place).book)
        backup = Shelf(shelf).last_proved()
        return backup.time.isoformat() if backup else ""
    return ""


def replicas_of(path: Path, places: Places | None = None) -> Path:
    """Where copies of a book are noted on this PC; its backups lie beside that. The practice county keeps its own."""
    places = places or find_places(program_folder())
    return places.practice / "replicas" if is_practice(places, path) else default_replicas()


def practice_book(places: Places) -> Path:
    """Where the practice county lies, whether it is there yet or not."""
    return places.practice / f"{PRACTICE}.xunion"


def is_practice(places: Places, path: Path) -> bool:
    """Whether a book is the practice county of this PC."""
    return path.resolve().is_relative_to(places.practice.resolve())
