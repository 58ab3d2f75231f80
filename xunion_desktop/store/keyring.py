"""The keyring of a book: the random 256-bit key that its database and its files are encrypted with.

For now the key lies in it unwrapped (``wrap`` none). The next order adds one wrapping per user and one for the recovery
code beside it; nothing but this module knows the form of the file.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from pathlib import Path
from typing import Any

from xunion_desktop.basics.errors import Trouble

from .disk import write_whole

_KEY_BYTES = 32


def new_book_key() -> bytes:
    """Return a fresh random key."""
    return secrets.token_bytes(_KEY_BYTES)


def write_keyring(path: Path, key: bytes) -> None:
    """Write the keyring of a new book."""
    content = {"format": 1, "wrap": "none", "key": key.hex(), "check": _check(key)}
    write_whole(path, json.dumps(content, indent=1).encode())


def read_keyring(path: Path) -> bytes:
    """Return the key of the book; Trouble where the keyring is gone or damaged."""
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
        key = bytes.fromhex(content["key"])
        if content["check"] != _check(key) or len(key) != _KEY_BYTES:
            raise ValueError("the key does not fit its check")
    except FileNotFoundError as fault:
        raise Trouble("本子的钥匙文件不见了，打不开。", "请从备份恢复整个文件夹，不要单独复制里面的文件。") from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise Trouble("本子的钥匙文件损坏了，打不开。", "请从备份恢复整个文件夹。") from fault
    return key


def _check(key: bytes) -> str:
    return hashlib.sha256(b"xunion keyring" + key).hexdigest()[:16]
