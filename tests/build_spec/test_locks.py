"""The lock of the Windows build: pinned, summed, and the same libraries as everywhere else."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "build_spec" / "requirements-windows.lock").read_text(encoding="utf-8")


def pins(text: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^(\S+)==(\S+)", text))


def test_qt_starts_on_windows_10_1809():
    """6.10 and later import icuuc.dll, which 1809 (LTSC 2019) does not have."""
    assert pins(LOCK)["pyside6-essentials"] == pins(LOCK)["shiboken6"] == "6.8.3"


@pytest.mark.parametrize("other", ["requirements.lock", "requirements-dev.lock"])
def test_a_library_has_one_version_in_every_lock(other):
    elsewhere = pins((ROOT / other).read_text(encoding="utf-8"))
    assert {name: pin for name, pin in pins(LOCK).items() if elsewhere.get(name, pin) != pin} == {}


def test_everything_the_program_needs_is_in_the_lock():
    product = set(pins((ROOT / "requirements.lock").read_text(encoding="utf-8")))
    assert product - set(pins(LOCK)) == set()


def test_every_pin_has_a_sum_and_no_address():
    assert all("--hash=sha256:" in block for block in re.findall(r"(?m)^\S+==(?:.|\n(?=\s))*", LOCK))
    assert "://" not in LOCK
