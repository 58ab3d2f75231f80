"""Icons: the Tabler outlines of ``resources/icons`` in the ink and size wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import REINSTALL, shipped_fault, shipped_text

from .scale import Scale
from .theme import SOFT


class Icons(QObject):
    """The drawer of icons; each is drawn once per name, colour and size.

    One whose file is gone or damaged is drawn as nothing: a program that is not whole can still be worked with, and
    can say so. ``lacking`` brings the first such Trouble, ``fault`` keeps it for pages that come later.
    """

    lacking = Signal(object)

    def __init__(self, folder: Path, scale: Scale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.fault: Trouble | None = None
        self._scale = scale
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def marks(self) -> Path:
        """Folder of the marks in fixed colours that the style sheet names."""
        return self._folder / "marks"

    def icon(self, name: str, colour: str = SOFT, size: float = 16) -> QIcon:
        """The icon for a button."""
        return QIcon(self.pixmap(name, colour, size))

    def pixmap(self, name: str, colour: str = SOFT, size: float = 16, ratio: float = 1.0) -> QPixmap:
        """The icon as a picture; ``size`` as in the pictures at 100 %, ``ratio`` that of the screen."""
        wanted = (name, colour, self._scale.px(size), ratio)
        if wanted not in self._drawn:
            self._drawn[wanted] = self._draw(*wanted)
        return self._drawn[wanted]

    def _draw(self, name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
        picture = QPixmap(QSize(pixels, pixels) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        if (outline := self._outline(self._folder / f"{name}.svg", colour)) is not None:
            painter = QPainter(picture)
            outline.render(painter)
            painter.end()
        return picture

    def _outline(self, file: Path, colour: str) -> QSvgRenderer | None:
        try:
            svg = shipped_text(file)
            if not svg.rstrip().endswith("</svg>"):  # Qt would say it in English, and only in the log
                raise Trouble(f"{shipped_fault(file, '坏了')}。", REINSTALL)
        except Trouble as trouble:
            self._note(trouble)
            return None
        return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))

    def _note(self, trouble: Trouble) -> None:
        if self.fault is None:
            self.fault = Trouble(trouble.sentence, trouble.remedy)  # without the frames it came through, which hold us
            self.lacking.emit(self.fault)
