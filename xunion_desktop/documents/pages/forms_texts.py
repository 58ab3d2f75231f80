"""The texts of a form being changed: part by part, or the whole file (原文) for who likes to tinker."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from xunion_desktop.desk.boxes import label
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.scale import Scale
from xunion_desktop.documents.formparts import Fault
from xunion_desktop.paper.formtext import FormText

from .forms_fields import FormFields
from .forms_text import FormBox

FIELDS, SOURCE = "fields", "source"


class FormTexts(Card):
    """``edited`` = ``form_text`` is another by hand; ``turned`` = the other view is up. ``views`` chooses the view."""

    edited = Signal()
    turned = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(scale, parent=parent)
        self.form_text = FormText("")
        self._known: Collection[str] = ()
        self._read_only = False
        self._at: FormBox | None = None
        self.views = ChipRow(scale)
        self.views.show_chips([ChipText(FIELDS, "逐块改"), ChipText(SOURCE, "原文")])
        self.views.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.fields = FormFields(scale)
        self.source = FormBox(scale, grows=False)
        self.source.setAccessibleName("模板原文")
        self._stack = QStackedWidget()
        self._scroll = Scroll(self.fields)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.source)
        self.add(self._stack, 1)
        self.place = label("", "second")
        self.add(self.place)
        self.source.cursorPositionChanged.connect(self._show_place)
        self.views.chosen.connect(self.turn)
        self.fields.edited.connect(self._fields_edited)
        self.fields.entered.connect(self.stand_at)
        self.source.entered.connect(self.stand_at)
        self.source.textChanged.connect(self._source_edited)

    # what is shown

    def know(self, words: Collection[str], *, read_only: bool) -> None:
        """Tell the words that are given, and whether anything may be changed."""
        self._known, self._read_only = words, read_only

    def show_text(self, form_text: FormText) -> None:
        """Show this text in the view that is up; a text without parts can be mended in its 原文 only."""
        if not form_text.all("block"):
            self.views.check(SOURCE)
        self.form_text = form_text
        self.fields.show_form(form_text, self._known, read_only=self._read_only)
        self.source.blockSignals(True)
        self.source.setPlainText(form_text.text)
        self.source.blockSignals(False)
        self.source.marks.know(self._known)
        self.source.setReadOnly(self._read_only)
        self._stack.setCurrentWidget(self.source if self.views.current == SOURCE else self._scroll)
        self.place.setVisible(self.views.current == SOURCE)
        self._show_place()
        self._at = None

    @Slot()
    def _show_place(self) -> None:
        """What is wrong is told with its line: lines of the file, not of the window."""
        cursor = self.source.textCursor()
        self.place.setText(f"光标在第 {cursor.blockNumber() + 1} 行，共 {self.source.blockCount()} 行")

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say beside each text what is wrong with it."""
        self.fields.show_faults(faults)

    @Slot(str)
    def turn(self, view: str) -> None:
        """Between the parts and the 原文."""
        self.show_text(self.form_text)
        (self.source if view == SOURCE else self.fields).setFocus()
        self.turned.emit()

    @Slot(object)
    def go_to(self, fault: Fault) -> None:
        """Put the cursor where a fault is."""
        if self.views.current == FIELDS and fault.place >= 0:
            self.fields.go_to(fault.place, fault.key)
            return
        self.views.check(SOURCE)
        self.turn(SOURCE)
        cursor = QTextCursor(self.source.document().findBlockByNumber(fault.line - 1))
        cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
        self.source.setTextCursor(cursor)
        self.source.centerCursor()

    # what is typed

    @Slot()
    def _fields_edited(self) -> None:
        self.form_text = self.fields.form_text
        self.edited.emit()

    @Slot()
    def _source_edited(self) -> None:
        self.form_text = FormText(self.source.toPlainText())
        self.edited.emit()

    @Slot(FormBox)
    def stand_at(self, box: FormBox) -> None:
        """The cursor stands in this box: words are put there."""
        self._at = box

    def put(self, text: str) -> None:
        """Put a word where the cursor stood last; else at the end of the first body text."""
        if (box := self._cursor_box()) is not None:
            box.put(text)

    def put_option(self) -> None:
        """Put the brackets of what may be left out."""
        if (box := self._cursor_box()) is not None:
            box.put_option()

    def _cursor_box(self) -> FormBox | None:
        if self.views.current == SOURCE:
            return self.source
        if self._at is not None and self._at not in self.fields.boxes.values():
            self._at = None  # it went with its part
        if self._at is None:
            self._at = next((box for (_, key), box in self.fields.boxes.items() if key == "text"), None)
            if self._at is not None:
                self._at.moveCursor(QTextCursor.MoveOperation.End)
        return self._at
