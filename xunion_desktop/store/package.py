"""One file to move a book: 名称.xupack, a zip without compression (all that matters in it is encrypted already).

It holds what a backup holds, and the sealed files. It is proved when it is made and again when it is unpacked. A
package that was tampered with on its way can put nothing beside the book: only known names are taken out of it.
"""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from xunion_desktop.basics.disk import make_folder, patiently, sync_file, sync_folder
from xunion_desktop.basics.errors import Trouble

from .building import UNFINISHED, built_beside, sweep
from .copies import MARKER, Occasion, make_copy, prove_copy
from .copying import Original, copying_told, demand_space
from .disk_faults import disk_told
from .files import SealedFiles
from .folder import BookFolder, refuse_newer
from .gateway import Progress
from .keyring import Keyring
from .making import demand_place
from .part_names import DATABASE, FILES, KEYRING, SEALED, sealed_in
from .proof import PROOF, Proof
from .proving import Unproved
from .stages import stage
from .unlocking import Unlock, key_of
from .upgrades import SCHEMA

if TYPE_CHECKING:
    from .book import Book

SUFFIX = ".xupack"
_PARTS = (PROOF, MARKER, KEYRING, DATABASE)
_PIECE = 1_000_000
_AGAIN = "请从原来的电脑重新打包，或重新拷一次。"


def pack(book: Book, file: Path, progress: Progress | None = None, now: datetime | None = None) -> Path:
    """Write the open book into one file, whole or not at all; call it in a worker. Returns the file, .xupack added."""
    target = file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX)
    occasion = Occasion("打包", now.astimezone() if now else datetime.now().astimezone())
    original = Original.of(book)
    original.refuse_inside(target)
    with copying_told(target):
        sweep(target.parent)
        demand_space(target.parent, 2 * original.room_for(SealedFiles(target / "none", original.key)))
        with TemporaryDirectory(prefix=UNFINISHED, dir=target.parent, ignore_cleanup_errors=True) as folder:
            copy = Path(folder)
            proof = make_copy(original, copy, original.files, occasion, stage(progress, 0, 0.6))
            if proof.fault:
                raise Trouble(f"本子有问题，没有打包：{proof.fault.rstrip('。')}。", "请先做一次体检，或从备份恢复。")
            _write(copy / "package", list(_members(copy, original)), stage(progress, 0.6, 0.8))
            _read_through(copy / "package", stage(progress, 0.8, 1))
            patiently(lambda: (copy / "package").replace(target))
        sync_folder(target.parent)
    return target


def lost_files(package: Path) -> int:
    """Return how many attachments a package lacks, because the book itself had lost them."""
    with _opened(package) as members:
        said = json.loads(members.read(PROOF))
    return len(said.get("bad_files", ()))


def _members(copy: Path, original: Original) -> Iterator[tuple[str, Path]]:
    for part in _PARTS:
        yield part, copy / part
    for name in sorted(original.files.names()):
        yield f"{FILES}/{sealed_in(name)}", original.files.sealed(name)


def _write(file: Path, members: list[tuple[str, Path]], progress: Progress) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, strict_timestamps=False) as package:
        for count, (name, path) in enumerate(members, 1):
            package.write(path, name)
            progress(count, len(members))
    sync_file(file)


def unpack(file: Path, path: Path | str, unlock: Unlock | None = None, progress: Progress | None = None) -> BookFolder:
    """Make a book of a package at ``path``, where none may be yet, and prove it; call it in a worker."""
    place = BookFolder.of(Path(path))
    if place.taken():
        raise Trouble(f"“{place.folder}”已经有了，没有解开。", "请换一个名称或位置。")
    demand_place(place.folder)
    with copying_told(place.folder):
        make_folder(place.folder.parent)
        sweep(place.folder.parent)
        if place.folder.exists():
            place.folder.rmdir()  # an empty one, chosen by the clerk
        with built_beside(place.folder) as building:
            _take_out(file, building, stage(progress, 0, 0.4))
            _prove(building, unlock, stage(progress, 0.4, 1))
            (building / PROOF).unlink()
            (building / MARKER).rename(BookFolder(building, place.name).marker)
    return place


def _prove(building: Path, unlock: Unlock | None, progress: Progress) -> None:
    (building / FILES).mkdir(exist_ok=True)
    proof = Proof.read(building)
    if proof is not None:
        refuse_newer(proof.schema > SCHEMA, proof.version)
    key = key_of(Keyring.read(building / KEYRING), unlock)
    try:
        found = prove_copy(building, key, SealedFiles(building / FILES, key), progress)
    except Unproved as unproved:
        raise Trouble(f"打包文件里的本子不完整，没有解开：{unproved.fault.rstrip('。')}。", _AGAIN) from unproved
    lost = set(found.bad_files) - set(proof.bad_files if proof else ())
    if lost:
        raise Trouble(f"打包文件里的本子不完整，没有解开：{len(lost)} 个附件不见了或损坏了。", _AGAIN)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open a package; Trouble where it is none, holds what it may not, or is damaged."""
    try:
        with disk_told(file):
            package = zipfile.ZipFile(file)
        with package:
            names = package.namelist()
            if not set(_PARTS) <= set(names) or len(set(names)) < len(names):
                raise zipfile.BadZipFile("parts are missing or double")
            if not all(_welcome(member) for member in package.infolist()):
                raise zipfile.BadZipFile("holds what no package holds")
            yield package
    except (zipfile.BadZipFile, NotImplementedError, EOFError, UnicodeDecodeError, struct.error) as fault:
        raise Trouble(f"“{file.name}”不是本子的打包文件，或已经损坏。", _AGAIN) from fault


def _welcome(member: zipfile.ZipInfo) -> bool:
    name = member.filename.rpartition("/")[2]
    sealed = SEALED.fullmatch(name) is not None and member.filename == f"{FILES}/{sealed_in(name)}"
    return (sealed or member.filename in _PARTS) and member.compress_type == zipfile.ZIP_STORED and not member.flag_bits


def _take_out(file: Path, building: Path, progress: Progress) -> None:
    with _opened(file) as package:
        members = package.infolist()
        demand_space(building, sum(member.file_size for member in members))
        for count, member in enumerate(members, 1):
            target = building / member.filename
            make_folder(target.parent)
            with package.open(member) as source, target.open("wb") as taken:
                for piece in _pieces(file, source):
                    taken.write(piece)
            sync_file(target)
            progress(count, len(members))


def _pieces(file: Path, source: IO[bytes]) -> Iterator[bytes]:
    """Read a member; what the disk does to the package on its stick is not told of the folder that is written to."""
    while True:
        with disk_told(file):
            piece = source.read(_PIECE)
        if not piece:
            return
        yield piece


def _read_through(file: Path, progress: Progress) -> None:
    """Read a package just written from end to end: each part has a checksum."""
    with _opened(file) as package:
        members = package.infolist()
        for count, member in enumerate(members, 1):
            with package.open(member) as source:
                for _ in _pieces(file, source):
                    pass
            progress(count, len(members))
