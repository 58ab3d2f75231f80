"""Folders that a setup is pointed at: what it takes, and what it refuses. Each proof returns "" or what went wrong."""

from __future__ import annotations

import shutil
import subprocess

from bench import NO_RIGHTS, NO_ROOM, Bench, disk
from wine_host import windows_path

CHINESE = r"C:\总工会 办公\工作台"
TOO_LONG = 170  # letters: with those of its own files Windows could not open it
OF_OTHERS = (  # what lies in a folder that the setup is pointed at
    ("other.exe", "_internal/base_library.zip"),  # another program made by PyInstaller
    ("other.exe", "_internal/forms/letter.txt"),
    ("_internal/mine.txt",),
    ("other.bat", "uninstall.exe"),
    ("~old/mine.txt",),
)


def refuses_a_full_disk(bench: Bench) -> str:
    """A disk with too little room keeps what it has."""
    with disk(bench.work / "full", "size=40m") as place, bench.wine.letter("f:", place):
        code = bench.install(bench.present, r"F:\工作台")
        left = list(place.rglob("*.exe"))
    return "" if code == NO_ROOM and not left else f"返回 {code}，留下 {len(left)} 个文件"


def refuses_a_folder_without_rights(bench: Bench) -> str:
    """A folder that cannot be written is named, with what to do: an empty one, and one with the program in it."""
    with disk(bench.work / "locked", "size=900m") as place:
        folder = windows_path(place / "工作台")
        first = bench.install(bench.present, folder)
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        over = bench.install(bench.present, folder)
        beside = bench.install(bench.present, windows_path(place / "另一个"))
        ran = bench.console("--version", folder=place / "工作台")
    right = (first, over, beside, ran[0]) == (0, NO_RIGHTS, NO_RIGHTS, 0)
    return "" if right else f"先装 {first}，再装 {over}，装到旁边 {beside}，程序 {ran}"


def refuses_a_long_path(bench: Bench) -> str:
    """A folder in which Windows could not open every file: refused before anything is written."""
    code = bench.install(bench.present, "C:\\" + "长" * TOO_LONG)
    left = list(bench.wine.drive.glob("长*"))
    return "" if code == NO_RIGHTS and not left else f"返回 {code}，留下 {left}"


def refuses_a_folder_of_another_program(bench: Bench) -> str:
    """A folder with something of others where ours would stand: refused, and every file of theirs is whole."""
    faults = [_left_alone(bench, *names) for names in OF_OTHERS]
    return "；".join(fault for fault in faults if fault)


def _left_alone(bench: Bench, *names: str) -> str:
    other = bench.wine.drive / "别的程序"
    shutil.rmtree(other, ignore_errors=True)
    files = sorted(other / name for name in names)
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    code = bench.install(bench.present, r"C:\别的程序")
    left = sorted(path for path in other.rglob("*") if path.is_file())
    return "" if code == NO_RIGHTS and left == files else f"{names}：返回 {code}，里面有 {left}"


def installs_under_chinese_names(bench: Bench) -> str:
    """A folder with Chinese and a space; the program prints from there, and is uninstalled without traces."""
    code = bench.install(bench.present, CHINESE)
    folder = bench.wine.drive / "总工会 办公" / "工作台"
    tested = bench.console("self-test", folder=folder)
    gone = bench.uninstall(folder)
    return "" if code == 0 and tested[0] == 0 and gone else f"安装返回 {code}，{tested}，卸载干净：{gone}"
