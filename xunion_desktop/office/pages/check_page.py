"""体检: fonts, printer, disks, clock, keys, backups and the book itself, each in one line with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.pills import Pill
from xunion_desktop.desk.printer import printer_names
from xunion_desktop.desk.progress import Progress
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office.checkup import BOOK, examine
from xunion_desktop.office.condition import Line, State
from xunion_desktop.office.duties import note_faults
from xunion_desktop.paper.system_fonts import font_lines

TITLE, _UNDER_WAY = "体检", "正在检查…"
_NOT_CHECKED = ("没有查完：程序出错了。", "请把出错的报告发给维护程序的人，先做一份备份，再查一次。")
_TONES = {State.GOOD: "green", State.LOOK: "amber", State.MEND: "red"}
_ORDER = (State.MEND, State.LOOK, State.GOOD)


class CheckPage(SubPage):
    """The lines, what must be mended first. It begins by itself; the window goes on meanwhile."""

    help_page = "check"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.lines: list[Line] = []
        self.summary = label(_UNDER_WAY, "second")
        self.again_button = primary("再查一次", self.examine)
        self.backup_button = plain("备份与恢复", lambda: desk.open_menu_page("backup"))
        inner = QWidget()
        self._list = column(desk.scale, gap=0)
        inner.setLayout(self._list)
        card = Card(desk.scale, gap=8)
        card.add(Scroll(inner), 1)
        card.add(row(desk.scale, 1, self.backup_button, self.again_button))
        top = row(desk.scale, back("返回", self.leave, desk.icons, desk.scale), label(TITLE, "title"), self.summary, 1)
        box = column(desk.scale, top, card, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.examine()

    def examine(self) -> None:
        """Look at everything, as a job."""
        self.again_button.setEnabled(False)
        self.summary.setText(_UNDER_WAY)
        book, printers, faces = self.desk.book, printer_names(), font_lines(self.desk.faces.choices)

        def work(progress: Progress) -> list[Line]:
            now = datetime.now().astimezone()
            lines = examine(book, now, printers, progress, faces=faces)
            note_faults(book, now, sum(line.title == BOOK and line.state is not State.GOOD for line in lines))
            return lines

        job = self.desk.jobs.run("体检", work, self.show_lines)
        job.failed.connect(self._show_trouble)
        job.cancelled.connect(self._show_cancelled)
        job.ended.connect(self._ended)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found."""
        self.lines = sorted(lines, key=lambda line: _ORDER.index(line.state))
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in self.lines:
            self._list.addWidget(self._shown(line))
            self._list.addWidget(rule())
        self._list.addStretch(1)
        counts = {state: sum(line.state is state for line in lines) for state in _ORDER}
        said = [f"{count} 项{state}" for state, count in counts.items() if count]
        self.summary.setText("　".join(said))

    def _show_trouble(self, trouble: Trouble) -> None:
        """What kept it from being checked is what must be mended first."""
        self.show_lines([Line(BOOK, State.MEND, trouble.sentence, trouble.remedy)])

    def _show_cancelled(self) -> None:
        self.summary.setText("没有查完。")

    def _ended(self) -> None:
        """Whatever came of it, nothing is being checked any more."""
        self.again_button.setEnabled(True)
        if self.summary.text() == _UNDER_WAY:
            self.show_lines([Line(BOOK, State.MEND, *_NOT_CHECKED)])

    def _shown(self, line: Line) -> QWidget:
        scale = self.desk.scale
        title = label(line.title, "strong", wrap=True)
        scale.follow(title, lambda: title.setFixedWidth(scale.px(120)))
        words = column(scale, label(line.sentence, wrap=True), gap=2)
        if line.remedy:
            words.addWidget(label(line.remedy, "second", wrap=True))
        box = row(scale, Pill(scale, line.state, _TONES[line.state]), title, words, gap=12, margins=(0, 7, 0, 7))
        box.setStretch(2, 1)
        shown = QWidget()
        shown.setLayout(box)
        return shown
