"""Labels of deeds in the chain: by a salted hash of their own, because a label may name somebody to be forgotten.

Deeds made before there were such hashes are chained with the label itself, which cannot be erased.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from .chain import sealed
from .database import BookDatabase
from .entries import DeedEntry, LabelEntry
from .record import bound

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


def chained_labels() -> dict[str, tuple[str, str]]:
    """Return what stands in the chain for label and user of every deed; an altered label stands for itself."""
    deed, seal = DeedEntry, LabelEntry
    seals = {
        key: (salt, bytes(hashed)) for key, salt, hashed in bound.raw(seal.select(seal.deed, seal.salt, seal.hash))
    }
    found = {}
    for key, label, user in bound.raw(deed.select(deed.id, deed.label, deed.user)):
        salt, hashed = seals.get(key, (None, b""))
        altered = salt is not None and sealed(salt, label.encode()) != hashed
        found[key] = (label if altered or not hashed else hashed.hex(), user)
    return found


def blank_labels(database: BookDatabase, names: Iterable[str], blank: str) -> None:
    """Put ``blank`` in the place of names in all labels that have a hash of their own."""
    deed, seal = DeedEntry, LabelEntry
    for name in names:
        query = deed.select(deed.id, deed.label).join(seal, on=(seal.deed == deed.id)).where(deed.label.contains(name))
        for key, label in list(bound.raw(query)):
            database.write(_BLANK, [(label.replace(name, blank), key)])
            database.write(_FORGET_SALT, [(key,)])
