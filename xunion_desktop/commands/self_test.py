"""self-test: the main things done once in a passing folder, each told in one line with its seconds.

Whatever is missing or broken, every proof is tried and told; ``bundled`` names the files of the program that are gone.
"""

import os
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from xunion_desktop import __version__
from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.places import HOME
from xunion_desktop.basics.resources import REINSTALL, root, shipped_fault

from . import bundled
from .books import open_book
from .console import Code, WrongUsage, answer, say
from .proofs import PROOFS, Bench, bench, condition_of, keys
from .window_proof import WINDOW, look_at

FILES, KEYS, NONE = "程序的文件", "密码", "none"


@dataclass(frozen=True)
class Found:
    """What one proof found ("" = nothing wrong), and how long it took."""

    fault: str
    seconds: float

    def line(self, name: str) -> str:
        """Tell it for the person at the console."""
        return f"{self.seconds:5.1f} 秒  {f'没通过  {name}：{self.fault}' if self.fault else f'通过    {name}'}"


def run(options: Namespace) -> int:
    """Do every proof, and the 体检 of the office's own book where one is named; 1 where one failed."""
    _demand_known(options.only, options.platform)
    found: dict[str, Found] = {}
    with (
        tempfile.TemporaryDirectory(prefix="xunion-", ignore_cleanup_errors=True) as folder,
        _home(Path(folder)),
        bench(Path(folder), options.today) as laid,
    ):
        for name, proof in _proofs(options, laid).items():
            if options.only in {"", name}:
                found[name] = timed(proof)
    if options.book:
        with open_book(options.book) as book:
            found[f"体检“{book.name}”"] = timed(partial(condition_of, book))
    tell(found, as_json=options.json)
    return Code.PROBLEMS if any(one.fault for one in found.values()) else Code.DONE


def _demand_known(only: str, platform: str) -> None:
    """Wrong usage where nothing would be proved: that must not be told as passed."""
    if (only, platform) == (WINDOW, NONE):
        raise WrongUsage(f"写了 --platform {NONE} 就不看窗口，不能再写 --only {WINDOW}。")
    names = (FILES, KEYS, *PROOFS, WINDOW)
    if only and only not in names:
        raise WrongUsage(f"没有“{only}”这一项，可用的有 {'、'.join(names)}。")


def _proofs(options: Namespace, laid: Bench) -> dict[str, Callable[[], str]]:
    """All proofs in their order. The first is of no open book; the window opens the county anew."""
    proofs: dict[str, Callable[[], str]] = {FILES: bundled.faults, KEYS: partial(keys, laid.folder)}
    proofs |= {name: partial(proof, laid) for name, proof in PROOFS.items()}
    if options.platform != NONE:
        proofs[WINDOW] = partial(look_at, options, laid)
    return proofs


def tell(found: dict[str, Found], *, as_json: bool) -> None:
    """Say what every proof found."""
    if as_json:
        checks = {name: one.fault or "ok" for name, one in found.items()}
        seconds = {name: round(one.seconds, 2) for name, one in found.items()}
        answer({"version": __version__, "checks": checks, "seconds": seconds})
        return
    failed = sum(1 for one in found.values() if one.fault)
    say(f"工会工作台 {__version__}", *(one.line(name) for name, one in found.items()))
    say(f"共 {len(found)} 项，{f'{failed} 项没通过' if failed else '都通过了'}。")


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
    """Do one proof; trouble counts as found, and so does a bug: the others are to be made all the same."""
    began = time.monotonic()
    try:
        fault = proof()
    except Exception as broken:  # noqa: BLE001 - what breaks a proof is what it found
        fault = _said(broken)
    return Found(fault, time.monotonic() - began)


def _said(broken: Exception) -> str:
    """What broke a proof; a file of the program by its name."""
    if isinstance(broken, Trouble):
        return str(broken)
    file = Path(getattr(broken, "filename", None) or "")
    if file.is_relative_to(root()):
        return f"{shipped_fault(file, '读不出来')}。{REINSTALL}"
    return f"没有做完，程序出错了（{in_code(broken)}）。{REINSTALL}还是这样，请把这一句发给维护程序的人。"
