"""CellPainter: the one delegate; paints text, second line, pill, tick, doubt frame, stripe and the bar of selection."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .cells import CELL, EMPTY, LEFT, RIGHT, Cell, Weight
from .overrides import guarded
from .pills import draw_pill
from .scale import HALF_BOLD, NORMAL, Scale
from .theme import (
    AMBER_EDGE,
    CARD,
    CELL_PADDING,
    FAINT,
    GREEN_TINT,
    INK,
    MUTE,
    RED,
    RED_EDGE,
    RED_TINT,
    ROW,
    SOFT,
    STRIPE,
    TONES,
    TWO_LINE_ROW,
    Tone,
    tone,
)

_INKS = {Weight.SOFT: SOFT, Weight.PLAIN: INK, Weight.BOLD: INK}
_EDGES = {"red": RED_EDGE, "amber": AMBER_EDGE, "green": GREEN_TINT}


class CellPainter(QStyledItemDelegate):
    """Paints every cell of every table; the model says what by the role CELL."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._fonts: dict[tuple[int, int], QFont] = {}
        scale.follow(self, self._fonts.clear)

    def font(self, size: int, weight: int) -> QFont:
        """A font of the window, made once per text size."""
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = self._scale.font(size, weight)
        return self._fonts[size, weight]

    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option
        cell: Cell = index.data(CELL) or EMPTY
        font = self.font(13, HALF_BOLD if cell.weight is Weight.BOLD else NORMAL)
        width = QFontMetrics(font).horizontalAdvance(cell.text) + 2 * self._scale.px(CELL_PADDING)
        return QSize(width, self._scale.px(TWO_LINE_ROW if cell.second else ROW))

    @guarded()
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell: Cell = index.data(CELL) or EMPTY
        box: QRect = option.rect  # type: ignore[attr-defined]  # PySide's stubs leave the option's fields out
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # as above
        ground = RED_TINT if selected else STRIPE if index.row() % 2 else CARD
        painter.fillRect(box, QColor(ground))
        if selected and self._leftmost(option, index):
            painter.fillRect(QRect(box.left(), box.top(), self._scale.px(3), box.height()), QColor(RED))
        self._paint_cell(painter, box, cell, selected=selected)

    def _leftmost(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = option.widget  # type: ignore[attr-defined]  # as above
        header = getattr(view, "horizontalHeader", None)
        return index.column() == 0 if header is None else header().visualIndex(index.column()) == 0

    def _paint_cell(self, painter: QPainter, box: QRect, cell: Cell, *, selected: bool) -> None:
        side = self._scale.px(CELL_PADDING)
        inner = box.adjusted(side, 0, -side, 0)
        if cell.ticked is not None:
            self._paint_tick(painter, inner, ticked=cell.ticked)
            return
        if cell.frame:
            self._paint_frame(painter, box, cell.frame)
        if cell.tone:
            self._paint_pill(painter, inner, cell, selected=selected)
        elif cell.second:
            half = inner.height() // 2
            self._paint_text(painter, inner.adjusted(0, 0, 0, -half + self._scale.px(2)), cell)
            second = Cell(cell.second, cell.right, ink=MUTE)
            self._paint_text(painter, inner.adjusted(0, half - self._scale.px(3), 0, 0), second, size=12)
        else:
            self._paint_text(painter, inner, cell)

    def _paint_text(self, painter: QPainter, box: QRect, cell: Cell, size: int = 13) -> None:
        font = self.font(size, HALF_BOLD if cell.weight is Weight.BOLD else NORMAL)
        if cell.struck:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(QColor(cell.ink or _INKS[cell.weight]))
        text, metrics, where = cell.text, painter.fontMetrics(), int(RIGHT if cell.right else LEFT)
        two = cell.wrap and box.height() >= 2 * metrics.height()
        if metrics.horizontalAdvance(text) > box.width():
            text = fold(text, metrics, box.width(), lines=2 if two else 1)
        painter.drawText(box, where, text)

    def _paint_pill(self, painter: QPainter, box: QRect, cell: Cell, *, selected: bool) -> None:
        look = tone(cell.tone)
        if selected and look is TONES["red"]:
            look = Tone(look.ink, CARD, look.dot)  # a red pill on the red tint would vanish
        draw_pill(painter, box.left(), box.center().y() + 0.5, cell.text, look, self._scale)

    def _paint_frame(self, painter: QPainter, box: QRect, name: str) -> None:
        frame = QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.fillRect(frame, QColor(tone(name).ground))
        painter.setPen(QPen(QColor(_EDGES.get(name, FAINT)), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)

    def _paint_tick(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        side = self._scale.px(16)
        square = QRectF(box.left() + 0.5, box.center().y() - side / 2 + 0.5, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(RED if ticked else FAINT), 1))
        painter.setBrush(QColor(RED if ticked else CARD))
        painter.drawRoundedRect(square, side / 4, side / 4)
        if ticked:
            pen = QPen(
                QColor(CARD), side / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
            painter.setPen(pen)
            left, top = square.left(), square.top()
            marks = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.32))
            painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in marks])
        painter.restore()


def fold(text: str, metrics: QFontMetrics, width: int, *, lines: int) -> str:
    """The text broken into so many lines of this width; the last one ends with … where it is still too long."""
    if lines == 1 or metrics.horizontalAdvance(text) <= width:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    first = next((count for count in range(len(text), 1, -1) if metrics.horizontalAdvance(text[:count]) <= width), 1)
    return f"{text[:first]}\n{fold(text[first:], metrics, width, lines=lines - 1)}"
