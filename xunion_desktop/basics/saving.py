"""Saving what leaves the book (workbooks, PDFs): whole or not at all, and never over a file that is open elsewhere."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Self

from .disk import drop, new_folder, put_beside, write_beside
from .errors import Trouble
from .held import holder, holder_after


def save(path: Path, content: bytes, *, new_folder: bool = False) -> None:
    """Put ``content`` at ``path``; Trouble leaves the old file as it was. ``new_folder`` makes a missing folder."""
    with SavedLast(path, new_folder=new_folder) as file:
        file.write(content)


class SavedLast:
    """A file that is written beside its place, and put there when the ``with`` ends well; a fault leaves the old.

    What must not be done where the file cannot be written (a number that is taken) is done between the two.
    """

    def __init__(self, path: Path, *, new_folder: bool = False) -> None:
        self._path = path
        self._new_folder = new_folder
        self._beside: Path | None = None

    def write(self, content: bytes) -> None:
        """Write the whole content to the disk, beside its place. Trouble where it cannot be put there."""
        program = holder(self._path)
        if program:
            raise _open_elsewhere(self._path, program)
        with _told(self._path):
            if self._path.exists() and not self._path.is_file():
                raise IsADirectoryError  # or a device, a pipe: a name that is no file's is never taken
            with new_folder(self._path.parent) if self._new_folder else nullcontext():
                self._beside = write_beside(self._path, content, shared=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *fault: object) -> None:
        if self._beside is None:
            return
        if kind is not None:
            drop(self._beside)
            return
        with _told(self._path):
            put_beside(self._beside, self._path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _trouble(error, path) from error


def _trouble(error: OSError, path: Path) -> Trouble:
    if path.exists() and not path.is_file():
        what = f"“{path.name}”是文件夹" if path.is_dir() else f"“{path}”不是普通的文件"
        return Trouble(f"无法保存：{what}。", "请换一个文件名。")
    program = holder_after(error, path)
    if program:
        return _open_elsewhere(path, program)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble(f"无法保存“{path.name}”：磁盘已满。", "请删掉不用的文件，或换一个磁盘，再存一次。")
    if isinstance(error, FileNotFoundError | NotADirectoryError | FileExistsError):
        return Trouble(f"无法保存：没有文件夹“{path.parent}”。", "请重新选一个位置。")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Trouble(f"无法保存：没有写入“{path.parent}”的权限。", "请换一个位置，如桌面。")
    return Trouble(f"无法保存“{path.name}”。", "请检查磁盘或优盘，换一个位置再试。")


def _open_elsewhere(path: Path, program: str) -> Trouble:
    return Trouble(f"无法保存：文件正在 {program} 中打开。", f"请先关闭 {path.name}，再存一次。")
