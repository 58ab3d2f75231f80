"""The command line: one module per command, each with ``run(options) -> exit code``; no Qt in any of them.

``arguments`` holds the whole grammar, ``console`` says and answers, ``books`` opens and makes books. A module is
imported when its command is asked for, so that each command starts as fast as it can.
"""

import logging
from argparse import Namespace
from importlib import import_module

MODULES = {
    "demo": "demo",
    "import": "bring_in",
    "export": "take_out",
    "forms": "forms",
    "sample": "sample",
    "print": "printing",
    "reprint": "reprint",
    "undo": "undo",
    "check": "check",
    "backup": "backup",
    "restore": "restore",
    "package": "package",
    "unpack": "unpack",
    "new-password": "new_password",
    "self-test": "self_test",
}


_NOWHERE = logging.NullHandler()  # else Python writes what is meant for the log on the console, in English


def run(options: Namespace) -> int:
    """Do the command that was asked for; its exit code: 0 done, 1 problems found."""
    logging.getLogger().addHandler(_NOWHERE)
    code: int = import_module(f".{MODULES[options.command]}", __package__).run(options)
    return code
