"""RecordTable: a register on the screen: sorted by its header, selected by key, its columns as the clerk left them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from .cell_table import CellTable
from .overrides import guarded
from .record_model import RecordModel
from .scale import Scale
from .table_memory import TableMemory, TableShape

STRETCH_AT_LEAST = 150
TICK_WIDTH = 34


class RecordTable(CellTable):
    """The view of a RecordModel. ``key_changed`` tells the selected record, "" when none is."""

    key_changed = Signal(str)
    selection_changed = Signal()

    def __init__(
        self, scale: Scale, model: RecordModel, memory: TableMemory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(scale, parent)
        self._records = model
        self._memory = memory
        self._chosen: tuple[str, list[str], str] = ("", [], "")
        self._restoring = False
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(400)
        self._saving.timeout.connect(self._save_shape)
        model.modelAboutToBeReset.connect(self._remember_keys)
        self.setModel(model)
        model.modelReset.connect(self._restore_keys)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.all_wanted.connect(self._take_all)
        self.toggled.connect(self._toggle_rows)
        self._dress_header()
        scale.follow(self, self._apply_shape)

    # selection by key

    def current_key(self) -> str:
        """Key of the current record."""
        index = self.currentIndex()
        return self._records.key(index.row()) if index.isValid() else ""

    def selected_keys(self) -> list[str]:
        """Keys of the selected rows."""
        return [self._records.key(row) for row in self.selected_rows()]

    def select_key(self, key: str) -> bool:
        """Go to the row of this key; False where it is not shown."""
        row = self._records.row_of(key)
        if row < 0:
            return False
        self.setCurrentIndex(self._records.index(row, 0))
        self.scrollTo(self._records.index(row, 0))
        return True

    def stand_at(self, key: str) -> None:
        """Mark the row of the record that is shown beside the list; no row where the record left the list."""
        if self.current_key() != key and not self.select_key(key):
            self._restoring = True
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
            self._restoring = False

    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row the current one where none is; here no record is shown that nobody picked."""
        none, self._restoring = not self.currentIndex().isValid(), True
        super().focusInEvent(event)
        if none:
            self.selectionModel().clearCurrentIndex()
        self._restoring = False

    @Slot()
    def _remember_keys(self) -> None:
        top = self.rowAt(0)
        self._chosen = (self.current_key(), self.selected_keys(), self._records.key(top) if top >= 0 else "")
        self._restoring = True

    @Slot()
    def _restore_keys(self) -> None:
        current, selected, top = self._chosen
        spans = QItemSelection()
        for row in (self._records.row_of(key) for key in selected):
            if row >= 0:
                spans.select(self._records.index(row, 0), self._records.index(row, self._records.columnCount() - 1))
        row = self._records.row_of(current)
        if row >= 0:
            self.selectionModel().setCurrentIndex(
                self._records.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(spans, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        place = self._records.row_of(top)
        if place >= 0:
            self.verticalScrollBar().setValue(place)
        self._restoring = False
        self.selection_changed.emit()
        if row < 0 and current:
            self.key_changed.emit("")

    def _on_current(self) -> None:
        if not self._restoring:
            self.key_changed.emit(self.current_key())

    def _on_selection(self) -> None:
        if not self._restoring:
            self.selection_changed.emit()

    # ticks

    def _take_all(self) -> None:
        if self._records.ticks:
            self._records.tick(self._records.keys, on=True)
        elif self._records.rowCount():
            last = self._records.index(self._records.rowCount() - 1, self._records.columnCount() - 1)
            self.selectionModel().select(
                QItemSelection(self._records.index(0, 0), last), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _toggle_rows(self) -> None:
        keys = self.selected_keys()
        ticked = set(self._records.ticked_keys)
        self._records.tick(keys, on=not ticked.issuperset(keys))

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() < self._records.ticks:
            key = self._records.key(index.row())
            self._records.tick([key], on=not self._records.is_ticked(key))
            return
        super().mousePressEvent(event)

    # header: order, widths, choice of columns

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_chooser)
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(lambda *_: self._saving.start())
        header.sectionMoved.connect(lambda *_: self._saving.start())

    def _sort_by(self, section: int) -> None:
        if not self._records.sortable(section):
            return
        header = self.horizontalHeader()
        again = header.isSortIndicatorShown() and self._records.query.order[:1] == ((self._name(section), False),)
        order = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, order)
        self._records.sort(section, order)
        self._saving.start()

    def _name(self, section: int) -> str:
        return self._records.columns[section - self._records.ticks].name

    def visible_columns(self) -> list[int]:
        """Sections as the clerk sees them, from the left, without the ticks."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return [place for place in places if not header.isSectionHidden(place) and place >= self._records.ticks]

    def chooser(self) -> QMenu:
        """The menu of columns; a checked one is shown."""
        menu = QMenu(self)
        for place, column in enumerate(self._records.columns):
            section = place + self._records.ticks
            action = QAction(column.label, menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.triggered.connect(lambda shown, section=section: self._show_column(section, shown=shown))
            menu.addAction(action)
        return menu

    def _show_chooser(self, where: QPoint) -> None:
        menu = self.chooser()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(where))

    def _show_column(self, section: int, *, shown: bool) -> None:
        if shown or len(self.visible_columns()) > 1:
            self.setColumnHidden(section, not shown)
            self._save_shape()

    def _apply_shape(self) -> None:
        """Widths, order and choice as kept on this PC, at this text size."""
        shape = self._memory.load([one.name for one in self._records.shown]) if self._memory else TableShape()
        header = self.horizontalHeader()
        blocked = header.blockSignals(True)
        for place, one in enumerate(self._records.shown):
            section = place + self._records.ticks
            hidden = one.offered if shape.hidden is None else one.name in shape.hidden
            self.setColumnHidden(section, hidden)
            stretch = QHeaderView.ResizeMode.Stretch if one.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(section, stretch)
            header.resizeSection(section, self.scale.px(shape.widths.get(one.name, one.width)))
        if self._records.ticks:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(0, self.scale.px(TICK_WIDTH))
        self._apply_order(shape.order)
        header.blockSignals(blocked)
        self.viewport().update()

    def _apply_order(self, names: Sequence[str]) -> None:
        header = self.horizontalHeader()
        places = {one.name: place + self._records.ticks for place, one in enumerate(self._records.shown)}
        for wanted, name in enumerate(names, self._records.ticks):
            header.moveSection(header.visualIndex(places[name]), wanted)

    def _save_shape(self) -> None:
        if self._memory is not None:
            self._memory.save(self.shape())

    def shape(self) -> TableShape:
        """The shape as it is now."""
        header = self.horizontalHeader()
        sections: list[Any] = [place + self._records.ticks for place in range(len(self._records.shown))]
        by_place = sorted(sections, key=header.visualIndex)
        return TableShape(
            order=tuple(self._name(section) for section in by_place),
            widths={
                self._name(section): round(header.sectionSize(section) / self.scale.factor)
                for section in sections
                if not header.isSectionHidden(section)
            },
            hidden=frozenset(self._name(section) for section in sections if header.isSectionHidden(section)),
            sort=self._records.query.order[0] if self._records.query.order else None,
        )
