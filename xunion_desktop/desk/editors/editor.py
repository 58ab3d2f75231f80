"""Editor: what every field of a form can do, whatever kind of value it holds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xunion_desktop.basics.problems import Level
from xunion_desktop.desk.boxes import relook
from xunion_desktop.store.columns import Column


class Editor(QWidget):
    """One field. ``raw`` is what stands in it, understood or not (a draft keeps that); ``value`` is what it means."""

    edited = Signal()  # the clerk changed something
    read = Signal(str)  # how the text is understood, "" = as it stands

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column

    def hold(self, field: QWidget) -> None:
        """Be filled by the one widget that takes the keys."""
        field.setAccessibleName(self.column.label)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(field)
        self.setFocusProxy(field)

    @property
    def field(self) -> QWidget:
        """The widget that takes the keys."""
        raise NotImplementedError

    def raw(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    def set_raw(self, text: str) -> None:
        """Put back what stood in the field."""
        raise NotImplementedError

    def value(self) -> Any:
        """What it means; None = empty or not understood."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value of the book."""
        raise NotImplementedError

    def fault(self) -> str:
        """Why the text is not understood ("" = it is)."""
        return ""

    def set_read_only(self, read_only: bool) -> None:
        """Show, but do not let edit."""
        self.field.setEnabled(not read_only)

    def show_level(self, level: Level | None) -> None:
        """Colour the field by its worst problem."""
        colour = level.value if level in {Level.ERROR, Level.DOUBT} else ""
        if (self.field.property("level") or "") != colour:
            relook(self.field, level=colour)
