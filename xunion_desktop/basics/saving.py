"""Saving what leaves the book (workbooks, PDFs): whole or not at all, and never over a file that is open elsewhere."""

from __future__ import annotations

import errno
from pathlib import Path

from .disk import write_whole
from .errors import Trouble
from .held import holder, holder_after


def save(path: Path, content: bytes, *, new_folder: bool = False) -> None:
    """Put ``content`` at ``path``; Trouble leaves the old file as it was. ``new_folder`` makes a missing folder."""
    program = holder(path)
    if program:
        raise _open_elsewhere(path, program)
    try:
        if new_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content, shared=True)
    except OSError as error:
        raise _trouble(error, path) from error


def _trouble(error: OSError, path: Path) -> Trouble:
    if path.is_dir():
        return Trouble(f"无法保存：“{path.name}”是文件夹。", "请换一个文件名。")
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
