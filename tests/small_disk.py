"""A small disk of its own that a test may fill, and empty again; only root may mount one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

SIZE = "12m"


class Disk:
    """A small disk of its own. ``fill`` leaves so many bytes free, ``empty`` makes room again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, free: int = 0) -> None:
        space = os.statvfs(self.folder)
        with suppress(OSError), self._ballast.open("ab") as ballast:
            ballast.write(bytes(max(space.f_bavail * space.f_frsize - free, 0)))
            ballast.flush()

    def empty(self) -> None:
        self._ballast.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """An empty one below the test's folder; without root the test is skipped."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "small disk", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this system does not let us mount")
    yield Disk(folder)
    subprocess.run(["umount", "-l", str(folder)], check=True)
