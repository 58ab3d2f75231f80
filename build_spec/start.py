"""Set up and run, set up and test: needs nothing but a Python, and finds or names the right one.

    python3 build_spec/start.py --demo     open the program on a demo county
    python3 build_spec/start.py test       ruff, mypy and pytest
    python3 build_spec/start.py bench      the benchmarks;  long: the long runs;  packages: setup and .deb
    python3 build_spec/start.py --help     all of these, and the commands of the program

Anything else is handed to the program as it stands (``start.py import branches ledger.xls --book B``). The private
environment is ``.venv``; a stamp of the lock in it makes every later start immediate. Runs on any Python from 3.8
on, so that an old one can say which it needs.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from difflib import get_close_matches
from pathlib import Path
from shlex import quote

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")

# Debian packages: what QtWidgets loads at all, and what its xcb plugin loads where there is a screen
QT_LIBRARIES = "libglib2.0-0 libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3"
SCREEN_LIBRARIES = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-render0 libxcb-shape0 "
    "libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0"
)

HELP = """用法：start.py [test | bench | long | packages] …
  没有 .venv 就先建好它，装上锁定的库，再做下面的事；用 Python 3.11，缺什么会说。

  --demo     打开演示县；没有显示器就把它的样张写到 ./sample/
  test       全部检查：ruff、mypy、pytest；后面写的交给 pytest，如 test -k 换届
  bench      tests/bench：快慢
  long       tests/long：长时间的试验
  packages   tests/packages：做好的 Windows 安装程序和 .deb 再试一遍

别的都原样交给工会工作台，如 start.py forms；它的命令见 start.py --help。
"""
OWN = ("test", "bench", "long", "packages")
ASKING = {"-h", "--help", "--version"}
ONLY_TELLING = {"--co", "--collect-only", "--fixtures", "--markers", "--setup-plan"}  # pytest runs nothing
USAGE = 2  # the program's exit code for wrong usage

FAILED = "没有通过"
NO_ANSWER = "could not connect to display"
QT_PROBE = "from PySide6 import QtPrintSupport, QtSvg, QtWidgets; QtWidgets.QApplication([])"


class Lacking(Exception):
    """What this computer lacks, as one Chinese sentence with the command that mends it."""


def say(sentence: str) -> None:
    """One line for the person at the keyboard, before whatever a child process prints."""
    print(sentence, flush=True)


def is_wanted(command: list[str]) -> bool:
    """Whether this command starts a Python 3.11 (a pyenv shim may exist and still refuse)."""
    try:
        answer = subprocess.run(
            [*command, "-c", "import sys; print(sys.version_info[:2] == (3, 11))"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == "True"


def candidates() -> list[list[str]]:
    """The ways to a Python 3.11, nearest first."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    named = [str(path) for path in sorted(pyenv.glob("3.11*/bin/python"), reverse=True)]
    ways = [[sys.executable], ["python3.11"], *([name] for name in named)]
    return [*ways, ["py", "-3.11"]] if WINDOWS else [*ways, ["/usr/bin/python3.11"]]


def python_311() -> list[str]:
    """The command of a Python 3.11; on Debian as root it is installed where the archive has it."""
    for command in candidates():
        if command[0] and is_wanted(command):
            return command
    if may_install() and install("python3.11 python3.11-venv") and is_wanted(["/usr/bin/python3.11"]):
        return ["/usr/bin/python3.11"]
    mend = "winget install Python.Python.3.11" if WINDOWS else "sudo apt-get install python3.11 python3.11-venv"
    raise Lacking(f"本程序用 Python 3.11，这台电脑上没有找到（现在这个是 {sys.version.split()[0]}）。请运行：{mend}")


def may_install() -> bool:
    """Whether system packages may be installed from here: a Debian, and we are root."""
    return not WINDOWS and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: str) -> bool:
    """Install Debian packages; False where that failed (its own words are shown)."""
    say(f"正在安装系统库：{packages}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], env=quiet, check=False)
    answer = subprocess.run(
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages.split()],
        env=quiet,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return answer.returncode == 0


def probe(platform: str) -> str:
    """Start Qt without a window on this platform plugin ("" = the real screen); what it lacks, "" if it starts."""
    env = dict(os.environ)
    if platform:
        env["QT_QPA_PLATFORM"] = platform
    answer = subprocess.run([str(PYTHON), "-c", QT_PROBE], env=env, capture_output=True, text=True, check=False)
    if answer.returncode == 0:
        return ""
    if NO_ANSWER in answer.stderr:
        return NO_ANSWER
    library = re.search(r"(lib[\w.+-]+\.so[.\d]*|xcb-cursor0)", answer.stderr)
    last = answer.stderr.strip().splitlines()[-1:] or [f"Qt 退出，代码 {answer.returncode}"]
    return library.group(1) if library else last[0]


def require(packages: str, platform: str) -> None:
    """See that Qt starts; install what it lacks where we may, else name it and the command."""
    lack = probe(platform)
    if not lack or (may_install() and install(packages) and not probe(platform)):
        return
    if WINDOWS or shutil.which("apt-get") is None:
        raise Lacking(f"Qt 界面库启动不了，系统缺少 {lack}，请用本系统的软件管理器装上它再运行。")
    raise Lacking(f"Qt 界面库启动不了，系统缺少 {lack}。请运行：sudo apt-get install {packages}")


def has_screen() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display is named and answers."""
    if not sys.platform.startswith("linux"):
        return True
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) and probe("") != NO_ANSWER


def make_venv() -> None:
    """Make ``.venv`` with Python 3.11 unless a working one stands there."""
    if PYTHON.exists() and is_wanted([str(PYTHON)]):
        return
    python = python_311()
    say("正在建立运行环境（.venv）……")
    command = [*python, "-m", "venv", "--clear", str(VENV)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode and "ensurepip" in answer.stdout + answer.stderr and may_install():
        install("python3.11-venv")
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        reason = (answer.stderr or answer.stdout).strip().splitlines()[-1:]
        raise Lacking(f"运行环境建不起来（{''.join(reason)}）。请运行：sudo apt-get install python3.11-venv")


def install_lock(lock: str) -> None:
    """Install exactly what the lock names, by hash; nothing to do where its stamp is in the environment."""
    text = (ROOT / lock).read_bytes()
    stamp = VENV / f"{lock}.sha256"
    print_of_lock = hashlib.sha256(text).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == print_of_lock:
        return
    count = len(re.findall(rb"(?m)^\S+==", text))
    say(f"正在安装 {lock} 里的 {count} 个库（只做一次，约一分钟）……")
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([*command, "-r", str(ROOT / lock)], check=False).returncode:
        raise Lacking("有的库没有装上，原因见上面几行；请检查网络或软件源后再运行一次同样的命令。")
    stamp.write_text(print_of_lock, encoding="ascii")


def name_program() -> None:
    """Let the program be called from any folder as ``xunion-desktop``.

    The Windows script finds its way from where it lies: cmd would misread a Chinese path written into it.
    """
    if WINDOWS:
        script = BIN / "xunion-desktop.cmd"
        text = '@set "PYTHONPATH=%~dp0..\\.."\r\n@"%~dp0python.exe" -m xunion_desktop %*\r\n'
    else:
        script = BIN / "xunion-desktop"
        text = f'#!/bin/sh\nPYTHONPATH={quote(str(ROOT))} exec {quote(str(PYTHON))} -m xunion_desktop "$@"\n'
    script.write_bytes(text.encode())
    script.chmod(0o755)


def set_up(lock: str) -> None:
    """Everything between a fresh clone and a program that starts."""
    make_venv()
    install_lock(lock)
    name_program()
    require(QT_LIBRARIES, "offscreen")


def run_program(arguments: list[str]) -> int:
    """Run the program itself; the demo without a screen writes its sample papers instead of opening a window."""
    set_up("requirements.lock")
    shown = opens_window(arguments)
    if shown and not has_screen():
        if "--demo" not in arguments:
            raise Lacking("这台电脑没有能用的显示器，窗口打不开；可以用命令行，先看：start.py --help")
        say("这台电脑没有能用的显示器，窗口打不开；改为把演示县的样张写到 ./sample/。")
        arguments = ["sample", "sample", *(word for word in arguments if word != "--demo")]
    elif shown:
        require(SCREEN_LIBRARIES, "")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    code = subprocess.run([str(PYTHON), "-m", "xunion_desktop", *arguments], env=env, check=False).returncode
    if code == USAGE and get_close_matches(arguments[0], OWN):  # a slip for what the program does not know of
        print("start.py 自己的命令是 {}，说明见 start.py --help".format("、".join(OWN)), file=sys.stderr, flush=True)
    return code


def opens_window(arguments: list[str]) -> bool:
    """Whether the program opens its window for this: no command and no help is asked for. A book may stand alone."""
    if ASKING.intersection(arguments):
        return False
    before = ("", *arguments)
    words = [
        word
        for place, word in enumerate(arguments)
        if not word.startswith("-") and before[place] not in ("--book", "--today")
    ]
    return not words or words[0].endswith(".xunion") or "/" in words[0] or os.sep in words[0]


def run_checks(checks: list[tuple[str, list[str]]]) -> int:
    """Run each check, all of them even if one fails; print every result; 1 if any failed."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    results = []
    for name, command in checks:
        say(f"—— {name}")
        code = subprocess.run([str(PYTHON), "-m", *command], cwd=ROOT, env=env, check=False).returncode
        done = "没有做" if ONLY_TELLING.intersection(command) else "通过"
        results.append((name, FAILED if code else done))
    say("—— 结果")
    for name, verdict in results:
        say(f"{verdict}  {name}")
    return int(any(verdict == FAILED for _, verdict in results))


def run_tests(arguments: list[str]) -> int:
    """The checks of every commit; further arguments go to pytest."""
    set_up("requirements-dev.lock")
    return run_checks(
        [
            ("ruff check", ["ruff", "check", "."]),
            ("ruff format", ["ruff", "format", "--check", "."]),
            ("mypy --strict", ["mypy"]),
            ("pytest", ["pytest", "-q", "-n", "auto", "--dist", "loadfile", *arguments]),
        ]
    )


def run_folder(folder: str, arguments: list[str]) -> int:
    """The benchmarks, the long runs or the packages: tests that the daily run leaves out."""
    set_up("requirements-dev.lock")
    return run_checks([(folder, ["pytest", "-q", "-s", f"tests/{folder}", *arguments])])


def main(arguments: list[str]) -> int:
    """Do what the first word says; the exit code is the child's, or 3 where this computer lacks something."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    first, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        if first in ("-h", "--help", "help"):
            say(HELP)
            return run_program(["--help"])
        if first in OWN and ASKING.intersection(rest):
            say(HELP)
            return 0
        if first == "test":
            return run_tests(rest)
        if first in OWN:
            return run_folder(first, rest)
        return run_program(arguments)
    except Lacking as lacking:
        say(str(lacking))
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
