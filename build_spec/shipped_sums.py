"""The sums of the files that come with the program: by them its self-test knows what is gone or damaged."""

from __future__ import annotations

from pathlib import Path

from alike import sum_of

SHIPPED = ("resources", "forms", "LICENSE")
NAME = "SHA256SUMS"  # commands/bundled.py reads it


def write_shipped_sums(root: Path, folder: Path) -> Path:
    """Write them into a folder, as ``sha256sum -c`` reads them where the program lies."""
    places = [root / name for name in SHIPPED]
    files = [file for place in places for file in (place.rglob("*") if place.is_dir() else [place]) if file.is_file()]
    lines = sorted(f"{sum_of(file)}  {file.relative_to(root).as_posix()}\n" for file in files)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / NAME
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target
