"""The command line loads no Qt: it starts at once, and runs where Qt cannot."""

import subprocess
import sys
from pathlib import Path

from xunion_desktop.commands import MODULES

ROOT = Path(__file__).parents[2]
LOADED = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(f"xunion_desktop.commands.{name}")
    if any(module.startswith("PySide6") for module in sys.modules):
        sys.exit(name)
"""


def test_no_command_loads_qt():
    command = [sys.executable, "-c", LOADED, *MODULES.values()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
