"""Resources: the files that come with the program, from a checkout and from the frozen program alike."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from .errors import Trouble

_FORM_ID = re.compile(r"[a-z_]+/[a-z0-9_]+")


def root() -> Path:
    """The folder that holds ``resources`` and ``forms``."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """A file or folder under ``resources``."""
    return root().joinpath("resources", *parts)


def form_ids() -> list[str]:
    """Ids of all shipped forms, ``<room>/<file>``, sorted."""
    return sorted(f"{path.parent.name}/{path.stem}" for path in root().glob("forms/*/*.toml"))


def form_file(form_id: str) -> Path:
    """The shipped file of a form; Trouble where there is none."""
    path = root() / "forms" / f"{form_id}.toml"
    if not _FORM_ID.fullmatch(form_id) or not path.is_file():
        raise Trouble(f"没有“{form_id}”这个模板。", "请查看模板清单，核对名称。")
    return path
