"""Putting back: a backup becomes a book that is closed. Only an administrator puts aside the book that is there.

Who that is says the present book, asked while nobody has it open; where it cannot be read any more, the backup does.
The recovery code of the safe may do it too.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import Role
from xunion_desktop.store.book import Book
from xunion_desktop.store.closed import held_closed, living_rows
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.gateway import Progress
from xunion_desktop.store.part_names import DATABASE
from xunion_desktop.store.record import Record
from xunion_desktop.store.restoring import Restored, Restoring, keyring_for
from xunion_desktop.store.shelf import Backup
from xunion_desktop.store.unlocking import ByKey, Unlock, key_of

from .access import not_allowed
from .doorstep import replicas_of
from .new_places import demand_new_place
from .settling import STOPPED, Roles, settle_restored
from .users import User


class PutBack(NamedTuple):
    """What came of it: the restored book, and what an administrator must look at, one user a sentence."""

    restored: Restored
    users: list[str]


def put_back(
    path: Path,
    backup: Backup,
    records: Iterable[type[Record]],
    unlock: Unlock | None = None,
    progress: Progress | None = None,
) -> PutBack:
    """Restore a closed book; call it in a worker. Trouble or Cancelled: the present book is as it was."""
    place = BookFolder.of(path)
    taken, roles = place.taken(), None
    if not taken:
        demand_new_place(path)
    keyring = keyring_for(place, backup)
    protected, key = keyring.protected, key_of(keyring, unlock)
    user = getattr(unlock, "user", "") if protected else ""
    restoring = Restoring(place, backup, key, replicas_of(path), user)
    if taken:
        roles = _roles_of(place, key)
        among = _roles_in(backup.folder / DATABASE, restoring.its_key) if roles is None else roles
        _demand_admin(among or {}, user, next(iter(keyring.names()), ""))
    restored = restoring.run(progress)
    users: list[str] = []
    with suppress(Trouble), Book.open(path, records, replicas_of(path), ByKey(key, user)) as book:
        users = settle_restored(book, roles, user if taken else "")
    return PutBack(restored, users)


def _roles_of(place: BookFolder, key: bytes) -> Roles | None:
    """The roles in the present book; None where it cannot be read, Trouble where somebody has it open."""
    with held_closed(place):
        return _roles_in(place.database, key)


def _roles_in(database: Path, key: bytes) -> Roles | None:
    rows = living_rows(database, key, User, ("name", "role", "active"))
    return None if rows is None else {name: role if active else STOPPED for name, role, active in rows}


def _demand_admin(roles: Roles, name: str, founder: str) -> None:
    """As in an open book: where there is no administrator left, the founder is one; the recovery code always."""
    nobody = str(Role.ADMIN) not in roles.values()
    if name and roles.get(name) != Role.ADMIN and not (nobody and name == founder):
        raise not_allowed(roles.get(name, str(Role.READER)), "把本子恢复成备份")
