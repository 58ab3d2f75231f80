"""Faults of the disk, told to a clerk: what happened to which file, and what to do now."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xunion_desktop.basics.disk import IN_USE, winerror
from xunion_desktop.basics.errors import Trouble

_OF_DISK: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("磁盘满了，没有写成“{name}”。", "请腾出一些空间后再试。"),
    errno.EDQUOT: ("磁盘配额用完了，没有写成“{name}”。", "请腾出一些空间后再试。"),
    errno.EACCES: ("没有读写“{name}”的权限。", "请换一个能写的文件夹，或请管理员放开权限。"),
    errno.EPERM: ("没有读写“{name}”的权限。", "请换一个能写的文件夹，或请管理员放开权限。"),
    errno.EROFS: ("“{name}”在只读的磁盘上，不能写入。", "请换一个能写的文件夹。"),
    errno.ENOENT: ("找不到“{name}”。", "请检查文件夹是否被移动、改名，优盘是否接好。"),
    errno.ENOTDIR: ("“{name}”不在文件夹里，不能写入。", "请换一个文件夹。"),
    errno.EEXIST: ("已经有“{name}”了。", "请换一个名称。"),
    errno.ENOTEMPTY: ("已经有“{name}”了。", "请换一个名称。"),
    errno.ENAMETOOLONG: ("“{name}”的名称太长，这个磁盘存不下。", "请把名称改短。"),
    errno.EFBIG: ("“{name}”太大，这个磁盘存不下这么大的文件。", "请换一个磁盘。"),
    errno.EIO: ("磁盘读写“{name}”时出了错，可能坏了或者拔掉了。", "请检查磁盘或优盘，换一个再试。"),
}
_IN_USE = ("“{name}”正被别的程序占用。", "请关闭正在用它的程序，或等复制、备份、杀毒做完后再试。")


@contextmanager
def disk_told(path: Path) -> Iterator[None]:
    """Turn what the disk does to the files at ``path`` into Trouble that names it."""
    try:
        yield
    except OSError as fault:
        sentence, remedy = _IN_USE if winerror(fault) in IN_USE else _OF_DISK.get(fault.errno or 0, _other(fault))
        raise Trouble(sentence.format(name=path), remedy) from fault


def _other(fault: OSError) -> tuple[str, str]:
    number = winerror(fault) or fault.errno
    return "读写“{name}”时出错" + (f"（系统的错误号 {number}）" if number else "") + "。", "请检查磁盘，然后再试。"
