"""Furnishing: what the pages of every book look and speak with, made once when the program starts."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.settings import Settings

from .background import Background
from .furniture import Furniture
from .icons import Icons
from .messages import Messages
from .scale import SCALE_SETTING, Scale
from .theme import dress
from .typeface import window_family


def furnish(app: QApplication, settings: Settings, parent: QObject) -> Furniture:
    """Dress the application in the look of the house, at the text size of this PC; what Qt itself says is Chinese."""
    chinese = QTranslator(parent)
    if chinese.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(chinese)
    scale = Scale(settings.get(SCALE_SETTING, 1.0), window_family(resource("fonts", "hei.ttf")), parent)
    icons = Icons(resource("icons"), scale, parent)
    dress(app, scale, icons.marks)
    jobs, messages = Background(parent), Messages(parent)
    jobs.trouble.connect(messages.trouble)
    # from the event loop: the window that can say it is just being made
    icons.lacking.connect(messages.trouble, Qt.ConnectionType.QueuedConnection)
    return Furniture(scale, icons, settings, jobs, messages)
