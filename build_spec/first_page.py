"""How long a program takes from its start to the painted log-in page, on a screen of its own (Xvfb).

``python3 build_spec/first_page.py FOLDER…`` measures what is built or installed; ``linux.py`` does it after freezing.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from options import Options

PROGRAM = "xunion_desktop"
RED = 0xB4232A  # the band over the log-in
WIDTH, HEIGHT = 1366, 768
RUNS, PATIENCE = 9, 30.0
ALL_PLANES, WHOLE_PIXELS = 0xFFFFFFFF, 2  # as Xlib.h names AllPlanes and ZPixmap
BOOK = {"XUNION_USER": "王敏", "XUNION_PASSWORD": "first page 2026"}


@dataclass(frozen=True)
class Start:
    """One start: seconds on the clock, and seconds of the processors, which other programs' work does not lengthen."""

    seconds: float
    processor: float


class Screen:
    """What is seen on an X display."""

    def __init__(self, name: str) -> None:
        self._x11 = x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = x11.XDefaultRootWindow.restype = ctypes.c_void_p
        x11.XGetImage.restype, x11.XGetPixel.restype = ctypes.c_void_p, ctypes.c_ulong
        x11.XDefaultRootWindow.argtypes = x11.XDestroyImage.argtypes = [ctypes.c_void_p]
        x11.XGetImage.argtypes = [ctypes.c_void_p] * 2 + [ctypes.c_int] * 2 + [ctypes.c_uint] * 2
        x11.XGetImage.argtypes += [ctypes.c_ulong, ctypes.c_int]
        x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
        self._display = x11.XOpenDisplay(name.encode())
        self._root = x11.XDefaultRootWindow(self._display)

    def shows(self, colour: int) -> bool:
        """Whether the middle column of the screen has a pixel of this colour."""
        image = self._x11.XGetImage(self._display, self._root, WIDTH // 2, 0, 1, HEIGHT, ALL_PLANES, WHOLE_PIXELS)
        found = any(self._x11.XGetPixel(image, 0, y) & 0xFFFFFF == colour for y in range(0, HEIGHT, 2))
        self._x11.XDestroyImage(image)
        return found


@contextmanager
def empty_screen() -> Iterator[str]:
    """A display that nobody else has; its name."""
    asked, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(asked) as numbers:
            yield ":" + numbers.readline().strip()
    finally:
        server.terminate()
        server.wait()


def start(command: Sequence[str], display: str, home: Path) -> Start:
    """Start a program once, until its red band is painted."""
    environment = {**os.environ, "DISPLAY": display, "XUNION_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    screen = Screen(display)
    began = time.monotonic()
    program = subprocess.Popen(command, env=environment)
    while not screen.shows(RED):
        if time.monotonic() - began > PATIENCE or program.poll() is not None:
            program.kill()
            raise TimeoutError(f"{command[0]} 没有到登录页")
        time.sleep(0.004)  # asking the screen all the time would slow down what is measured
    seconds = time.monotonic() - began
    spent = Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
    program.kill()
    program.wait()
    while screen.shows(RED):
        time.sleep(0.01)  # until the window is really gone: the next start is timed by the same spot
    return Start(seconds, (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK"))


def starts(program: Path, runs: int = RUNS) -> list[Start]:
    """Start the program in this folder so often, over a book with a log-in; the first start, a cold one, left out."""
    with tempfile.TemporaryDirectory() as folder, empty_screen() as display:
        home, book = Path(folder), Path(folder) / "books" / "县"
        environment = {**os.environ, **BOOK, "XUNION_HOME": str(home)}
        made = ["demo", "--branches", "3", "--book", str(book)]
        subprocess.run([str(program / "xunion-desktop"), *made], env=environment, check=True, stdout=subprocess.DEVNULL)
        settings = {"last_book": str(next(book.glob("*.xunion")))}
        (home / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        return [start([str(program / PROGRAM)], display, home) for _ in range(runs + 1)][1:]


def told(measured: Sequence[Start]) -> str:
    """The figures in one line."""
    clock, processor = ([getattr(one, name) for one in measured] for name in ("seconds", "processor"))
    middle, least = statistics.median(clock), min(clock)
    load = f"另有负载 {os.getloadavg()[0]:.1f}"
    return f"中位 {middle:.2f} 秒，最快 {least:.2f} 秒，处理器 {statistics.median(processor):.2f} 秒（{load}）"


def lacking() -> str:
    """Why nothing can be measured here; "" = it can."""
    return "" if shutil.which("Xvfb") else "没有 Xvfb"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each folder; wrong usage where one holds no program, or nothing can be measured here."""
    grammar = Options(description="量程序从启动到登录页画出来要多久")
    grammar.needed.add_argument("folders", type=Path, nargs="+", metavar="文件夹", help="冻结的或装好的程序")
    folders = grammar.parse_args(arguments).folders
    for folder in folders:
        if not (folder / PROGRAM).is_file():
            grammar.error(f"“{folder}”里没有 {PROGRAM}")
    if why := lacking():
        grammar.error(f"量不了，{why}")
    for folder in folders:
        print(folder, told(starts(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
