"""One page of the help in a window of its own, where no book is open yet and there is no window to lay it into."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from xunion_desktop.basics.resources import resource

from .boxes import column, row
from .buttons import plain
from .furniture import Furniture
from .help_text import HelpText


def help_on(furniture: Furniture, page_id: str, parent: QWidget) -> QDialog:
    """Open it; it goes when it is closed."""
    scale = furniture.scale
    window = QDialog(parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setWindowTitle("帮助")
    text = HelpText(resource("help"))
    text.show_page(page_id)
    window.setLayout(column(scale, text, row(scale, 1, plain("关闭", window.close)), gap=10, margins=(20, 16, 20, 14)))
    window.resize(scale.px(640), scale.px(520))
    window.show()
    return window
