"""RecordForm: a record being edited. What is typed and not yet saved is a draft in the book; 保存 makes it one deed.

Switching to another record, closing the window or a power cut loses nothing (design.md §9).
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from xunion_desktop.basics.problems import Level, Problem, refuses
from xunion_desktop.store.columns import Column
from xunion_desktop.store.disk_faults import disk_told
from xunion_desktop.store.record import Record

from .boxes import follow, label
from .desk import Desk
from .draft_keeper import DraftKeeper
from .editors.choose import editor_for
from .editors.editor import Editor
from .enter_walk import EnterWalk
from .field_line import FieldLine
from .files import ANY
from .focusing import go_into
from .form_plan import FormPlan
from .overrides import guarded
from .veiling import Veiling

_TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide  # somebody has shown or hidden it


class RecordForm(QWidget):
    """The fields of one record at a time."""

    saved = Signal(str)  # key
    unsaved_changed = Signal(bool)

    def __init__(self, desk: Desk, plan: FormPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._plan = desk, plan
        self._record: Record | None = None
        self._stored: dict[str, Any] = {}
        self._stored_raw: dict[str, str] = {}
        self._is_new = False
        self._unsaved = False
        self._lines: dict[str, FieldLine] = {}
        self.walk = EnterWalk(self)
        self._veiling = Veiling(desk, self)
        self._drafts = DraftKeeper(desk, self._changed_raw, self)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        follow(self._grid, desk.scale, 8, (0, 0, 6, 0))
        self._whole = label("", "red", wrap=True)
        self._shut_out = label("", "amber", wrap=True)
        self._sample = plan.make()
        refusal = desk.refusal(self._sample.kind_of())
        self.writable = not refusal
        self._shut_out.setText(refusal)
        desk.jobs.about_to_write.connect(self._shut)
        desk.jobs.written.connect(self._open_again)

    @Slot()
    def _shut(self) -> None:
        """A long deed begins: the draft is kept, editing comes later."""
        self.setEnabled(False)

    @Slot()
    def _open_again(self) -> None:
        self.setEnabled(self._record is not None)

    def _make_ready(self) -> None:
        """Make the fields when they are first needed, in their place in the window: the list stands before."""
        if not self._lines:
            self._build()
            for part in self.children():
                if isinstance(part, QWidget) and not part.testAttribute(_TOLD):
                    part.show()  # at once: a form that is seen already would show them after the focus has come

    def _build(self) -> None:
        self._grid.addWidget(self._shut_out, 0, 0, 1, 2)
        self._shut_out.setVisible(not self.writable)
        row = 1
        for group in self._plan.groups:
            if group.title:
                self._grid.addWidget(label(group.title, "strong"), row, 0, 1, 2)
                row += 1
            for name in group.names:
                self._lines[name] = self._line(self._plan.column(self._sample, name))
                row = self._lines[name].place(self._grid, row)
        self._grid.addWidget(self._whole, row, 0, 1, 2)
        self._grid.setRowStretch(row + 1, 1)
        self.walk.watch([line.editor.field for line in self._lines.values()])

    def _line(self, column: Column) -> FieldLine:
        target = self._plan.links.get(column.name)
        register = self._desk.register(target) if target else None
        editor = editor_for(column, self._desk.scale, self._desk.today, register=register, take=self._take_file)
        editor.set_read_only(column.name in self._plan.fixed or not self.writable)
        editor.edited.connect(self._on_edited)
        line = FieldLine(self._desk.scale, editor, self)
        self._veiling.watch(line)
        return line

    # which record

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        return self._record

    @property
    def unsaved(self) -> bool:
        """Whether something is typed and not yet saved."""
        return self._unsaved

    def editor(self, name: str) -> Editor:
        """The editor of that field."""
        return self.line(name).editor

    def line(self, name: str) -> FieldLine:
        """The whole line of that field."""
        self._make_ready()
        return self._lines[name]

    def show_record(self, record: Record | None) -> None:
        """Show this record (None = nothing), with its draft if there is one."""
        self.keep_draft()
        self._veiling.leave(record)
        self._record, self._is_new = record, False
        self._load()

    def show_new(self) -> None:
        """Show an empty form for a new record, or the draft of one that was begun."""
        self.keep_draft()
        self._veiling.leave()
        self._record, self._is_new = self._plan.make(), True
        self._load()
        self.focus_first()

    def focus_first(self) -> None:
        """F2: begin to edit."""
        first = next((line.editor for line in self._lines.values() if line.editor.field.isEnabled()), None)
        if first is not None:
            go_into(first.field)

    def _load(self) -> None:
        if self._record is not None:
            self._make_ready()
        self.setEnabled(self._record is not None and not self._desk.jobs.writing)
        self._stored = self._plan.values_of(self._record) if self._record is not None else {}
        for name, line in self._lines.items():
            line.editor.set_value(self._stored.get(name))
        self._stored_raw = {name: line.editor.raw() for name, line in self._lines.items()}
        for name, text in self._drafts.load(self.place()).items():
            if name in self._lines:
                self._lines[name].editor.set_raw(text)
        self._veiling.cover(self._record, new=self._is_new)
        self._set_unsaved(unsaved=bool(self._changed_raw()))
        self._show_problems(self.problems(), gently=self._is_new)

    # what is typed

    def place(self) -> str:
        """Where the draft of this record is kept."""
        if self._record is None:
            return ""
        return f"{self._record.kind_of()}/{'new' if self._is_new else self._record.id}"

    def values(self) -> dict[str, Any]:
        """What the fields mean now."""
        return {name: line.editor.value() for name, line in self._lines.items()}

    def changed(self) -> dict[str, Any]:
        """The values that differ from the book."""
        values = self.values()
        if self._is_new:
            return {name: value for name, value in values.items() if value is not None}
        return {name: value for name, value in values.items() if value != _told(self._stored.get(name))}

    def _changed_raw(self) -> dict[str, str]:
        raw = {name: line.editor.raw() for name, line in self._lines.items()}
        return {name: text for name, text in raw.items() if text != self._stored_raw.get(name, "")}

    def problems(self) -> list[Problem]:
        """What is not understood, and what the record's rules say."""
        if self._record is None:
            return []
        faults = [Problem(line.editor.fault(), field=name) for name, line in self._lines.items() if line.editor.fault()]
        not_read = {fault.field for fault in faults}
        ruled = self._plan.judge(self._record, self._known(not_read), self._desk.today)
        return faults + [problem for problem in ruled if problem.field not in not_read]

    def _known(self, not_read: set[str]) -> dict[str, Any]:
        return {name: value for name, value in self.values().items() if name not in not_read}

    @Slot()
    def _on_edited(self) -> None:
        self._set_unsaved(unsaved=bool(self._changed_raw()))
        self._show_problems(self.problems(), gently=self._is_new)
        self._drafts.note()

    def _set_unsaved(self, *, unsaved: bool) -> None:
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self.unsaved_changed.emit(unsaved)

    def _show_problems(self, problems: list[Problem], *, gently: bool = False) -> None:
        """Beside their fields; ``gently`` leaves out what is merely still empty in a new record."""
        for name, line in self._lines.items():
            own = [problem for problem in problems if problem.field == name]
            line.show_problems([] if gently and not line.editor.raw() else own)
        whole = [problem.sentence for problem in problems if problem.field not in self._lines]
        self._whole.setText("\n".join(whole))
        self._whole.setVisible(bool(whole))

    # draft and deed

    def keep_draft(self) -> bool:
        """Write what was typed into the drafts now; False = it could not be written."""
        return self._drafts.keep()

    def save(self) -> bool:
        """保存: one deed. Problems that refuse are shown beside their fields and nothing is written."""
        if self._record is None or not self._unsaved:
            return False
        problems = self.problems()
        self._show_problems(problems)
        if refuses(problems):
            self._go_to(problems)
            return False
        if self._desk.jobs.writing:
            self._desk.messages.say("正在写入别的内容", "等它写完再保存，已填的不会丢。", tone="amber")
            return False
        return self._desk.messages.attempt(self._write)

    def _write(self) -> None:
        record = self._record
        assert record is not None
        done = "新增" if self._is_new else "修改"
        title = self._plan.with_values(record, self.changed()).title()
        with self._desk.book.deed(f"{done}{record.label} {title}") as deed:
            self._plan.save(deed, record, self.changed())
        self._drafts.drop()
        self._is_new = False
        self._load()
        self._desk.messages.say(f"已保存：{title}")
        self.saved.emit(record.id)

    def _go_to(self, problems: list[Problem]) -> None:
        bad = {problem.field for problem in problems if problem.level is Level.ERROR}
        first = next((line for name, line in self._lines.items() if name in bad), None)
        if first is not None:
            go_into(first.editor.field)

    def give_up(self) -> None:
        """放弃修改: back to what the book holds."""
        if self._record is not None:
            self._drafts.drop()
            self._load()

    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        self.keep_draft()
        self._veiling.leave()
        self._veiling.cover(self._record, new=self._is_new)
        super().hideEvent(event)

    def _take_file(self) -> str:
        chosen = self._desk.files.open(self, "选文件", ANY)
        if chosen is None:
            return ""
        with disk_told(chosen):
            content = chosen.read_bytes()
        return self._desk.book.files.put(content)


def _told(value: Any) -> Any:
    """What the book holds, the empty text as nothing; 0 and 否 are said."""
    return None if value == "" else value
