"""Wine that this machine does not have: pictures of the real window, and the setup that is handed out really run.

    python3 build_spec/other_wines.py [--setup FILE] [--room DIR] [--pictures DIR]

Wine 8 of Debian 12 opens no window of Qt 6, wine 10 of Debian 13 does. In a Debian 13 of its own (``rooms.py``) the
64-bit setup that ``windows.py`` leaves for its proofs is installed by a user 王经办, who walks with real keys through
the first run, the log-in and the practice county. No Chinese font is there, so the window shows its own. Somebody has
to look at the pictures. The setup that is handed out is a 32-bit program; a Debian 12 of its own has the wine for it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from build_log import Failed
from options import Options
from rooms import Room
from wine_host import RANDOM

ROOT = Path(__file__).resolve().parents[1]
FEWEST_COLOURS = 100  # a picture with fewer shows no window
SHOTS = ("first", "password", "backups", "sheet", "login", "logged_in", "practice", "branches", "documents")
WINDOWS = r"""
set -u
export HOME=/work/home WINEPREFIX=/work/prefix USER=王经办 LOGNAME=王经办 LC_ALL=C.UTF-8
export WINEDEBUG=-all WINEDLLOVERRIDES=winemenubuilder.exe=d
mkdir -p $HOME
home=$WINEPREFIX/drive_c/users/王经办/AppData/Local/Programs/xunion_desktop
wineboot -i; wine winecfg -v win10; wineserver -w
"""
PICTURES = r"""
shot() { sleep $2; import -window root /work/pictures/$1.png; }
keys() { for key in "$@"; do xdotool key $key; sleep 1; done; }
program='C:\users\王经办\AppData\Local\Programs\xunion_desktop\xunion_desktop.exe'
open() {
  wine explorer /desktop=office,1366x768 "$program" "$@" </dev/null >/dev/null 2>&1 &
  for second in $(seq 1 60); do sleep 1; xdotool search --name 工会工作台 >/dev/null 2>&1 && return; done
}
shut() { wineserver -k; wineserver -w; }
wine /work/setup.exe /S || exit 1
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
HANDED_OUT = rf"""
cp /work/{RANDOM} $WINEPREFIX/drive_c/windows/system32/
wine /work/setup.exe /S || exit 10
wineserver -w
wine "$home/xunion-desktop.exe" self-test </dev/null 2>&1 | cat; [ ${{PIPESTATUS[0]}} = 0 ] || exit 11
wine "$home/uninstall.exe" /S; wineserver -w
[ ! -e "$home" ] || exit 12
for disk in wide:3t:0 narrow:40m:4; do
  IFS=: read name size code <<< $disk
  mkdir /work/$name; mount -t tmpfs -o size=$size tmpfs /work/$name
  ln -sfn /work/$name $WINEPREFIX/dosdevices/f:
  wine /work/setup.exe /S '/D=F:\xunion'; got=$?; wineserver -w
  umount -l /work/$name
  [ $got = $code ] || exit 13
done
"""
FAULTS = {10: "没有装上", 11: "装好的程序自检没有通过", 12: "没有卸干净", 13: "大盘、小盘认错了"}


def window_room(folder: Path) -> Room:
    """Where a window can be shown and photographed."""
    return Room(folder, "trixie", "wine wine64 xvfb xauth xdotool imagemagick")


def setup_room(folder: Path) -> Room:
    """Where a 32-bit program of Windows runs."""
    return Room(folder, "bookworm", "wine wine64 wine32:i386 xvfb xauth", foreign="i386")


def pictures(room: Room, setup: Path, target: Path) -> str:
    """Make the pictures; a sentence. Failed where one shows no window."""
    _demand(setup)
    (room.prepare() / "pictures").mkdir()
    shutil.copy(setup, room.work / "setup.exe")
    room.walk(WINDOWS + PICTURES)
    empty = [name for name in SHOTS if _colours(room, name) < FEWEST_COLOURS]
    if empty:
        raise Failed(f"没有拍到窗口：{'、'.join(empty)}")
    target.mkdir(parents=True, exist_ok=True)
    for name in SHOTS:
        shutil.copy(room.work / "pictures" / f"{name}.png", target)
    return f"{len(SHOTS)} 张，在 {target.name}，要有人看"


def _colours(room: Room, name: str) -> int:
    said = room.run("identify", "-format", "%k", f"/work/pictures/{name}.png").stdout
    return int(said) if said.isdigit() else 0


def handed_out(room: Room, setup: Path, random: Path) -> str:
    """Install the setup that is handed out, let the program prove itself, uninstall; a sentence, or Failed."""
    _demand(setup)
    room.prepare()
    shutil.copy(setup, room.work / "setup.exe")
    shutil.copy(random, room.work / RANDOM)
    done = room.walk(WINDOWS + HANDED_OUT)
    if done.returncode:
        raise Failed(f"{FAULTS.get(done.returncode, '没有做成')}：{(done.stdout + done.stderr)[-1000:]}")
    return "装上、自检、卸载，用户名是中文；3 TB 的盘装得上，40 MB 的盘拒绝"


def _demand(setup: Path) -> None:
    if not setup.exists():
        raise Failed(f"没有 {setup}，先运行 python3 build_spec/windows.py")


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pictures of a setup that is there."""
    grammar = Options(description="在 wine 10 里拍装好的程序的真窗口")
    work = ROOT / "build" / "windows"
    for option, usual, told in (
        ("--setup", work / "proofs" / "present-setup.exe", "64 位的安装程序"),
        ("--room", work / "debian13", "Debian 13 放在哪里"),
        ("--pictures", ROOT / "dist" / "pictures", "图放在哪里"),
    ):
        grammar.optional.add_argument(option, type=Path, default=usual, metavar="路径", help=told)
    options = grammar.parse_args(arguments)
    try:
        print(pictures(window_room(options.room.resolve()), options.setup, options.pictures))
    except Failed as fault:
        print(fault)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
