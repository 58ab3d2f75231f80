"""WaitingPage: what is done now, and how far it is, over a window that waits for it: 正在备份…, 正在升级…."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QProgressBar, QWidget

from .background import Job
from .boxes import column, label, row
from .buttons import plain
from .cards import Card
from .overrides import guarded
from .scale import Scale

_WIDTH = 460
LEAVING = "正在备份…", "备份完就关上。急着走可以不等：没做完的一份会去掉，下次打开本子以后自动补做。"
UPGRADING = (
    "正在升级…",
    "这个本子是旧版本的程序写的。先备份一份，验证过，再升级；没有做成就全部退回。做完自己打开，请不要关电脑。",
)


class WaitingPage(QWidget):
    """It covers the window and takes its keys, until the job is over; Esc lets the clerk go, if it may be stopped."""

    def __init__(self, scale: Scale, job: Job, over: QWidget, words: tuple[str, str] = LEAVING) -> None:
        super().__init__(over)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title, second = words
        self.setAccessibleName(title)
        self._job, self._window = job, over
        self.title = label(title, "title")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.go_button = plain("不等了（Esc）", self.go)
        self.go_button.setVisible(job.stoppable)
        card = Card(scale, self.title, self.bar, label(second, "second", wrap=True), gap=12, margins=(24, 20, 24, 18))
        card.add(row(scale, 1, self.go_button))
        scale.follow(card, lambda: card.setFixedWidth(scale.px(_WIDTH)))
        self.setLayout(column(scale, 1, row(scale, 1, card, 1), 2, gap=0))
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._over)
        found: Iterable[QShortcut] = over.findChildren(QShortcut)
        self._shut = frozenset(shortcut for shortcut in found if shortcut.isEnabled())
        for shortcut in self._shut:
            shortcut.setEnabled(False)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def go(self) -> None:
        """不等了: what is under way stops, and nothing is left of it."""
        if not self._job.stoppable:
            return
        self._job.cancel()
        self.title.setText("正在停下…")
        self.go_button.setEnabled(False)

    def _over(self) -> None:
        """The window closes now; or it asks something first, and is wanted again."""
        found: Iterable[QShortcut] = self._window.findChildren(QShortcut)  # some went with their pages meanwhile
        for shortcut in self._shut.intersection(found):
            shortcut.setEnabled(True)
        self.hide()
        self.deleteLater()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @guarded(harmless=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go()
        else:
            event.accept()
