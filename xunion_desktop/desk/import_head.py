"""ImportHead: the line over an import: the way back, what is imported, which sheet of it, and the five steps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from xunion_desktop.sheets.read import Sheet

from .boxes import label, row
from .buttons import back, plain
from .calm_combo import CalmCombo
from .desk import Desk
from .import_steps import ImportSteps
from .import_work import Source


class ImportHead(QWidget):
    """``sheet_wanted`` = the clerk takes another sheet of the file."""

    back_wanted = Signal()
    file_wanted = Signal()
    sheet_wanted = Signal(int)

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scale = desk.scale
        self.back = back("返回台账", self.back_wanted.emit, desk.icons, scale)
        self.file_name = label("", "second")
        self.sheets = CalmCombo()
        self.sheets.setAccessibleName("工作表")
        self.sheets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheets.activated.connect(self.sheet_wanted)
        self.sheets.hide()
        self.steps = ImportSteps(scale)
        self.other_file = plain("换文件…", self.file_wanted.emit)
        parts = (self.back, label(title, "title"), self.file_name, self.sheets, self.steps, self.other_file)
        line = row(scale, *parts, gap=12)
        line.setStretch(4, 1)
        self.setLayout(line)

    def show_source(self, source: Source, sheet: Sheet) -> None:
        """Say what is imported; several filled sheets are offered."""
        self.file_name.setText(source.name)
        self.sheets.clear()
        for one in source.sheets:
            self.sheets.addItem(f"工作表：{one.name}{'（隐藏）' if one.hidden else ''}")
        place = next((place for place, one in enumerate(source.sheets) if one is sheet), 0)
        self.sheets.setCurrentIndex(place)
        self.sheets.setVisible(len(source.sheets) > 1)
