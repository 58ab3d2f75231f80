"""A program of Windows that holds files and folders of another one, as a virus scanner does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wine_host import Wine, windows_path

HOLD = """
import os, sys, time
held, wanted = [], sys.argv[1:]
told = False
while True:
    for path in list(wanted):
        try:
            os.chdir(path) if os.path.isdir(path) else held.append(open(path, "rb"))
            wanted.remove(path)
        except OSError:
            pass
    if not told:
        print("ready", flush=True)
        told = True
    time.sleep(0.01)  # a part is there for moments only: it must be seen then, without taking the processor
"""


@contextmanager
def held(wine: Wine, *places: Path) -> Iterator[None]:
    """Another program has these open, as soon as they are there: they can be read and written, not renamed."""
    arguments = ("-X", "utf8", "-c", HOLD, *(windows_path(place) for place in places))
    with wine.start(wine.drive / "py311" / "python.exe", *arguments) as holding:
        try:
            if holding.stdout is not None:
                holding.stdout.readline()
            yield
        finally:
            holding.kill()
            holding.wait(60)
