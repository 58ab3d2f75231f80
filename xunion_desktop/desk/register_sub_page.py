"""RegisterSubPage: a register that has no tab of its own, as a page of the window's menu with ‹ 返回 above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from .boxes import column, label, row
from .buttons import back
from .register_page import RegisterPage
from .sub_page import SubPage

_TOP_MARGINS = (20, 12, 20, 0)


class RegisterSubPage(SubPage):
    """Title and way back over a register page."""

    def __init__(self, register_page: RegisterPage, title: str, parent: QWidget | None = None) -> None:
        desk = register_page.desk
        super().__init__(desk, parent)
        self.register_page = register_page
        self.help_page = register_page.help_page
        own = [key for key in register_page.keys if key not in SubPage.keys]
        self.keys = (*own[:2], *SubPage.keys)
        top = row(desk.scale, back("返回", self.leave, desk.icons, desk.scale), label(title, "title"), 1)
        head = QWidget()
        head.setLayout(column(desk.scale, top, margins=_TOP_MARGINS))
        register_page.pair.covered.connect(head.setHidden)
        box = column(desk.scale, head, register_page, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(register_page)
        register_page.left.connect(self.leave)

    def show_records(self, chip: str = "", keys: Sequence[str] = (), key: str = "") -> None:
        """Show this filter (or just these keys), with ``key`` selected."""
        self.register_page.show_records(chip, keys, key)

    def leave(self) -> None:
        """Go back; what is typed and not saved stays a draft."""
        self.register_page.flush()
        super().leave()
