"""ImportPage: the wizard that brings a ledger into a register (ui/import.png): 选文件 认表头 看疑点 对旧账 写入.

``sheets`` does the work; this page shows it. Nothing is written before the last step, and that is one deed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from xunion_desktop.sheets.importer import Importer
from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import Action, PlanRow

from .boxes import column, label, row
from .buttons import back, plain
from .cards import Card
from .change_card import ChangeCard
from .columns import Columns, Place
from .desk import Desk
from .doubt_list import Doubt, DoubtList
from .empty_state import EmptyState
from .files import EXCEL, WORKBOOKS
from .import_foot import ImportFoot
from .import_judging import Judging, alike
from .import_steps import ImportSteps, Step
from .import_work import place_column, read_file, save_errors, write_plan
from .messages import Answer
from .plan_card import PlanCard
from .theme import PAGE_MARGINS

NARROW = 1000


class ImportPage(QWidget):
    """One import from choosing the file to the finished deed."""

    keys = (("F3", "下一个疑点"), ("F2", "改"), ("Alt+N", "下一步"), ("Esc", "不导入"))
    help_page = "import"
    finished = Signal(str)  # the deed's id

    def __init__(self, desk: Desk, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self.importer = desk, importer
        self.plan: ImportPlan | None = None
        self.judging = Judging(self)
        self.step = Step.FILE
        self.deed = ""
        self._file = Path()
        self._lay()
        self._listen()
        self._show_step(Step.FILE)

    # what is laid out

    def _lay(self) -> None:
        desk, scale = self.desk, self.desk.scale
        self.steps = ImportSteps(scale)
        self.file_name = label("", "second")
        self.other_file = plain("换文件…", self.choose_file)
        title = label(f"导入{self.importer.title}", "title")
        self.back = back("返回台账", self.leave, desk.icons, scale)
        head = row(scale, self.back, title, self.file_name, self.steps, self.other_file, gap=12)
        head.setStretch(3, 1)
        self.table = PlanCard(desk)
        self.doubts = DoubtList(desk)
        self.changes = ChangeCard(desk, self.importer.measure)
        places = (Place(self.table, 1, 460), Place(self._right(), 416, 640, fixed=True))
        self.columns = Columns(scale, places, NARROW)
        self.empty = EmptyState(scale)
        self.foot = ImportFoot(scale)
        self.body = QStackedWidget()
        empty_card = Card(scale)
        empty_card.add(self.empty, 1)
        self.body.addWidget(empty_card)
        self.body.addWidget(self.columns)
        box = column(scale, head, self.body, self.foot, gap=10, margins=PAGE_MARGINS)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _right(self) -> QWidget:
        right = QWidget()
        box = column(self.desk.scale, self.doubts, self.changes, gap=12)
        box.setStretch(0, 5)
        box.setStretch(1, 3)
        right.setLayout(box)
        return right

    def _listen(self) -> None:
        self.table.placed.connect(self._place)
        self.table.chosen.connect(self._show_row)
        self.doubts.chosen.connect(self._show_doubt)
        self.doubts.corrected.connect(self.judging.correct)
        self.doubts.accepted.connect(self.judging.accept)
        self.doubts.accepted_alike.connect(self._accept_alike)
        self.doubts.left_out.connect(self.judging.leave_out)
        self.changes.separated.connect(self.judging.separate)
        self.judging.judged.connect(self._judged)
        self.foot.errors_wanted.connect(self.save_errors)
        self.foot.back_wanted.connect(self._step_back)
        self.foot.next_wanted.connect(self.go_on)
        acts: dict[str, Callable[[], object]] = {
            "F3": partial(self.doubts.walk, 1),
            "F4": partial(self.doubts.walk, -1),
            "F2": self.doubts.begin_correction,
            "Alt+N": self.go_on,
            "Esc": self.leave,
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # 1 the file

    def choose_file(self) -> None:
        """Ask for the workbook."""
        file = self.desk.files.open(self, "选台账文件", WORKBOOKS)
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Read this workbook and plan its import, in the background."""
        self._file = file
        self.desk.jobs.run(f"读 {file.name}", partial(read_file, file, self.importer), self._show_plan)

    @Slot(object)
    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.judging.take(plan)
        self.file_name.setText(self._file.name)
        self._show_all()
        self._show_step(Step.HEADER if self._missing() else Step.DOUBTS)

    # 2 the header

    def _place(self, index: int, name: str) -> None:
        if self.plan is not None:
            work = partial(place_column, self.plan, index, name)
            self.desk.jobs.run("重新认表头", work, self._show_plan)

    def _missing(self) -> list[str]:
        """The required columns that no column of the sheet goes to."""
        assert self.plan is not None
        placed = set(self.plan.mapping.values())
        required = (target for target in self.importer.targets if target.column.required)
        return [target.column.label for target in required if target.name not in placed]

    # 3 the doubts, 4 the book

    @Slot()
    def _judged(self) -> None:
        """The clerk decided something: count and list again."""
        assert self.plan is not None
        self.table.redraw()
        self.doubts.show_plan(self.plan)
        self.foot.show_plan(self.plan, self.step)

    @Slot(object)
    def _accept_alike(self, doubt: Doubt) -> None:
        self.judging.accept_each(alike(doubt, self.doubts.shown))

    @Slot(object)
    def _show_row(self, row: PlanRow) -> None:
        if self.plan is not None:
            self.changes.show_row(self.plan, row)

    @Slot(object)
    def _show_doubt(self, doubt: Doubt) -> None:
        self.table.select(doubt.row, doubt.problem.field)
        self._show_row(doubt.row)

    def save_errors(self) -> None:
        """存出疑问表: the rows to mend, as a workbook that can be read again."""
        if self.plan is None:
            return
        target = self.desk.files.save(self, "存出疑问表", f"{self._file.stem}疑问表.xlsx", EXCEL)
        if target is not None:
            work = partial(save_errors, target, self.plan)
            self.desk.jobs.run(
                "存疑问表", work, lambda count: self.desk.messages.say(f"已存出 {count} 行", target.name)
            )

    # 5 writing

    def go_on(self) -> None:
        """The next step; the last one writes."""
        if self.desk.jobs.busy:
            return
        if self.plan is None:
            self.choose_file()
        elif self.deed or self.step is Step.WRITE:
            self.leave() if self.deed else self.write()
        elif self.step is Step.DOUBTS and not self.plan.of(Action.UPDATE):
            self._show_step(Step.WRITE)  # nothing of this sheet is in the book yet
        elif not (self.step is Step.HEADER and self._missing()):
            self._show_step(Step(self.step + 1))

    def _step_back(self) -> None:
        fresh = self.plan is not None and not self.plan.of(Action.UPDATE)
        self._show_step(Step.DOUBTS if self.step is Step.WRITE and fresh else Step(max(Step.HEADER, self.step - 1)))

    def write(self) -> None:
        """Write the plan as one deed, in the background."""
        assert self.plan is not None
        work = partial(write_plan, self.desk.book, self.plan)
        self.desk.jobs.run(f"写入{self.importer.title}", work, self._written, writes=True)

    def _written(self, deed: str) -> None:
        assert self.plan is not None
        self.deed = deed
        count = len(self.plan.writable())
        self.steps.show_step(Step.WRITE, finished=True)
        left = len(self.plan.refused)
        second = f"有 {left} 行要改的没有写，可以存出疑问表，改好再导入。" if left else ""
        answer = Answer("撤销", lambda: self.desk.undo(deed))
        self.desk.messages.say(f"已写入 {count:,} 行", second, answer=answer)
        self.foot.show_done(count)
        self.finished.emit(deed)

    # the steps

    def _show_all(self) -> None:
        assert self.plan is not None
        self.table.show_plan(self.plan)
        self.doubts.show_plan(self.plan)
        self.changes.show_row(self.plan, self.doubts.current.row if self.doubts.current else None)

    def _show_step(self, step: Step) -> None:
        self.step = step
        self.steps.show_step(step)
        self.other_file.setVisible(self.plan is not None)
        self.foot.setVisible(self.plan is not None)
        self.body.setCurrentIndex(0 if self.plan is None else 1)
        if self.plan is None:
            self.empty.show_words("选一份台账：.xls、.xlsx、.ods 或 .csv。", "选文件…", self.choose_file, solid=True)
            return
        missing = self._missing()
        self.table.say("还缺：" + "、".join(missing) + "。请在“放到”一行里指给它。" if missing else "")
        self.table.show_rows(self.plan.of(Action.UPDATE) if step is Step.BOOK else self.plan.rows)
        self.doubts.setVisible(step is not Step.BOOK)
        self.foot.show_plan(self.plan, step)
        QTimer.singleShot(0, self, self._show_current)  # the table knows its size only then

    @Slot()
    def _show_current(self) -> None:
        if self.doubts.current is not None and self.step is not Step.BOOK:
            self._show_doubt(self.doubts.current)

    def leave(self) -> None:
        """‹ 返回台账; what was decided about the rows is asked for once more."""
        if self.judging.decided and not self.deed:
            self.desk.messages.ask("不导入了吗？", "这份表上已经改过、收下的不会留下。", "不导入", self._go)
        else:
            self._go()

    def _go(self) -> None:
        self.desk.leave(self)
