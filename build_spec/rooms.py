"""Rooms: a Debian of its own in a folder, for a wine that this machine does not have and must not be mixed with.

Root makes it once with debootstrap from a Debian mirror (1.5 GB, two minutes).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tools
from build_log import Failed

DEBIANS = {"debootstrap": "debootstrap"}  # command: Debian package
READY = "ready"  # the file that says that a room is whole
SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1366x768x24")


@dataclass(frozen=True)
class Room:
    """One Debian: where it lies, which it is, and what is installed in it."""

    folder: Path
    suite: str
    packages: str
    foreign: str = ""  # a second architecture: i386 for 32-bit Windows programs

    @property
    def work(self) -> Path:
        """A folder for files that both sides see; inside it is /work."""
        return self.folder / "work"

    def prepare(self) -> Path:
        """Make the room where it is not there yet, with nothing in its work folder."""
        if os.geteuid() != 0:
            raise Failed("另外的 Debian 要 root 来做（debootstrap、mount、chroot），请用 sudo 再运行")
        tools.require(DEBIANS)
        if not (self.folder / READY).exists():
            self._make()
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir()
        return self.work

    def _make(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        done = _quietly("debootstrap", "--variant=minbase", "--include=ca-certificates", self.suite, str(self.folder))
        _demand(done)
        second = f"dpkg --add-architecture {self.foreign} && " if self.foreign else ""
        install = f"apt-get -qq update && apt-get -qq install -y --no-install-recommends {self.packages}"
        with self.alive():
            _demand(self.run("sh", "-c", f"export DEBIAN_FRONTEND=noninteractive; {second}{install}"))
        (self.folder / READY).touch()

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the room, which must be alive."""
        return _quietly("chroot", str(self.folder), *command)

    def walk(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run a shell script in the room under a screen of 1366×768."""
        (self.work / "walk.sh").write_text(script, encoding="utf-8")
        with self.alive():
            return self.run(*SCREEN, "bash", "/work/walk.sh")

    @contextmanager
    def alive(self) -> Iterator[None]:
        """/proc and /dev of this machine inside the room."""
        places = {self.folder / "proc": ("-t", "proc", "proc"), self.folder / "dev": ("--bind", "/dev")}
        for place, what in places.items():
            subprocess.run(["mount", *what, str(place)], check=True)
        try:
            yield
        finally:
            for place in places:
                subprocess.run(["umount", "-l", str(place)], check=False)


def _quietly(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")


def _demand(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        raise Failed(f"{done.args[0]} 没有做成（要网络和 Debian 的软件源）：{(done.stdout + done.stderr)[-1000:]}")
