"""Hands: how a test types Chinese (QTest knows only ASCII keys): through the input method, as a clerk does."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(field: QWidget, text: str) -> None:
    """The input method shows ``text`` and has not committed it yet."""
    QApplication.sendEvent(field, QInputMethodEvent(text, []))


def write_in(field: QWidget, text: str) -> None:
    """The input method commits ``text`` where the cursor is."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
