"""FieldLine: one field of a form: its label, its editor, and below it how it is read and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from xunion_desktop.basics.problems import Level, Problem

from .boxes import label, relook
from .editors.editor import Editor
from .scale import Scale
from .veil import Veil

_WEIGHT = {Level.ERROR: 3, Level.DOUBT: 2, Level.HINT: 1}
_LOOKS = {Level.ERROR: "red", Level.DOUBT: "amber", Level.HINT: "second"}


def worst(problems: Sequence[Problem]) -> Level | None:
    """The level that weighs most."""
    return max((problem.level for problem in problems), key=_WEIGHT.__getitem__, default=None)


class FieldLine(QObject):
    """The widgets of one field, laid into two rows of the form's grid."""

    def __init__(self, scale: Scale, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self.editor = editor
        self.veil = Veil(scale, editor) if editor.column.sensitive else None
        self.name: QLabel = label(editor.column.label, "field")
        self.name.setBuddy(editor.field)
        self.name.setToolTip(editor.column.hint)
        self.words: QLabel = label("", "second", wrap=True)
        self.words.hide()
        self._reading = ""
        self._problems: list[Problem] = []
        editor.read.connect(self._show_reading)
        scale.follow(self, lambda: self.words.setContentsMargins(scale.px(2), 0, 0, scale.px(4)))

    def place(self, grid: QGridLayout, row: int) -> int:
        """Put the field into the grid; returns the next free row."""
        high = self.veil is not None or self.editor.sizeHint().height() > 60
        top = Qt.AlignmentFlag.AlignTop if high else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.name, row, 0, Qt.AlignmentFlag.AlignRight | top)
        grid.addWidget(self.veil or self.editor, row, 1)
        grid.addWidget(self.words, row + 1, 1)
        return row + 2

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with this field, the worst first."""
        self._problems = sorted(problems, key=lambda problem: -_WEIGHT[problem.level])
        self.editor.show_level(worst(problems))
        self._show_words()

    @property
    def covered(self) -> bool:
        """Whether the value is masked."""
        return self.veil is not None and self.veil.closed

    @property
    def problems(self) -> list[Problem]:
        """What is shown as wrong with this field."""
        return self._problems

    @Slot(str)
    def _show_reading(self, text: str) -> None:
        self._reading = text
        self._show_words()

    def _show_words(self) -> None:
        if self._reading:
            text, look = self._reading, "second"
        elif self._problems:
            text = "\n".join(_sentence(problem) for problem in self._problems)
            look = _LOOKS[self._problems[0].level]
        else:
            text, look = "", "second"
        self.words.setText(text)
        if self.words.property("look") != look:
            relook(self.words, look=look)
        self.words.setVisible(bool(text))


def _sentence(problem: Problem) -> str:
    return f"{problem.sentence}{problem.remedy}"
