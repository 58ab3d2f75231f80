"""MappingHeader: the header of the import table; under each heading of the sheet stands where its column goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QWidget

from .boxes import label, relook
from .calm_combo import CalmCombo
from .overrides import guarded
from .plan_model import PlanModel
from .scale import Scale

NOWHERE = "不导入"
LINE = 40


class MappingHeader(QHeaderView):
    """``placed`` = the clerk puts the column with this index in the sheet to that target ("" = 不导入)."""

    placed = Signal(int, str)

    def __init__(self, scale: Scale, model: PlanModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scale, self._plan = scale, model
        self._combos: dict[int, QComboBox] = {}
        self._goes: QLabel = label("放到", "second")
        self._goes.setParent(self.viewport())
        self.setSectionsClickable(False)
        self.sectionResized.connect(self.arrange)
        scale.follow(self, self._rescale)

    def show_targets(self, targets: Sequence[tuple[str, str]]) -> None:
        """Offer these targets (name, label) under every heading."""
        for combo in self._combos.values():
            combo.hide()
            combo.deleteLater()
        self._combos = {}
        for section in range(1, self._plan.columnCount()):
            self._combos[section] = self._combo(section, targets)
        self._goes.show()
        self.arrange()

    def _combo(self, section: int, targets: Sequence[tuple[str, str]]) -> QComboBox:
        heading = self._plan.heading(section)
        combo = CalmCombo(self.viewport())
        combo.setProperty("look", "mapping")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setAccessibleName(f"{heading.label} 放到")
        combo.addItem(NOWHERE, "")
        for name, words in targets:
            combo.addItem(words, name)
        combo.setCurrentIndex(max(0, combo.findData(heading.target)))
        if heading.source in {"content", "likeness"}:
            relook(combo, level="doubt")
        combo.activated.connect(
            lambda _place, index=heading.index, combo=combo: self.placed.emit(index, combo.currentData())
        )
        combo.show()
        return combo

    def combo(self, section: int) -> QComboBox:
        """The choice under that heading."""
        return self._combos[section]

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._label_height() + self._scale.px(LINE))

    def _label_height(self) -> int:
        return super().sizeHint().height()

    @guarded()
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        super().paintSection(painter, QRect(rect.left(), rect.top(), rect.width(), self._label_height()), section)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @guarded()
    def setOffset(self, offset: int) -> None:
        super().setOffset(offset)
        self.arrange()

    def arrange(self) -> None:
        """Keep each choice under its heading."""
        top, height = self._label_height() + self._scale.px(4), self._scale.px(30)
        for section, combo in self._combos.items():
            left = self.sectionViewportPosition(section)
            combo.setGeometry(left + 2, top, max(20, self.sectionSize(section) - 4), height)
        self._goes.setGeometry(
            self.sectionViewportPosition(0) + self._scale.px(6), top, max(1, self.sectionSize(0)), height
        )

    def _rescale(self) -> None:
        self.updateGeometry()
        self.arrange()
