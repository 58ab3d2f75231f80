"""Qt's platforms are told from the files of their plugins."""

import sys

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from xunion_desktop.desk.platforms import has_platform, unsaid

SIZES = "This plugin does not support propagateSizeHints()"
FONTS = "QFontDatabase: Cannot find font directory lib/fonts.\nNote that Qt no longer ships fonts."


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


@pytest.fixture
def heard():
    """What Qt says, as somebody hears it who listened before."""
    said: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, words: said.append(words))
    yield said
    qInstallMessageHandler(before)


def test_what_every_window_without_a_screen_brings_is_not_said_and_all_else_is(heard: list[str]) -> None:
    with unsaid():
        qWarning(SIZES)
        qWarning(FONTS)
        qWarning("else")
    qWarning(SIZES)
    assert heard == ["else", SIZES]


def test_where_nobody_listened_it_is_said_on_the_console(heard: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    listener = qInstallMessageHandler(None)
    with unsaid():
        qWarning(SIZES)
        qWarning("else")
    qInstallMessageHandler(listener)
    assert (capsys.readouterr().err, heard) == ("else\n", [])
