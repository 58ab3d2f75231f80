"""The libraries of a lock: fetched by their sums, kept in a folder, and not fetched again while they lie there.

So a machine without a network can build: run once where there is one, and bring the folder.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import alike
from build_log import Failed

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements-windows.lock"
FROM_SOURCE = ("odfpy",)  # has no wheel; pure Python, so the wheel made here serves Windows too
PLATFORM = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp")
ABIS = ("--abi", "cp311", "--abi", "abi3", "--abi", "none")
BY_SUM = ("--no-deps", "--require-hashes")


def locked(lock: Path = LOCK) -> list[str]:
    """Every library of a lock, with its version and its sums."""
    return re.findall(r"(?m)^\S+==(?:.|\n(?=\s))*", lock.read_text(encoding="utf-8"))


def fetch(folder: Path) -> str:
    """Every library of the Windows lock as a wheel in the folder, and nothing else; how many were fetched."""
    folder.mkdir(parents=True, exist_ok=True)
    blocks = locked()
    sums = {path: alike.sum_of(path) for path in folder.iterdir()}
    for path in strangers(sums, blocks):
        path.unlink()  # of an older lock, or broken off
    wanted = lacking(sums, blocks)
    made = [block for block in wanted if block.startswith(FROM_SOURCE)]
    ready = [block for block in wanted if block not in made]
    _pip("download", "--only-binary", ":all:", *PLATFORM, *ABIS, "-d", str(folder), folder=folder, blocks=ready)
    _pip("wheel", "-w", str(folder), folder=folder, blocks=made)
    return f"{len(blocks)} 个，取了 {len(wanted)} 个"


def strangers(sums: Mapping[Path, str], blocks: Sequence[str]) -> list[Path]:
    """The files that no library of the lock asks for."""
    return [path for path in sums if not any(_is_of(path, sums[path], block) for block in blocks)]


def lacking(sums: Mapping[Path, str], blocks: Sequence[str]) -> list[str]:
    """The libraries of the lock that have no file yet."""
    return [block for block in blocks if not any(_is_of(path, sums[path], block) for path in sums)]


def pinned(folder: Path) -> list[str]:
    """Name and version of every wheel: installed by its path, each would note where it lay, and that is frozen too."""
    return ["==".join(path.name.split("-")[:2]) for path in sorted(folder.glob("*.whl"))]


def pip(python: str, *how: str, remedy: str) -> None:
    """Let pip do this; Failed with what may be done where it does not."""
    answer = subprocess.run([python, "-m", "pip", *how], check=False)
    if answer.returncode:
        raise Failed(f"库没有取到，原因见上面 pip 的几行。多半是没有网络或软件源；{remedy}")


def _is_of(path: Path, its_sum: str, block: str) -> bool:
    """Whether a file is this library: by its sum, or, for a wheel made here, by name and version."""
    if block.startswith(FROM_SOURCE):
        return path.suffix == ".whl" and "==".join(path.name.split("-")[:2]) == block.split(maxsplit=1)[0]
    return path.suffix == ".whl" and its_sum in block


def _pip(*how: str, folder: Path, blocks: Iterable[str]) -> None:
    if text := "\n".join(blocks):
        wanted = folder.parent / "wanted.txt"
        wanted.write_text(text, encoding="utf-8")
        remedy = f"没有网络的，在有网络的电脑上做一次，把 --work 里的 sdist 和 {folder.name} 两个文件夹带来。"
        pip(sys.executable, how[0], "-q", *BY_SUM, *how[1:], "-r", str(wanted), remedy=remedy)
