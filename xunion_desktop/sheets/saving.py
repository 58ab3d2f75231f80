"""Saving a workbook: whole or not at all, and never over a file that is open elsewhere."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.held import holder, holder_after


def save(path: Path, data: bytes) -> None:
    """Write ``data`` to a temporary file beside ``path`` and rename it. Trouble leaves the old file as it was."""
    program = holder(path)
    if program:
        raise _open_elsewhere(path, program)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(suffix=".tmp", prefix="~xunion", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise _trouble(error, path) from error


def _trouble(error: OSError, path: Path) -> Trouble:
    if path.is_dir():
        return Trouble(f"无法保存：“{path.name}”是文件夹。", "请换一个文件名。")
    program = holder_after(error, path)
    if program:
        return _open_elsewhere(path, program)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble("无法保存：磁盘已满。", "请删掉不用的文件，或换一个磁盘，再点“重试”。")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Trouble(f"无法保存：没有文件夹“{path.parent}”。", "请重新选一个位置。")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Trouble(f"无法保存：没有写入“{path.parent}”的权限。", "请换一个位置，如桌面。")
    return Trouble(f"无法保存“{path.name}”。", "请检查磁盘或优盘，换一个位置再试。")


def _open_elsewhere(path: Path, program: str) -> Trouble:
    return Trouble(f"无法保存：文件正在 {program} 中打开。", f"请先关闭 {path.name}，再点“重试”。")
