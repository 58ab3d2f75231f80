"""Build the Windows setup and the portable zip on Linux, and prove them under wine.

    python3 build_spec/windows.py              everything; setup, zip, sums and log in dist/
    python3 build_spec/windows.py --no-tests   build only
    python3 build_spec/windows.py --twice      make everything twice and see that the bytes are the same
    python3 build_spec/windows.py --rooms      what this machine's wine cannot do, in Debians of their own: pictures of
                                               the real window, and the setup that is handed out (other_wines.py)
    python3 build_spec/windows.py --work DIR   where the Windows Python, the wheels and the wine prefix are kept

Root on Debian installs what is missing, anybody else is told its names; without root the proofs on small disks are
left out, and that is said. A genuine Windows Python 3.11.9 is fetched and its signatures checked; it installs the
libraries of ``requirements-windows.lock`` by their sums, freezes the program, runs the tests that need no window, and
the frozen program is installed, run, upgraded and removed. What this cannot prove is said at the end of the log.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import proving
import tools
from build_log import FAULTS, Failed, Log, make_folder, told
from options import Options
from rooms import DEBIANS
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
ROOM, ROOMS_ROOM = 5, 7  # GB: what is made, and the two Debians
WHAT_IT_DOES = (
    "在 Linux 上做 Windows 安装程序和绿色版，并在 wine 里逐项证实。"
    "要网络：Windows 的 Python、锁定的库、Debian 的工具；没有网络的，在别处做一次，把 --work 里的 sdist、wheels 带来。"
    "要挂小磁盘的几项证实要 root；不是 root 就不做那几项，日志里说明。"
)
NOT_PROVEN = """没有证实：真正的 Windows（任何版本）；SmartScreen、Defender、360 的反应；真正的打印机和驱动的对话框；
高分屏缩放；输入法；系统字体（宋体、雅黑）的字形；深色模式；漫游的用户文件夹；杀毒软件锁住文件；旧硬盘上的启动时间。"""


def require_tools(*, rooms: bool) -> str:
    """See that every tool is there, and root where rooms are wanted."""
    if rooms and os.geteuid() != 0:
        raise Failed("--rooms 要 root（debootstrap、mount、chroot）：请用 sudo 再运行，或者不加 --rooms")
    return tools.require(NEEDED | (DEBIANS if rooms else {}))


def require_room(work: Path, *, rooms: bool) -> str:
    """See that the disk has room for everything that is made."""
    make_folder(work)
    needed = ROOM + (ROOMS_ROOM if rooms else 0)
    free = shutil.disk_usage(work).free / 1e9
    if not (work / "frozen").exists() and free < needed:
        raise Failed(f"磁盘空间不够：要 {needed} GB，只剩 {free:.1f} GB；可以用 --work 换到别的盘上")
    return f"剩 {free:.0f} GB"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do every step; 1 where one failed."""
    options = _grammar().parse_args(arguments)
    log = Log(ROOT / "dist" / "windows.log")
    try:
        log.step("工具", lambda: require_tools(rooms=options.rooms))
        log.step("磁盘", lambda: require_room(options.work, rooms=options.rooms))
        build = Build(ROOT, options.work.resolve(), log)
        build.run(tests=not options.no_tests, twice=options.twice, rooms=options.rooms)
    except FAULTS as fault:
        log.say(f"没有做成：{told(fault)}")
        return 1
    log.say("\n".join(filter(None, (NOT_PROVEN, proving.told(build.no_disks)))))
    return 0


def _grammar() -> Options:
    grammar = Options(description=WHAT_IT_DOES)
    work = ROOT / "build" / "windows"
    grammar.optional.add_argument("--work", type=Path, default=work, metavar="文件夹", help="中间文件放在哪里")
    for option, text in (
        ("--no-tests", "只做，不证实"),
        ("--twice", "做两遍，逐个文件对照"),
        ("--rooms", "真窗口的图，真的装发出去的安装程序（要 root 和 debootstrap）"),
    ):
        grammar.optional.add_argument(option, action="store_true", help=text)
    return grammar


if __name__ == "__main__":
    sys.exit(main())
