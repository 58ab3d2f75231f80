"""Settings of this PC (size of window and text, calibration of its printer): a small JSON file, no data of the book."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, TypeVar

from .disk import write_whole
from .errors import Trouble

Kept = TypeVar("Kept", bool, int, float, str, dict[str, Any])
_LARGEST = 1e300  # NaN and infinity, which JSON here may say, are no numbers to reckon with


class Settings:
    """Named values that survive a restart. A damaged file is put aside as ``….damaged`` and one starts afresh.

    ``damaged`` = that happened just now: what was set is gone, and a page can say so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        values = _read(path)
        self.damaged = values is None
        self._values = values or {}

    def get(self, key: str, default: Kept) -> Kept:
        """The value kept under ``key``.

        One of another kind than the ``default``, from another version or another hand, counts as not set.
        """
        kept: Kept = self._values.get(key, default)
        return kept if _alike(kept, default) else default

    def set(self, key: str, value: Any) -> None:
        """Keep a JSON value and write the file at once, whole or not at all; Trouble where it cannot be written."""
        if key in self._values and self._values[key] == value:
            return
        values = {**self._values, key: value}
        _write(self.path, values)
        self._values = values


def _alike(kept: object, default: object) -> bool:
    """Whether a value can stand where ``default`` does; a whole number is a number too, a NUL is in no path."""
    if isinstance(default, float):
        return isinstance(kept, int | float) and not isinstance(kept, bool) and -_LARGEST < kept < _LARGEST
    return type(kept) is type(default) and not (isinstance(kept, str) and "\0" in kept)


def _read(path: Path) -> dict[str, Any] | None:
    """The values of the file; None where it is damaged."""
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig"))  # 记事本 may have put its mark before it
        json.dumps(values, ensure_ascii=False).encode()  # half a pair of UTF-16 could never be written again
    except OSError:
        return {}
    except (ValueError, RecursionError):
        values = None
    if isinstance(values, dict):
        return values
    with contextlib.suppress(OSError):  # a file that cannot be moved is overwritten by the next value
        path.replace(path.with_name(path.name + ".damaged"))
    return None


def _write(path: Path, values: dict[str, Any]) -> None:
    text = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
    except OSError as error:
        raise Trouble("本机设置没有存上。", f"请检查磁盘空间和文件夹的写入权限：{path.parent}") from error
