"""Answers: what a test says where the program asks for a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.files import FileAsker


class Answers(FileAsker):
    """Answers every question for a path with the one it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.offered = ""  # the name that was proposed last

    def save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.offered = name
        return self.path

    def open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.path

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.path
