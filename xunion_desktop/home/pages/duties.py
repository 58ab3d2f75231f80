"""待办事项: one line per duty, with the button of its next paper or deed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from xunion_desktop.basics.duty import Duty
from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import plain, primary, with_icon
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.scale import Scale
from xunion_desktop.desk.theme import CARD, SOFT, tone
from xunion_desktop.home.rules import second_line

NOTHING = "今天没有到期的事。"
NOTHING_YET = "还没有台账。先到“基层工会”从 Excel 导入。"


class Dot(QWidget):
    """The coloured dot before a duty; the words beside it say the same."""

    def __init__(self, scale: Scale, look: str) -> None:
        super().__init__()
        self._scale, self._look = scale, look
        scale.follow(self, lambda: self.setFixedSize(self.sizeHint()))

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._scale.px(12), self._scale.px(12))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone(self._look).dot))
        painter.drawEllipse(self.rect())
        painter.end()


class DutyLine(QWidget):
    """One duty: dot, sentence, its rule, and what to do next."""

    def __init__(self, desk: Desk, duty: Duty, *, first: bool) -> None:
        super().__init__()
        self._desk, self.duty = desk, duty
        self.button = self._button(first)
        words = column(desk.scale, label(duty.text, wrap=True), label(second_line(duty), "second", wrap=True), gap=2)
        line = row(desk.scale, Dot(desk.scale, duty.urgency), words, self.button, gap=10, margins=(0, 8, 0, 8))
        line.setStretch(1, 1)
        self.setLayout(line)

    def act(self) -> None:
        """Open the next paper for these records, or the records themselves."""
        duty = self.duty
        if duty.paper:
            self._desk.print(duty.paper, self._keys())
        elif duty.page:
            self._desk.open_menu_page(duty.page)
        else:
            self._desk.open_register(duty.register, duty.chip, duty.keys)

    def _keys(self) -> Sequence[str]:
        if self.duty.keys:
            return self.duty.keys
        return self._desk.register(self.duty.register).keys(self.duty.chip, as_of=self._desk.today)

    def _button(self, first: bool) -> QPushButton:
        words = self.duty.deed or "查看"
        made = primary(words, self.act) if first else plain(words, self.act)
        if self.duty.paper:
            with_icon(made, "printer", self._desk.icons, self._desk.scale, colour=CARD if first else SOFT)
        return made


class DutiesCard(Card):
    """All duties, the most urgent first; ↑ and ↓ walk through them, Enter does the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        self.lines: list[DutyLine] = []
        self._desk = desk
        self._list: QVBoxLayout = column(desk.scale, gap=0)
        head = row(desk.scale, label("待办事项", "card-title"), 1, label("按急缓排", "second"))
        super().__init__(desk.scale, head, self._list, 1, gap=4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_duties(self, duties: Sequence[Duty], *, blank: bool) -> None:
        """Show these; ``blank`` = the book holds nothing yet, so the line says where to begin."""
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = [DutyLine(self._desk, duty, first=number == 0) for number, duty in enumerate(duties)]
        for number, line in enumerate(self.lines):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(line)
        if not self.lines:
            self._list.addWidget(label(NOTHING_YET if blank else NOTHING, "second", wrap=True))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.lines:
            super().keyPressEvent(event)
            return
        at = next((number for number, line in enumerate(self.lines) if line.button.hasFocus()), -1)
        self.lines[max(0, min(at + step, len(self.lines) - 1))].button.setFocus(Qt.FocusReason.TabFocusReason)
