"""Entering a book: what is settled when it is made, when somebody comes by the recovery code, and what he is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xunion_desktop.basics.disk import drop, make_folder, write_beside
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import Places
from xunion_desktop.basics.room import Room
from xunion_desktop.store.book import Book
from xunion_desktop.store.building import remove
from xunion_desktop.store.closed import OpenElsewhere
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.log import Logged
from xunion_desktop.store.making import Owner
from xunion_desktop.store.record import Record
from xunion_desktop.store.unlocking import ByKey, Unlock

from .access import found
from .doorstep import replicas_of
from .first_words import FirstWords
from .new_places import demand_new_place
from .settling import Roles, settle_restored

_OWN = "绿色版请整个复制到能写的磁盘上再打开；不是绿色版的，请腾出空间，或请管理员放开权限。"
ON_THE_DOOR = {"branches.unions": "家基层工会", "branches.members": "名会员"}  # they tell nothing of anybody


@dataclass(frozen=True)
class New:
    """A book that was just made, and what opens it."""

    path: Path
    unlock: Unlock | None


def built(
    places: Places, path: Path, records: Iterable[type[Record]], owner: Owner | None, _progress: object = None
) -> New:
    """Make a book and leave it closed; call it in a worker: a password takes its time, here and when it is tried."""
    demand_new_place(path, places)
    _demand_own(replicas_of(path, places))
    place = Book.build(path, records, owner)
    if owner is None:
        return New(place.marker, None)
    key = Keyring.read(place.keyring).unlock(*owner)
    return New(place.marker, ByKey(key, owner[0]))


def _demand_own(own: Path) -> None:
    """Trouble where nothing that belongs to a book can be kept on this PC."""
    try:
        make_folder(own)
        drop(write_beside(own / "note", b""))
    except OSError as fault:
        raise Trouble(f"程序自己的文件夹“{own.parent}”不能写，备份和设置都存不下。", _OWN) from fault


def unmade_after_trouble(new: New, act: Callable[[], Book]) -> Book:
    """Do the rest with a book that was just made; where that fails nothing of it is left, so it can be made again.

    One that another program opened meanwhile is in somebody's hands, and stays.
    """
    try:
        return act()
    except OpenElsewhere:
        raise
    except BaseException:
        with suppress(OSError):
            remove(new.path.parent)
        raise


def closed_after_trouble(book: Book, act: Callable[[], object]) -> Book:
    """Do something with a book that was just opened; closed again where that fails, so that another can be opened."""
    try:
        act()
    except BaseException:
        book.close()
        raise
    return book


def reopened(book: Book, roles: Roles | None) -> Book:
    """A book that was restored over one with these ``roles`` (None = it was not) is open: say what is to settle."""
    if roles is None:
        return book
    return closed_after_trouble(book, lambda: settle_restored(book, roles, book.user))


def settle(book: Book, owner: Owner | None, words: FirstWords | None = None) -> None:
    """Settle a new book: its own union (None = as shipped), and who may open it: its owner, or everybody at this PC."""
    if words is not None:
        words.write(book)
    if owner is None:
        book.keys.open_for_all()
    else:
        found(book, owner[0])


def settle_code(book: Book, name: str, password: str) -> None:
    """Somebody came by the recovery code: set the new password; a book without passwords moves to this PC."""
    if password:
        book.user = name
        book.keys.set_password(name, password)
    else:
        book.keys.open_for_all()


def greeting(book: Book) -> tuple[str, str]:
    """Say who is in, when he was in last, and whether somebody tried a wrong password meanwhile."""
    mine = book.log_lines(2, Logged.LOGIN, user=book.user)
    before = mine[1] if len(mine) > 1 else None
    failed = [line for line in book.log_lines(event=Logged.FAILED) if before is None or line.time >= before.time]
    last = f"上次登录 {before.time}（{before.machine}）。" if before else "第一次登录。"
    tried = f"这中间输错过 {len(failed)} 次密码，不是您输错的请告诉管理员。" if failed else ""
    return f"{book.user}，已登录", last + tried


def held(rooms: Iterable[Room], today: date) -> list[str]:
    """Say how much is in the book, for its door: 312 家基层工会, 18,406 名会员."""
    figures = [figure for room in rooms for figure in room.figures if figure.id in ON_THE_DOOR]
    return [f"{figure.value(today):,} {ON_THE_DOOR[figure.id]}" for figure in figures]
