"""The fonts of this PC that may draw papers here: found by the names inside them, tried before they are used.

They serve the printer and the preview of this PC only; a PDF that leaves the office, and every test, is drawn with our
own. The engine's own widths set the lines, so that the same letter breaks alike with either (print.md §1.4). A font
of the system is never copied, into a book or anywhere else.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, TypeVar

from .fonts import ROLES

Progress = Callable[[int, int], None]  # done, total; raises Cancelled
Read = TypeVar("Read")

SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})
OWN = "内置"
OWN_FACES: Mapping[str, str] = {
    "仿宋": "朱雀仿宋",
    "楷体": "霞鹜文楷",
    "小标宋": "思源宋体（半粗）",
    "黑体": "思源黑体（中等）",
    "宋体": "思源宋体",
}
PICKS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "小标宋": (("方正小标宋", "FZXiaoBiaoSong"),),
    "仿宋": (("仿宋_GB2312", "FangSong_GB2312"), ("仿宋", "FangSong")),
    "楷体": (("楷体_GB2312", "KaiTi_GB2312"), ("楷体", "KaiTi")),
    "黑体": (("黑体", "SimHei"),),
    "宋体": (),
}
"""For each role the faces in their order, each under its names; after them comes our own."""

_BY_THEIR_START = frozenset({"方正小标宋", "FZXiaoBiaoSong"})  # any of its kinds: 简体, _GBK, …
_FAMILY_NAMES = (1, 16)
_NO_EMBEDDING, _MAY_EMBED, _NO_SUBSET, _BITMAPS_ONLY = 0x0002, 0x000C, 0x0100, 0x0200
_MISSING_SHOWN = 5


@dataclass(frozen=True)
class Found:
    """One face of a file of this PC, with the family names that stand in it."""

    path: Path
    index: int  # in a collection (.ttc)
    names: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """Which face serves a role on this PC, and why. ``path`` None = our own."""

    role: str
    face: str
    why: str
    path: Path | None = None
    index: int = 0
    names: tuple[str, ...] = ()

    @property
    def file_role(self) -> str:
        """How the display list calls it (fang, kai …)."""
        return ROLES[self.role]


# where they are


def system_folders() -> list[Path]:
    """The folders in which this system keeps fonts; only those that are there."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        folders = [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
        folders += [Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else []
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), data / "fonts", home / ".fonts"]
    return [folder for folder in dict.fromkeys(folders) if folder.is_dir()]


def registered_files() -> list[Path]:
    """Files that Windows knows as fonts although they lie elsewhere; none on other systems."""
    if sys.platform != "win32":
        return []
    import winreg

    found = []
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            key = winreg.OpenKey(root, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts")
        except OSError:
            continue
        with key:
            values = (winreg.EnumValue(key, place)[1] for place in range(winreg.QueryInfoKey(key)[1]))
            found += [Path(str(value)) for value in values if Path(str(value)).is_absolute()]
    return [path for path in found if path.is_file()]


def font_files(folders: Iterable[Path]) -> list[Path]:
    """Every font file in these folders and below, and those that are registered elsewhere, sorted."""
    found = {path for folder in folders for path in _below(folder)} | set(registered_files())
    return sorted(path for path in found if path.suffix.lower() in SUFFIXES)


def _below(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):  # what may not be read is passed over
        yield from (Path(root) / name for name in names)


def signature(folders: Iterable[Path]) -> list[str]:
    """Changes where a font was put in or taken out: the folders with the time they changed last."""
    return sorted(_look(Path(root), len(names)) for folder in folders for root, _, names in os.walk(folder))


def _look(folder: Path, count: int) -> str:
    """How a folder looks; one that has just gone looks of nothing."""
    try:
        return f"{folder} {folder.stat().st_mtime_ns} {count}"
    except OSError:
        return f"{folder}"


# what is in them


def scan(files: Sequence[Path], progress: Progress = lambda done, total: None) -> list[Found]:
    """Read the names of every face; a file that is no font, or a broken one, is passed over."""
    found: list[Found] = []
    for done, path in enumerate(files, start=1):
        found += faces_in(path)
        progress(done, len(files))
    return found


def faces_in(path: Path) -> list[Found]:
    """The faces of one file."""
    nothing: list[tuple[str, ...]] = []
    return [Found(path, index, names) for index, names in enumerate(_reading(path, _names, nothing))]


def refusal(found: Found) -> str:
    """Why this face cannot draw papers; "" = it can. Outlines, characters, licence (print.md §1.4)."""
    return _reading(found.path, lambda path: _judge(path, found.index), "读不出来")


def _judge(path: Path, index: int) -> str:
    with _opened(path, index) as font:
        if "glyf" not in font:
            return "是 CFF 轮廓，不能嵌进打印的文件"
        if lacking := _lacking(font.getBestCmap() or {}):
            some = "".join(lacking[:_MISSING_SHOWN])
            return f"缺 {len(lacking)} 个常用字（GB2312），如 {some}"
        rights = font["OS/2"].fsType if "OS/2" in font else 0
        if rights & _NO_EMBEDDING and not rights & _MAY_EMBED:
            return "许可不准嵌入"
        if rights & (_NO_SUBSET | _BITMAPS_ONLY):
            return "许可不准只嵌入用到的字"
    return ""


def _lacking(glyphs: Mapping[int, str]) -> list[str]:
    return [char for char in gb2312() if ord(char) not in glyphs]


@cache
def gb2312() -> str:
    """The 6,763 hanzi of GB 2312."""
    rows = ((high, low) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return b"".join(bytes(pair) for pair in rows if pair[0] != 0xD7 or pair[1] <= 0xF9).decode("gb2312")


def _names(path: Path) -> list[tuple[str, ...]]:
    found = []
    for index in range(_faces(path)):
        with _opened(path, index) as font:
            records = [record for record in font["name"].names if record.nameID in _FAMILY_NAMES]
            found.append(tuple(dict.fromkeys(record.toUnicode(errors="replace") for record in records)))
    return found


def _faces(path: Path) -> int:
    """How many faces the file holds."""
    with path.open("rb") as file:
        head = file.read(12)
    return int(struct.unpack(">L", head[8:12])[0]) if head[:4] == b"ttcf" else 1


def _opened(path: Path, index: int) -> Any:
    from fontTools.ttLib import TTFont

    with path.open("rb") as file:  # mapped: only what is looked at is read, and no file stays open
        view = mmap(file.fileno(), 0, access=ACCESS_READ)
    return TTFont(view, lazy=True, fontNumber=index)


def _reading(path: Path, read: Callable[[Path], Read], otherwise: Read) -> Read:
    from fontTools.ttLib import TTLibError

    try:
        return read(path)
    except (TTLibError, OSError, ValueError, KeyError, IndexError, AssertionError, struct.error):
        return otherwise


# which of them


def choose(found: Sequence[Found], judge: Callable[[Found], str] = refusal) -> tuple[Choice, ...]:
    """Pick a face for every role; only faces that are wanted are tried."""
    return tuple(_pick(role, wanted, found, judge) for role, wanted in PICKS.items())


def own_choices(why: str) -> tuple[Choice, ...]:
    """Our own faces for every role."""
    return tuple(Choice(role, _own(role), why) for role in PICKS)


def _pick(
    role: str, wanted: Sequence[tuple[str, ...]], found: Sequence[Found], judge: Callable[[Found], str]
) -> Choice:
    told = []
    for names in wanted:
        faces = [face for face in found if any(_is(name, known) for name in names for known in face.names)]
        if not faces:
            told.append(f"没有找到“{names[0]}”")
        for face in faces:
            why_not = judge(face)
            if not why_not:
                said = "，".join([*told, f"用系统的“{_shown(face)}”"])
                return Choice(role, _shown(face), f"{said}。", face.path, face.index, face.names)
            told.append(f"“{_shown(face)}”{why_not}")
    return Choice(role, _own(role), f"{'，'.join([*told, '用内置的'])}。")


def _is(name: str, known: str) -> bool:
    return known.startswith(name) if name in _BY_THEIR_START else known.casefold() == name.casefold()


def _shown(face: Found) -> str:
    """The Chinese name where it has one."""
    return next((name for name in face.names if not name.isascii()), face.names[0])


def _own(role: str) -> str:
    return f"{OWN} {OWN_FACES[role]}"


def font_lines(choices: Sequence[Choice]) -> list[tuple[str, str]]:
    """What 体检 says of the fonts for papers: role and sentence."""
    return [(choice.role, f"{choice.face}。{choice.why}") for choice in choices]
