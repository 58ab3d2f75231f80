"""Copies: one copy of a book in a folder, with its proof; what backups, packages and upgrades are made of."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from xunion_desktop import __version__
from xunion_desktop.basics.disk import size_of, write_whole
from xunion_desktop.basics.errors import Trouble

from .copying import Original, copy_database, copy_files
from .facts import Facts
from .files import SealedFiles
from .gateway import Progress
from .heads import SignedHeads
from .keyring import Keyring
from .looking import LookedOver
from .part_names import DATABASE, KEYRING
from .proof import Proof
from .proving import Unproved, absent_files, bad_files, prove_database
from .stages import stage

MARKER = "marker.json"  # the marker of the book, under a name that nobody opens by a double click


@dataclass(frozen=True)
class Occasion:
    """When and why a copy is made."""

    reason: str
    time: datetime
    serial: int = 0


class Proved(NamedTuple):
    """What a proof has found: what the database says of itself, and which sealed files are gone or damaged."""

    facts: Facts
    bad_files: tuple[str, ...]


def make_copy(
    original: Original, folder: Path, sealed: SealedFiles, occasion: Occasion, progress: Progress | None = None
) -> Proof:
    """Copy a book into an empty folder, its new files to ``sealed``, and write the proof of the copy beside it.

    Where ``sealed`` are the book's own files, all that records name are opened; else those copied now, and once a
    week all: one that was damaged where it lies is copied again. A file that the book itself has lost is told in the
    proof, and is no reason to have no copy of all the rest.
    """
    write_whole(folder / KEYRING, original.place.keyring.read_bytes())
    write_whole(folder / MARKER, original.place.marker.read_bytes())
    facts = copy_database(original, folder / DATABASE, stage(progress, 0, 0.45))
    fault = _fault(folder, original, facts, stage(progress, 0.45, 0.85))
    bad = _carry(original, sealed, facts, occasion.time, stage(progress, 0.85, 1))
    proof = Proof(
        book=original.book,
        name=original.place.name,
        time=occasion.time.isoformat(timespec="seconds"),
        reason=occasion.reason,
        version=__version__,
        schema=facts.schema,
        size=size_of(folder / DATABASE),
        rows=facts.rows,
        living=facts.living,
        heads=SignedHeads.of(facts.heads, original.key).said(),
        files=len(facts.files),
        file_columns=original.columns,
        fault=fault,
        serial=occasion.serial,
        bad_files=bad,
    )
    return proof.with_deeds(facts.deeds, original.key).write(folder, original.key)


def _fault(folder: Path, original: Original, facts: Facts, progress: Progress) -> str:
    """Say what the copy has that the original had not, or the other way round."""
    try:
        _demand_keyring(folder / KEYRING, original.key)
        copied = prove_database(folder / DATABASE, original.key, original.columns, progress)
    except Unproved as unproved:
        return unproved.fault
    return copied.unlike(facts)


def _carry(original: Original, sealed: SealedFiles, facts: Facts, now: datetime, progress: Progress) -> tuple[str, ...]:
    """Copy the sealed files; return those that records name and that cannot be had."""
    if sealed.folder == original.place.files:
        return bad_files(sealed, facts.files, progress)
    looked = LookedOver(sealed.folder)
    if looked.due(now):
        drop_damaged(sealed, bad_files(sealed, sealed.names(), stage(lambda *_: progress(0, 1), 0, 1)))
    copy_files(original.files, sealed, progress)
    looked.note(now)
    return absent_files(sealed, facts.files)


def drop_damaged(sealed: SealedFiles, names: Iterable[str]) -> None:
    """Take away those of these files in which nothing is left to read, so that the next backup copies them again."""
    for name in names:
        if sealed.damaged(name):
            sealed.drop(name)


def prove_copy(folder: Path, key: bytes, sealed: SealedFiles | None, progress: Progress | None = None) -> Proved:
    """Read a copy and its sealed files from end to end; Unproved where the database is not what its proof says.

    ``sealed`` None = only the database is read.
    """
    proof = Proof.read(folder)
    if proof is None or not proof.genuine(key):
        raise Unproved("没有验证记录，或者它被改过")
    facts = prove_database(folder / DATABASE, key, proof.file_columns, stage(progress, 0, 0.5))
    if facts.rows != proof.rows or SignedHeads.of(facts.heads, key) != SignedHeads.read(proof.heads):
        raise Unproved("与它自己的验证记录对不上")
    bad = bad_files(sealed, facts.files, stage(progress, 0.5, 1)) if sealed else proof.bad_files
    return Proved(facts, bad)


def _demand_keyring(file: Path, key: bytes) -> None:
    """Unproved where the keyring of a copy would not open it on another PC."""
    with suppress(Trouble):
        keyring = Keyring.read(file)
        if keyring.whole and keyring.fits(key):
            return
    raise Unproved("钥匙文件损坏了")


def prove_again(folder: Path, key: bytes, sealed: SealedFiles | None, progress: Progress | None = None) -> Proof | None:
    """Prove an old copy once more and write down how it is now; None where it has no proof of its own.

    ``sealed`` None = only its database is read. Sealed files that are damaged are taken away: the next backup copies
    them again, for the older ones too.
    """
    proof = Proof.read(folder)
    if proof is None or not proof.genuine(key):
        return None
    fault, bad = "", proof.bad_files
    try:
        _demand_keyring(folder / KEYRING, key)
        bad = prove_copy(folder, key, sealed, progress).bad_files
    except Unproved as unproved:
        fault = unproved.fault
    if sealed:
        drop_damaged(sealed, bad)
    found = replace(proof, fault=fault, bad_files=bad)
    return proof if found == proof else found.write(folder, key)
