"""Labels of deeds in the chain: by a salted hash of their own, because a label may name somebody to be forgotten.

Deeds made before there were such hashes are chained with the label itself, which cannot be erased.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from .chain import Told, sealed
from .changes import ERASE
from .database import BookDatabase
from .entries import DeedEntry, JournalEntry, LabelEntry
from .record import BLANK, bound

_SALT = 16
_SEAL = 'INSERT INTO "store_label" ("deed", "salt", "hash") VALUES (?, ?, ?)'
_BLANK = 'UPDATE "store_deed" SET "label" = ? WHERE "id" = ?'
_FORGET_SALT = 'UPDATE "store_label" SET "salt" = NULL WHERE "deed" = ?'


def seal_label(database: BookDatabase, deed: str, label: str) -> str:
    """Keep the salted hash of a deed's label; return what stands for the label in the chain."""
    salt = os.urandom(_SALT)
    hashed = sealed(salt, label.encode())
    database.write(_SEAL, [(deed, salt, hashed)])
    return hashed.hex()


def chained_deeds() -> dict[str, Told]:
    """Return what stands in the chain for every deed; an altered label stands for itself."""
    deed, seal = DeedEntry, LabelEntry
    seals = {key: (salt, hashed) for key, salt, hashed in bound.raw(seal.select(seal.deed, seal.salt, seal.hash))}
    last_erasure = _last_erasure()
    found = {}
    query = deed.select(deed.id, deed.label, deed.user, deed.role, deed.undoes, deed.fixed, deed.clock)
    for key, label, user, role, undoes, fixed, clock in bound.raw(query):
        salt, hashed = seals.get(key, (None, b""))
        whole = _blanked(label, clock, last_erasure) if salt is None else _as_sealed(label, salt, hashed)
        told = hashed.hex() if whole and isinstance(hashed, bytes) and hashed else str(label)
        found[key] = Told(told, user, role, undoes, fixed)
    return found


def _as_sealed(label: object, salt: object, hashed: object) -> bool:
    return isinstance(label, str) and isinstance(salt, bytes) and sealed(salt, label.encode()) == hashed


def _blanked(label: object, clock: object, last_erasure: int) -> bool:
    """Whether a label without salt is one in which names were erased: it says so, and something was erased later."""
    return isinstance(label, str) and BLANK in label and isinstance(clock, int) and clock < last_erasure


def _last_erasure() -> int:
    row = JournalEntry
    clocks = (clock for (clock,) in bound.raw(row.select(row.clock).where(row.act == ERASE)))
    return max((clock for clock in clocks if isinstance(clock, int)), default=0)


def blank_labels(database: BookDatabase, names: Iterable[str], deeds: Iterable[str]) -> None:
    """Put ``BLANK`` in the place of names in the labels of these deeds, where they have a hash of their own."""
    deed, seal, wanted = DeedEntry, LabelEntry, set(deeds)
    for name in names:
        query = deed.select(deed.id, deed.label).join(seal, on=(seal.deed == deed.id)).where(deed.label.contains(name))
        for key, label in list(bound.raw(query)):
            if key in wanted:
                database.write(_BLANK, [(label.replace(name, BLANK), key)])
                database.write(_FORGET_SALT, [(key,)])
