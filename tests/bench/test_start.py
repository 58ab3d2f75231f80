"""How fast the program starts and how much it holds, beside a bare Qt window in the same run.

Run by ``python build_spec/start.py bench`` or ``python -m pytest tests/bench/test_start.py -s``.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNS = 3
MOST_RATIO = 8.0  # a bare window imports QtWidgets and nothing else
MOST_MEGABYTES = 160

BARE = """
import json, time
start = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(json.dumps({"seconds": time.perf_counter() - start, "megabytes": 0}))
"""

OURS = """
import json, sys, time
start = time.perf_counter()
from datetime import date
from pathlib import Path
from xunion_desktop.app import Program
from xunion_desktop.basics.places import Places
home = Path(sys.argv[1])
program = Program(Places(home / "books", home / "settings.json", home / "logs"), date(2026, 11, 24))
program.start("", demo=True)
program.app.processEvents()
shown = time.perf_counter() - start
program.window.open_tab("branches")
program.app.processEvents()
both = time.perf_counter() - start
lines = Path("/proc/self/status").read_text().splitlines() if Path("/proc/self/status").exists() else []
held = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)
program.close()
print(json.dumps({"seconds": shown, "branches": both - shown, "megabytes": held}))
"""


def run(code: str, home: Path) -> dict[str, float]:
    """Run it with modules that are compiled, as those of an installed program are; the first run compiles them."""
    own = {"XUNION_HOME": str(home / "data"), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, **own, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(home)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    home = tmp_path_factory.mktemp("start")
    run(OURS, home)  # makes the demo county, warms the disk
    ours = [run(OURS, home) for _ in range(RUNS)]
    bare = statistics.median(run(BARE, home)["seconds"] for _ in range(RUNS))
    found = {name: statistics.median(one[name] for one in ours) for name in ours[0]}
    sys.stdout.write(
        f"\nstart to shown window {found['seconds']:.2f} s, {found['seconds'] / bare:.1f} × a bare one ({bare:.2f} s), "
        f"tab 基层工会 first shown {found['branches']:.2f} s, most memory {found['megabytes']:.0f} MB\n"
    )
    return {**found, "bare": bare}


def test_the_window_is_shown_in_a_few_times_a_bare_window(figures: dict[str, float]) -> None:
    assert figures["seconds"] / figures["bare"] < MOST_RATIO


def test_the_demo_county_is_held_in_little_memory(figures: dict[str, float]) -> None:
    assert figures["megabytes"] < MOST_MEGABYTES
