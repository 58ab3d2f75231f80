"""The fields of a form: every part from top to bottom with its texts, and what is wrong with them beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from xunion_desktop.desk.boxes import column, label, relook, row
from xunion_desktop.desk.buttons import link
from xunion_desktop.desk.focusing import go_into
from xunion_desktop.desk.scale import Scale
from xunion_desktop.documents.formparts import Fault, Field, Part, parts
from xunion_desktop.paper.formtext import FormText

from .forms_text import FormBox

_NEW = "写上新的一段。"


class FormFields(QWidget):
    """One box for each text. ``edited`` = the form's text is another now; ``entered`` = the cursor stands in a box."""

    edited = Signal()
    entered = Signal(FormBox)

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self.form_text = FormText("")
        self._read_only = False
        self._known: Collection[str] = ()
        self.boxes: dict[tuple[int, str], FormBox] = {}
        self._faults: dict[tuple[int, str], QLabel] = {}
        self._acts: list[QPushButton] = []
        self._box: QVBoxLayout = column(scale, gap=12, margins=(0, 0, 8, 0))
        self.setLayout(self._box)

    def show_form(self, form_text: FormText, known: Collection[str], *, read_only: bool = False) -> None:
        """Show this form; ``known`` = the words that are given."""
        self.form_text, self._known, self._read_only = form_text, known, read_only
        self.boxes, self._faults, self._acts = {}, {}, []
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for part in parts(form_text):
            if part.fields:
                self._box.addWidget(self._part(part))
        self._box.addStretch(1)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say beside each text what is wrong with it."""
        told = {(fault.place, fault.key): fault for fault in faults}
        for where, box in self.boxes.items():
            fault, said = told.get(where), self._faults[where]
            said.setText(f"{fault.sentence}{fault.remedy}" if fault else "")
            said.setVisible(fault is not None)
            relook(box, level="error" if fault else "")

    def go_to(self, place: int, key: str) -> None:
        """Put the cursor into this text."""
        if (place, key) in self.boxes:
            go_into(self.boxes[place, key])

    # what is laid out

    def _part(self, part: Part) -> QWidget:
        only = label(f"有“{part.when}”才印" if part.when else "", "second")
        add, drop = link("加一段", partial(self._add, part.place)), link("去掉", partial(self._drop, part.place))
        if part.kind != "text":
            add.hide()
        for act in (add, drop):
            act.setEnabled(not self._read_only)
        self._acts += [add, drop]
        shown = QWidget()
        box = column(self._scale, row(self._scale, label(part.title, "strong"), only, 1, add, drop, gap=10), gap=4)
        for field in part.fields:
            self._field(field, box)
        shown.setLayout(box)
        return shown

    def _field(self, field: Field, box: QVBoxLayout) -> None:
        where = (field.place, field.key)
        if field.label:
            box.addWidget(label(field.label, "field"))
        made = FormBox(self._scale, field.value.strip("\n"))
        made.setReadOnly(self._read_only)
        made.setAccessibleName(field.label or "内容")
        made.marks.know(self._known)
        made.entered.connect(self.entered)
        made.textChanged.connect(partial(self._typed, field))
        said = label("", "red", wrap=True)
        said.hide()
        self.boxes[where], self._faults[where] = made, said
        box.addWidget(made)
        box.addWidget(said)

    # what is typed

    def _typed(self, field: Field) -> None:
        value = self.boxes[field.place, field.key].toPlainText()
        span = field.span(self.form_text)
        if value != self.form_text.value(span).strip("\n"):
            self.form_text = self.form_text.replaced(span, value)
            self.edited.emit()

    def _add(self, place: int) -> None:
        self._take(self.form_text.with_paragraph(place, _NEW))
        box = self.boxes.get((place + 1, "text"))
        if box is not None:
            box.setFocus()
            box.selectAll()

    def _drop(self, place: int) -> None:
        self._take(self.form_text.without_block(place))

    def _take(self, form_text: FormText) -> None:
        self.show_form(form_text, self._known, read_only=self._read_only)
        self.edited.emit()
