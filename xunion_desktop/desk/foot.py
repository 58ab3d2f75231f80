"""Foot: the buttons at the bottom of a card: papers at the left, deeds at the right; in two lines where they must."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget, QWidgetItem

from .overrides import guarded
from .scale import Scale

_GAP = 8


class FootLayout(QLayout):
    """Left items flow from the left, right items end at the right edge; lines break where they must."""

    def __init__(self, scale: Scale, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        super().__init__()
        self._scale = scale
        self._items: list[QLayoutItem] = []
        self._right_from = len(left)
        for widget in (*left, *right):
            self.addChildWidget(widget)
            self._items.append(QWidgetItem(widget))

    @guarded()
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @guarded(0)
    def count(self) -> int:
        return len(self._items)

    @guarded()
    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # Qt asks past the end

    @guarded()
    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # Qt asks past the end

    @guarded(Qt.Orientation.Horizontal)
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self._scale.px(_GAP) * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    @guarded(QSize())
    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    @guarded()
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, bool]]]:
        gap = self._scale.px(_GAP)
        lines: list[list[tuple[QLayoutItem, bool]]] = [[]]
        used = 0
        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if lines[-1] and used + gap + wide > width:
                lines.append([])
                used = 0
            used += wide + (gap if lines[-1] else 0)
            lines[-1].append((item, place >= self._right_from))
        return lines

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        gap, top = self._scale.px(_GAP), rect.top()
        for line in self._lines(rect.width()):
            height = max((item.sizeHint().height() for item, _ in line), default=0)
            if place:
                self._place(line, QRect(rect.left(), top, rect.width(), height), gap)
            top += height + gap
        return top - gap - rect.top()

    def _place(self, line: list[tuple[QLayoutItem, bool]], rect: QRect, gap: int) -> None:
        left = rect.left()
        for item, _ in (pair for pair in line if not pair[1]):
            item.setGeometry(QRect(left, rect.top(), item.sizeHint().width(), rect.height()))
            left += item.sizeHint().width() + gap
        right = rect.right() + 1
        for item, _ in reversed([pair for pair in line if pair[1]]):
            right -= item.sizeHint().width()
            item.setGeometry(QRect(right, rect.top(), item.sizeHint().width(), rect.height()))
            right -= gap


def foot(scale: Scale, left: Sequence[QWidget], right: Sequence[QWidget]) -> QWidget:
    """The foot of a card."""
    holder = QWidget()
    holder.setLayout(FootLayout(scale, left, right))
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
