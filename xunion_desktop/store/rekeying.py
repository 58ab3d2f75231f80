"""Rekeying: a book gets another key. Done when a log-in is set up: the key lay in clear before, and in every copy.

The book is built anew in its own folder, under the fresh key: the database copied, its pages encrypted anew, the sealed
files too (their names stay, the journal has them); all of it is proved. One rename then decides (``swapping``): a fault
before it leaves the book as it was, and nothing of the other one; after it the rest follows, here or in the next
program, and until then this one neither reads nor writes. The copies made before keep the key that they have.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from xunion_desktop.basics.disk import size_of, sync_file
from xunion_desktop.basics.errors import Trouble

from .building import built_beside, clear_away, remove
from .copying import Original, copy_database, copy_file, copy_lasting, copying_told, demand_space, read_only
from .database import unlock
from .facts import Facts, heads_of
from .files import SealedFiles
from .folder import BookFolder
from .gateway import Progress
from .keyring import Keyring
from .proving import Unproved, prove_database
from .stages import stage
from .swapping import REKEYED, put_rekeyed

if TYPE_CHECKING:
    from .book import Book


_HALF = (
    "登录已经设好，但本子的文件还没有全部换完（有别的程序占着，或磁盘出错）。",
    "请关掉程序再打开本子，会自动接着换完，内容不会丢；在那以前本子不能看也不能写。",
)


def rekey(book: Book, fresh: bytes, keyring: Keyring, progress: Progress | None = None) -> Keyring:
    """Go on with a fresh key; return the keyring, as it lies beside the book now. Nothing may be written meanwhile.

    Trouble, Cancelled: the book is as it was; or it is shut, and the next program finishes it.
    """
    original, folder, place = Original.of(book), book.place.folder, book.place.rekeyed
    clear_away(folder)
    with copying_told(folder), ExitStack() as apart:
        if place.exists():
            remove(place)  # given up before: the book is open under the key that it had
        demand_space(folder, original.room_for(SealedFiles(folder / "none", fresh)))
        with built_beside(place) as building:
            keyring = _build(original, BookFolder(building, book.name), fresh, keyring, progress)
            apart.enter_context(book.database.apart())
            _demand_no_log(book.place.database)
        former = keyring.former_keys(fresh)
        try:
            put_rekeyed(folder, lambda: book.database.use(fresh, former))
        except OSError as fault:
            if book.database.key == fresh:
                book.database.shut(Trouble(*_HALF))
                raise Trouble(*_HALF) from fault
            raise
        book.files.use(fresh)
    return keyring


def _demand_no_log(database: Path) -> None:
    """Nothing may lie beside the database that the book would lose if only the next step were done."""
    if size_of(database.with_name(f"{database.name}-wal")) > 0:
        raise Trouble("本子正被另一个程序占用，这一步没有做，本子没有改动。", "请等复制、备份或杀毒做完后再试。")


def like_the_book(folder: Path) -> bool | None:
    """Whether the book under another key, ready in ``folder``, holds the deeds that the book holds; None = unknown."""
    place, ready = BookFolder(folder, ""), BookFolder(folder / REKEYED, "")
    try:
        heads = Keyring.read(ready.keyring).heads.heads
    except Trouble:
        return False
    try:
        key = Keyring.read(place.keyring).free_key()
        if key is None:
            return None
        with copying_told(folder), closing(read_only(place.database, key)) as database:
            return heads_of(database) == heads
    except Trouble:
        return None


def _build(original: Original, place: BookFolder, fresh: bytes, keyring: Keyring, progress: Progress | None) -> Keyring:
    facts = copy_database(original, place.database, stage(progress, 0, 0.4))
    rekey_database(place.database, original.key, fresh)
    _demand_like(place.database, original, fresh, facts, stage(progress, 0.4, 0.7))
    place.files.mkdir()
    _seal_anew(original.files, SealedFiles(place.files, fresh), stage(progress, 0.7, 1))
    keyring = keyring.with_heads(facts.heads, fresh).with_owed(fresh)
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
