"""The words of a draft as fields: those of its format, in groups; another format keeps what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from xunion_desktop.basics.dates import read_date
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.desk.boxes import follow, label
from xunion_desktop.desk.editors.editor import Editor
from xunion_desktop.desk.editors.line import LineEditor
from xunion_desktop.desk.editors.long_text import LongTextEditor
from xunion_desktop.desk.editors.readings import Reading
from xunion_desktop.desk.enter_walk import EnterWalk
from xunion_desktop.desk.field_line import FieldLine
from xunion_desktop.desk.focusing import go_into
from xunion_desktop.desk.scale import Scale
from xunion_desktop.documents.paragraphs import tidying
from xunion_desktop.documents.words import BODY, CODE, DAY, GROUPS, LONG, MADE, PRINTED, ROWS, TITLE, TO
from xunion_desktop.office.words import OFFERED
from xunion_desktop.paper.form import Form, FormWord
from xunion_desktop.store.columns import Column

from .draft_text import Headings, RowsBox, TextBox

_ROWS = {BODY: 13, ROWS: 13, TITLE: 2, "副标题": 1, "附注": 1, "附件说明": 3, "附件": 5}
_FEW = 2
_LINE, _AROUND = 20, 12  # px at 100 %


class DraftForm(QWidget):
    """The fields of one draft; ``edited`` after every change by hand."""

    edited = Signal()

    def __init__(self, scale: Scale, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale, self._today = scale, today
        self._lines: dict[str, FieldLine] = {}
        self._others: dict[str, str] = {}  # words that this format has no field for
        self._read_only = False
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        follow(self._grid, scale, 8, (0, 0, 6, 0))
        self.walk = EnterWalk(self)

    # what is shown

    def show_form(self, form: Form, words: Mapping[str, str], known: Mapping[str, str]) -> None:
        """Show the fields of this format, filled with these words; ``known`` = what an empty one is printed as."""
        self._clear()
        offered = {word.name: word for word in form.words if word.name in form.word_names()}
        self._others = {word: text for word, text in words.items() if word not in offered}
        row = 0
        for title, names in _groups(offered):
            if title:
                self._grid.addWidget(label(title, "strong"), row, 0, 1, 2)
                row += 1
            for name in names:
                row = self._add(offered[name], words.get(name, ""), known.get(name, ""), row)
        self._grid.setRowStretch(row, 1)
        fields = {name: line.editor.field for name, line in self._lines.items()}
        several = [field for name, field in fields.items() if name not in {TITLE, TO} and not _one(self._lines[name])]
        self.walk.watch(list(fields.values()), several)
        self.set_read_only(read_only=self._read_only)

    def _add(self, word: FormWord, text: str, known: str, row: int) -> int:
        editor = self._editor(word, known)
        editor.set_raw(text)
        editor.edited.connect(self.edited)
        line = FieldLine(self._scale, editor, self)
        self._lines[word.name] = line
        return line.place(self._grid, row)

    def _editor(self, word: FormWord, known: str) -> Editor:
        hint = getattr(word, "hint", "") or (f"空着就印：{known}" if known and "\n" not in known else "")
        column = Column(word.name, word.name, hint=hint, required=word.required)
        if word.name in {TITLE, TO} or word.name in LONG or getattr(word, "long", False):
            box = (RowsBox if word.name == ROWS else TextBox)(tidying(word.name))
            made = LongTextEditor(column, self._scale, box, _ROWS.get(word.name, _FEW) * _LINE + _AROUND)
            if word.name == BODY:
                Headings(made.field.document())
            return made
        line = LineEditor(column, self._reading(word.name))
        if offered := getattr(word, "offered", ()):
            line.field.setCompleter(_completer(offered, line.field))
        return line

    def _reading(self, name: str) -> Reading:
        """A day is typed in any way and written as it is printed."""
        if name in {DAY, MADE, PRINTED}:
            return Reading(self._day, explains=True)
        return Reading(lambda text: (text, ""))

    def _day(self, text: str) -> tuple[str | None, str]:
        day = read_date(text, self._today)
        if day is None or day.exact is None:
            return None, "看不懂这个日期，可写 2026-8-1、0801、8.1 或 今天。"
        return day.chinese, ""

    def _clear(self) -> None:
        self.walk.watch([])
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in self._lines.values():
            line.deleteLater()
        self._lines = {}

    # what is typed

    def words(self) -> dict[str, str]:
        """Every word as it stands; those without a field in this format too."""
        typed = {name: _text(line.editor) for name, line in self._lines.items()}
        return {name: text for name, text in {**self._others, **typed}.items() if text}

    def set_other(self, name: str, text: str) -> None:
        """Change a word that has no field in this format, as if it was typed."""
        self._others = {**self._others, name: text}
        self.edited.emit()

    def names(self) -> list[str]:
        """The words that have a field."""
        return list(self._lines)

    def line(self, name: str) -> FieldLine:
        """The whole line of a word."""
        return self._lines[name]

    def text_box(self, name: str) -> TextBox | None:
        """The box of a word of several lines."""
        field = self._lines[name].editor.field if name in self._lines else None
        return field if isinstance(field, TextBox) else None

    def set_read_only(self, *, read_only: bool) -> None:
        """Show, but do not let edit (it is issued)."""
        self._read_only = read_only
        for line in self._lines.values():
            line.editor.set_read_only(read_only)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Beside their fields; a date that is not understood comes first."""
        for name, line in self._lines.items():
            own = [problem for problem in problems if problem.field == name]
            fault = line.editor.fault()
            line.show_problems([Problem(fault, name), *own] if fault else own)

    def faults(self) -> list[Problem]:
        """What is typed and not understood."""
        lines = self._lines.items()
        return [Problem(line.editor.fault(), name) for name, line in lines if line.editor.fault()]

    def go_to(self, problems: Sequence[Problem]) -> None:
        """Into the first field that has an ERROR."""
        bad = {problem.field for problem in problems if problem.level is Level.ERROR}
        self.focus(next((name for name in self._lines if name in bad), ""))

    def focus(self, name: str = "") -> None:
        """Into this field, else where one goes on writing: the title where there is none, the body, the rows."""
        titled = TITLE not in self._lines or self._lines[TITLE].editor.raw()
        wanted = name or (next((one for one in (BODY, ROWS) if one in self._lines), "") if titled else TITLE)
        if wanted in self._lines:
            go_into(self._lines[wanted].editor.field)


def _groups(offered: Mapping[str, FormWord]) -> list[tuple[str, list[str]]]:
    """The words of a format in the order of writing; those that are issued or come from the office have no field."""
    named = {name for _, names in GROUPS for name in names}
    rest = [name for name, word in offered.items() if name not in named and word.name != CODE]
    own = [name for name in rest if name not in OFFERED]
    groups = [(title, [name for name in names if name in offered]) for title, names in GROUPS]
    return [(title, names) for title, names in [*groups, ("其他", own)] if names]


def _one(line: FieldLine) -> bool:
    return isinstance(line.editor, LineEditor)


def _text(editor: Editor) -> str:
    """What is meant, where it is understood, else what stands there."""
    value = editor.value() if isinstance(editor, LineEditor) else None
    return str(value) if value is not None else editor.raw()


def _completer(offered: Sequence[str], field: QLineEdit) -> QCompleter:
    made = QCompleter(list(offered), field)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made
