"""Wine as the Windows that builds and tests: a prefix of its own, with Chinese code page and a home of its own.

Windows Python ends at once where its output is a file, so every command writes into a pipe. Wine does not hand on
``QT_*`` variables; the program is told its platform as an argument.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Rust's standard library asks it for random numbers; Windows 10 has it, wine 8 has not. Only the test prefix gets it.
RANDOM = "bcryptprimitives.dll"
RANDOM_SOURCE = """\
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return RtlGenRandom(data, (ULONG)size); }
"""


@dataclass(frozen=True)
class Answer:
    """What a Windows command returned and said."""

    code: int
    text: str


@dataclass(frozen=True)
class Wine:
    """One prefix of one user. Paths of this machine are seen by Windows under Z:."""

    folder: Path
    user: str = "root"

    @property
    def drive(self) -> Path:
        """C: of this Windows."""
        return self.folder / "prefix" / "drive_c"

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA% of the user."""
        return self.drive / "users" / self.user / "AppData" / "Local"

    @property
    def environment(self) -> dict[str, str]:
        """Its own home and prefix, no data folder of ours (a test has one); no menus; builds that repeat exactly."""
        return {
            **{name: value for name, value in os.environ.items() if name != "XUNION_HOME"},
            "HOME": str(self.folder / "home"),
            "USER": self.user,
            "LOGNAME": self.user,
            "LC_ALL": "C.UTF-8",  # else wine cannot read Chinese names of files
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "winemenubuilder.exe=d",
            "PYTHONHASHSEED": "0",
            "SOURCE_DATE_EPOCH": "1700000000",
        }

    def set_up(self) -> None:
        """Make the prefix, where it is not there yet."""
        (self.folder / "home").mkdir(parents=True, exist_ok=True)
        if not (self.drive / "windows").exists():
            self._host("xvfb-run", "-a", "wineboot", "-i")
            self._host("wine", "winecfg", "-v", "win10")
            self._host("wineserver", "-w")
        if not (self.drive / "windows" / "system32" / RANDOM).exists():
            source = self.folder / "random.c"
            source.write_text(RANDOM_SOURCE, encoding="ascii")
            target = str(self.drive / "windows" / "system32" / RANDOM)
            self._host("x86_64-w64-mingw32-gcc", "-shared", "-O2", "-o", target, str(source), "-ladvapi32")

    def put_python(self, python: Path) -> None:
        """Put this Windows Python into it, where it is not there yet."""
        if not (self.drive / "py311" / "python.exe").exists():
            shutil.copytree(python, self.drive / "py311", dirs_exist_ok=True)

    def run(self, program: str | Path, *arguments: str, folder: Path | None = None, limit: float = 1800) -> Answer:
        """Run a Windows program to its end."""
        name = windows_path(program) if isinstance(program, Path) else program
        return self._answer(["wine", name, *arguments], folder, limit)

    def python(self, *arguments: str, folder: Path | None = None) -> Answer:
        """Run the Windows Python."""
        return self.run(r"C:\py311\python.exe", "-X", "utf8", *arguments, folder=folder)

    def command(self, line: str) -> Answer:
        """Hand one line to cmd: for arguments that wine would quote."""
        return self._answer(["wine", "cmd", "/c", line], None, 600)

    def start(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a Windows program and leave it running."""
        return self._started(windows_path(program), *arguments)

    def start_without_screen(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the windowed program where wine 8 has no screen for it: only cmd can give it a ``QT_*`` variable."""
        return self._started("cmd", "/c", " ".join(["set QT_QPA_PLATFORM=offscreen&&", program, *arguments]))

    def _started(self, *command: str) -> subprocess.Popen[bytes]:
        nowhere = subprocess.DEVNULL
        return subprocess.Popen(
            ["wine", *command], env=self.environment, stdin=nowhere, stdout=subprocess.PIPE, stderr=nowhere
        )

    @contextmanager
    def letter(self, name: str, place: Path) -> Iterator[None]:
        """A folder of this machine as a drive of its own."""
        link = self.folder / "prefix" / "dosdevices" / name
        link.unlink(missing_ok=True)
        link.symlink_to(place.resolve())
        try:
            yield
        finally:
            link.unlink()

    def settle(self) -> None:
        """Wait until every Windows process has ended."""
        self._host("wineserver", "-w")

    def stop(self) -> None:
        """End every Windows process."""
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False, timeout=60)

    def _answer(self, command: list[str], folder: Path | None, limit: float) -> Answer:
        done = subprocess.run(
            command,
            env=self.environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=limit,
            check=False,
        )
        lines = done.stdout.decode("utf-8", "replace").replace("\r", "").splitlines()
        return Answer(done.returncode, "\n".join(line for line in lines if not _is_notice(line)))

    def _host(self, *command: str) -> None:
        subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=300)


def windows_path(path: Path) -> str:
    """How Windows names a file of this machine."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def _is_notice(line: str) -> bool:
    """Whether wine only remarks that it can run no 32-bit programs."""
    return "wine32" in line or line.startswith(("multiarch needs", 'execute "dpkg'))
