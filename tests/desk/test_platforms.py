"""Qt's platforms are told from the files of their plugins."""

import sys

import pytest

from xunion_desktop.desk.platforms import has_platform


def test_a_platform_that_came_with_the_program_is_there() -> None:
    assert has_platform("offscreen")


def test_a_platform_with_its_options_is_there() -> None:
    assert has_platform("offscreen:size=800x600")


@pytest.mark.skipif(sys.platform != "linux", reason="only Qt for Linux has a platform with a hyphen")
@pytest.mark.parametrize("name", ["wayland", "wayland-egl"])
def test_a_name_with_a_hyphen_is_one(name: str) -> None:
    assert has_platform(name)


@pytest.mark.parametrize("name", ["nonsense;offscreen", "offscreen:size=800x600;nonsense"])
def test_of_several_one_is_enough(name: str) -> None:
    assert has_platform(name)


@pytest.mark.parametrize("name", ["nonsense", "a;b", ";", "", "*", "../offscreen", "offscreen-", "-"])
def test_what_has_no_file_is_not(name: str) -> None:
    assert not has_platform(name)
