"""DeedCard: one deed of the journal: who, when, on which PC, and what it did, record by record, old → new."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from xunion_desktop.desk.boxes import label, row
from xunion_desktop.desk.buttons import back, plain
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable, WholeRows
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.change_words import ChangeWords
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.store.deeds import DeedLine
from xunion_desktop.store.history import Change
from xunion_desktop.store.undo import Outcome

SHOWN = 200  # records of one deed
_OBSTACLES = 40


class DeedCard(Card):
    """The deed that is selected; it can be taken back, or done again, here."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=8, parent=parent)
        self._desk = desk
        self._line: DeedLine | None = None
        self._word = ""  # what is being taken back: 撤销, 重做
        self._note: NoteCard | None = None
        self._note_scroll: Scroll | None = None
        self.back_button = back("返回列表", self.closed.emit, desk.icons, desk.scale)
        self.back_button.hide()
        self.title = label("", "card-title", wrap=True)
        self.second = label("", "second", wrap=True)
        self.model = CellModel(("栏目", "原来", "现在"), parent=self)
        self.table = CellTable(desk.scale)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.more = label("", "second", wrap=True)
        self.undo_button = plain("撤销这次操作", self.undo)
        self.redo_button = plain("重做这次操作", self.redo)
        head = row(desk.scale, self.back_button, self.title)
        head.setStretch(1, 1)
        self.add(head)
        self.add(self.second)
        self.add(WholeRows(self.table), 1)
        self.add(self.more)
        self.add(row(desk.scale, 1, self.undo_button, self.redo_button))
        self.show_deed(None)

    def show_deed(self, line: DeedLine | None) -> None:
        """Show this deed; what stood in the way of another's undo goes."""
        if line is None or self._line is None or line.id != self._line.id:
            self._clear_note()
        self._line = line
        self.undo_button.setVisible(line is not None and line.undoable)
        self.redo_button.setVisible(line is not None and bool(line.redo))
        if line is None:
            self._say("还没有选操作", "在左边选一次操作，这里显示它改了什么。", [], "")
            return
        found = self._desk.book.changes(line.id, SHOWN + 1)
        words = ChangeWords(self._desk)
        rows = [cells for change in found[:SHOWN] for cells in change_rows(words, change)]
        rest = f"只列出前 {SHOWN} 条记录，共 {line.count:,} 条。" if len(found) > SHOWN else ""
        self._say(line.label, deed_words(line), rows, rest)

    def undo(self) -> None:
        """撤销: take the deed back by a new one, or tell all that stands in the way."""
        line = self._line
        if line is not None and line.undoable:
            self._take_back("撤销", line.id)

    def redo(self) -> None:
        """重做: take back the undo of this deed."""
        line = self._line
        if line is not None and line.redo:
            self._take_back("重做", line.redo)

    def obstacles(self) -> str:
        """What is said to stand in the way of the last undo ("" = nothing)."""
        return f"{self._note.title.text()}\n{self._note.second.text()}" if self._note is not None else ""

    def _take_back(self, word: str, deed_id: str) -> None:
        self._clear_note()

        def tell(outcome: Outcome) -> None:
            if outcome.done:
                self._desk.messages.say(f"已{word}：{outcome.label}")

        book, self._word = self._desk.book, word
        job = self._desk.jobs.run(word, lambda _progress: book.undo(deed_id), tell, stoppable=False, writes=True)
        job.done.connect(self._tell_obstacles)  # said all the same where this page is gone by then

    def _tell_obstacles(self, outcome: Outcome) -> None:
        if outcome.done:
            return
        word = self._word
        self._clear_note()
        rest = len(outcome.obstacles) - _OBSTACLES
        sentences = outcome.obstacles[:_OBSTACLES] + ([f"另有 {rest} 处。"] if rest > 0 else [])
        title = f"不能{word}“{outcome.label}”"
        self._note = NoteCard(self._desk.scale, self._desk.icons, title, "\n".join(sentences), "amber")
        self._note_scroll = Scroll(self._note)
        self.add(self._note_scroll, 1)

    def _clear_note(self) -> None:
        if self._note_scroll is not None:
            self._note_scroll.hide()
            self._note_scroll.deleteLater()
        self._note = self._note_scroll = None

    def _say(self, title: str, second: str, rows: list[list[Cell]], rest: str) -> None:
        self.title.setText(title)
        self.second.setText(second)
        self.model.show_rows(rows)
        self.more.setText(rest)
        self.more.setVisible(bool(rest))


def deed_words(line: DeedLine) -> str:
    """When, who, on which PC, how many records."""
    state = ("已撤销",) if line.undone else ()
    parts = (line.time, line.user, line.machine, f"{line.count:,} 条记录", *state)
    return "　".join(part for part in parts if part)


def change_rows(words: ChangeWords, change: Change) -> Iterator[list[Cell]]:
    """Give the row that names the record, and one for each of its fields."""
    title = words.title(change.kind, change.key)
    yield [Cell(words.kind(change.kind), weight=Weight.SOFT), Cell(title, weight=Weight.BOLD), Cell(words.act(change))]
    if change.erased:
        yield [Cell(""), Cell("内容已依法清除", weight=Weight.SOFT), Cell("")]
    for field in words.fields(change):
        yield [
            Cell(f"　{field.label}", weight=Weight.SOFT),
            Cell(field.old or "—", weight=Weight.SOFT, struck=bool(field.old)),
            Cell(field.new or "—", weight=Weight.BOLD if field.new else Weight.SOFT),
        ]
