"""HelpPage: the help of the place where one is, and the list of all others (resources/help, one Markdown file each)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout

from .boxes import column, label, row
from .buttons import back
from .cards import Card
from .desk import Desk
from .help_text import HelpText
from .sub_page import SubPage

START = "start"


class HelpPage(SubPage):
    """The help. Each page is a file ``<id>.md`` whose first line is its title."""

    keys = (("Esc", "返回"),)

    def __init__(self, desk: Desk, folder: Path, page_id: str = START) -> None:
        super().__init__(desk)
        self._folder = folder
        self.contents = QListWidget()
        self.contents.setFrameShape(QListWidget.Shape.NoFrame)
        self.text = HelpText(folder)
        self.text.anchorClicked.connect(self._follow)
        self._fill()
        self.contents.currentItemChanged.connect(lambda item, _old: self._show(item))
        head = row(desk.scale, back("返回", self.leave, desk.icons, desk.scale), label("帮助", "title"), 1, gap=12)
        self.setLayout(self._laid(head))
        self.open(page_id)

    def open(self, page_id: str) -> None:
        """Turn to this page; an unknown one opens the first."""
        for number in range(self.contents.count()):
            if self.contents.item(number).data(Qt.ItemDataRole.UserRole) == page_id:
                self.contents.setCurrentRow(number)
                return
        self.contents.setCurrentRow(0)

    def _laid(self, head: QHBoxLayout) -> QVBoxLayout:
        scale = self.desk.scale
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(Card(scale, label("目录", "card-title"), self.contents))
        split.addWidget(Card(scale, self.text))
        split.setSizes([scale.px(260), scale.px(1040)])
        split.setChildrenCollapsible(False)
        box = column(scale, head, split, gap=12, margins=self.margins)
        box.setStretch(1, 1)
        return box

    def _fill(self) -> None:
        for file in pages(self._folder):
            item = QListWidgetItem(title_of(file))
            item.setData(Qt.ItemDataRole.UserRole, file.stem)
            self.contents.addItem(item)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.show_page(item.data(Qt.ItemDataRole.UserRole))

    def _follow(self, target: QUrl) -> None:
        self.open(Path(target.path()).stem)


def pages(folder: Path) -> list[Path]:
    """All help pages, the start first, then by title."""
    files = sorted(folder.glob("*.md"), key=title_of)
    return sorted(files, key=lambda file: file.stem != START)


def title_of(file: Path) -> str:
    """The first line of a page, without its mark."""
    with file.open(encoding="utf-8") as text:
        return text.readline().lstrip("# ").strip()
