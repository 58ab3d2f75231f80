"""The program's one window: how it comes up on the screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.one_window import OneWindow, fits

WINDOW = QSize(1366, 730)


@pytest.mark.parametrize("screen", [QSize(1366, 728), QSize(1366, 760), QSize(1280, 984)])
def test_a_window_that_the_screen_cannot_show_whole_does_not_fit(screen):
    assert not fits(WINDOW, screen)


@pytest.mark.parametrize("screen", [QSize(1366, 762), QSize(1920, 1040)])
def test_a_window_fits_with_its_title_bar(screen):
    assert fits(WINDOW, screen)


def test_without_a_screen_a_window_keeps_its_size(qapp):
    window = QWidget()
    window.resize(WINDOW)
    one = OneWindow(qapp)
    one.show(window)
    assert not window.isMaximized()
    assert window.size() == WINDOW
    one.close()


def test_the_window_before_makes_room(qapp):
    one = OneWindow(qapp)
    first = QWidget()
    one.show(first)
    one.show(QWidget())
    assert not first.isVisible()
    one.close()
    assert one.up is None
