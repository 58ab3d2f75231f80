"""Bugs on the command line: not caught, but told in one sentence; the log knows the place in the code."""

import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

from xunion_desktop import __version__
from xunion_desktop.basics.errors import in_code
from xunion_desktop.basics.places import find_places, program_folder

from .console import Code, complain


def watch() -> None:
    """From now on a bug ends the process with the code for trouble, so that 1 keeps meaning "problems found"."""
    sys.excepthook = told


def told(_kind: type[BaseException], bug: BaseException, _trace: TracebackType | None) -> None:
    """Log a bug and say so; leaves with code 3, which an excepthook may do."""
    log = find_places(program_folder()).logs / "xunion.log"
    where = f"详情记在 {log}，请把它发给维护程序的人。" if noted(bug, log) else f"（{in_code(bug)}）"
    complain(f"程序出错了，这一步没有做成，本子里的内容没有受损。{where}")
    raise SystemExit(Code.TROUBLE)


def noted(bug: BaseException, log: Path) -> bool:
    """Write a bug into the log; whether that could be done."""
    clock = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{clock} CRITICAL {__name__} {__version__} bug: {in_code(bug)}\n")
    except OSError:
        return False
    return True
