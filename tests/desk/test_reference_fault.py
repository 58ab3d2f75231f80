"""Guard against PySide6 wheels that lose a reference on None at every void call (6.12.0 on Python 3.11)."""

import sys

import pytest
from PySide6.QtWidgets import QLabel


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_a_thousand_void_calls_lose_no_reference_on_none(qtbot):
    shown = QLabel()
    qtbot.addWidget(shown)
    before = sys.getrefcount(None)
    for number in range(1000):
        shown.setText(str(number))
    assert sys.getrefcount(None) > before - 100
