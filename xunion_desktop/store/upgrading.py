"""Upgrading: an older book is copied, the copy proved, and then all steps are taken in one transaction, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import peewee as pw

from xunion_desktop.basics.errors import Trouble

from .backup import Backups
from .copying import Original
from .database import BookDatabase
from .disk_faults import disk_told
from .entries import OWN_TABLES
from .faults import damaged, database_told
from .folder import Marker, refuse_newer
from .gateway import Progress
from .missing_tables import create_missing_tables
from .shelf import Backup, place_in
from .upgrades import SCHEMA, STEPS, Step

REASON = "升级前"


def bring_up_to_date(
    original: Original,
    database: BookDatabase,
    marker: Marker,
    records: Iterable[type[pw.Model]],
    root: Path,
    progress: Progress | None = None,
) -> None:
    """Connect ``database`` and give it what this program has more: the steps of an older book, tables of new rooms.

    Trouble where it is no database, a newer program's, or the upgrade fails: the book is then as it was.
    """
    tables = (*OWN_TABLES, *records)
    with database_told():
        database.connect()
        if database.schema == 0:
            raise damaged()
        refuse_newer(database.schema > SCHEMA, marker.version)
        if database.schema < SCHEMA:
            upgrade(original, database, tables, root, progress=progress)
        else:
            with database.building():
                create_missing_tables(database, tables)
        mark(original, marker, SCHEMA)


def upgrade(
    original: Original,
    database: BookDatabase,
    tables: Iterable[type[pw.Model]],
    root: Path,
    steps: Sequence[Step] = STEPS,
    progress: Progress | None = None,
) -> Backup:
    """Bring an older book, open as ``database``, up to the last step; return the copy from before.

    Trouble where the copy is not proved or the disk lets a step fail, a bug where the step is wrong: the book is then
    as it was.
    """
    before = Backups(place_in(root, original.place.name, original.book), original.key).copy(original, REASON, progress)
    if not before.proved:
        raise Trouble(
            f"这个本子是旧版本的，升级前的备份没有通过验证（{before.fault}），所以没有升级，本子没有改动。",
            "请先从以前的备份恢复，再打开。",
        )
    try:
        with database_told():
            _take(database, tables, steps)
    except Trouble as trouble:
        raise Trouble(
            f"这个本子是旧版本的，升级没有成功：{trouble.sentence.rstrip('。')}。已经全部退回，本子没有改动。",
            f"请看磁盘是否还有空间，然后再打开；还是不行，请把备份“{before.folder}”留好，找软件的维护人员。",
        ) from trouble
    return before


def _take(database: BookDatabase, tables: Iterable[type[pw.Model]], steps: Sequence[Step]) -> None:
    with database.building():
        book = database.connection()
        for step in steps:
            if step.number > database.schema:
                step.run(book)
        create_missing_tables(database, tables)
        broken = list(book.execute("PRAGMA foreign_key_check"))
        if broken:
            raise Trouble(f"有 {len(broken)} 处指向的记录不在本子里", "请先从以前的备份恢复。")
        database.schema = steps[-1].number


def mark(original: Original, marker: Marker, schema: int) -> None:
    """Write into the marker that only programs of this schema may open the book, if it does not say so yet.

    A program that died between the steps and this is made good for here.
    """
    if marker.schema < schema:
        with disk_told(original.place.marker):
            Marker(book=marker.book, schema=schema).write(original.place.marker)
