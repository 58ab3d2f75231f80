"""字体: which face serves which role on the printer and in the preview of this PC, why, and how it looks."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import back, plain
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.painting import PagePainter
from xunion_desktop.desk.pills import Pill
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.paper.pages import Glyphs, Page
from xunion_desktop.paper.system_fonts import Choice

TITLE = "字体"
_SAMPLE = "兴县总工会关于做好基层工会换届选举工作的通知"
_SIZE, _EM = 20.0, 20.0 / 72 * 25.4  # points, mm
_ABOVE, _HEIGHT = 7.0, 9.5  # mm
_WHAT = "打印和预览先用系统里合格的字体；存成的 PDF、发出去的文件总用内置的。换行不随字体变，系统字体从不复制。"


class SampleLine(QWidget):
    """One line in the face that serves a role, drawn as a paper is."""

    def __init__(self, desk: Desk, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        width = len(_SAMPLE) * _EM
        self._page = Page(width, _HEIGHT, (Glyphs(role, _SIZE, _SAMPLE, 0, _ABOVE, _EM),))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_SAMPLE)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._desk.scale.px(420), self._desk.scale.px(30))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        dots = min(self.height() / _HEIGHT, self.width() / self._page.width)
        painter = QPainter(self)
        PagePainter(painter, self._desk.faces.fonts, dots).page(self._page)
        painter.end()


class FontsPage(SubPage):
    """One line for each role, and 总用内置字体."""

    help_page = "fonts"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.own_only = QCheckBox("总用内置字体")
        self.own_only.setChecked(desk.faces.own_only)
        self.own_only.toggled.connect(self._choose)
        self.again_button = plain("再找一次", lambda: desk.faces.look(anew=True))
        self._list = column(desk.scale, gap=0)
        inner = QWidget()
        inner.setLayout(self._list)
        card = Card(desk.scale, gap=8)
        card.add(label(_WHAT, "second", wrap=True))
        card.add(Scroll(inner), 1)
        card.add(row(desk.scale, self.own_only, 1, self.again_button))
        top = row(desk.scale, back("返回", self.leave, desk.icons, desk.scale), label(TITLE, "title"), 1)
        box = column(desk.scale, top, card, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        desk.faces.changed.connect(self.show_faces)
        self.again_button.setEnabled(desk.faces.system)
        self.show_faces()

    def show_faces(self) -> None:
        """Show what serves each role now."""
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for choice in self.desk.faces.choices:
            self._list.addWidget(self._shown(choice))
            self._list.addWidget(rule())
        self._list.addStretch(1)

    def _choose(self, wanted: bool) -> None:
        self.desk.messages.attempt(lambda: self.desk.faces.use_own_only(wanted=wanted))

    def _shown(self, choice: Choice) -> QWidget:
        scale = self.desk.scale
        title = label(choice.role, "strong")
        scale.follow(title, lambda: title.setFixedWidth(scale.px(64)))
        system = choice.path is not None
        pill = Pill(scale, "系统" if system else "内置", "green" if system else "grey")
        words = column(
            scale,
            SampleLine(self.desk, choice.file_role),
            label(choice.face, wrap=True),
            label(choice.why, "second", wrap=True),
            gap=2,
        )
        box = row(scale, pill, title, words, gap=12, margins=(0, 8, 0, 8))
        box.setStretch(2, 1)
        shown = QWidget()
        shown.setLayout(box)
        return shown
