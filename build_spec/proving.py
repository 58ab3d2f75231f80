"""What the setup must do and must refuse, really done under wine. Each proof returns "" or what went wrong."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench import BROKEN_OFF, IN_PIECES, NEWER_IS_THERE, RUNNING, TOO_OLD, Bench, disk
from folders import (
    installs_under_chinese_names,
    refuses_a_folder_of_another_program,
    refuses_a_folder_without_rights,
    refuses_a_full_disk,
    refuses_a_long_path,
)
from holding import held
from releases import PORTABLE_FOLDER, copy_with, make_portable, make_setup
from wine_host import Wine, windows_path

STALE = "left_over.txt"
MADE = ("本子 甲", "总工会 办公", "别的程序")  # what the proofs make on C:
OLDER = "0.0.9"
VERSION_KEY = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"
WINDOWS_1803 = "17134"
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\xunion_desktop"
ENDING_KEY = r"HKCU\Software\Classes\.xunion"
OTHER = "another.program"  # what opened .xunion before us
OTHER_KEY = rf"HKCU\Software\Classes\{OTHER}"
OUR_KEYS = (UNINSTALL_KEY, ENDING_KEY, r"HKCU\Software\Classes\xunion.book", r"HKCU\Software\xunion")
LONG_ENOUGH = 20  # seconds in which a window that cannot live has died
BOTH = 2  # the practice county and the book
TROUBLE = 3  # what the program's command line returns where the world stands in the way
PARTS = ("_internal", "xunion_desktop.exe", "xunion-desktop.exe")
CLERK = "王经办"


def prepare(wine: Wine, program: Path, version: str, work: Path) -> Bench:
    """Make the two setups that the proofs need; what a run before left in this Windows goes."""
    old = copy_with(program, work / "older", STALE)
    older = make_setup(old, OLDER, work / "older-setup.exe", proving=True)
    present = make_setup(program, version, work / "present-setup.exe", proving=True)
    bench = Bench(wine, program, version, older, present, work)
    for place in (bench.home, bench.data, *(wine.drive / name for name in MADE)):
        shutil.rmtree(place, ignore_errors=True)
    for key in (*OUR_KEYS, OTHER_KEY):  # of a run that was broken off
        wine.run("reg", "delete", key, "/f")
    return bench


def installs(bench: Bench) -> str:
    """An older version is installed for the user, with its line in the list of programs, and runs."""
    code = bench.install(bench.older)
    shown = bench.wine.run("reg", "query", UNINSTALL_KEY).text
    start = list(bench.wine.drive.rglob("工会工作台.lnk"))
    ran = bench.console("--version")
    if code or ran[0]:
        return f"安装返回 {code}，程序返回 {ran}"
    return "" if OLDER in shown and start else "没有登记到“应用和功能”，或没有快捷方式"


def makes_a_book(bench: Bench) -> str:
    """The installed program makes a book with people in it and finds nothing wrong with it."""
    made = bench.console("demo", "--branches", "20", "--book", r"C:\本子 甲")
    checked = bench.console("check", "--book", r"C:\本子 甲")
    return "" if made[0] == checked[0] == 0 else f"{made} {checked}"


def opens_a_book_by_double_click(bench: Bench) -> str:
    """A .xunion file is told to open with the program."""
    shown = bench.wine.run("reg", "query", r"HKCU\Software\Classes\xunion.book\shell\open\command").text
    return "" if 'xunion_desktop.exe" --book "%1"' in shown else shown


def refuses_while_running(bench: Bench) -> str:
    """While the program's window is open nothing is installed over it and nothing uninstalled."""
    with bench.open_window() as stays_open:
        code = bench.wine.run(bench.present, "/S").code
        gone = bench.wine.run(bench.home / "uninstall.exe", "/S", f"_?={bench.home_in_windows}").code
        ran = stays_open(0)
    whole = bench.console("--version")[0] == 0 and (bench.home / "_internal" / STALE).exists()
    right = code == gone == RUNNING and ran and whole
    return "" if right else f"安装返回 {code}，卸载返回 {gone}，程序还开着：{ran}，程序完好：{whole}"


def keeps_the_old_where_a_part_is_held(bench: Bench) -> str:
    """Somebody holds an old part, then a new one: each time the older version is whole again."""
    faults = [
        _held_up(bench, BROKEN_OFF, "xunion_desktop.exe"),
        _held_up(bench, BROKEN_OFF, "_internal"),
        _held_up(bench, BROKEN_OFF, "~new/xunion-desktop.exe"),
    ]
    return "；".join(fault for fault in faults if fault)


def tells_a_half_upgrade(bench: Bench) -> str:
    """Where the older version cannot come back that is said, and the next run puts it together, even if it fails."""
    told = _held_up(bench, IN_PIECES, "~new/xunion-desktop.exe", "~old/_internal")
    return told or _held_up(bench, BROKEN_OFF, "~new/xunion-desktop.exe")


def _held_up(bench: Bench, code: int, *parts: str) -> str:
    """What is wrong after a setup that finds these parts held by another program, and should end with ``code``."""
    with held(bench.wine, *(bench.home / part for part in parts)):
        got = bench.wine.run(bench.present, "/S").code
    bench.wine.settle()
    standing = [part for part in PARTS if (bench.home / part).exists()]
    left = sorted(path.name for path in bench.home.glob("~old*"))  # what is held in ~new cannot go
    whole = len(standing) == len(PARTS) and not left and (bench.home / "_internal" / STALE).exists()
    runs = whole and bench.console("--version") == (0, bench.version)
    right = got == code and runs == (code == BROKEN_OFF)
    return "" if right else f"占着 {parts}：返回 {got}，在的有 {standing}，留下 {left}，旧版能用：{runs}"


def upgrades(bench: Bench) -> str:
    """The present version takes the older one's place; its stale files go, the book stays and opens."""
    code = bench.install(bench.present)
    stale = (bench.home / "_internal" / STALE).exists() or (bench.home / "~old").exists()
    checked = bench.console("check", "--book", r"C:\本子 甲")
    shown = bench.wine.run("reg", "query", UNINSTALL_KEY).text
    right = code == 0 and not stale and checked[0] == 0 and bench.version in shown
    return "" if right else f"安装返回 {code}，旧文件还在：{stale}，{checked}"


def refuses_to_go_back(bench: Bench) -> str:
    """An older setup over a newer version: refused, and the newer one is whole."""
    code = bench.install(bench.older)
    ran = bench.console("--version")
    right = code == NEWER_IS_THERE and ran == (0, bench.version) and not (bench.home / "_internal" / STALE).exists()
    return "" if right else f"安装返回 {code}，程序返回 {ran}"


def refuses_a_damaged_setup(bench: Bench) -> str:
    """One flipped byte in the setup, and nothing is touched."""
    content = bytearray(bench.present.read_bytes())
    content[len(content) // 2] ^= 1
    damaged = bench.work / "damaged-setup.exe"
    damaged.write_bytes(content)
    code = bench.install(damaged)
    return "" if code and bench.console("--version")[0] == 0 else f"损坏的安装程序返回 {code}"


def refuses_an_old_windows(bench: Bench) -> str:
    """Windows 8.1 is told what is needed, and so is a Windows 10 of before 1809."""
    bench.wine.run("winecfg", "-v", "win81")
    try:
        eight = bench.install(bench.present)
        bench.wine.run("winecfg", "-v", "win10")
        bench.wine.run("reg", "add", VERSION_KEY, "/v", "CurrentBuildNumber", "/d", WINDOWS_1803, "/f")
        bench.wine.settle()
        ten = bench.install(bench.present)
    finally:
        bench.wine.run("winecfg", "-v", "win10")
        bench.wine.settle()
    now = bench.install(bench.present)
    return "" if (eight, ten, now) == (TOO_OLD, TOO_OLD, 0) else f"8.1 返回 {eight}，1803 返回 {ten}，现在返回 {now}"


def uninstalls(bench: Bench) -> str:
    """Program, shortcuts and registry go; the books stay."""
    bench.install(bench.present)
    gone = bench.uninstall(bench.home)
    links = list(bench.wine.drive.rglob("工会工作台.lnk"))
    book = list((bench.wine.drive / "本子 甲").glob("*.xunion"))
    keys = [key for key in OUR_KEYS if bench.wine.run("reg", "query", key).code == 0]
    right = gone and not links and book and not keys
    return "" if right else f"程序没有了：{gone}，快捷方式 {len(links)}，本子 {len(book)}，注册表里还有 {keys}"


def tells_what_uninstalling_left(bench: Bench) -> str:
    """Files that another program holds stay at uninstalling: that is told, and the next setup mends it."""
    bench.install(bench.present)
    with held(bench.wine, bench.home / "_internal", bench.home / "_internal" / "base_library.zip"):
        code = bench.wine.run(bench.home / "uninstall.exe", "/S", f"_?={bench.home_in_windows}").code
    bench.wine.settle()
    again = bench.install(bench.present)
    gone = bench.uninstall(bench.home)
    return "" if (code, again, gone) == (BROKEN_OFF, 0, True) else f"卸载返回 {code}，再装 {again}，卸载干净：{gone}"


def gives_the_double_click_back(bench: Bench) -> str:
    """Another program that opened .xunion before opens it again after we have gone, unless it went before us."""
    bench.wine.run("reg", "add", OTHER_KEY + r"\shell\open\command", "/ve", "/d", "other.exe", "/f")
    bench.wine.run("reg", "add", ENDING_KEY, "/ve", "/d", OTHER, "/f")
    bench.install(bench.present)
    ours = bench.wine.run("reg", "query", ENDING_KEY, "/ve").text
    bench.install(bench.present)  # once more over itself: what was noted stays
    bench.uninstall(bench.home)
    back = bench.wine.run("reg", "query", ENDING_KEY, "/ve").text
    bench.install(bench.present)
    bench.wine.run("reg", "delete", OTHER_KEY, "/f")
    bench.uninstall(bench.home)
    gone = bench.wine.run("reg", "query", ENDING_KEY, "/ve").text
    bench.wine.run("reg", "delete", ENDING_KEY, "/f")
    right = "xunion.book" in ours and OTHER in back and OTHER not in gone and "xunion.book" not in gone
    return "" if right else f"装着时：{ours}，卸载后：{back}，那个程序先卸载了的：{gone}"


def serves_a_chinese_user(bench: Bench) -> str:
    """A user 王经办: installed, opened for the first time, proved, a book made and read, uninstalled."""
    wine = Wine(bench.work / "clerk", CLERK)
    wine.set_up()
    clerk = replace(bench, wine=wine)
    code = clerk.install(clerk.present)
    opened = _opens_its_window(clerk)
    tested = clerk.console("self-test")
    book = rf"C:\users\{CLERK}\Contacts\本子 甲"
    made = clerk.console("demo", "--branches", "20", "--book", book)
    checked = clerk.console("check", "--book", book)
    gone = clerk.uninstall(clerk.home)
    kept = [*wine.local.glob("xunion/xunion_desktop/practice/*/*.xunion"), *wine.drive.rglob("本子 甲.xunion")]
    right = code == tested[0] == made[0] == checked[0] == 0 and not opened and gone and len(kept) == BOTH
    return (
        "" if right else f"安装返回 {code}，{opened}，{tested}，{made}，{checked}，卸载干净：{gone}，留下本子：{kept}"
    )


def _opens_its_window(bench: Bench) -> str:
    """Open the window on the practice county; what went wrong, "" if it stays and the county can be read afterwards."""
    with bench.open_window() as stays_open:
        lives = stays_open(LONG_ENOUGH)
    log = bench.data / "logs" / "xunion.log"
    told = log.read_text(encoding="utf-8") if log.exists() else "CRITICAL 没有日志"
    checked = bench.console("check", "--book", windows_path(bench.data / "practice" / "练习县"))
    right = lives and "CRITICAL" not in told and checked[0] == 0
    return "" if right else f"窗口一直开着：{lives}，日志：{told[-500:]}，{checked}"


def updates_the_portable_one(bench: Bench) -> str:
    """绿色版: the next version is unpacked over it, the old one's folder deleted: the book and all data are there."""
    with disk(bench.work / "portable", "size=900m") as stick:
        data = stick / PORTABLE_FOLDER / "data"
        book = windows_path(data / "books" / "县")
        made = bench.console("demo", "--branches", "20", "--book", book, folder=_unpacked(bench, OLDER, stick))
        noted = sorted(path.name for path in data.iterdir())
        present = _unpacked(bench, bench.version, stick)
        shutil.rmtree(stick / PORTABLE_FOLDER / f"程序-{OLDER}")
        checked = bench.console("check", "--book", book, folder=present)
        bench.wine.settle()
    right = made[0] == checked[0] == 0 and "replicas" in noted
    return "" if right else f"{made} {checked}，data 里有 {noted}"


def _unpacked(bench: Bench, version: str, place: Path) -> Path:
    """Unpack the portable zip of a version here, every one with the present program; the folder of the program."""
    packed = make_portable(bench.program, version, bench.work / "portable.zip", proving=True)
    shutil.unpack_archive(packed, place)
    return place / PORTABLE_FOLDER / f"程序-{version}"


def works_from_a_read_only_stick(bench: Bench) -> str:
    """A book on a stick that cannot be written: a sentence, no crash (the portable program does the asking)."""
    source = bench.wine.drive / "本子 甲"
    with disk(bench.work / "stick", "size=100m") as place:
        shutil.copytree(source, place / "本子 甲")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        answer = bench.wine.run(
            bench.program / "xunion-desktop.exe", "check", "--book", windows_path(place / "本子 甲")
        )
    told = answer.code == TROUBLE and "没有读写" in answer.text and answer.text.count("\n") == 0
    return "" if told else f"返回 {answer.code}：{answer.text}"


PROOFS: dict[str, Callable[[Bench], str]] = {
    "静默安装到当前用户（没有管理员权限的位置）": installs,
    "装好的程序建本子、查本子": makes_a_book,
    "双击 .xunion 打开（登记，没有真的双击）": opens_a_book_by_double_click,
    "程序运行时拒绝安装和卸载": refuses_while_running,
    "升级时旧的、新的文件被别的程序占着：旧版照样完好": keeps_the_old_where_a_part_is_held,
    "旧版放不回去：照实说，下一次运行先拼好": tells_a_half_upgrade,
    "旧版之上升级：旧文件清掉，本子保留": upgrades,
    "新版之上装旧版：拒绝，新版完好": refuses_to_go_back,
    "损坏的安装程序不动任何东西": refuses_a_damaged_setup,
    "Windows 8.1、Windows 10 1803 上拒绝": refuses_an_old_windows,
    "磁盘满时拒绝": refuses_a_full_disk,
    "文件夹不能写时拒绝": refuses_a_folder_without_rights,
    "文件夹的路径太长时拒绝": refuses_a_long_path,
    "文件夹里有别的程序时拒绝，不动它": refuses_a_folder_of_another_program,
    "中文带空格的路径：安装、自检、卸载": installs_under_chinese_names,
    "卸载干净，本子保留": uninstalls,
    "卸载时有文件被别的程序占着：照实说，再装再卸就干净": tells_what_uninstalling_left,
    "原来用别的程序打开 .xunion 的，卸载后还给它（它还在的话）": gives_the_double_click_back,
    "中文用户名：安装、第一次打开窗口、自检、建本子、卸载": serves_a_chinese_user,
    "绿色版：建本子，新版解在原处，删掉旧版，本子还在": updates_the_portable_one,
    "只读优盘上的本子": works_from_a_read_only_stick,
}
ON_SMALL_DISKS = (
    refuses_a_full_disk,
    refuses_a_folder_without_rights,
    updates_the_portable_one,
    works_from_a_read_only_stick,
)


def left_out(no_disks: str) -> list[str]:
    """The proofs that cannot be made where no small disks can be mounted, for this reason; "" = they can."""
    return [title for title, proof in PROOFS.items() if no_disks and proof in ON_SMALL_DISKS]


def told(no_disks: str) -> str:
    """Which proofs are left out, and why; "" where all are made."""
    titles = left_out(no_disks)
    if not titles:
        return ""
    return f"没有做这 {len(titles)} 项证实，它们要 root 来挂小磁盘（现在{no_disks}）：{'；'.join(titles)}"
