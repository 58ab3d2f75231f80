"""可用的词: every word a form may use, as buttons that put it where the cursor stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import small
from xunion_desktop.desk.cards import Scroll
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.scale import Scale

_SEEN = 12  # more words than these are searched


class FormWords(QWidget):
    """``wanted`` = this text is to be put in; ``option_wanted`` = the brackets of what may be left out."""

    wanted = Signal(str)
    option_wanted = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self.buttons: dict[str, QPushButton] = {}
        self.option = small("[ ] 可省去的一段", self.option_wanted.emit)
        self.option.setToolTip("方括号里有一个词是空的，整个方括号就不印")
        self.search = QLineEdit()
        self.search.setPlaceholderText("找词")
        self.search.setAccessibleName("找词")
        self.search.textChanged.connect(self._filter)
        self._scroll = Scroll(QWidget())
        head = row(scale, label("可用的词", "card-title"), label("点一下放进去", "second"), 1)
        box = column(scale, head, self.search, self._scroll, row(scale, self.option, 1))
        box.setStretch(2, 1)
        self.setLayout(box)

    def show_words(self, words: Mapping[str, str], *, read_only: bool = False) -> None:
        """Offer these; each shows how it may look."""
        self.buttons = {}
        for name, sample in words.items():
            made = small(f"{{{name}}}", partial(self.wanted.emit, f"{{{name}}}"))
            made.setToolTip(f"如：{sample}" if sample else "常常是空的")
            made.setEnabled(not read_only)
            self.buttons[name] = made
        self.option.setEnabled(not read_only)
        self.search.setVisible(len(words) > _SEEN)
        inner = QWidget()
        inner.setLayout(column(self._scale, foot(self._scale, list(self.buttons.values()), []), 1))
        inner.setProperty("look", "inner")
        self._scroll.setWidget(inner)

    def _filter(self, text: str) -> None:
        for name, made in self.buttons.items():
            made.setVisible(text.strip() in name)
        self._scroll.widget().updateGeometry()
