"""StepLine: where a wizard stands: done steps ticked, the present one red, the rest numbered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from .overrides import guarded
from .scale import HALF_BOLD, NORMAL, Scale
from .theme import CARD, EDGE, GREEN, INK, MUTE, RED


class StepLine(QWidget):
    """The horizontal list of steps; short of room only the circles stay."""

    def __init__(self, scale: Scale, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self.names = tuple(names)
        self._now = 0
        self._finished = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        scale.follow(self, self.updateGeometry)

    def show_step(self, now: int, *, finished: bool = False) -> None:
        """Stand at this step (``finished`` = it is done as well)."""
        self._now, self._finished = now, finished
        self.setAccessibleName(f"第 {now + 1} 步，{self.names[now]}")
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._scale.px(112 * len(self.names)), self._scale.px(28))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(34 * len(self.names)), self._scale.px(28))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self._scale.font(13, HALF_BOLD))
        side, gap, middle = self._scale.px(24), self._scale.px(8), self.height() / 2
        named = self.width() >= sum(side + 3 * gap + metrics.horizontalAdvance(name) for name in self.names)
        widths = [side + (gap + metrics.horizontalAdvance(name) if named else 0) for name in self.names]
        rest, last = self.width() - sum(widths), len(self.names) - 1
        line = min(self._scale.px(38), rest / max(last, 1) - 2 * gap)
        left = 0.0
        for step, name in enumerate(self.names):
            self._draw_circle(painter, QRectF(left, middle - side / 2, side, side), step)
            left += side
            if named:
                left += gap
                self._draw_name(painter, left, step)
                left += metrics.horizontalAdvance(name)
            if step < last:
                painter.setPen(QPen(QColor(EDGE), 1))
                painter.drawLine(QPointF(left + gap, middle), QPointF(left + gap + line, middle))
                left += line + 2 * gap
        painter.end()

    def _done(self, step: int) -> bool:
        return step < self._now or self._finished

    def _draw_circle(self, painter: QPainter, box: QRectF, step: int) -> None:
        done, now = self._done(step), step == self._now
        painter.setPen(QPen(QColor(GREEN if done else RED if now else EDGE), 1))
        painter.setBrush(QColor(GREEN if done else RED if now else CARD))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if done:
            painter.setPen(QPen(QColor(CARD), box.width() / 12))
            marks = ((0.32, 0.52), (0.45, 0.64), (0.70, 0.38))
            painter.drawPolyline(
                [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in marks]
            )
            return
        painter.setFont(self._scale.font(12, HALF_BOLD))
        painter.setPen(QColor(CARD if now else MUTE))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step + 1))

    def _draw_name(self, painter: QPainter, left: float, step: int) -> None:
        now = step == self._now and not self._finished
        painter.setFont(self._scale.font(13, HALF_BOLD if now else NORMAL))
        painter.setPen(QColor(RED if now else INK if self._done(step) else MUTE))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.names[step])
