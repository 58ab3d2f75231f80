"""Targets: where a command may put a file. Looked at before anything is done."""

from collections.abc import Sequence
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.disk_faults import disk_told
from xunion_desktop.store.folder import SUFFIX, BookFolder

from .console import WrongUsage

ANOTHER = "请换一个文件名或位置。"


def be_sure_of(target: Path, endings: Sequence[str], book: str, *, source: Path | None = None) -> None:
    """Refuse a target that is no file of its own: another ending, a device, a part of a book, the source itself."""
    if target.suffix.lower() not in endings:
        raise WrongUsage(f"“{target.name}”要以 {'、'.join(endings)} 结尾。")
    with disk_told(target):
        if target.exists() and not target.is_file():
            what = "文件夹" if target.is_dir() else "设备，不是普通的文件"
            raise Trouble(f"不能写到“{target}”：它是{what}。", ANOTHER)
        if source is not None and target.resolve() == source.resolve():
            raise Trouble(f"不能写到“{target}”：它就是要读的那个文件。", ANOTHER)
        inside = book_around(target.resolve(), BookFolder.of(Path(book)).folder.resolve())
    if inside is not None:
        raise Trouble(f"不能写到“{target}”：“{inside.name}”是本子的文件夹，里面只放本子自己的文件。", ANOTHER)


def book_around(target: Path, own: Path) -> Path | None:
    """The folder of a book (the one of this command, or any other) in which ``target`` lies."""
    return next((folder for folder in target.parents if folder == own or _is_book(folder)), None)


def _is_book(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.glob(f"*{SUFFIX}"))
