"""Safekeeping: where the backups of the open book lie: on this PC, and in a second place (a stick, another folder)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.settings import Settings
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.shelf import Backup
from xunion_desktop.store.stages import stage

from .practice import stamped
from .values import BACKUP_MONTHS, dated_number

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Made:
    """What came of a backup: on this PC, in the second place (None = there is none), and why not there."""

    here: Backup
    second: Backup | None = None
    why_not: str = ""


class NotCopied(Trouble):
    """The present book could not be copied before it is put aside. It can be all the same: its folder is kept."""


def demand_apart(second: Path, *own: Path) -> None:
    """Trouble where a second place is none: one folder with the book, or with its backups here, or one in the other."""
    there = second.resolve()
    for mine in (path.resolve() for path in own):
        if there.is_relative_to(mine) or mine.is_relative_to(there):
            told = f"第二处“{second}”和“{mine}”不能是同一个文件夹，也不能一个在另一个里面：坏了、丢了会一起没有。"
            raise Trouble(told, "请选优盘、移动硬盘，或另一台电脑的共享文件夹。")


class Safekeeping:
    """The two places of one book; the second is a setting of this PC."""

    def __init__(self, book: Book, settings: Settings) -> None:
        self._book, self._settings = book, settings
        self.here = Backups.under(book.backups_root, book)

    @property
    def second_folder(self) -> Path | None:
        """The folder that was chosen for the second place."""
        chosen = self._settings.get(self._name, "")
        return Path(chosen) if chosen else None

    @property
    def second(self) -> Backups | None:
        """The backups in the second place."""
        folder = self.second_folder
        return Backups.under(folder, self._book) if folder else None

    @property
    def forgotten(self) -> datetime | None:
        """When a copy was last made in a second place, where this PC knows of none any more: its settings are gone."""
        return self.here.last_second() if self.second_folder is None else None

    def choose_second(self, folder: Path) -> None:
        """Keep copies there from now on; Trouble where that would be no second place at all."""
        if stamped():
            raise Trouble("练习县不备份到第二处。", "正式的本子才要；请先回到正式本子。")
        demand_apart(folder, self._book.place.folder, self._book.backups_root)
        self._settings.set(self._name, str(folder))

    def make(self, reason: str, today: date, progress: Progress | None = None) -> Made:
        """Copy the book into both places, prove the copies, let old ones go; call it in a worker."""
        second, folder = self.second, self.second_folder
        here = self._copy(self.here, reason, today, stage(progress, 0, 0.5 if second else 1))
        if second is None or folder is None:
            return Made(here)
        if not folder.is_dir():
            return Made(here, why_not=f"找不到第二处“{folder}”，优盘可能没有插上。")
        try:
            copy = self._copy(second, reason, today, stage(progress, 0.5, 1))
        except Trouble as trouble:
            return Made(here, why_not=f"{trouble.sentence}{trouble.remedy}")
        if copy.proved:
            self.here.note_second(copy)
        return Made(here, copy)

    def make_first(self, reason: str, today: date, progress: Progress | None = None) -> None:
        """Copy the book before it is put aside; NotCopied where it is damaged, the disk is full, or the like."""
        try:
            here = self.make(reason, today, progress).here
        except Trouble as trouble:
            raise NotCopied(trouble.sentence, trouble.remedy) from trouble
        if not here.proved:
            raise NotCopied(f"{here.fault}。")

    def _copy(self, place: Backups, reason: str, today: date, progress: Progress) -> Backup:
        backup = place.make(self._book, reason, progress)
        place.thin(datetime.now().astimezone(), dated_number(BACKUP_MONTHS, today) or 0)
        return backup

    @property
    def _name(self) -> str:
        return f"second_place/{self._book.id}"
