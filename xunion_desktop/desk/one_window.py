"""OneWindow: the program has one window at a time; when one goes for another, the program goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

_TITLE_BAR = 32  # pixels above a window, as Windows draws it
_NO_SCREEN = "offscreen"


class OneWindow:
    """The window that is up (None = none)."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.up: QWidget | None = None

    def show(self, window: QWidget) -> None:
        """Put this window up instead of the one before; closing it ends the program.

        Where the screen is too small for it (1366×768 less the task bar), it fills the screen.
        """
        self.close()
        self.up = window
        if QApplication.platformName() == _NO_SCREEN or fits(window.size(), window.screen().availableSize()):
            window.show()
        else:
            window.showMaximized()
        self._app.setQuitOnLastWindowClosed(True)

    def close(self) -> None:
        """Close the window that is up, to make room for another; the program goes on."""
        if self.up is not None:
            self._app.setQuitOnLastWindowClosed(False)
            self.up.close()
            self.up.hide()  # one that asks first, for what could not be kept, is not asked here
            self.up.deleteLater()
            self.up = None


def fits(window: QSize, screen: QSize) -> bool:
    """Whether a window and its title bar can be seen whole on what the task bar leaves of the screen."""
    return window.width() <= screen.width() and window.height() + _TITLE_BAR <= screen.height()
