"""Bundled: whether the files that come with the program are all there and whole; what is not is named.

The frozen program carries the sums of all of them (``build_spec/xunion.spec``). A checkout has those of its fonts, and
the names of all that no form, help page or link asks for.
"""

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from xunion_desktop.basics.resources import REINSTALL, form_ids, resource, root, shipped_fault
from xunion_desktop.catalogue import PAPERS, ROOMS

SUMS, NAMES = "SHA256SUMS", "files.txt"
_LINK = re.compile(r"\]\((\w+\.md|pictures/\w+\.png)\)")


def faults() -> str:
    """What is missing or damaged, each file by its name, and what to do ("" = nothing)."""
    found = dict.fromkeys((*_other_sums(), *_unread_tables(), *_missing_forms(), *_missing_help()))
    return f"{'；'.join(found)}。{REINSTALL}" if found else ""


def _other_sums() -> Iterator[str]:
    """Files that are not as they were when the program was made."""
    base = root()
    if not (base / SUMS).is_file():
        if getattr(sys, "frozen", False):
            yield shipped_fault(base / SUMS)
        for file in (resource(NAMES), *(base / name for name in _lines(resource(NAMES)))):
            yield from _unless_there(file)
        base = resource("fonts")
    for line in _lines(base / SUMS):
        wanted, _, name = line.partition("  ")
        yield from _unless_whole(base / name, wanted)


def _lines(list_of_files: Path) -> list[str]:
    """What stands in it; nothing where it is gone, which is told as of any other file."""
    with suppress(OSError):
        return list_of_files.read_text(encoding="utf-8", errors="replace").splitlines()
    return []


def _unless_there(file: Path) -> Iterator[str]:
    if not file.is_file():
        yield shipped_fault(file)


def _unless_whole(file: Path, wanted: str) -> Iterator[str]:
    try:
        with file.open("rb") as content:
            damaged = hashlib.file_digest(content, "sha256").hexdigest() != wanted
    except OSError:
        yield shipped_fault(file)
    else:
        if damaged:
            yield shipped_fault(file, "坏了")


def _unread_tables() -> Iterator[str]:
    for file in sorted((*resource().rglob("*.toml"), *(root() / "forms").rglob("*.toml"))):
        try:
            tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            yield shipped_fault(file, "坏了")


def _missing_forms() -> Iterator[str]:
    for form_id in sorted(PAPERS.keys() - form_ids()):
        yield shipped_fault(root() / "forms" / f"{form_id}.toml")


def _missing_help() -> Iterator[str]:
    """Pages that rooms and forms open, and what other pages show or lead to."""
    opened = {room.help for room in ROOMS if room.help} | {form_id.split("/")[1] for form_id in PAPERS}
    wanted = {f"{name}.md" for name in opened}
    for page in resource("help").glob("*.md"):
        wanted.update(_LINK.findall(page.read_text(encoding="utf-8", errors="replace")))
    for name in sorted(wanted):
        if not resource("help", name).is_file():
            yield shipped_fault(resource("help", name))
