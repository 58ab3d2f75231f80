"""The tab 公文: papers written freely (公文稿), and what was printed (打印登记), each a page under its chip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from xunion_desktop.desk.boxes import column
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk

from .pages.drafts_list import DraftsPage
from .pages.forms_page import FormsPage
from .pages.print_register import PrintRegisterPage

_TOP_MARGINS = (14, 0, 20, 0)


@dataclass(frozen=True)
class Part:
    """One page of the tab. ``registers`` = the ids of those it shows."""

    id: str
    title: str
    make: Callable[[Desk], QWidget]
    registers: tuple[str, ...] = ()


PARTS = (
    Part("drafts", "公文稿", DraftsPage, ("drafts",)),
    Part("prints", "打印登记", PrintRegisterPage, ("printings",)),
    Part("forms", "模板", FormsPage),
)


class DocumentsPage(QWidget):
    """The parts under their chips; each is built when it is first shown. Keys and help are those of the part."""

    status = Signal(str)
    turned = Signal()  # another part is shown

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parts = {part.id: part for part in PARTS}
        self._built: dict[str, QWidget] = {}
        self.chips = ChipRow(desk.scale, look="tab", gap=0)
        self.chips.show_chips([ChipText(part.id, part.title) for part in PARTS])
        self.chips.chosen.connect(self.open)
        self._stack = QStackedWidget()
        self._head = QWidget()
        self._head.setLayout(column(desk.scale, self.chips, margins=_TOP_MARGINS))
        box = column(desk.scale, self._head, self._stack, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.open(PARTS[0].id)

    def open(self, part: str) -> None:
        """Show this part."""
        if part not in self._built:
            self._built[part] = self._build(self._parts[part])
        self.chips.check(part)
        self._stack.setCurrentWidget(self._built[part])
        self._make_room()
        self.setFocusProxy(self.part)
        self.status.emit("")
        self.turned.emit()

    def _build(self, part: Part) -> QWidget:
        page = part.make(self._desk)
        self._stack.addWidget(page)
        counted = getattr(page, "status", None)
        if counted is not None:
            counted.connect(self.status)
        pair = getattr(page, "pair", None)
        if pair is not None:
            pair.covered.connect(self._make_room)
        return page

    @Slot()
    def _make_room(self) -> None:
        """Large text leaves a record the height of the window; a part that is not shown does not."""
        self._head.setHidden(bool(getattr(getattr(self.part, "pair", None), "over", False)))

    @property
    def part(self) -> Any:
        """The part that is shown."""
        return self._stack.currentWidget()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Those of the part."""
        return getattr(self.part, "keys", ())

    @property
    def help_page(self) -> str:
        """That of the part."""
        return getattr(self.part, "help_page", "")

    def open_register(self, register_id: str) -> None:
        """Show the part that keeps this register."""
        self.open(next(part.id for part in PARTS if register_id in part.registers))

    def show_records(self, chip: str = "", keys: Sequence[str] = (), key: str = "") -> None:
        """Show this filter (or just these keys), with ``key`` selected, where the part has records."""
        show = getattr(self.part, "show_records", None)
        if show is not None:
            show(chip=chip, keys=keys, key=key)

    def flush(self) -> bool:
        """Keep what is typed and not saved, in every part; False = some of it could not be kept."""
        kept = [page.flush() for page in self._built.values() if hasattr(page, "flush")]
        return all(one is not False for one in kept)
