"""RegisterActs: what goes out of a register page as it is seen: Excel, the roster, and the papers of its records."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from .desk import Desk
from .files import EXCEL, PDF
from .progress import Progress
from .record_list import RecordList
from .register_plan import RegisterPlan

if TYPE_CHECKING:
    from xunion_desktop.sheets.importer import Importer


class RegisterActs(QObject):
    """The buttons 导出 and 打印 ▾ of a page."""

    def __init__(self, page: QWidget, desk: Desk, rows: RecordList, plan: RegisterPlan) -> None:
        super().__init__(page)
        self._page, self._desk, self._list = page, desk, rows
        self._unit, self._form = plan.unit, plan.form
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self.fill_menu)

    def export(self) -> None:
        """The shown rows and columns as Excel."""
        from .exports import write_excel

        seen = self._list.seen()
        target = self._desk.files.save(self._page, "导出", f"{seen.title}.xlsx", EXCEL)
        if target is not None:
            self._run("导出", partial(write_excel, seen, target))

    def print_roster(self) -> None:
        """The shown rows and columns as a roster on paper."""
        from .exports import write_roster

        seen = self._list.seen()
        target = self._desk.files.save(self._page, "存名册", f"{seen.title}.pdf", PDF)
        if target is not None:
            self._run("排版名册", partial(write_roster, seen, target))

    def importer(self) -> Importer:
        """The way in for rows: the room's own, else by the form of the page."""
        register, today = self._list.register, self._desk.today
        card = self._desk.importer(register.id)
        if card is not None:
            made: Importer = card.open(today)
            return made
        from .form_importer import FormImporter

        records = register.rows(register.keys(as_of=today), today)
        return FormImporter(self._form, records, register.title, today)

    def _run(self, title: str, work: Callable[[Progress], Path]) -> None:
        say = self._desk.messages.say
        self._desk.jobs.run(title, work, lambda path: say(f"已存：{path.name}", str(path.parent)))

    def fill_menu(self) -> None:
        """The papers for the picked rows (else all rows shown), then the roster."""
        self.menu.clear()
        keys = self._list.chosen_keys() or list(self._list.model.keys)
        for card in self._desk.papers(self._list.register.id):
            words = f"{card.title}（{len(keys):,} {self._unit}）"
            self._entry(words, partial(self._desk.print, card.form, keys), enabled=bool(keys))
        self.menu.addSeparator()
        self._entry(f"名册，照现在看到的 {len(keys):,} 行存成 PDF", self.print_roster, enabled=bool(keys))

    def _entry(self, words: str, act: Callable[[], None], *, enabled: bool) -> None:
        action = self.menu.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: act())
