"""RegisterActs: what goes out of a register page as it is seen: Excel, the roster, and the papers of its records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from .desk import Desk
from .files import EXCEL, PDF
from .progress import Progress
from .reason_strip import ReasonStrip
from .record_list import RecordList
from .register_plan import RegisterPlan
from .seen import Seen

if TYPE_CHECKING:
    from xunion_desktop.sheets.importer import Importer


class RegisterActs(QObject):
    """The buttons 导出 and 打印 ▾ of a page."""

    def __init__(self, page: QWidget, desk: Desk, rows: RecordList, plan: RegisterPlan) -> None:
        super().__init__(page)
        self._page, self._desk, self._list = page, desk, rows
        self._unit, self._form = plan.unit, plan.form
        self.strip = ReasonStrip(desk.scale)
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self.fill_menu)

    def export(self) -> None:
        """The shown rows and columns as Excel."""
        self._ask_for_reason(self._export)

    def _export(self, seen: Seen) -> None:
        from .exports import write_excel

        target = self._desk.files.save(self._page, "导出", f"{seen.title}.xlsx", EXCEL)
        if target is not None:
            self._run("导出", partial(write_excel, seen, target))

    def print_roster(self) -> None:
        """The shown rows and columns as a roster on paper."""
        self._ask_for_reason(self._print_roster)

    def _print_roster(self, seen: Seen) -> None:
        from .exports import write_roster

        target = self._desk.files.save(self._page, "存名册", f"{seen.title}.pdf", PDF)
        if target is not None:
            self._run("排版名册", partial(write_roster, seen, target))

    def _ask_for_reason(self, go: Callable[[Seen], None]) -> None:
        """Sensitive columns go out masked; in clear where a reason is given, and that is written down first."""
        seen, privacy = self._list.seen(), self._desk.privacy
        kind = seen.register.record.kind_of()

        def chosen(reason: str) -> None:
            self._desk.messages.attempt(lambda: go(replace(seen, watermark=line(reason)) if reason else seen))

        def line(reason: str) -> str:
            return privacy.take_out(kind, seen.title, seen.sensitive, len(seen.keys), reason)

        if seen.sensitive and not privacy.refusal(kind):
            self.strip.ask([column.label for column in seen.sensitive], chosen)
        else:
            go(seen)

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
        self.menu.addAction(words, act).setEnabled(enabled)
