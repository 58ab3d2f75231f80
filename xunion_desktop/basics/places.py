"""Places: where this PC keeps the books, its settings and the log. Nothing is written anywhere else."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PORTABLE_MARK = "portable.txt"
PRACTICE = "practice"  # beside the folder of the books
HOME = "XUNION_HOME"  # names another folder for all of it: tests, a second county on one PC


@dataclass(frozen=True)
class Places:
    """Folders of books (``data``) and logs (``logs``) and the file of this PC's settings. Made when first written."""

    data: Path
    settings: Path
    logs: Path

    @property
    def practice(self) -> Path:
        """The folder of the practice county and its backups; nothing in it is anybody's."""
        return self.data.with_name(PRACTICE)

    def today(self, book: Path) -> Path:
        """Where a book of these places lies today: a stick, or the whole folder, may have another name than last time.

        A book that is not found here is where it was.
        """
        here = self.data / book.parent.name / book.name
        with suppress(OSError):  # where a disk does not answer, the book is opened where it was, and that is told
            return here if here.exists() and not book.exists() else book
        return book


def program_folder() -> Path:
    """Where the program itself lies: the folder of the .exe, or that of the package."""
    frozen = getattr(sys, "frozen", False)
    return Path(sys.executable).parent if frozen else Path(__file__).resolve().parents[2]


def find_places(program_folder: Path, home: Path | None = None) -> Places:
    """Places of the program in ``program_folder``.

    A ``portable.txt`` beside the program keeps all in ``data`` beside it (a stick, a shared disk); with another one
    beside the program's folder, in ``data`` beside that: there every version has a folder of its own, and the folder
    of an old one can be deleted without the books. Otherwise they are ``home``, or what XUNION_HOME names, or the
    user's own folder for data that does not roam (%LOCALAPPDATA% on Windows).
    """
    if _marked(program_folder):
        whole = program_folder.parent if _marked(program_folder.parent) else program_folder
        return _under(whole / "data")
    return _under(home or _user_folder())


def _marked(folder: Path) -> bool:
    return (folder / PORTABLE_MARK).is_file()


def _under(folder: Path) -> Places:
    return Places(data=folder / "books", settings=folder / "settings.json", logs=folder / "logs")


def _user_folder() -> Path:
    if os.environ.get(HOME):
        return Path(os.environ[HOME])
    from platformdirs import user_data_path

    return user_data_path("xunion_desktop", "xunion", roaming=False)
