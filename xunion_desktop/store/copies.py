"""Copies: one copy of a book in a folder, with its proof; what backups, packages and upgrades are made of."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from xunion_desktop import __version__
from xunion_desktop.basics.disk import write_whole
from xunion_desktop.basics.errors import Trouble

from .copying import Original, copy_database, copy_files, size_of
from .facts import Facts
from .files import SealedFiles
from .gateway import Progress
from .heads import SignedHeads
from .keyring import Keyring
from .proof import Proof
from .proving import Unproved, demand_files, prove_database, prove_files
from .stages import stage

DATABASE, KEYRING, FILES = "book.db", "keyring.json", "files"
MARKER = "marker.json"  # the marker of the book, under a name that nobody opens by a double click


@dataclass(frozen=True)
class Occasion:
    """When and why a copy is made."""

    reason: str
    time: datetime


def make_copy(
    original: Original, folder: Path, sealed: SealedFiles, occasion: Occasion, progress: Progress | None = None
) -> Proof:
    """Copy a book into an empty folder, its new files to ``sealed``, and write the proof of the copy beside it.

    Where ``sealed`` are the book's own files, all that records name are opened, else only those copied now.
    """
    write_whole(folder / KEYRING, original.place.keyring.read_bytes())
    write_whole(folder / MARKER, original.place.marker.read_bytes())
    facts = copy_database(original, folder / DATABASE, stage(progress, 0, 0.45))
    faults = copy_files(original.files, sealed, stage(progress, 0.45, 0.6))
    faults.append(_fault(folder, original, facts, sealed, stage(progress, 0.6, 1)))
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
        fault=next(filter(None, faults), ""),
    )
    return proof.with_deeds(facts.deeds, original.key).write(folder, original.key)


def _fault(folder: Path, original: Original, facts: Facts, sealed: SealedFiles, progress: Progress) -> str:
    """Say what the copy has that the original had not, or the other way round."""
    try:
        _demand_keyring(folder / KEYRING, original.key)
        copied = prove_database(folder / DATABASE, original.key, original.columns, stage(progress, 0, 0.8))
        if sealed.folder == original.place.files:
            prove_files(sealed, facts.files, stage(progress, 0.8, 1))
        else:
            demand_files(sealed, facts.files)
    except Unproved as unproved:
        return unproved.fault
    return copied.unlike(facts)


def prove_copy(folder: Path, key: bytes, sealed: SealedFiles, progress: Progress | None = None) -> Facts:
    """Read a copy and all its sealed files from end to end; Unproved where they are not what its proof says."""
    proof = Proof.read(folder)
    if proof is None or not proof.genuine(key):
        raise Unproved("没有验证记录，或者它被改过")
    facts = prove_database(folder / DATABASE, key, proof.file_columns, stage(progress, 0, 0.5))
    if facts.rows != proof.rows or SignedHeads.of(facts.heads, key) != SignedHeads.read(proof.heads):
        raise Unproved("与它自己的验证记录对不上")
    prove_files(sealed, facts.files, stage(progress, 0.5, 1))
    return facts


def _demand_keyring(file: Path, key: bytes) -> None:
    """Unproved where the keyring of a copy would not open it on another PC."""
    with suppress(Trouble):
        keyring = Keyring.read(file)
        if keyring.whole and keyring.fits(key):
            return
    raise Unproved("钥匙文件损坏了")


def prove_again(folder: Path, key: bytes, sealed: SealedFiles, progress: Progress | None = None) -> Proof | None:
    """Prove an old copy once more and write down how it is now; None where it has no proof of its own."""
    proof = Proof.read(folder)
    if proof is None or not proof.genuine(key):
        return None
    fault = ""
    try:
        _demand_keyring(folder / KEYRING, key)
        prove_copy(folder, key, sealed, progress)
    except Unproved as unproved:
        fault = unproved.fault
    return proof if fault == proof.fault else replace(proof, fault=fault).write(folder, key)
