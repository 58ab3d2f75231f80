"""Making a new book: built in a folder beside its place, and put there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath, PureWindowsPath

from xunion_desktop.basics.disk import make_folder
from xunion_desktop.basics.errors import Trouble

from . import asides
from .building import built_beside, sweep
from .database import BookDatabase
from .disk_faults import disk_told
from .entries import OWN_TABLES
from .faults import database_told
from .folder import BookFolder, Marker
from .keyring import Keyring, new_book_key
from .keys import new_key
from .missing_tables import create_missing_tables
from .part_names import DATABASE, FILES, SEALED_LENGTH, sealed_in
from .passwords import demand_good
from .record import Record
from .upgrades import SCHEMA

Owner = tuple[str, str]  # name and password of who may open a new book
_OF_WINDOWS = 259  # characters of a whole path: MAX_PATH of Windows is 260, with the zero at the end
_OF_SQLITE = 504  # bytes of the path of a database elsewhere: 512, of which eight are kept for -journal
_SEALED = f"{asides.LONGEST}/{FILES}/{sealed_in('f' * SEALED_LENGTH)}"  # the longest, in a book put aside
_DATABASE = f"{asides.LONGEST}/{DATABASE}"


class Taken(Trouble):
    """Something lies there already; nothing was made."""


def make_book(place: BookFolder, records: Iterable[type[Record]], owner: Owner | None = None) -> None:
    """Make an empty book with the tables of ``records`` at ``place``; after a fault nothing is left.

    With an owner it asks for a log-in from the first day.
    """
    if owner is not None:
        demand_good(owner[1])
    demand_place(place.folder)
    if place.taken():
        raise Taken(f"“{place.folder}”已经有了，没有新建本子。", "请换一个名称或位置。")
    with disk_told(place.folder), database_told():
        make_folder(place.folder.parent)
        sweep(place.folder.parent)
        with built_beside(place.folder) as building:
            _build(BookFolder(building, place.name), tuple(records), owner)
            if place.folder.exists():
                place.folder.rmdir()  # an empty one, chosen by the clerk


def demand_place(folder: Path) -> None:
    """Trouble where no book may come to lie: too deep, or within another book."""
    demand_reach(folder.absolute())
    _demand_no_book_around(folder)


def demand_reach(folder: PurePath) -> None:
    """Trouble where not all that will lie in this folder of a book could be named, or opened as a database."""
    if isinstance(folder, PureWindowsPath):
        over, whose, near, unit = len(f"{folder}{_SEALED}") - _OF_WINDOWS, "Windows ", "离盘符近", "字"
    else:
        over, whose, near, unit = len(os.fsencode(f"{folder}{_DATABASE}")) - _OF_SQLITE, "数据库", "浅", "字节"
    if over > 0:
        told = f"“{folder}”太深，里面的文件名会超过{whose}能用的长度（超出 {over} 个{unit}）。"
        raise Trouble(told, f"请换一个{near}一些的文件夹，或把名称改短。")


def _demand_no_book_around(folder: Path) -> None:
    """A folder of a book holds that book alone: it is moved, restored and packed as one."""
    with disk_told(folder):
        around = next((above for above in folder.absolute().parents if (above / DATABASE).is_file()), None)
    if around is not None:
        raise Trouble(f"“{around}”是一个本子的文件夹，里面只放它自己的文件。", "请换一个文件夹。")


def _build(place: BookFolder, records: tuple[type[Record], ...], owner: Owner | None) -> None:
    key = new_book_key()
    keyring = Keyring.of(key)
    if owner is not None:
        keyring = keyring.with_password(*owner, key).closed()
    keyring.write(place.keyring)
    place.files.mkdir()
    database = BookDatabase(place.database, key)
    try:
        with database.building():
            create_missing_tables(database, (*OWN_TABLES, *records))
            database.schema = SCHEMA
    finally:
        database.close_all()
    Marker(book=new_key()).write(place.marker)
