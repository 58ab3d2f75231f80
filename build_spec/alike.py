"""Two builds held against each other, file by file. Pure but for reading, so that a test can say what is found.

python3 build_spec/alike.py FOLDER FOLDER    two frozen folders, or dist/ of two machines
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from options import Options


def sum_of(file: Path) -> str:
    """The sum of one file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def sums(folder: Path) -> dict[str, str]:
    """Place in the folder → sum, of every file."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sum_of(path) for path in files}


def differences(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """The places that are not the same in both, or in one only."""
    return [place for place in sorted(first.keys() | second.keys()) if first.get(place) != second.get(place)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what differs; 0 where nothing does."""
    grammar = Options(description="逐个文件对照两个文件夹")
    grammar.needed.add_argument(
        "folders", type=Path, nargs=2, metavar="文件夹", help="两个冻结的文件夹，或两台机器的 dist"
    )
    folders = grammar.parse_args(arguments).folders
    for folder in folders:
        if not folder.is_dir():
            grammar.error(f"没有文件夹“{folder}”")
    found = differences(*map(sums, folders))
    print("\n".join(found) or "两个文件夹的字节都相同")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
