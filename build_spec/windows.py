"""Build the Windows setup and the portable zip on Linux, and prove them under wine.

    python3 build_spec/windows.py              everything; setup, zip, sums and log in dist/
    python3 build_spec/windows.py --no-tests   build only
    python3 build_spec/windows.py --twice      make everything twice and see that the bytes are the same
    python3 build_spec/windows.py --rooms      what this machine's wine cannot do, in Debians of their own: pictures of
                                               the real window, and the setup that is handed out (other_wines.py)
    python3 build_spec/windows.py --work DIR   where the Windows Python, the wheels and the wine prefix are kept

Root on Debian installs what is missing, anybody else is told its names. A genuine Windows Python 3.11.9 is fetched and
its signatures checked; it installs the libraries of ``requirements-windows.lock`` by their sums, freezes the program,
runs the tests that need no window, and the frozen program is installed, run, upgraded and removed. What this cannot
prove is said at the end of the log.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from build_log import Failed, Log
from winbuild import Build

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NEEDED = {  # command: Debian package
    "wine": "wine wine64",
    "xvfb-run": "xvfb xauth",
    "makensis": "nsis",
    "osslsigncode": "osslsigncode",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
}
NOT_PROVEN = """没有证实：真正的 Windows（任何版本）；SmartScreen、Defender、360 的反应；真正的打印机和驱动的对话框；
高分屏缩放；输入法；系统字体（宋体、雅黑）的字形；深色模式；漫游的用户文件夹；杀毒软件锁住文件；旧硬盘上的启动时间。"""


def require_tools() -> str:
    """See that every tool is there; install the packages as root, else name them."""
    missing = [package for command, package in NEEDED.items() if shutil.which(command) is None]
    if not missing:
        return ""
    packages = " ".join(missing).split()
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Failed(f"缺少工具，请运行：sudo apt-get install {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], env=quiet, check=True)
    subprocess.run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages], env=quiet, check=True)
    return f"装了 {' '.join(packages)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do every step; 1 where one failed."""
    options = _grammar().parse_args(arguments)
    log = Log(ROOT / "dist" / "windows.log")
    try:
        log.step("工具", require_tools)
        build = Build(ROOT, options.work.resolve(), log)
        build.run(tests=not options.no_tests, twice=options.twice, rooms=options.rooms)
    except (Failed, subprocess.CalledProcessError) as fault:
        log.say(f"没有做成：{fault}")
        return 1
    log.say(NOT_PROVEN)
    return 0


def _grammar() -> argparse.ArgumentParser:
    grammar = argparse.ArgumentParser(description="在 Linux 上做 Windows 安装程序，并在 wine 里逐项证实")
    grammar.add_argument("--work", type=Path, default=ROOT / "build" / "windows", help="中间文件放在哪里")
    grammar.add_argument("--no-tests", action="store_true", help="只做，不证实")
    grammar.add_argument("--twice", action="store_true", help="做两遍，逐个文件对照")
    grammar.add_argument("--rooms", action="store_true", help="真窗口的图，真的装发出去的安装程序（要 debootstrap）")
    return grammar


if __name__ == "__main__":
    sys.exit(main())
