"""Lock: tells when nobody has touched keyboard or mouse for some minutes, or Ctrl+L was pressed in any window.

What is then done is not its business.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from xunion_desktop.basics.settings import Settings

from .overrides import guarded

MINUTES_SETTING, MINUTES = "lock_minutes", 10
CHOICES = (5, 10, 15, 30, 60, 0)  # 0 = never
_TOUCHES = frozenset({
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
    QEvent.Type.TouchBegin,
})  # fmt: skip


class Lock(QObject):
    """Watches the whole program while a window with a log-in is open."""

    due = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    @property
    def minutes(self) -> int:
        """After how many minutes this PC locks; 0 = never."""
        return minutes_of(self._settings)

    def watch(self, *, on: bool) -> None:
        """Begin to wait, or wait no more."""
        self._on = on
        self._timer.stop()
        if on and self.minutes:
            self._timer.start(self.minutes * 60_000)

    _on = False

    @guarded(harmless=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - as Qt calls it
        if self._on and event.type() in _TOUCHES:
            if isinstance(event, QKeyEvent) and _is_ctrl_l(event):
                self.due.emit()  # a shortcut of the window does not work while another one lies over it
                return True
            self.watch(on=True)
        return False  # as QObject does; it is not asked, for it may be on its way out


def _is_ctrl_l(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def minutes_of(settings: Settings) -> int:
    """After how many minutes this PC locks."""
    said = settings.get(MINUTES_SETTING, MINUTES)
    return said if 0 <= said <= max(CHOICES) else MINUTES
