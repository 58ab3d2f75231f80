"""The window as self-test looks at it: on the screen that was asked for, else on the one that is here, else on none.

What shows it is put into ``options.look`` by ``__main__``: the commands themselves know no Qt. A screen that Qt does
not bear ends the whole process: it is tried in one of its own.
"""

import json
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from .console import Code
from .proofs import Bench
from .screens import NO_SCREEN, screen_here

WINDOW = "窗口"
_PATIENCE = 120  # seconds for the window in a process of its own


def look_at(options: Namespace, laid: Bench) -> str:
    """Show the window over the county; what is wrong with it."""
    assert laid.book  # it is made by now
    laid.close()
    platform = options.platform or screen_here()
    if platform != NO_SCREEN and not options.here:
        told = _apart(platform, options.picture)
        if told is not None:
            return told
        if options.platform:
            return f"用“{platform}”这个平台显示不了窗口。请写 --platform {NO_SCREEN}，或者不写 --platform。"
        platform = NO_SCREEN
    fault: str = options.look(laid.place, laid.folder, options.today, platform, options.picture)
    return fault


def _apart(platform: str, picture: Path | None) -> str | None:
    """What a process of its own says of the window on this screen; None where it died of it."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "xunion_desktop"]
    command = [*program, "self-test", "--only", WINDOW, "--platform", platform, "--here", "--json"]
    if picture is not None:
        command += ["--picture", str(picture.resolve())]
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_PATIENCE, check=False
        )
        said: str = json.loads(done.stdout)["checks"][WINDOW]
    except (OSError, subprocess.TimeoutExpired, ValueError):  # what died has said nothing
        return None
    return "" if done.returncode == Code.DONE else said
