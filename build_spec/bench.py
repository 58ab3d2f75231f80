"""The bench that the proofs share: an installed program under wine, its window held open, a small disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_log import Failed
from wine_host import Wine, windows_path

# What a setup that is run silently returns, as installer.nsi says
BROKEN_OFF, TOO_OLD, NO_ROOM, RUNNING, NO_RIGHTS, IN_PIECES, NEWER_IS_THERE = 2, 3, 4, 5, 6, 7, 8
PATIENCE = 300  # seconds for a window under wine, on a machine that does much else


@dataclass(frozen=True)
class Bench:
    """What the proofs share: the wine, the frozen program, an older and the present setup."""

    wine: Wine
    program: Path
    version: str
    older: Path
    present: Path
    work: Path

    @property
    def home(self) -> Path:
        """Where the setup puts the program by itself."""
        return self.wine.local / "Programs" / "xunion_desktop"

    @property
    def home_in_windows(self) -> str:
        """The same place as Windows names it."""
        return rf"C:\users\{self.wine.user}\AppData\Local\Programs\xunion_desktop"

    @property
    def data(self) -> Path:
        """Where the program keeps the clerk's data."""
        return self.wine.local / "xunion" / "xunion_desktop"

    def console(self, *arguments: str, folder: Path | None = None) -> tuple[int, str]:
        """Run the installed program's command line."""
        answer = self.wine.run((folder or self.home) / "xunion-desktop.exe", *arguments)
        return answer.code, answer.text

    def install(self, setup: Path, folder: str = "") -> int:
        """Run a setup silently; its exit code."""
        place = f" /D={folder}" if folder else ""
        code = self.wine.command(f"{windows_path(setup)} /S{place}").code
        self.wine.settle()
        return code

    def uninstall(self, folder: Path) -> bool:
        """Run the uninstaller as Windows does; whether the program's folder is gone afterwards."""
        self.wine.run(folder / "uninstall.exe", "/S")  # goes on from a copy of itself, so its code says nothing
        self.wine.settle()
        return not folder.exists()

    @contextmanager
    def open_window(self) -> Iterator[Callable[[float], bool]]:
        """The installed program with its practice county, open until this is over: whether it stays so long (seconds).

        Nothing ends it by itself, so what is done meanwhile is done over a running program, however busy the machine.
        """
        practice = self.data / "practice"
        shutil.rmtree(practice, ignore_errors=True)  # of a window before: it would say that this one is open
        with self.wine.start_without_screen(rf"{self.home_in_windows}\xunion_desktop.exe", "--demo") as program:
            try:
                _wait_for(practice / "练习县" / "练习县.xunion", program)
                yield lambda seconds: not _ends_within(program, seconds)
            finally:
                self.wine.stop()
                program.wait(60)
                self.wine.settle()


def _wait_for(place: Path, program: subprocess.Popen[bytes]) -> None:
    """Wait until a program that was started has made this; under wine it can tell us only by a file."""
    latest = time.monotonic() + PATIENCE
    while not place.exists():
        if program.poll() is not None or time.monotonic() > latest:
            raise Failed(f"有窗口的程序没有打开：{place.name} 没有做出来")
        time.sleep(0.1)  # it takes seconds: asking more often would only slow it down


def _ends_within(program: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether a program that should stay open ends by itself."""
    try:
        program.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


@contextmanager
def disk(place: Path, options: str) -> Iterator[Path]:
    """A small disk of its own, mounted here."""
    place.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=False)
    if mounted.returncode:
        raise Failed(f"挂不了小磁盘 {place.name}，原因见上面一行")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def no_disks() -> str:
    """Why no small disk can be mounted here; "" where it can, which is really tried."""
    if os.geteuid() != 0:
        return "不是 root"
    with tempfile.TemporaryDirectory() as folder:
        try:
            with disk(Path(folder), "size=1m"):
                return ""
        except Failed:
            return "是 root，但不许挂载，像是在容器里"
