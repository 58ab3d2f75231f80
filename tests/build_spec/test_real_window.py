"""The walk through the real window: every picture that is looked for is made by it, once."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import real_window
from build_log import Failed

TAKEN = re.findall(r"shot (\w+) \d+", real_window.WALK)


def test_every_picture_that_is_wanted_is_taken_once():
    assert sorted(TAKEN) == sorted(real_window.SHOTS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上没有这个 bash")
def test_the_walk_is_read_by_the_shell():
    done = subprocess.run(["bash", "-n"], input=real_window.WALK.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_a_setup_or_the_tools_it_says_what_is_lacking(tmp_path: Path):
    with pytest.raises(Failed, match=r"debootstrap|windows\.py"):
        real_window.pictures(tmp_path / "room", tmp_path / "no-setup.exe", tmp_path / "pictures")
