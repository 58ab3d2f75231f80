"""Chips: filters or pages as a row of rounded buttons, one of them checked; what does not fit folds into 更多 ▾."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from .buttons import button
from .overrides import guarded
from .scale import Scale

_GAP = 8


@dataclass(frozen=True)
class ChipText:
    """One chip: its id, its word, and the count behind it (None = no count)."""

    id: str
    label: str
    count: int | None = None

    @property
    def words(self) -> str:
        """任期届满 9."""
        return self.label if self.count is None else f"{self.label} {self.count:,}"


class ChipRow(QWidget):
    """A row of chips of which one is checked; ``chosen`` tells the id when the clerk takes another.

    ``look="tab"`` makes the tabs of the window of it.
    """

    chosen = Signal(str)

    def __init__(self, scale: Scale, parent: QWidget | None = None, *, look: str = "chip", gap: int = _GAP) -> None:
        super().__init__(parent)
        self._scale = scale
        self._look, self._gap = look, gap
        self._texts: tuple[ChipText, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._current = ""
        self._more = button("更多 ▾", None, look)
        self._more.setParent(self)
        self._more.setCheckable(True)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        scale.follow(self, self._refit)

    @property
    def current(self) -> str:
        """Id of the checked chip."""
        return self._current

    def show_chips(self, texts: Sequence[ChipText], current: str = "") -> None:
        """Show these chips (counts may have changed) with ``current`` checked (the same as before, else the first)."""
        wanted = current or self._current
        if [text.id for text in texts] != list(self._buttons):
            self._make(texts)
        self._texts = tuple(texts)
        for text in texts:
            self._buttons[text.id].setText(text.words)
        ids = list(self._buttons)
        self.check(wanted if wanted in self._buttons else next(iter(ids), ""))

    def check(self, chip_id: str) -> None:
        """Check this chip without telling anybody."""
        self._current = chip_id
        for known, chip in self._buttons.items():
            chip.setChecked(known == chip_id)
        self._refit()
        self.updateGeometry()

    def folded(self) -> list[str]:
        """Ids of the chips that are in 更多."""
        return [chip_id for chip_id, chip in self._buttons.items() if chip.isHidden()]

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        widths = [chip.sizeHint().width() for chip in self._buttons.values()]
        gaps = self._scale.px(self._gap) * max(0, len(widths) - 1)
        return QSize(sum(widths) + gaps, self._more.sizeHint().height())

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        first = next(iter(self._buttons.values()), self._more).sizeHint().width()
        folds = self._more.sizeHint().width() + self._scale.px(self._gap) if len(self._buttons) > 1 else 0
        return QSize(first + folds, self._more.sizeHint().height())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def _make(self, texts: Sequence[ChipText]) -> None:
        for chip in self._buttons.values():
            chip.deleteLater()
            chip.hide()
        self._buttons = {}
        for text in texts:
            chip = button(text.words, None, self._look)
            chip.setParent(self)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked=False, chip_id=text.id: self._choose(chip_id))
            chip.show()
            self._buttons[text.id] = chip

    def _choose(self, chip_id: str) -> None:
        other = chip_id != self._current
        self.check(chip_id)
        if other:
            self.chosen.emit(chip_id)

    def _refit(self) -> None:
        """Place the chips from the left; where they end, 更多 begins."""
        gap, height = self._scale.px(self._gap), self._more.sizeHint().height()
        folded = self._folding(gap)
        left = 0
        for chip_id, chip in self._buttons.items():
            chip.setVisible(chip_id not in folded)
            if chip_id not in folded:
                chip.setGeometry(left, 0, chip.sizeHint().width(), height)
                left += chip.width() + gap
        self._show_more(folded)
        self._more.setGeometry(left, 0, self._more.sizeHint().width(), height)

    def _folding(self, gap: int) -> list[str]:
        widths = {chip_id: chip.sizeHint().width() for chip_id, chip in self._buttons.items()}
        if sum(widths.values()) + gap * (len(widths) - 1) <= self.width():
            return []
        room = self.width() - max(self._more.sizeHint().width(), self._scale.px(86)) - gap
        kept: list[str] = []
        for chip_id, width in widths.items():
            room -= width + (gap if kept else 0)
            if room < 0:
                break
            kept.append(chip_id)
        return [chip_id for chip_id in widths if chip_id not in kept]

    def _show_more(self, folded: list[str]) -> None:
        self._more.setVisible(bool(folded))
        self._menu.clear()
        words = {text.id: text.words for text in self._texts}
        for chip_id in folded:
            action = QAction(words.get(chip_id, ""), self._menu)
            action.setCheckable(True)
            action.setChecked(chip_id == self._current)
            action.triggered.connect(lambda _checked=False, chosen=chip_id: self._choose(chosen))
            self._menu.addAction(action)
        inside = self._current in folded
        self._more.setChecked(inside)
        self._more.setText(f"{words.get(self._current, '')} ▾" if inside else "更多 ▾")
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
