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
PORTABLE_TEXT = "有这个文件，本子、设置和日志就都放在旁边的 data 文件夹里（绿色版）。\r\n"


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
    options += ["-DAMD64", "-DFAST"] if proving else []
    command = [makensis(), "-V2", "-INPUTCHARSET", "UTF8", *options, str(HERE / "installer.nsi")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return target


def make_portable(program: Path, version: str, target: Path) -> Path:
    """The portable zip (绿色版): one folder, with the mark that keeps all data beside the program."""
    folder = f"工会工作台-{version}"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in program.rglob("*") if path.is_file()):
            _add(packed, f"{folder}/{path.relative_to(program).as_posix()}", path.read_bytes())
        _add(packed, f"{folder}/{PORTABLE}", PORTABLE_TEXT.encode("utf-8-sig"))
    return target


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
