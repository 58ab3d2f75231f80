"""self-test: the main things done once in a passing folder, each told in one line with its seconds.

The window is shown too, by what ``__main__`` puts into ``options.look``: the commands themselves know no Qt. Where the
screen may not bear it, that is tried in a process of its own first; where it does not, it is shown without a screen.
"""

import os
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from xunion_desktop import __version__
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import HOME

from .books import open_book
from .console import Code, answer, say
from .proofs import PROOFS, condition_of, county, county_in, keys
from .screens import NO_SCREEN, screen_here

KEYS, WINDOW, NONE = "密码", "窗口", "none"
_PATIENCE = 120  # seconds for the window in a process of its own


@dataclass(frozen=True)
class Found:
    """What one proof found ("" = nothing wrong), and how long it took."""

    fault: str
    seconds: float


def run(options: Namespace) -> int:
    """Do every proof, and the 体检 of the office's own book where one is named; 1 where one failed."""
    found: dict[str, Found] = {}
    with tempfile.TemporaryDirectory(prefix="xunion-", ignore_cleanup_errors=True) as folder, _home(Path(folder)):
        for name, proof in _proofs(options, Path(folder)):
            found[name] = timed(proof)
    if options.book:
        with open_book(options.book) as book:
            found[f"体检“{book.name}”"] = timed(partial(condition_of, book))
    if options.json:
        checks = {name: one.fault or "ok" for name, one in found.items()}
        seconds = {name: round(one.seconds, 2) for name, one in found.items()}
        answer({"version": __version__, "checks": checks, "seconds": seconds})
    else:
        say(f"工会工作台 {__version__}")
        say(*(f"{one.seconds:5.1f} 秒  {name}：{one.fault or '正常'}" for name, one in found.items()))
    return Code.PROBLEMS if any(one.fault for one in found.values()) else Code.DONE


def _proofs(options: Namespace, folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """All proofs in their order; the county is open between the first and the last."""
    if options.only != WINDOW:
        yield KEYS, partial(keys, folder)
    with county(folder, options.today) as bench:
        if options.only != WINDOW:
            for name, proof in PROOFS.items():
                yield name, partial(proof, bench)
    if options.platform != NONE:
        yield WINDOW, partial(_window, options, folder)


def _window(options: Namespace, folder: Path) -> str:
    """The window over the county: on the screen that was asked for, else on the one that is here, else on none."""
    platform = options.platform or screen_here()
    if not options.platform and platform != NO_SCREEN:
        told = _apart(platform, options.picture)
        if told is not None:
            return told
        platform = NO_SCREEN
    fault: str = options.look(county_in(folder), folder, options.today, platform, options.picture)
    return fault


def _apart(platform: str, picture: Path | None) -> str | None:
    """What a process of its own says of the window on this screen; None where it died of it."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "xunion_desktop"]
    command = [*program, "self-test", "--only", WINDOW, "--platform", platform, "--json"]
    if picture is not None:
        command += ["--picture", str(picture.resolve())]
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    if done.returncode not in {Code.DONE, Code.PROBLEMS}:
        return None
    return "" if done.returncode == Code.DONE else done.stdout.decode("utf-8", "replace").strip()


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """Keep what the program keeps on a PC in the passing folder meanwhile."""
    before = os.environ.get(HOME)
    os.environ[HOME] = str(folder / "home")
    try:
        yield
    finally:
        if before is None:
            del os.environ[HOME]
        else:
            os.environ[HOME] = before


def timed(proof: Callable[[], str]) -> Found:
    """Do one proof; trouble counts as found."""
    began = time.monotonic()
    try:
        fault = proof()
    except Trouble as trouble:
        fault = f"{trouble.sentence}{trouble.remedy}"
    return Found(fault, time.monotonic() - began)
