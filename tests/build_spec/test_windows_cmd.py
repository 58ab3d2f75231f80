"""The build on Windows itself does what the build under wine does, and cmd can read it."""

import re
from pathlib import Path

import releases
import winbuild

ROOT = Path(__file__).parents[2]
SCRIPT = (ROOT / "build_spec" / "windows.cmd").read_bytes()


def test_cmd_can_read_it():
    """Where labels are looked for, cmd counts bytes: other ends of lines or letters make it lose its place."""
    assert SCRIPT.isascii()
    assert SCRIPT.count(b"\n") == SCRIPT.count(b"\r\n")


def test_no_checkout_turns_the_ends_of_lines():
    assert "* -text" in (ROOT / ".gitattributes").read_text(encoding="ascii").splitlines()


def test_it_runs_the_tests_that_wine_runs():
    folders = re.search(r"(?m)^set TESTS=(.+?)\r?$", SCRIPT.decode()).group(1).split()
    assert folders == [rf"tests\{name}" for name in winbuild.TESTS]


def test_every_step_that_fails_ends_it():
    steps = re.findall(r"(?m)^(?:%PYTHON%|build\\frozen).+?\r?$", SCRIPT.decode())
    assert len(steps) == 6
    assert all(step.rstrip().endswith("|| goto failed") for step in steps)


def test_every_file_it_names_is_there():
    named = re.findall(r"build_spec\\([\w.-]+)", SCRIPT.decode())
    assert {name for name in named if not (ROOT / "build_spec" / name).exists()} == set()


def test_nsis_is_found_where_it_installs_itself(tmp_path, monkeypatch):
    compiler = tmp_path / "NSIS" / "makensis.exe"
    compiler.parent.mkdir()
    compiler.write_bytes(b"MZ")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    assert releases.makensis() == str(compiler)
    compiler.unlink()
    assert releases.makensis() == ""
