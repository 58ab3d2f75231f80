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
from xunion_desktop.store.folder import SUFFIX

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
    _demand_sense(options)
    found: dict[str, Found] = {}
    with (
        tempfile.TemporaryDirectory(prefix="xunion-", ignore_cleanup_errors=True) as folder,
        _home(Path(folder)),
        bench(Path(folder), options.today) as laid,
    ):
        for name, proof in _proofs(options, laid).items():
            if options.only in {None, name}:
                found[name] = timed(proof)
    if options.book:
        name = Path(options.book).resolve().name.removesuffix(SUFFIX)
        found[f"体检“{name}”"] = timed(partial(_condition_at, options.book))
    tell(found, as_json=options.json)
    return Code.PROBLEMS if any(one.fault for one in found.values()) else Code.DONE


def _demand_sense(options: Namespace) -> None:
    """Wrong usage where nothing would be proved, or no window be shown for a picture: that must not be told as done."""
    only, windowless = options.only, options.platform == NONE
    if only == WINDOW and windowless:
        raise WrongUsage(f"写了 --platform {NONE} 就不看窗口，不能再写 --only {WINDOW}。")
    names = (FILES, KEYS, *PROOFS, WINDOW)
    if only not in {None, *names}:
        raise WrongUsage(f"没有“{only}”这一项，可用的有 {'、'.join(names)}。")
    if options.picture is not None and (windowless or only not in {None, WINDOW}):
        raise WrongUsage(f"--picture 存的是窗口的样子，写了 --platform {NONE} 或 --only 别的一项就没有窗口。")


def _condition_at(where: str) -> str:
    """体检 of the book there; one that does not open is a fault as well."""
    with open_book(where) as book:
        return condition_of(book)


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
