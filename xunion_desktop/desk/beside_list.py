"""BesideList: the record beside a list follows the selection; in a long register when it has come to rest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QTimer, Slot

from .desk import Desk
from .record_list import RecordList
from .record_panel import RecordPanel
from .register_count import RegisterCount
from .sliding import SlidingPair

SETTLE_MS = 30


class BesideList(QObject):
    """What the panel shows, for one register page."""

    def __init__(
        self, desk: Desk, rows: RecordList, panel: RecordPanel, pair: SlidingPair, count: RegisterCount
    ) -> None:
        super().__init__(panel)
        self._desk, self._list, self._panel, self._pair, self._count = desk, rows, panel, pair, count
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._show_current)
        rows.table.key_changed.connect(self._on_key)
        rows.table.clicked.connect(self._on_click)

    @property
    def key(self) -> str:
        """The key of the record that is shown; "" = none, or a new one."""
        return getattr(self._panel.record, "id", "")

    def show(self, key: str) -> None:
        """Show this record; nothing where it is gone."""
        rows = self._list.register.rows([key], self._desk.today) if key else []
        self._panel.show_record(next((row for row in rows if row.deleted_at is None), None))

    def show_first(self) -> None:
        """Where nothing is selected, the first of the list; a new record that is being written stays."""
        if self._panel.adding:
            return
        if not self._list.table.current_key() and self._list.model.rowCount():
            self._list.table.select_key(self._list.model.key(0))
        elif not self._list.model.rowCount():
            self.show("")

    def read_anew(self) -> None:
        """The book was written: the same record as it is now, where it still is; else the first."""
        if self.key:
            self.show(self.key)
            self._panel.refresh_pages()
        if self.key:
            self._list.table.stand_at(self.key)
        else:
            self.show_first()

    @Slot(str)
    def _on_key(self, key: str) -> None:
        """Another record is selected; where the selected one has just gone from the list, it stays beside it."""
        if key and self._count.long:
            self._settling.start()
        elif key:
            self.show(key)

    @Slot(QModelIndex)
    def _on_click(self, index: QModelIndex) -> None:
        """The row that is clicked is shown, also where it was the current one already."""
        key = self._list.model.key(index.row())
        if self.key != key:
            self.show(key)
        self._pair.slide(over=True)

    def _show_current(self) -> None:
        if key := self._list.table.current_key():
            self.show(key)
