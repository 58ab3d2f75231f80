"""Typefaces: whether the program's own fonts are whole, and which font serves which role of the paper on this PC.

Files that leave the office are made with our own fonts; printer and preview may use the system's. Which one is used,
and why, is told for each role: nobody should believe a font in use, or missing, unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.fonts import ROLES, FontBook

from .condition import Line, State

SAMPLE = "兴县总工会关于〔2026〕38号：“”，。喆"
_SUMS = "SHA256SUMS"
_AGAIN = "请重新安装程序。"
_CHUNK = 1 << 20


_OTHERS = {"数字和字母": "latin", "生僻字": "rare"}


def fonts(book: FontBook, faces: Sequence[tuple[str, str]] = ()) -> Iterator[Line]:
    """Give a line for each role; ``faces`` says which face printer and preview use for it and why."""
    sums, used = _sums(book), dict(faces)
    for role, file in (ROLES | _OTHERS).items():
        fault = _fault(book, role, file, sums)
        if fault:
            yield Line(f"字体 {role}", State.MEND, fault, _AGAIN)
        else:
            said = f"打印和预览用{used[role]}" if role in used else ""
            yield Line(f"字体 {role}", State.GOOD, f"程序自带的文件完好。{said}")


def _fault(book: FontBook, role: str, file: str, sums: dict[str, str]) -> str:
    """What is wrong with the program's own font ("" = nothing)."""
    path = book.path(file)
    if not path.is_file():
        return f"找不到字体文件 {path.name}。"
    if sums.get(path.name) != _sum(path):
        return f"字体文件 {path.name} 和安装时不一样，可能损坏了。"
    try:
        lacking = book.missing(SAMPLE, role) if role in ROLES else []
    except Trouble as fault:  # of another face, which would have drawn what this one lacks
        return fault.sentence
    return f"缺字：{''.join(lacking)}。" if lacking else ""


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
