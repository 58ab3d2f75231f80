"""The setup knows the program's folder by files that every version has."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build_spec"
INSTALLER = "\n".join(path.read_text(encoding="utf-8") for path in sorted(BUILD.glob("*.ns[ih]")))
LONGEST = 120  # letters


@pytest.mark.parametrize("place", ["forms/branches", "resources/values.toml"])
def test_an_internal_without_the_program_is_known_by_what_is_shipped(place):
    assert (ROOT / place).exists()
    assert "\\_internal\\" + place.replace("/", "\\") in INSTALLER


def test_every_exit_code_is_told_at_the_beginning_and_no_other():
    told = re.findall(r"(?m)^;   (\d) ", INSTALLER)
    of_nsis = ["0", "1"]
    assert sorted({*of_nsis, *re.findall(r"!insertmacro refuse (\d)", INSTALLER)}) == told


@pytest.mark.parametrize("script", sorted(BUILD.glob("*.ns[ih]")), ids=lambda path: path.name)
def test_no_comment_is_too_long_to_read(script):
    lines = script.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.lstrip().startswith(";") and len(line) > LONGEST] == []
