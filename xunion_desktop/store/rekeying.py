"""Rekeying: a book gets another key. Done when a log-in is set up: the key lay in clear before, and in every copy.

The book is built anew in its own folder, under the fresh key: the database copied, its pages encrypted anew, the sealed
files too (their names stay, the journal has them); all of it is proved. One rename then decides (``swapping``): before
it the book is as it was, after it the next program finishes what this one could not. The copies made before keep the
key that they have.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from xunion_desktop.basics.disk import sync_file

from .building import built_beside, clear_away
from .copying import Original, copy_database, copy_file, copy_lasting, copying_told, demand_space
from .database import unlock
from .facts import Facts
from .files import SealedFiles
from .folder import BookFolder
from .gateway import Progress
from .keyring import Keyring
from .proving import Unproved, prove_database
from .stages import stage
from .swapping import put_rekeyed

if TYPE_CHECKING:
    from .book import Book


def rekey(book: Book, fresh: bytes, keyring: Keyring, progress: Progress | None = None) -> Keyring:
    """Go on with a fresh key; return the keyring, as it lies beside the book now. Nothing may be written meanwhile.

    Trouble, Cancelled: the book is as it was.
    """
    original, folder = Original.of(book), book.place.folder
    clear_away(folder)
    with copying_told(folder), ExitStack() as apart:
        demand_space(folder, original.room_for(SealedFiles(folder / "none", fresh)))
        with built_beside(book.place.rekeyed) as building:
            keyring = _build(original, BookFolder(building, book.name), fresh, keyring, progress)
            apart.enter_context(book.database.apart())
        put_rekeyed(folder)
        book.database.use(fresh, keyring.former_keys(fresh))
        book.files.use(fresh)
    return keyring


def _build(original: Original, place: BookFolder, fresh: bytes, keyring: Keyring, progress: Progress | None) -> Keyring:
    facts = copy_database(original, place.database, stage(progress, 0, 0.4))
    rekey_database(place.database, original.key, fresh)
    _demand_like(place.database, original, fresh, facts, stage(progress, 0.4, 0.7))
    place.files.mkdir()
    _seal_anew(original.files, SealedFiles(place.files, fresh), stage(progress, 0.7, 1))
    keyring = keyring.with_heads(facts.heads, fresh)
    keyring.write(place.keyring)
    return keyring


def rekey_database(file: Path, key: bytes, fresh: bytes) -> None:
    """Encrypt a database, of which nothing is lost if it is spoilt, with another key."""
    with closing(apsw.Connection(str(file))) as database:
        unlock(database, key)
        database.pragma("synchronous", "off")  # the end is waited for
        database.pragma("journal_mode", "off")
        database.pragma("rekey", f"x'{fresh.hex()}'")
    sync_file(file)


def _demand_like(file: Path, original: Original, key: bytes, facts: Facts, progress: Progress) -> None:
    found = prove_database(file, key, original.columns, progress)
    if found.unlike(facts) or found.schema != facts.schema:
        raise Unproved(found.unlike(facts))


def _seal_anew(source: SealedFiles, target: SealedFiles, progress: Progress) -> None:
    """Seal all files under the fresh key; a damaged one stays what it is: told by every check."""
    names = sorted(source.names())
    for count, name in enumerate(names, 1):
        if not copy_file(source, target, name):
            copy_lasting(source.sealed(name), target.sealed(name))
        progress(count, len(names))
