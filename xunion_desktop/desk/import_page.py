"""ImportPage: the wizard that brings a ledger into a register (ui/import.png): 选文件 认表头 看疑点 对旧账 写入.

``sheets`` does the work; this page shows it. Nothing is written before the last step, and that is one deed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from xunion_desktop.sheets.header import Header
from xunion_desktop.sheets.importer import Importer
from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import Action, PlanRow

from .boxes import column
from .cards import Card
from .columns import Columns, Place
from .desk import Desk
from .doubt_list import Doubt
from .empty_state import EmptyState
from .files import WORKBOOKS
from .header_card import HeaderCard
from .import_deeds import ImportDeeds
from .import_foot import ImportFoot
from .import_head import ImportHead
from .import_judging import Judging, alike
from .import_side import ImportSide
from .import_steps import Step
from .import_work import Taken, missing, place_column, read_file, read_sheet, read_text, read_under
from .plan_card import PlanCard
from .theme import PAGE_MARGINS

NARROW = 1000
_EMPTY, _HEADER, _ROWS = range(3)  # what is seen in the middle


class ImportPage(QWidget):
    """One import from choosing the file to the finished deed."""

    keys = (("F3", "下一个疑点"), ("F2", "改"), ("Alt+N", "下一步"), ("Esc", "不导入"))
    help_page = "import"

    def __init__(self, desk: Desk, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self.importer = desk, importer
        self.taken: Taken | None = None
        self.judging = Judging(self)
        self.deeds = ImportDeeds(desk, self)
        self.step = Step.FILE
        self.deed = ""
        self._pointing = False  # at another header than the one that was found
        self._lay()
        self._listen()
        self._show_step(Step.FILE)

    # what is laid out

    def _lay(self) -> None:
        desk, scale = self.desk, self.desk.scale
        self.head = ImportHead(desk, f"导入{self.importer.title}")
        self.header = HeaderCard(desk)
        self.table = PlanCard(desk)
        self.side = ImportSide(desk, self.importer.measure)
        self.doubts, self.changes = self.side.doubts, self.side.changes
        places = (Place(self.table, 1, 460), Place(self.side, 416, 640, fixed=True))
        self.columns = Columns(scale, places, NARROW)
        self.empty = EmptyState(scale)
        self.foot = ImportFoot(scale)
        self.body = QStackedWidget()
        empty_card = Card(scale)
        empty_card.add(self.empty, 1)
        for middle in (empty_card, self.header, self.columns):
            self.body.addWidget(middle)
        box = column(scale, self.head, self.body, self.foot, gap=10, margins=PAGE_MARGINS)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _listen(self) -> None:
        self.head.back_wanted.connect(self.leave)
        self.head.file_wanted.connect(self.choose_file)
        self.head.sheet_wanted.connect(self._ask_for_sheet)
        self.header.chosen.connect(self._take_header)
        self.header.given_up.connect(lambda: self._point(pointing=False))
        self.table.header_wanted.connect(lambda: self._point(pointing=True))
        self.table.placed.connect(self._place)
        self.table.chosen.connect(self._show_row)
        self.doubts.chosen.connect(self._show_doubt)
        self.doubts.corrected.connect(self.judging.correct)
        self.doubts.accepted.connect(self.judging.accept)
        self.doubts.accepted_alike.connect(self._accept_alike)
        self.doubts.left_out.connect(self.judging.leave_out)
        self.changes.separated.connect(self.judging.separate)
        self.judging.judged.connect(self._judged)
        self.deeds.written.connect(self._written)
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

    @property
    def plan(self) -> ImportPlan | None:
        """What the import will do; None before a header is found."""
        return self.taken.plan if self.taken else None

    # 1 the file

    def choose_file(self) -> None:
        """Ask for the workbook."""
        file = self.desk.files.open(self, "选台账文件", WORKBOOKS)
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Read this workbook and plan its import, in the background."""
        self.desk.jobs.run(f"读 {file.name}", partial(read_file, file, self.importer), self._take)

    def read_pasted(self, text: str, labels: Sequence[str]) -> None:
        """Read a pasted block; without headings of its own its columns are those with ``labels``."""
        self.desk.jobs.run("读粘贴的内容", partial(read_text, text, labels, self.importer), self._take)

    @Slot(object)
    def _take(self, taken: Taken) -> None:
        other = self.taken is None or self.taken.sheet is not taken.sheet
        if other or self.deed:
            self.judging.begin()
        self.taken, self._pointing, self.deed = taken, False, ""
        self._shut(shut=False)
        self.head.show_source(taken.source, taken.sheet)
        if taken.plan is None:
            self._point(pointing=True)
            return
        self.judging.take(taken.plan)
        self._show_all()
        self._show_step(Step.HEADER if missing(taken.plan) else Step.DOUBTS)

    @Slot(int)
    def _ask_for_sheet(self, place: int) -> None:
        """Another sheet of the file; what was decided about this one is asked for once more."""
        assert self.taken is not None
        source, sheet = self.taken.source, self.taken.source.sheets[place]
        self.head.show_source(source, self.taken.sheet)
        work = partial(read_sheet, source, sheet, self.importer)
        self._unless_decided("换一张工作表吗？", "换", lambda: self.desk.jobs.run("读工作表", work, self._take))

    # 2 the header

    def _point(self, *, pointing: bool) -> None:
        """Let the clerk point at the header, or go on with the one that was found."""
        assert self.taken is not None
        self._pointing = pointing
        if pointing:
            self.header.show_sheet(self.taken.sheet, self.plan.header if self.plan else None)
        self._show_step(Step.HEADER)

    @Slot(object)
    def _take_header(self, header: Header) -> None:
        assert self.taken is not None
        work = partial(read_under, self.taken.source, self.taken.sheet, header, self.importer)
        self.desk.jobs.run("重新认表头", work, self._take)

    def _place(self, index: int, name: str) -> None:
        if self.taken is not None:
            self.desk.jobs.run("重新认表头", partial(place_column, self.taken, index, name), self._take)

    # 3 the doubts, 4 the book

    @Slot()
    def _judged(self) -> None:
        """The clerk decided something: count and list again."""
        assert self.plan is not None
        self.table.redraw()
        self.doubts.show_plan(self.plan)
        self._show_foot()

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
        if self.plan is not None:
            self.deeds.save_errors(self.plan, self.head.file_name.text())

    # 5 writing

    def go_on(self) -> None:
        """The next step; the last one writes."""
        if self.desk.jobs.busy:
            return
        if self.taken is None:
            self.choose_file()
        elif self.plan is None or self._pointing:
            return  # the header card has its own buttons
        elif not self.foot.deed.isEnabled():
            return  # nothing to write, or a required column is missing: the page says so
        elif self.deed or self.step is Step.WRITE:
            self.leave() if self.deed else self.deeds.write(self.plan)
        elif self.step is Step.DOUBTS and not self.plan.of(Action.UPDATE):
            self._show_step(Step.WRITE)  # nothing of this sheet is in the book yet
        else:
            self._show_step(Step(self.step + 1))

    def _step_back(self) -> None:
        fresh = self.plan is not None and not self.plan.of(Action.UPDATE)
        self._show_step(Step.DOUBTS if self.step is Step.WRITE and fresh else Step(max(Step.HEADER, self.step - 1)))

    @Slot(str, int)
    def _written(self, deed: str, count: int) -> None:
        self.deed = deed
        self.head.steps.show_step(Step.WRITE, finished=True)
        self.foot.show_done(count)
        self._shut(shut=True)

    def _shut(self, *, shut: bool) -> None:
        """What is written is only looked at; the rows to mend go out as a workbook, or another file is taken."""
        self.judging.shut = shut
        for part in (self.doubts.answers, self.table.header, self.table.other_header, self.changes.other):
            part.setDisabled(shut)

    # the steps

    def _show_all(self) -> None:
        assert self.plan is not None
        self.table.show_plan(self.plan)
        self.doubts.show_plan(self.plan)
        self.changes.show_row(self.plan, self.doubts.current.row if self.doubts.current else None)

    def _show_step(self, step: Step) -> None:
        self.step = step
        self.head.steps.show_step(step)
        self.head.other_file.setVisible(self.taken is not None)
        pointing = self._pointing or self.plan is None
        self.foot.setVisible(not pointing)
        self.body.setCurrentIndex(_EMPTY if self.taken is None else _HEADER if pointing else _ROWS)
        if self.taken is None:
            self.empty.show_words("选一份台账：.xls、.xlsx、.ods 或 .csv。", "选文件…", self.choose_file, solid=True)
        elif not pointing:
            self._show_rows(step)

    def _show_rows(self, step: Step) -> None:
        assert self.plan is not None
        lacks = missing(self.plan)
        self.table.say("还缺：" + "、".join(lacks) + "。请在“放到”一行里指给它。" if lacks else "")
        self.table.show_rows(self.plan.of(Action.UPDATE) if step is Step.BOOK else self.plan.rows)
        self.side.show_step(step)
        self._show_foot()
        QTimer.singleShot(0, self, self._show_current)  # the table knows its size only then

    def _show_foot(self) -> None:
        assert self.plan is not None
        self.foot.show_plan(self.plan, self.step, lacking=bool(missing(self.plan)))

    @Slot()
    def _show_current(self) -> None:
        if self.doubts.current is not None and self.step is not Step.BOOK:
            self._show_doubt(self.doubts.current)

    def leave(self) -> None:
        """‹ 返回台账; what was decided about the rows is asked for once more."""
        if self.desk.jobs.writing:
            self.desk.messages.say("正在写入", "等它写完，或点进度条旁边的“取消”。", tone="amber")
            return
        self._unless_decided("不导入了吗？", "不导入", self._go)

    def _unless_decided(self, question: str, words: str, act: Callable[[], object]) -> None:
        if self.judging.decided and not self.deed:
            self.desk.messages.ask(question, "这份表上已经改过、收下的不会留下。", words, lambda: (act(), None)[1])
        else:
            act()

    def _go(self) -> None:
        self.desk.leave(self)
