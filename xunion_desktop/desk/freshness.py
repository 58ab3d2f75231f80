"""Freshness: a page that shows the book is read anew when records changed, at once or when it is next seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from .desk import Desk


class Freshness(QObject):
    """Whether what a page shows is still what the book holds. Its ``showEvent`` says ``seen()`` and nothing more.

    The page is read anew from the event loop, never inside Qt's own call of ``showEvent``: there a bug would end the
    program instead of opening the crash window.
    """

    _due = Signal()

    def __init__(self, desk: Desk, page: QWidget, refresh: Callable[[], None], *, stale: bool = False) -> None:
        super().__init__(page)
        self._page, self._refresh = page, refresh
        self._stale = stale
        self._due.connect(self._read, Qt.ConnectionType.QueuedConnection)
        desk.changed.connect(self._changed)

    def seen(self) -> None:
        """The page is shown."""
        if self._stale:
            self._due.emit()

    def took(self) -> None:
        """What the page shows was read just now."""
        self._stale = False

    @Slot(frozenset)
    def _changed(self, _kinds: frozenset[str]) -> None:
        self.fade()

    @Slot()
    def fade(self) -> None:
        """What the page shows is no longer so."""
        self._stale = True
        if self._page.isVisible():
            self._read()

    @Slot()
    def _read(self) -> None:
        if self._stale and self._page.isVisible():
            self._stale = False
            self._refresh()
