"""Pictures of the installed program's real window, made under wine 10 in a Debian 13 of its own.

    python3 build_spec/real_window.py [--setup FILE] [--room DIR] [--pictures DIR]

Wine 8 of Debian 12 opens no window of Qt 6, wine 10 of Debian 13 does; it is not mixed into this machine. Root makes a
Debian 13 in a folder (once; 1.5 GB, two minutes; needs debootstrap and a Debian mirror), installs the 64-bit setup that
``windows.py`` leaves for its proofs as a user 王经办, and walks with real keys through the first run, the log-in and
the practice county. No Chinese font is there, so the window shows its own. Somebody has to look at the pictures.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from build_log import Failed

ROOT = Path(__file__).resolve().parents[1]
SUITE = "trixie"
PACKAGES = "wine wine64 xvfb xauth xdotool imagemagick"
FEWEST_COLOURS = 100  # a picture with fewer shows no window
SHOTS = ("first", "password", "backups", "sheet", "login", "logged_in", "practice", "branches", "documents")
WALK = r"""
set -u
export HOME=/walk/home WINEPREFIX=/walk/prefix USER=王经办 LOGNAME=王经办 LC_ALL=C.UTF-8
export WINEDEBUG=-all WINEDLLOVERRIDES=winemenubuilder.exe=d
rm -rf $HOME $WINEPREFIX; mkdir -p $HOME
shot() { sleep $2; import -window root /walk/pictures/$1.png; }
keys() { for key in "$@"; do xdotool key $key; sleep 1; done; }
program='C:\users\王经办\AppData\Local\Programs\xunion_desktop\xunion_desktop.exe'
open() {
  wine explorer /desktop=office,1366x768 "$program" "$@" </dev/null >/dev/null 2>&1 &
  for second in $(seq 1 60); do sleep 1; xdotool search --name 工会工作台 >/dev/null 2>&1 && return; done
}
shut() { wineserver -k; wineserver -w; }
wineboot -i; wine winecfg -v win10; wineserver -w
wine /walk/setup.exe /S || exit 1
wineserver -w
open; shot first 8
keys Return; xdotool type wang; keys Return; xdotool type gonghui2026; keys Return; xdotool type gonghui2026
shot password 2
keys Return; shot backups 3
keys Return; shot sheet 15
shut
open; shot login 10
xdotool type gonghui2026; keys Return; shot logged_in 10
shut
open --demo; shot practice 25
keys ctrl+Next; shot branches 10
keys ctrl+Next; shot documents 10
shut
"""


def pictures(room: Path, setup: Path, target: Path) -> str:
    """Make the pictures; a sentence. Failed where one shows no window."""
    _demand(setup)
    make_room(room)
    walk = room / "walk"
    shutil.rmtree(walk, ignore_errors=True)
    (walk / "pictures").mkdir(parents=True)
    shutil.copy(setup, walk / "setup.exe")
    (walk / "walk.sh").write_text(WALK, encoding="utf-8")
    with alive(room):
        screen = ("xvfb-run", "-a", "-s", "-screen 0 1366x768x24")
        subprocess.run(["chroot", str(room), *screen, "bash", "/walk/walk.sh"], check=False, capture_output=True)
        empty = [name for name in SHOTS if _colours(room, name) < FEWEST_COLOURS]
    if empty:
        raise Failed(f"没有拍到窗口：{'、'.join(empty)}")
    target.mkdir(parents=True, exist_ok=True)
    for name in SHOTS:
        shutil.copy(walk / "pictures" / f"{name}.png", target)
    return f"{len(SHOTS)} 张，在 {target.name}，要有人看"


def _demand(setup: Path) -> None:
    if shutil.which("debootstrap") is None or os.geteuid() != 0:
        raise Failed("拍真窗口的图要 root 和 debootstrap：sudo apt-get install debootstrap")
    if not setup.exists():
        raise Failed(f"没有 {setup}，先运行 python3 build_spec/windows.py")


def make_room(room: Path) -> None:
    """Make the Debian 13 with wine 10, where it is not there yet."""
    if (room / "usr" / "bin" / "xdotool").exists():
        return
    shutil.rmtree(room, ignore_errors=True)
    _quietly("debootstrap", "--variant=minbase", "--include=ca-certificates", SUITE, str(room))
    with alive(room):
        install = f"apt-get -qq update && apt-get -qq install -y --no-install-recommends {PACKAGES}"
        _quietly("chroot", str(room), "sh", "-c", f"export DEBIAN_FRONTEND=noninteractive; {install}")


@contextmanager
def alive(room: Path) -> Iterator[None]:
    """/proc and /dev of this machine inside the room."""
    places = {room / "proc": ("-t", "proc", "proc"), room / "dev": ("--bind", "/dev")}
    for place, what in places.items():
        subprocess.run(["mount", *what, str(place)], check=True)
    try:
        yield
    finally:
        for place in places:
            subprocess.run(["umount", "-l", str(place)], check=False)


def _quietly(*command: str) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
    if done.returncode:
        raise Failed(f"{command[0]}：{(done.stdout + done.stderr)[-1000:]}")


def _colours(room: Path, name: str) -> int:
    command = ["chroot", str(room), "identify", "-format", "%k", f"/walk/pictures/{name}.png"]
    said = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    return int(said) if said.isdigit() else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pictures of a setup that is there."""
    grammar = argparse.ArgumentParser(description="在 wine 10 里拍装好的程序的真窗口")
    work = ROOT / "build" / "windows"
    grammar.add_argument("--setup", type=Path, default=work / "proofs" / "present-setup.exe", help="64 位的安装程序")
    grammar.add_argument("--room", type=Path, default=work / "wine10", help="Debian 13 放在哪里")
    grammar.add_argument("--pictures", type=Path, default=ROOT / "dist" / "pictures", help="图放在哪里")
    options = grammar.parse_args(arguments)
    try:
        print(pictures(options.room.resolve(), options.setup, options.pictures))
    except Failed as fault:
        print(fault)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
