"""关于: the version and what is new in it, where everything lies on this PC, the licences of all that is shipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QWidget,
)

from xunion_desktop import __version__
from xunion_desktop.basics.places import Places
from xunion_desktop.basics.resources import resource_text
from xunion_desktop.basics.shipped import everything
from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import back, plain
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.store.book import Book

TITLE = "关于"
NEWS, FOLDERS, LICENCES = "news", "folders", "licences"
_PARTS = (ChipText(NEWS, "版本和新内容"), ChipText(FOLDERS, "放在哪里"), ChipText(LICENCES, "许可证"))
_OFFLINE = "县总工会的离线工作台。本子是加密的，只在这台电脑上；程序不联网，也不收集任何东西。"
_FREE = "程序按木兰宽松许可证第 2 版发布，可以自由使用、修改、分发。下面是随程序一起给您的全部软件、字体和数据。"


def shown_in_folder(folder: Path) -> bool:
    """Open a folder in the system's file manager; whether that was possible."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class AboutPage(SubPage):
    """Three parts behind chips. ``open_folder`` shows a folder to the clerk."""

    help_page = "about"

    def __init__(
        self,
        desk: Desk,
        places: Places,
        parent: QWidget | None = None,
        *,
        open_folder: Callable[[Path], bool] = shown_in_folder,
    ) -> None:
        super().__init__(desk, parent)
        self._open_folder = open_folder
        self.chips = ChipRow(desk.scale)
        self.stack = QStackedWidget()
        self.licences = QListWidget()
        self.text = QPlainTextEdit()
        self.shipped = list(everything())
        for part in (_news(desk), self._places(folders(desk.book, places)), self._licences()):
            self.stack.addWidget(part)
        self.chips.show_chips(_PARTS, NEWS)
        self.chips.chosen.connect(self.open)
        way_back = back("返回", self.leave, desk.icons, desk.scale)
        top = row(desk.scale, way_back, label(f"工会工作台 {__version__}", "title"), self.chips)
        top.setStretch(2, 1)
        box = column(desk.scale, top, self.stack, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)

    def open(self, part: str) -> None:
        """Turn to one of the parts."""
        self.chips.check(part)
        self.stack.setCurrentIndex([chip.id for chip in _PARTS].index(part))

    def show_folder(self, folder: Path) -> None:
        """打开文件夹: in the file manager, where there is one."""
        if not folder.is_dir():
            self.desk.messages.say("这个文件夹还没有建，用到时才建。", str(folder), tone="grey")
        elif not self._open_folder(folder):
            self.desk.messages.say("这台电脑打不开文件夹的窗口。", f"请自己找到 {folder}", tone="amber")

    def _places(self, lying: Mapping[str, Path]) -> QWidget:
        scale = self.desk.scale
        inner = QWidget()
        parts = column(scale, gap=0)
        inner.setLayout(parts)
        for words, path in lying.items():
            parts.addLayout(self._place(words, path))
            parts.addWidget(rule())
        parts.addStretch(1)
        card = Card(scale, label("放在哪里", "card-title"))
        card.add(Scroll(inner), 1)
        return card

    def _place(self, words: str, path: Path) -> QLayout:
        title = label(words, "strong")
        where = label(str(path), "second", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        folder = path if path.suffix == "" else path.parent
        button = plain("打开文件夹", partial(self.show_folder, folder))
        button.setAccessibleName(f"打开文件夹：{words}")
        scale = self.desk.scale
        line = row(scale, column(scale, title, where, gap=2), button, gap=12, margins=(0, 8, 0, 8))
        line.setStretch(0, 1)
        return line

    def _licences(self) -> QWidget:
        scale = self.desk.scale
        self.licences.setFrameShape(QFrame.Shape.NoFrame)
        self.licences.addItems([f"{one.title}　{one.licence}" for one in self.shipped])
        self.licences.setAccessibleName("随程序一起给您的软件、字体和数据")
        self.text.setReadOnly(True)
        self.text.setAccessibleName("许可证全文")
        self.licences.currentRowChanged.connect(self._show_licence)
        self.licences.setCurrentRow(0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.licences)
        split.addWidget(self.text)
        split.setSizes([scale.px(420), scale.px(860)])
        card = Card(scale, label(_FREE, "second", wrap=True))
        card.add(split, 1)
        return card

    def _show_licence(self, place: int) -> None:
        self.text.setPlainText(self.shipped[place].text())


def _news(desk: Desk) -> QWidget:
    text = QTextBrowser()
    text.setFrameShape(QFrame.Shape.NoFrame)
    text.setMarkdown(resource_text("news.md"))
    about: QLabel = label(_OFFLINE, "second", wrap=True)
    card = Card(desk.scale, about)
    card.add(text, 1)
    return card


def folders(book: Book, places: Places) -> dict[str, Path]:
    """Where everything lies that the program keeps on this PC."""
    return {
        "本子": book.folder,
        "备份": book.backups_root,
        "练习县": places.practice,
        "日志": places.logs,
        "设置": places.settings,
    }
