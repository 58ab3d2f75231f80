"""The walk through the real window: every picture that is looked for is made by it, once."""

import re
import subprocess
import sys
from pathlib import Path

import other_wines
import pytest
from build_log import Failed

TAKEN = re.findall(r"shot (\w+) \d+", other_wines.PICTURES)


def test_every_picture_that_is_wanted_is_taken_once():
    assert sorted(TAKEN) == sorted(other_wines.SHOTS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上没有这个 bash")
@pytest.mark.parametrize("walk", [other_wines.PICTURES, other_wines.HANDED_OUT])
def test_a_walk_is_read_by_the_shell(walk):
    script = (other_wines.WINDOWS + walk).encode()
    done = subprocess.run(["bash", "-n"], input=script, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("code", other_wines.FAULTS)
def test_every_way_to_fail_has_its_sentence(code):
    assert f"|| exit {code}" in other_wines.HANDED_OUT


def test_without_a_setup_it_says_what_makes_one(tmp_path: Path):
    room = other_wines.window_room(tmp_path / "room")
    with pytest.raises(Failed, match=r"windows\.py"):
        other_wines.pictures(room, tmp_path / "no-setup.exe", tmp_path / "pictures")
