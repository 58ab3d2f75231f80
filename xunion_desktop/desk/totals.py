"""Totals: the row of sums under a table, outside the scroll, each sum under its column."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTableView, QWidget

from .overrides import guarded
from .scale import HALF_BOLD, Scale
from .theme import CELL_PADDING, EDGE, INK, ROW


class Totals(QWidget):
    """Sums by section of the table it stands under; the first column says what is summed (合计 23 家)."""

    def __init__(self, scale: Scale, table: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._table = table
        self._texts: Mapping[int, tuple[str, bool]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.horizontalHeader().sectionResized.connect(self._moved)
        table.horizontalHeader().sectionMoved.connect(self._moved)
        table.horizontalScrollBar().valueChanged.connect(self._moved)
        scale.follow(self, self.updateGeometry)

    def show_texts(self, texts: Mapping[int, tuple[str, bool]]) -> None:
        """Show text and alignment (True = right) by section."""
        self._texts = texts
        self.setVisible(bool(texts))
        self.update()

    def text(self, section: int) -> str:
        """What stands under that section."""
        return self._texts.get(section, ("", False))[0]

    def _moved(self) -> None:
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(0, self._scale.px(ROW + 2))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(QColor(EDGE))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setFont(self._scale.font(13, HALF_BOLD))
        painter.setPen(QColor(INK))
        side = self._scale.px(CELL_PADDING)
        for section, (text, right) in self._texts.items():
            if self._table.isColumnHidden(section):
                continue
            left = self._table.columnViewportPosition(section)
            box = QRectF(left + side, 0, self._table.columnWidth(section) - 2 * side, self.height())
            where = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, where | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        painter.end()
