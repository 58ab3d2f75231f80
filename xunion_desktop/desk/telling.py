"""Telling: one sentence in a box of its own, before any window stands: for a program that has no console."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMessageBox

_TITLE = "工会工作台"


def tell(sentence: str) -> None:
    """Show it until it is closed."""
    _running = QApplication.instance() or QApplication(["xunion-desktop"])  # lives until the box is closed
    box = QMessageBox(QMessageBox.Icon.Warning, _TITLE, sentence)
    box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
    box.exec()
