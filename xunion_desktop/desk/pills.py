"""Pills: a state is a word in a pill, never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .overrides import guarded
from .scale import Scale
from .theme import PILL_HEIGHT, Tone, tone

_SIDE = 9


def pill_width(words: str, scale: Scale) -> int:
    """How wide the pill with these words is."""
    return QFontMetrics(scale.font(12)).horizontalAdvance(words) + 2 * scale.px(_SIDE)


def draw_pill(painter: QPainter, left: float, middle: float, words: str, look: Tone, scale: Scale) -> None:
    """Draw a pill that begins at ``left`` with its middle at the height ``middle``."""
    height = scale.px(PILL_HEIGHT)
    box = QRectF(left, middle - height / 2, pill_width(words, scale), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.ground))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setFont(scale.font(12))
    painter.setPen(QColor(look.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class Pill(QWidget):
    """A pill that stands by itself (届满 84 天)."""

    def __init__(self, scale: Scale, words: str = "", look: str = "grey", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._words = words
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        scale.follow(self, self.updateGeometry)

    def show_state(self, words: str, look: str) -> None:
        """Change word and tone; no word, no pill."""
        self._words, self._look = words, look
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What the pill says."""
        return self._words

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._words, self._scale), self._scale.px(PILL_HEIGHT))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        draw_pill(painter, 0, self.height() / 2, self._words, tone(self._look), self._scale)
        painter.end()
