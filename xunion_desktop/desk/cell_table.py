"""CellTable: the one table view of the window: 34 px rows, no grid, whole rows only, keys as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionRange, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from .cell_painter import CellPainter
from .cells import DISPLAY
from .overrides import guarded
from .scale import Scale
from .theme import ROW

COPY_LIMIT = 5000


class CellTable(QTableView):
    """A table of Cells. ``wanted`` = Enter, F2, a double click; ``all_wanted`` = Ctrl+A; ``toggled`` = space."""

    wanted = Signal(int)
    all_wanted = Signal()
    toggled = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None, *, row: int = ROW) -> None:
        super().__init__(parent)
        self.scale = scale
        self._row = row
        self.setItemDelegate(CellPainter(scale, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(20)
        self.doubleClicked.connect(lambda index: self.wanted.emit(index.row()))
        scale.follow(self, self._resize_rows)

    def _resize_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.scale.px(self._row))

    def set_row(self, row: int) -> None:
        """Make all rows this high, as in the pictures at 100 %."""
        if row != self._row:
            self._row = row
            self._resize_rows()

    def row_height(self) -> int:
        """Height of one row on this screen."""
        return self.verticalHeader().defaultSectionSize()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()  # never selectAll: it takes seconds on a long register (stack.md §6)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def selected_rows(self) -> list[int]:
        """The selected rows from the top down, read from the ranges of the selection."""
        rows: set[int] = set()
        selection = self.selectionModel().selection()
        for span in cast("Iterable[QItemSelectionRange]", selection):  # PySide's stubs do not say that it is a list
            rows.update(range(span.top(), span.bottom() + 1))
        return sorted(rows)

    def shown_sections(self) -> list[int]:
        """The columns that are seen, from the left."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        return [place for place in places if not header.isSectionHidden(place)]

    def heads(self) -> list[str]:
        """The headings that are seen, from the left."""
        model = self.model()
        words = (model.headerData(place, Qt.Orientation.Horizontal, DISPLAY) for place in self.shown_sections())
        return [str(word or "") for word in words]

    def copy_rows(self) -> None:
        """Copy the selected rows with their headings, as a spreadsheet takes them."""
        model, shown, heads = self.model(), self.shown_sections(), self.heads()
        lines = [heads] if any(heads) else []
        rows = self.selected_rows()[:COPY_LIMIT]
        lines += [[_cell_text(model.index(row, place)) for place in shown] for row in rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


def on_paste(widget: QWidget, paste: Callable[[str], object]) -> None:
    """Ctrl+V in ``widget`` hands over the text of the clipboard; a text field inside keeps its own Ctrl+V."""
    keys = QKeySequence(QKeySequence.StandardKey.Paste)
    where = Qt.ShortcutContext.WidgetWithChildrenShortcut
    QShortcut(keys, widget, lambda: paste(QGuiApplication.clipboard().text()), context=where)


def _cell_text(index: QModelIndex) -> str:
    text = str(index.data(DISPLAY) or "")
    return "" if text == "—" else text.replace("\t", " ").replace("\n", " ")


class WholeRows(QWidget):
    """Holds a table and gives it such a height that no row is cut (rule 12 of the pictures).

    ``least`` rows are seen where room is short, ``most`` where there is enough.
    """

    def __init__(self, table: CellTable, parent: QWidget | None = None, *, least: int = 3, most: int = 6) -> None:
        super().__init__(parent)
        self.table = table
        self._least, self._most = least, most
        table.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        table.verticalHeader().installEventFilter(self)
        table.horizontalScrollBar().rangeChanged.connect(lambda *_: self.fit())
        self.setFocusProxy(table)
        table.scale.follow(self, self.fit)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(320, self._head() + self._most * self.table.row_height())

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._head() + self._least * self.table.row_height())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Place the table again."""
        head, row = self._head(), self.table.row_height()
        bar = self.table.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        rows = max(1, (self.height() - head - below) // row)
        self.table.setGeometry(QRect(0, 0, self.width(), min(self.height(), head + rows * row + below)))

    def _head(self) -> int:
        header = self.table.horizontalHeader()
        return 0 if header.isHidden() else header.sizeHint().height()
