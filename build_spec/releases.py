"""What is handed out: the setup, the portable zip and their sums; the same bytes from the same source."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
EPOCH = 1700000000
MOMENT = (2023, 11, 14, 22, 13, 20)  # EPOCH as a zip knows it
PORTABLE = "portable.txt"
PORTABLE_FOLDER = "工会工作台绿色版"  # the same for every version: a new one is unpacked over the old one
PORTABLE_TEXTS = {  # what stands beside the folders of the program
    PORTABLE: "这是绿色版：本子、备份、设置和日志都放在旁边的 data 文件夹里。请不要删除这个文件。\n",
    "怎样打开和更新.txt": """工会工作台绿色版

打开：双击“程序-{version}”里的 xunion_desktop.exe。
本子、备份、设置和日志都在 data 文件夹里，不在程序里。

更新：把新版的 zip 解到原来的地方，让两个“工会工作台绿色版”文件夹合成一个，里面会多出一个“程序-新版本号”。
打开新版，看到原来的本子，就可以把旧的“程序-旧版本号”删掉。
新版没有看到原来的本子，是解到别处去了：先不要删任何东西，把原来的 data 文件夹整个移到新的“工会工作台绿色版”里。

不要删除 data 文件夹，里面是本子和它的备份，删了就没有了。
优盘会坏、会丢，请在另一处再备份一份（设置 → 备份与恢复 → 第二处）。
""",
    "data/不要删除：这里是本子和备份.txt": "绿色版的本子、备份、设置和日志都在这个文件夹里，删了就没有了。\n",
}
PORTABLE_INSIDE = "这是绿色版：本子、备份、设置和日志都放在上一层的 data 文件夹里。请不要删除这个文件。\n"


def makensis() -> str:
    """The compiler of setups: on the path, or where NSIS installs itself on Windows, which puts it on no path."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return shutil.which("makensis") or (str(usual) if usual.is_file() else "")


def date_alike(folder: Path) -> None:
    """Give every file the same time, so that it does not change the setup."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            os.utime(path, (EPOCH, EPOCH))


def make_setup(program: Path, version: str, target: Path, *, proving: bool = False) -> Path:
    """The setup of a frozen program. For proving it is packed quickly and needs no 32-bit wine."""
    date_alike(program)
    options = [f"-DVERSION={version}", f"-DSOURCE={program.resolve()}", f"-DOUT={target.resolve()}"]
    options += [f"-DLONGEST={longest(program)}"]
    options += ["-DAMD64", "-DFAST"] if proving else []
    command = [makensis(), "-V2", "-INPUTCHARSET", "UTF8", *options, str(HERE / "installer.nsi")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return target


def longest(program: Path) -> int:
    """How many letters the longest place of a file in the program's folder has: Windows opens it only up to 259."""
    return max(len(path.relative_to(program).as_posix()) for path in program.rglob("*"))


def make_portable(program: Path, version: str, target: Path, *, proving: bool = False) -> Path:
    """The portable zip (绿色版): one folder for all versions, in it a folder of the program with its version.

    The marks keep all data in the one folder, beside those of the program (see ``basics/places.py``).
    """
    inside = f"{PORTABLE_FOLDER}/程序-{version}"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if proving else 9) as packed:
        for path in sorted(path for path in program.rglob("*") if path.is_file()):
            _add(packed, f"{inside}/{path.relative_to(program).as_posix()}", path.read_bytes())
        _add(packed, f"{inside}/{PORTABLE}", _as_windows_reads(PORTABLE_INSIDE))
        for name, text in PORTABLE_TEXTS.items():
            _add(packed, f"{PORTABLE_FOLDER}/{name}", _as_windows_reads(text.replace("{version}", version)))
    return target


def _as_windows_reads(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, content)


def write_sums(folder: Path) -> Path:
    """SHA256SUMS of everything in the folder, as ``sha256sum -c`` reads it."""
    sums = folder / "SHA256SUMS"
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix in (".exe", ".zip", ".deb"))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    sums.write_text("".join(lines), encoding="utf-8")
    return sums


def copy_with(program: Path, target: Path, stale: str) -> Path:
    """A copy of the program with one more file: stands for an older version, whose files must go at an upgrade."""
    shutil.copytree(program, target, dirs_exist_ok=True)
    (target / "_internal" / stale).write_text("old", encoding="ascii")
    return target
