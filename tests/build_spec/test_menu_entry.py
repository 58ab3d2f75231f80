"""The menu entry of the .deb: what a desktop makes of its Exec line, with a clicked book and without one."""

import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from linux import DESKTOP

from xunion_desktop.commands import grammar

PROGRAM = "/opt/apps/cn.xunion.desktop/files/xunion_desktop"


def started(book: str = "") -> list[str]:
    """The arguments that the entry's Exec line gives the program: the field code %f vanishes where no file is meant."""
    line = next(line for line in DESKTOP.splitlines() if line.startswith("Exec="))
    program, *arguments = shlex.split(line.removeprefix("Exec="))
    assert program == PROGRAM
    return [book if argument == "%f" else argument for argument in arguments if book or argument != "%f"]


def test_the_menu_opens_the_window():
    options = grammar.read(started())
    assert (options.command, options.book) == (None, "")


def test_a_double_click_opens_the_book():
    book = "/home/王/文档/兴县 总工会/兴县 总工会.xunion"
    assert grammar.read(started(book)).book == book


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="没有 desktop-file-validate")
def test_the_entry_is_as_the_desktops_agreed(tmp_path):
    entry = tmp_path / "cn.xunion.desktop.desktop"
    entry.write_text(DESKTOP, encoding="utf-8")
    told = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("gio") is None, reason="没有 gio")
@pytest.mark.parametrize("book", ["", "兴县 总工会.xunion"])
def test_a_real_desktop_starts_it_so(tmp_path, book):
    wanted = [str(tmp_path / book)] if book else []
    program, told = tmp_path / "program", tmp_path / "told"
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{told}~' && mv '{told}~' '{told}'\n", encoding="utf-8")
    program.chmod(0o755)
    entry = tmp_path / "entry.desktop"
    entry.write_text(DESKTOP.replace(PROGRAM, str(program)), encoding="utf-8")
    for path in wanted:
        Path(path).touch()
    subprocess.run(["gio", "launch", str(entry), *wanted], check=True, capture_output=True)
    assert heard(told).splitlines() == (wanted or [""])


def heard(told: Path) -> str:
    """What the program was given, as soon as it has said so."""
    for _ in range(100):
        if told.exists():
            return told.read_text(encoding="utf-8")
        time.sleep(0.1)
    return "没有启动"
