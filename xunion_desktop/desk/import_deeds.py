"""ImportDeeds: what comes of an import: the one deed in the book, and the workbook of the rows to be mended."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import Action

from .desk import Desk
from .files import EXCEL
from .import_work import save_errors, write_plan
from .messages import Answer


class ImportDeeds(QObject):
    """What an import page has done; ``written`` brings the deed's id and how many rows it has."""

    written = Signal(str, int)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._plan: ImportPlan | None = None

    def save_errors(self, plan: ImportPlan, name: str) -> None:
        """存出疑问表: the rows to mend, as a workbook that can be read again."""
        target = self._desk.files.save(self._page, "存出疑问表", f"{Path(name).stem}疑问表.xlsx", EXCEL)
        line: list[str] = []
        if target is not None and self._desk.messages.attempt(lambda: line.append(self._watermark(plan))):
            work = partial(save_errors, target, plan, line[0])
            self._desk.jobs.run("存疑问表", work, partial(self._tell_errors, target.name, plan))

    def _watermark(self, plan: ImportPlan) -> str:
        """It must hold what stood in the sheet, or it could not be mended: written down before it goes out (SV-41)."""
        columns, title = [target.column for target in plan.importer.targets], plan.importer.title
        count = sum(1 for row in plan.rows if row.action is not Action.LEFT_OUT and (row.errors or row.open_doubts))
        return self._desk.privacy.take_out_to_mend(title, columns, count)

    def _tell_errors(self, name: str, plan: ImportPlan, count: int) -> None:
        second, labels = name, [target.column.label for target in plan.importer.targets if target.column.sensitive]
        if labels:
            second = f"{name}，里面的{'、'.join(labels)}是原文，改完请删掉。"
        self._desk.messages.say(f"已存出 {count} 行", second)

    def write(self, plan: ImportPlan) -> None:
        """Write the plan as one deed, in the background."""
        self._plan = plan
        work = partial(write_plan, self._desk.book, plan, self._desk.before_long_deed)
        self._desk.jobs.run(f"写入{plan.importer.title}", work, self._tell, writes=True)

    @Slot(str)
    def _tell(self, deed: str) -> None:
        assert self._plan is not None
        count, left = len(self._plan.writable()), len(self._plan.refused)
        second = f"有 {left} 行要改的没有写，可以存出疑问表，改好再导入。" if left else ""
        answer = Answer("撤销", lambda: self._desk.undo(deed))
        self._desk.messages.say(f"已写入 {count:,} 行", second, answer=answer)
        self.written.emit(deed, count)
