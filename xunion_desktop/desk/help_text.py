"""HelpText: one page of the help as text, its pictures never wider than the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImageReader, QResizeEvent, QTextBlock, QTextCursor, QTextFragment, QTextImageFormat
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from .overrides import guarded

_MARGIN = 24  # pixels the text keeps free beside a picture


class HelpText(QTextBrowser):
    """Shows pages of ``folder``; links are told, not followed."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._page = ""
        self._width = 0  # of the text, when it was laid out last
        self._later = QTimer(self)  # never while the text is being laid out itself
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._again)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # one that comes and goes changes the room
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSearchPaths([str(folder)])
        self.setOpenLinks(False)

    def show_page(self, page_id: str) -> None:
        """Turn to this page."""
        self._page = page_id
        self._lay()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page and self.viewport().width() != self._width:
            self._later.start()

    def _again(self) -> None:
        """Lay it out for another width, at the same place."""
        place = self.verticalScrollBar().value()
        self._lay()
        self.verticalScrollBar().setValue(place)

    def _lay(self) -> None:
        self._width = self.viewport().width()
        self.setMarkdown((self._folder / f"{self._page}.md").read_text(encoding="utf-8"))
        room = max(self._width - _MARGIN, 1)
        for place, shown in self._pictures():
            if shown.width() > room:
                height = round(shown.height() * room / shown.width())
                shown.setWidth(room)
                shown.setHeight(height)
                place.setCharFormat(shown)

    def _pictures(self) -> list[tuple[QTextCursor, QTextImageFormat]]:
        """Every picture of the page, with its own size."""
        found = []
        block = self.document().begin()
        while block.isValid():
            for fragment in _fragments(block):
                if fragment.charFormat().isImageFormat():
                    shown = fragment.charFormat().toImageFormat()
                    size = QImageReader(str(self._folder / shown.name())).size()
                    shown.setWidth(size.width())
                    shown.setHeight(size.height())
                    place = QTextCursor(self.document())
                    place.setPosition(fragment.position())
                    place.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                    found.append((place, shown))
            block = block.next()
        return found


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    part = block.begin()
    while not part.atEnd():
        yield part.fragment()
        part += 1
