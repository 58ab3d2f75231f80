"""Copying a book while it is open: the database by the online backup API in one snapshot, sealed files once each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from xunion_desktop.basics.disk import make_folder, patiently, size_of, sync_file
from xunion_desktop.basics.errors import Trouble

from .database import unlock
from .disk_faults import disk_told
from .facts import Facts, facts_of, file_columns
from .faults import damaged, is_full
from .files import SealedFiles
from .folder import BookFolder
from .gateway import Progress
from .proof import FileColumn
from .shelf import sealed_name

if TYPE_CHECKING:
    from .book import Book

_PAGES = 500  # copied at a time: 2 MB
_SPARE = 2_000_000  # bytes that must stay free
_CACHE_KIB = 20_000
_PLUG = "请检查磁盘或优盘是否接好、是否还有空间，然后再试。"


@dataclass(frozen=True)
class Original:
    """What copies are made from: a book, its key, and which columns name sealed files."""

    place: BookFolder
    book: str
    key: bytes
    columns: tuple[FileColumn, ...]

    @classmethod
    def of(cls, book: Book) -> Original:
        """Describe the open book."""
        return cls(book.place, book.id, book.database.key, file_columns(book.records))

    @property
    def files(self) -> SealedFiles:
        """The sealed files of the book."""
        return SealedFiles(self.place.files, self.key)

    def sealed_in(self, place: Path) -> SealedFiles:
        """Return the sealed files that the copies of this book have in a backup place."""
        return SealedFiles(place / sealed_name(self.place.keyring), self.key)

    def refuse_inside(self, target: Path) -> None:
        """Refuse a target in the folder of the book itself: it would go where the book goes."""
        if self.place.folder.resolve() in (target.resolve(), *target.resolve().parents):
            raise Trouble(f"“{target}”在本子自己的文件夹里，没有写。", "请换一个文件夹，最好是另一块磁盘或优盘。")

    def room_for(self, sealed: SealedFiles) -> int:
        """Return how many bytes a copy takes where ``sealed`` lie."""
        new = sum(size_of(self.files.sealed(name)) for name in missing_files(self.files, sealed))
        log = self.place.database.with_name(f"{self.place.database.name}-wal")
        return size_of(self.place.database) + max(size_of(log), 0) + new


@contextmanager
def copying_told(target: Path) -> Iterator[None]:
    """Turn what happens to a copy on its way to ``target`` into Trouble; the book itself is only read."""
    try:
        with disk_told(target):
            yield
    except (apsw.FullError, apsw.IOError, apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError) as fault:
        if is_full(fault):
            raise Trouble(f"磁盘满了，没有写成“{target}”。", "请腾出一些空间，或换一个位置。") from fault
        raise Trouble(f"读写“{target}”时出错，没有写成。", _PLUG) from fault
    except (apsw.CorruptError, apsw.NotADBError) as fault:
        raise damaged() from fault


def read_only(database: Path, key: bytes) -> apsw.Connection:
    """Open a database by the raw driver, to be read only."""
    connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        unlock(connection, key)
        connection.pragma("cache_size", -_CACHE_KIB)
        connection.pragma("temp_store", "memory")
    except BaseException:
        connection.close()
        raise
    return connection


def copy_database(original: Original, target: Path, progress: Progress) -> Facts:
    """Copy the database into a new file under the same key; return what it said of itself at that moment.

    Deeds may be done meanwhile: the copy and the facts are those of one snapshot.
    """
    with closing(read_only(original.place.database, original.key)) as source:
        source.execute("BEGIN")
        facts = facts_of(source, original.columns)
        _copy_pages(source, target, original.key, progress)
    sync_file(target)
    return facts


def _copy_pages(source: apsw.Connection, target: Path, key: bytes, progress: Progress) -> None:
    with closing(apsw.Connection(str(target))) as copy:
        unlock(copy, key)
        copy.pragma("synchronous", "off")  # a copy that is not finished is worth nothing; the end is waited for
        copy.pragma("journal_mode", "off")
        with copy.backup("main", source, "main") as backup:
            while not backup.done:
                backup.step(_PAGES)
                progress(backup.page_count - backup.remaining, backup.page_count)
        copy.pragma("journal_mode", "delete")  # else a log would lie beside it as soon as it is read


def copy_files(source: SealedFiles, target: SealedFiles, progress: Progress) -> None:
    """Copy the sealed files that ``target`` does not have yet; sealed anew where it has another key.

    A damaged one is not kept, so that it is looked at again the next time.
    """
    new = missing_files(source, target)
    for count, name in enumerate(new, 1):
        copy_file(source, target, name)
        progress(count, len(new))


def copy_file(source: SealedFiles, target: SealedFiles, name: str) -> bool:
    """Copy one sealed file; False = it is damaged or gone, and nothing is kept of it."""
    if not source.like(target):
        try:
            content = source.get(name)
        except Trouble:
            return False
        target.keep(name, content)
    elif source.sealed(name).is_file():
        copy_lasting(source.sealed(name), target.sealed(name))
    if not target.fault(name):
        return True
    target.drop(name)
    return False


def missing_files(source: SealedFiles, target: SealedFiles) -> list[str]:
    """List what ``target`` lacks, or has only a part of."""
    return sorted(name for name in source.names() if size_of(source.sealed(name)) != size_of(target.sealed(name)))


def copy_lasting(source: Path, target: Path) -> None:
    """Copy a file that is never changed, whole or not at all, and wait until the disk has it."""
    make_folder(target.parent)
    beside = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(source, beside)
        sync_file(beside)
        patiently(lambda: beside.replace(target))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def demand_space(folder: Path, needed: int) -> None:
    """Refuse to begin where the disk cannot hold the copy."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        raise Trouble(
            f"磁盘空间不够：这里要 {megabytes(needed + _SPARE)}，“{folder}”只剩 {megabytes(free)}。",
            "请腾出一些空间，或换一个位置。",
        )


def megabytes(size: int) -> str:
    """Write a size as a clerk reads it: 12.3 MB."""
    return f"{size / 1_000_000:.1f} MB"
