"""The log of a build: every step with its seconds, on the screen and in a file."""

from __future__ import annotations

import errno
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


class Failed(Exception):
    """A step did not succeed; the sentence says which and why."""


FAULTS = (Failed, subprocess.SubprocessError)
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def _refusal(told: str) -> Iterator[None]:
    """Failed with this sentence where one may not write, be it for the want of a right or of a disk that takes any."""
    try:
        yield
    except OSError as fault:
        if fault.errno not in _NO_RIGHT:
            raise
        raise Failed(told) from fault


def make_folder(folder: Path) -> None:
    """Make it where it is not there yet; Failed where one has no right to."""
    with _refusal(f"没有权建文件夹“{folder}”。请换一个自己能写的地方"):
        folder.mkdir(parents=True, exist_ok=True)


def told(fault: Exception) -> str:
    """What went wrong, in a sentence: a command says why in its own words before it."""
    if isinstance(fault, subprocess.CalledProcessError):
        return f"“{_words(fault.cmd)}”返回 {fault.returncode}，原因见上面几行"
    if isinstance(fault, subprocess.TimeoutExpired):
        return f"“{_words(fault.cmd)}”过了 {fault.timeout:.0f} 秒还没有做完"
    return str(fault)


def _words(command: str | Sequence[str]) -> str:
    return command if isinstance(command, str) else " ".join(command[:4])


class Log:
    """What was done, for whoever wants to know what this build proved."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            make_folder(file.parent)
            with _refusal(f"没有权写“{file}”"):
                file.write_text("", encoding="utf-8")
        except Failed as fault:
            raise SystemExit(f"没有做成：写不进“{file.parent}”。请在自己能写的文件夹里做") from fault

    def say(self, line: str) -> None:
        """One line."""
        print(line, flush=True)
        with self.file.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def step(self, title: str, act: Callable[[], str]) -> None:
        """Do one step; its seconds and what it says."""
        began = time.monotonic()
        said = act()
        self.say(f"{time.monotonic() - began:7.1f} 秒  {title}{'：' if said else ''}{said}")
