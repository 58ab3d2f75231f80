"""The scripts of the build say what they take before they need any library, and do nothing when asked for it."""

import subprocess
import sys
from pathlib import Path

import first_page
import licences
import pytest

SCRIPTS = Path(__file__).parents[2] / "build_spec"
STEPS = {"dlls.py", "program.py", "start.py"}  # run by others; start.py hands --help on to the program
ALL = [file for file in sorted(SCRIPTS.glob("*.py")) if "__main__" in file.read_text("utf-8")]
ASKED = [file for file in ALL if file.name not in STEPS]


@pytest.mark.parametrize("script", ASKED, ids=lambda file: file.stem)
def test_a_script_tells_what_it_takes_without_any_library(script, tmp_path):
    bare = [sys.executable, "-X", "utf8", "-S", "-E", str(script), "--help"]
    done = subprocess.run(bare, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.decode().startswith("用法：")


def test_a_folder_without_the_program_is_not_measured(tmp_path, capsys):
    with pytest.raises(SystemExit, match="2"):
        first_page.main([str(tmp_path)])
    assert f"“{tmp_path}”里没有 xunion_desktop" in capsys.readouterr().err


def test_what_a_script_does_not_know_is_wrong_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        licences.main(["--all"])
    assert "用法不对：不认识 --all" in capsys.readouterr().err
