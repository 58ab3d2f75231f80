"""Icons: the Tabler outlines of ``resources/icons`` in the ink and size wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from .scale import Scale
from .theme import SOFT


class Icons:
    """The drawer of icons; each is drawn once per name, colour and size."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        self._folder = folder
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
        svg = (self._folder / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
        picture = QPixmap(QSize(pixels, pixels) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
        return picture
