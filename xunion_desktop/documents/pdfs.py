"""Files of papers on the disk: named by what is in them, overwriting nothing, written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from xunion_desktop.basics.saving import SavedLast, save

from .copies import Copy

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows refuses them as names
_LONGEST = 59  # characters; with （2） and .pdf, and four bytes each, no more than the 255 that Linux takes


def safe_name(name: str) -> str:
    """Make a file name, without suffix, that Windows takes too."""
    plain = _FORBIDDEN.sub("_", name).strip().rstrip(". ")[:_LONGEST]
    return f"{plain}_" if _RESERVED.fullmatch(plain) else plain or "未命名"


def distinct_names(names: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """Give each a file name of its own: the second of a name gets （2）. ``taken`` names stand there already.

    Case does not tell names apart, as on Windows.
    """
    used = {name.casefold() for name in taken}
    given = []
    for name in map(safe_name, names):
        candidate, count = name, 1
        while candidate.casefold() in used:
            count += 1
            candidate = f"{name}（{count}）"
        used.add(candidate.casefold())
        given.append(candidate)
    return given


def free_targets(folder: Path, names: Sequence[str], suffix: str = ".pdf") -> list[Path]:
    """Give a path for each name in ``folder`` that overwrites nothing."""
    taken = [path.stem for path in folder.glob(f"*{suffix}")] if folder.is_dir() else []
    return [folder / f"{name}{suffix}" for name in distinct_names(names, taken)]


def picture_targets(folder: Path, copies: Sequence[Copy]) -> list[Path]:
    """Give a path for the picture of each page: 示例水泥公司工会.jpg, or …-1.jpg and …-2.jpg."""
    names = distinct_names([copy.name for copy in copies])
    pages = [
        f"{name}-{place}" if len(copy.pages) > 1 else name
        for name, copy in zip(names, copies, strict=True)
        for place in range(1, len(copy.pages) + 1)
    ]
    return free_targets(folder, pages, ".jpg")


def put_file(target: Path, content: bytes) -> None:
    """Write a file whole or not at all, in a folder that is made if need be; Trouble says what stands in the way."""
    save(target, content, new_folder=True)


def pdf_to_come(target: Path) -> SavedLast:
    """Give the file that a deed fills with its PDF: beside its place first, there once the deed is done."""
    return SavedLast(target, new_folder=True)
