"""OneWindow: the program has one window at a time; when one goes for another, the program goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


class OneWindow:
    """The window that is up (None = none)."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.up: QWidget | None = None

    def show(self, window: QWidget) -> None:
        """Put this window up instead of the one before; closing it ends the program."""
        self.close()
        self.up = window
        window.show()
        self._app.setQuitOnLastWindowClosed(True)

    def close(self) -> None:
        """Close the window that is up, to make room for another; the program goes on."""
        if self.up is not None:
            self._app.setQuitOnLastWindowClosed(False)
            self.up.close()
            self.up.hide()  # one that asks first, for what could not be kept, is not asked here
            self.up.deleteLater()
            self.up = None
