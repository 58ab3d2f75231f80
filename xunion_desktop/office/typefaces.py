"""Typefaces: which font serves which role of the paper on this PC, one line each.

Papers are printed with the fonts that come with the program. Whether the system has the fonts that regulations and
town printers know by name (仿宋_GB2312, 方正小标宋) is said too: nobody should believe them in use, or missing, unseen.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from xunion_desktop.paper.fonts import ROLES, FontBook

from .condition import Line, State

SAMPLE = "兴县总工会关于〔2026〕38号：“”，。喆"
_SUMS = "SHA256SUMS"
_AGAIN = "请重新安装程序。"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class SystemFont:
    """A font of the system: its name, and the files (in lower case) that hold it."""

    name: str
    files: tuple[str, ...]


SYSTEM: dict[str, tuple[SystemFont, ...]] = {
    "仿宋": (
        SystemFont("仿宋_GB2312", ("simfang_gb2312.ttf", "仿宋_gb2312.ttf", "fangsong_gb2312.ttf")),
        SystemFont("仿宋", ("simfang.ttf",)),
    ),
    "楷体": (
        SystemFont("楷体_GB2312", ("simkai_gb2312.ttf", "楷体_gb2312.ttf", "kaiti_gb2312.ttf")),
        SystemFont("楷体", ("simkai.ttf",)),
    ),
    "小标宋": (SystemFont("方正小标宋", ("fzxbsjw.ttf", "fzxbsjt.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf")),),
    "黑体": (SystemFont("黑体", ("simhei.ttf",)),),
    "宋体": (SystemFont("宋体", ("simsun.ttc", "simsun.ttf")),),
}
_OTHERS = {"数字和字母": "latin", "生僻字": "rare"}


def fonts(book: FontBook, system: Iterable[Path] | None = None) -> Iterator[Line]:
    """Give a line for each role; ``system`` are the folders of the system's fonts (None = those of this PC)."""
    sums, here = _sums(book), names_in(system_folders() if system is None else system)
    for role, file in (ROLES | _OTHERS).items():
        fault = _fault(book, role, file, sums)
        if fault:
            yield Line(f"字体 {role}", State.MEND, fault, _AGAIN)
        else:
            yield Line(f"字体 {role}", State.GOOD, f"用程序自带的，文件完好。{_of_the_system(role, here)}")


def _fault(book: FontBook, role: str, file: str, sums: dict[str, str]) -> str:
    """What is wrong with the program's own font ("" = nothing)."""
    path = book.path(file)
    if not path.is_file():
        return f"找不到字体文件 {path.name}。"
    if sums.get(path.name) != _sum(path):
        return f"字体文件 {path.name} 和安装时不一样，可能损坏了。"
    lacking = book.missing(SAMPLE, role) if role in ROLES else []
    return f"缺字：{''.join(lacking)}。" if lacking else ""


def _of_the_system(role: str, here: set[str]) -> str:
    """Whether the system has a font of that role as well."""
    known = SYSTEM.get(role, ())
    if not known:
        return ""
    found = next((font.name for font in known if here.intersection(font.files)), "")
    if found:
        return f"这台电脑上也有“{found}”，没有用它。"
    return f"这台电脑上没有“{'”“'.join(font.name for font in known)}”，不影响打印。"


def system_folders() -> list[Path]:
    """Where Windows and Linux keep their fonts."""
    windows, own = os.environ.get("WINDIR"), os.environ.get("LOCALAPPDATA")
    folders = [Path(windows, "Fonts")] if windows else []
    folders += [Path(own, "Microsoft", "Windows", "Fonts")] if own else []
    return [*folders, Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]


def names_in(folders: Iterable[Path]) -> set[str]:
    """The names of all files in these folders and beneath, in lower case."""
    found: set[str] = set()
    for folder in folders:
        with suppress(OSError):
            found.update(path.name.lower() for path in folder.rglob("*"))
    return found


def _sums(book: FontBook) -> dict[str, str]:
    """The checksums the fonts were packed with."""
    with suppress(OSError):
        lines = book.path("song").with_name(_SUMS).read_text(encoding="utf-8").splitlines()
        return {name: value for value, _, name in (line.partition("  ") for line in lines)}
    return {}


def _sum(path: Path) -> str:
    """The checksum of a file; "" where it cannot be read."""
    digest = hashlib.sha256()
    with suppress(OSError), path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
        return digest.hexdigest()
    return ""
