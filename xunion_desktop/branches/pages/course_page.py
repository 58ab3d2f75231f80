"""CoursePage: one kind of dated rows of a union (terms, officers, counts …): the list, and under it the row's form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from xunion_desktop.desk.boxes import column, label
from xunion_desktop.desk.buttons import plain
from xunion_desktop.desk.cards import Scroll
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable, on_paste
from xunion_desktop.desk.cells import Cell
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.form_plan import FormPlan
from xunion_desktop.desk.record_form import RecordForm
from xunion_desktop.store.record import Record

_SEEN = 10


@dataclass(frozen=True)
class Course:
    """One kind of rows beside a union.

    ``rows(key)`` reads them, the newest first; ``cells(record)`` is one line of the list under ``heads``;
    ``form(key)`` is how a row of that union is edited; ``add`` the words on the button for a new one; ``right`` the
    places of the columns of numbers; ``acts`` are other buttons beside it, each with what it does for that union.
    """

    id: str
    title: str
    record: type[Record]
    heads: tuple[str, ...]
    rows: Callable[[str], Sequence[Any]]
    cells: Callable[[Any], Sequence[Cell]]
    form: Callable[[str], FormPlan]
    add: str
    empty: str
    right: tuple[int, ...] = ()
    acts: tuple[tuple[str, Callable[[Desk, str], None]], ...] = ()


class CourseForm(RecordForm):
    """The form of one row; the draft of a new one belongs to its union."""

    def __init__(self, desk: Desk, plan: FormPlan, union: str) -> None:
        self._union = union
        super().__init__(desk, plan)

    def place(self) -> str:
        """Where the draft is kept."""
        place = super().place()
        return f"{place}/{self._union}" if place.endswith("/new") else place


class CoursePage(QWidget):
    """The rows of one union; the newest is open."""

    def __init__(self, desk: Desk, key: str, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._course, self._union = desk, course, key
        self.rows = list(course.rows(key))
        self.form = CourseForm(desk, course.form(key), key)
        self.table = CellTable(desk.scale)
        self._model = CellModel(course.heads, course.right, parent=self)
        self._lay()
        self._model.show_rows([course.cells(record) for record in self.rows])
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.form.walk.finished.connect(self.save_button.setFocus)
        self.form.unsaved_changed.connect(lambda _unsaved: self._show_buttons())
        if self.rows:
            self.table.selectRow(0)
        self._show_buttons()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click anywhere, and Ctrl+V goes to this page
        on_paste(self, self.paste)

    def _lay(self) -> None:
        scale = self._desk.scale
        self.table.setModel(self._model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        scale.follow(self.table, self._fit)
        self.add_button = plain(self._course.add, self.add)
        self.delete_button = plain("删除…", self._ask_to_delete)
        refusal = self._desk.refusal(self._course.record.kind_of())
        for button in (self.add_button, self.delete_button):
            button.setEnabled(not refusal)
            button.setToolTip(refusal)
        self.give_up_button = plain("放弃修改", self._give_up)
        self.save_button = plain("保存", self.save)
        self._empty = label(self._course.empty, "second", wrap=True)
        (self._empty if self.rows else self.table).hide()
        others = [plain(words, partial(act, self._desk, self._union)) for words, act in self._course.acts]
        head = foot(scale, [self._empty] if not self.rows else [], [*others, self.add_button])
        buttons = foot(scale, [self.delete_button], [self.give_up_button, self.save_button])
        middle = QWidget()
        middle.setLayout(column(scale, self.table, head, self.form, 1, margins=(0, 0, 6, 0)))
        box = column(scale, Scroll(middle), buttons)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.setFocusProxy(self.table)

    def _fit(self) -> None:
        """The list shows up to ten rows whole; more are scrolled to."""
        lines = min(len(self.rows), _SEEN)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + lines * self.table.row_height())

    def _show_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.form.show_record(self.rows[index.row()])
            self._show_buttons()

    def _show_buttons(self) -> None:
        self.form.setVisible(self.form.record is not None)
        self.save_button.setEnabled(self.form.unsaved)
        self.give_up_button.setVisible(self.form.unsaved)
        self.delete_button.setVisible(self._kept() and not self.form.unsaved)

    def _kept(self) -> bool:
        """Whether the form shows a row of the book."""
        return self.form.record is not None and self.form.record.id in {record.id for record in self.rows}

    def add(self) -> None:
        """Open an empty form for a new row."""
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())
        self.form.setVisible(True)
        self.form.show_new()
        self._show_buttons()

    def paste(self, text: str) -> None:
        """Ctrl+V: rows copied in a spreadsheet, through the wizard, as one deed."""
        from xunion_desktop.desk.form_importer import FormImporter

        course, desk = self._course, self._desk
        importer = FormImporter(course.form(self._union), self.rows, course.title, desk.today)
        desk.import_pasted(importer, text, self.table.heads())

    def save(self) -> None:
        """Write the row as one deed; the page is built anew from what the book then holds."""
        self.form.save()

    def _give_up(self) -> None:
        self.form.give_up()
        self._show_buttons()

    def _ask_to_delete(self) -> None:
        record = self.form.record
        assert record is not None
        words = f"删除“{record.title()}”这一条吗？"
        self._desk.messages.ask(words, "删除后可以撤销。", "删除", lambda: self._delete(record))

    def _delete(self, record: Record) -> None:
        def act() -> None:
            with self._desk.book.deed(f"删除{record.label} {record.title()}") as deed:
                deed.delete(record)

        self._desk.messages.attempt(act)
