"""The build on Windows itself does what the build under wine does, and cmd can read it."""

import re
from pathlib import Path

import pytest
import releases
import winbuild

ROOT = Path(__file__).parents[2]
WORKFLOW = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
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


def test_every_step_is_asked_whether_it_failed():
    """By its code and not by ``if errorlevel 1``, which takes a crash, a number below zero, for success."""
    lines = SCRIPT.decode().splitlines()
    after = [lines[at + 1] for at, line in enumerate(lines) if line.startswith(("%PYTHON%", "%BASE%", r"build\frozen"))]
    assert len(after) == 9
    assert all(line.startswith("if not %ERRORLEVEL%==0 ") for line in after)


@pytest.mark.parametrize("name", re.findall(r"call :say (\w+)", SCRIPT.decode()))
def test_what_a_person_reads_is_one_chinese_sentence_in_utf_8(name):
    said = (ROOT / "build_spec" / f"{name}.txt").read_bytes()
    assert said.decode("utf-8").startswith("没有做成")
    assert said.count(b"\n") == said.count(b"\r\n") == 1


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


def test_the_actions_of_the_workflow_are_pinned_by_their_commit():
    """A tag can be moved to other code."""
    used = re.findall(r"uses: (\S+) # v\d+\.\d+\.\d+$", WORKFLOW, re.MULTILINE)
    assert len(used) == WORKFLOW.count("uses:") == 3
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_the_workflow_runs_it_and_brings_the_compiler_of_setups():
    assert WORKFLOW.index("choco install nsis") < WORKFLOW.index(r"call build_spec\windows.cmd")
