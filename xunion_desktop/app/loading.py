"""Loading: what is needed next is imported while the clerk types the password or looks at 首页, a part at a time."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

PARTS = (  # what the window needs from the lower floors up, then the rest; each takes less time than anybody notices
    "store.book",
    "store.restoring",
    "desk.desk",
    "desk.register_page",
    "office.pages.office_page",
    "branches.card",
    "catalogue",
    "window",
    "home.tab",
    "app.opening",
    "app.stay",
    "app.coming_in",
    "app.ways_in",
    "app.coming_back",
    "branches.tab",  # from here on, what the first clicks in the window need
    "paper.form",
    "paper.typeset",
    "paper.pdf",
    "paper.word.writing",
    "documents.print_desk",
    "documents.tab",
    "desk.print_page",
    "branches.pages.ballot_page",
    "branches.pages.overview_page",
    "sheets.importer",
    "desk.import_page",
)
_AFTER, _BETWEEN = 150, 10  # milliseconds: the page is painted first, and a key goes before the next part


class Loading(QObject):
    """Begins once the first window stands. A book that is opened before the end waits for no timer: it imports."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = list(PARTS)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.load_one)

    @property
    def done(self) -> bool:
        """Whether nothing is left to load."""
        return not self._left

    @Slot()
    def begin(self) -> None:
        """A window stands."""
        if self._left and not self._next.isActive():
            self._next.start(_AFTER)

    def stop(self) -> None:
        """The program ends: what is not loaded yet is not needed."""
        self._next.stop()

    @Slot()
    def load_one(self) -> None:
        """Load the next part."""
        if self._left:
            import_module(f"xunion_desktop.{self._left.pop(0)}")
            self._next.start(_BETWEEN)
