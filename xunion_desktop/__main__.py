"""python -m xunion_desktop, xunion-desktop: opens the window, or does one command without it."""

import sys
from datetime import date
from pathlib import Path

from .basics.errors import Cancelled, Trouble
from .commands import bugs, console, grammar
from .commands import run as run_command


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; the exit code: 0 done, 1 problems found, 2 wrong usage, 3 trouble."""
    console.speak_utf8()
    bugs.watch()
    try:
        options = grammar.read(sys.argv[1:] if arguments is None else arguments)
        if options.command is None:
            from .app import run as open_window

            return open_window(book=options.book, demo=options.demo, today=options.today)
        options.look = look
        return run_command(options)
    except SystemExit as leaving:  # argparse has said what it had to say: help or version
        return int(leaving.code or console.Code.DONE)
    except (console.WrongUsage, console.Unheard, Trouble, Cancelled, KeyboardInterrupt) as fault:
        return told(fault)


def look(book: Path, folder: Path, today: date, platform: str, picture: Path | None) -> str:
    """Show the window over a closed book: Qt is loaded where a command asks for it."""
    from .showing import look as shown

    return shown(book, folder, today, platform, picture)


def told(fault: BaseException) -> int:
    """Say what kept the command, or the window, from being done; its exit code."""
    if isinstance(fault, console.WrongUsage):
        complain(f"用法不对：{fault}")
        return console.Code.USAGE
    if isinstance(fault, Cancelled | KeyboardInterrupt):
        complain("已取消，什么也没有改。")
    elif str(fault):
        complain(str(fault))
    return console.Code.TROUBLE


def complain(sentence: str) -> None:
    """Say it on the console; in a box where the windowed program of Windows has none."""
    if sys.stderr is None and getattr(sys, "frozen", False):
        from .desk.telling import tell

        tell(sentence)
    else:
        console.complain(sentence)


if __name__ == "__main__":
    sys.exit(main())
