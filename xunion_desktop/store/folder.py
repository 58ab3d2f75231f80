"""The folder of a book: ``名称/`` with the marker ``名称.xunion``, the database, its keyring and the sealed files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from xunion_desktop import __version__
from xunion_desktop.basics.disk import write_whole
from xunion_desktop.basics.errors import Trouble

from .disk_faults import disk_told
from .part_names import DATABASE, FILES, KEYRING, LOCK
from .sums import sum_of
from .swapping import REKEYED, finish_rekeying, finish_restore
from .upgrades import FIRST, SCHEMA

SUFFIX = ".xunion"
FORMAT = 1
_NO_BOOK = "请选本子文件夹里以 .xunion 结尾的文件，或整个本子文件夹；已经损坏的，从备份恢复。"


@dataclass(frozen=True)
class BookFolder:
    """Where the parts of a book lie."""

    folder: Path
    name: str

    @classmethod
    def of(cls, path: Path) -> BookFolder:
        """Find the book that ``path`` means: its marker, its folder, or the name of one that may not exist yet.

        A missing ``X.xunion`` means the folder ``X`` with the marker ``X/X.xunion``.
        """
        path = Path(path)
        with disk_told(path):
            if path.suffix == SUFFIX and not path.exists():
                finish_restore(_named(path.parent))
            found = cls._there(path) or cls._to_come(path)
            finish_rekeying(found.folder, found.lock)
        return found

    @classmethod
    def to_be(cls, path: Path) -> Path:
        """The folder of the book that ``path`` means or would mean: only looked at, nothing is finished there."""
        path = Path(path)
        with disk_told(path):
            there = cls._there(path)
            return _meant(path)[0] if there is None else there.folder

    @classmethod
    def _there(cls, path: Path) -> BookFolder | None:
        if path.is_dir():
            folder = _named(path)
            return cls(folder, _marker_in(folder) or folder.name)
        if path.is_file() and path.suffix == SUFFIX:
            return cls(_named(path.parent), path.stem)
        if path.exists():
            raise Trouble(f"“{path.name}”不是本子。", _NO_BOOK)
        return None

    @classmethod
    def _to_come(cls, path: Path) -> BookFolder:
        folder, name = _meant(path)
        finish_restore(folder)
        return cls(folder, (_marker_in(folder) if folder.is_dir() else "") or name)

    @property
    def marker(self) -> Path:
        """The file that a double click opens."""
        return self.folder / f"{self.name}{SUFFIX}"

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / DATABASE

    @property
    def keyring(self) -> Path:
        """The keyring."""
        return self.folder / KEYRING

    @property
    def files(self) -> Path:
        """The folder of the sealed files."""
        return self.folder / FILES

    @property
    def lock(self) -> Path:
        """The file that is locked while a program has the book open."""
        return self.folder / LOCK

    @property
    def rekeyed(self) -> Path:
        """Where the book lies under another key, whole and proved, until its parts are in their places."""
        return self.folder / REKEYED

    def exists(self) -> bool:
        """Whether there is a book."""
        return self.marker.is_file()

    def taken(self) -> bool:
        """Whether something lies there already, a book or not; Trouble where the disk does not let one see."""
        with disk_told(self.folder):
            return self.folder.exists() and not (self.folder.is_dir() and not any(self.folder.iterdir()))


def _meant(path: Path) -> tuple[Path, str]:
    """Folder and name of a book of which nothing lies at ``path``."""
    name = path.stem if path.suffix == SUFFIX else path.name
    around = _named(path.parent)
    return (around if around.name == name else path.with_name(name)), name


def _named(folder: Path) -> Path:
    """The folder by a path that ends in its name: “.” and “..” have none, and something may lie beside it."""
    return folder if folder.name not in {"", ".."} else folder.resolve()


def _marker_in(folder: Path) -> str:
    """The name of the one marker in a folder; the one named like the folder goes first."""
    if (folder / f"{folder.name}{SUFFIX}").is_file():
        return folder.name
    markers = [path.stem for path in folder.glob(f"*{SUFFIX}") if path.is_file()]
    return markers[0] if len(markers) == 1 else ""


@dataclass(frozen=True)
class Marker:
    """What the marker file says, readable without the key: whether this program may touch the book at all."""

    book: str
    format: int = FORMAT
    schema: int = SCHEMA
    version: str = __version__

    def write(self, path: Path) -> None:
        """Write the marker file."""
        said = asdict(self)
        write_whole(path, json.dumps({**said, "sum": sum_of(said)}, ensure_ascii=False, indent=1).encode())

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a marker file; Trouble where it is damaged, or a newer program wrote it."""
        with disk_told(path):
            content = path.read_bytes()
        try:
            said = json.loads(content)
            marker = cls(str(said["book"]), int(said["format"]), int(said["schema"]), str(said["version"]))
        except (ValueError, KeyError, TypeError, RecursionError) as fault:
            raise _no_book(path) from fault
        refuse_newer(max(marker.format - FORMAT, marker.schema - SCHEMA) > 0, marker.version)
        summed = "sum" in said or marker.schema > FIRST  # the first programs wrote none
        if summed and said.get("sum") != sum_of(said):
            raise _no_book(path)
        return marker


def _no_book(path: Path) -> Trouble:
    return Trouble(f"“{path.name}”不是本子，或已经损坏。", _NO_BOOK)


def read_marker(place: BookFolder) -> Marker:
    """Read the marker of a book; Trouble where there is none, it is damaged, or a newer program made it."""
    if not place.exists():
        raise Trouble(f"找不到本子“{place.name}”（{place.folder.absolute()}）。", "请检查位置对不对，优盘是否接好。")
    return Marker.read(place.marker)


def refuse_newer(newer: bool, version: str) -> None:
    """Say that a newer program made the book, if so: nothing of it may be touched."""
    if newer:
        raise Trouble(
            f"这个本子是更新版本的程序（{version}）写的，这个程序（{__version__}）打不开，也没有改动它。",
            "请安装新版程序后再打开。",
        )
