"""Resources: the files that come with the program, from a checkout and from the frozen program alike."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from .errors import Trouble

REINSTALL = "请重新安装程序。"
_FORM_ID = re.compile(r"[a-z_]+/[a-z0-9_]+")


def root() -> Path:
    """The folder that holds ``resources`` and ``forms``."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """A file or folder under ``resources``."""
    return root().joinpath("resources", *parts)


def resource_text(*parts: str) -> str:
    """The text of a file under ``resources``; Trouble that names it where it is gone or damaged."""
    return shipped_text(resource(*parts))


def resource_table(*parts: str) -> dict[str, Any]:
    """What a TOML file under ``resources`` says; Trouble that names it where it is gone or damaged."""
    try:
        return tomllib.loads(resource_text(*parts))
    except tomllib.TOMLDecodeError as error:
        raise Trouble(f"{shipped_fault(resource(*parts), '坏了')}。", REINSTALL) from error


def shipped_fault(file: Path, what: str = "不见了") -> str:
    """Say of a file that comes with the program what became of it, without a full stop."""
    named = file.relative_to(root()).as_posix() if file.is_relative_to(root()) else file.name
    return f"程序自带的文件 {named} {what}"


def shipped_text(file: Path) -> str:
    """The text of a file that comes with the program; Trouble that names it where it is gone or damaged."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise Trouble(f"{shipped_fault(file)}。", REINSTALL) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(f"{shipped_fault(file, '读不出来')}。", REINSTALL) from error


def form_ids() -> list[str]:
    """Ids of all shipped forms, ``<room>/<file>``, sorted."""
    return sorted(f"{path.parent.name}/{path.stem}" for path in root().glob("forms/*/*.toml"))


def form_file(form_id: str) -> Path:
    """The shipped file of a form; Trouble where there is none."""
    path = root() / "forms" / f"{form_id}.toml"
    if not _FORM_ID.fullmatch(form_id) or not path.is_file():
        raise Trouble(f"没有“{form_id}”这个模板。", "请查看模板清单，核对名称。")
    return path


def form_text(form_id: str) -> str:
    """What the shipped file of a form says; Trouble where there is none, or it cannot be read."""
    return shipped_text(form_file(form_id))
