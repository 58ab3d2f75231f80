"""Make what is handed out of a frozen program: ``handing_out.py PROGRAM DIST``. Used by windows.cmd.

The setup is made where makensis is found; without it there is the portable zip only, and that is said.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import releases
from options import Options

ROOT = Path(__file__).resolve().parent.parent


def version(root: Path = ROOT) -> str:
    """The version that pyproject.toml names."""
    found = re.search(r'(?m)^version = "([\d.]+)"', (root / "pyproject.toml").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("pyproject.toml 里没有版本号")
    return found.group(1)


def commit(root: Path = ROOT) -> str:
    """Of which commit this is, for a log: "（提交 1a2b3c4）"; "" where git does not know."""
    if shutil.which("git") is None:
        return ""
    changed = "，还有没提交的改动" if _git(root, "status", "--porcelain", "--untracked-files=no") else ""
    number = _git(root, "rev-parse", "--short", "HEAD")
    return f"（提交 {number}{changed}）" if number else ""


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def names(number: str) -> tuple[str, str]:
    """File names of the setup and of the portable zip."""
    return f"xunion_desktop-{number}-setup.exe", f"xunion_desktop-{number}-portable.zip"


def megabytes(path: Path) -> float:
    """The size of a file or of all files in a folder."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink()) / 1e6


def main(arguments: Sequence[str] | None = None) -> int:
    """Setup, zip and sums into the folder for them."""
    grammar = Options(description="把冻结的程序做成安装程序、绿色版和校验和")
    grammar.needed.add_argument("program", type=Path, metavar="程序", help="冻结的程序的文件夹")
    grammar.needed.add_argument("dist", type=Path, metavar="文件夹", help="放在哪里")
    given = grammar.parse_args(arguments)
    hand_out(given.program, given.dist)
    return 0


def hand_out(program: Path, dist: Path) -> None:
    """Setup, zip and sums into ``dist``."""
    dist.mkdir(exist_ok=True)
    setup, portable = names(version())
    if releases.makensis():
        releases.make_setup(program, version(), dist / setup)
    else:
        print("没有找到 makensis，只做绿色版，不做安装程序。")
    releases.make_portable(program, version(), dist / portable)
    releases.write_sums(dist)
    print(f"做好了，在 {dist} 里。")


if __name__ == "__main__":
    sys.exit(main())
