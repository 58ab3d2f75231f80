"""Mending a draft: half-width marks and numbers set right in its fields with one click, and taken back as easily."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit

from xunion_desktop.desk.messages import Answer, Messages
from xunion_desktop.documents.punctuation import Slip, mended
from xunion_desktop.documents.slips import Found, SlipWatch
from xunion_desktop.documents.words import ROWS

from .draft_form import DraftForm


class Mending:
    """Looks for slips in the fields of a form; ``done`` is called after every change it makes."""

    def __init__(self, form: DraftForm, messages: Messages, done: Callable[[], None]) -> None:
        self._form, self._messages, self._done = form, messages, done
        self._watch = SlipWatch()

    def look(self, words: Mapping[str, str]) -> list[Found]:
        """What could be mended in the words that have a field; marks in the cells of a table part them."""
        return self._watch.look({name: words.get(name, "") for name in self._form.names() if name != ROWS})

    def mend(self, found: Found) -> None:
        """改成全角: every place at once; 退回 or Ctrl+Z in the field takes it back."""
        before = {name: self._form.line(name).editor.raw() for name in found.of_word}
        for name, slips in found.of_word.items():
            self._mend(name, slips)
        self._form.focus(next(iter(found.of_word)))
        self._done()
        self._messages.say(f"已改 {found.count} 处", answer=Answer("退回", lambda: self._put_back(before)))

    def _mend(self, name: str, slips: tuple[Slip, ...]) -> None:
        box, field = self._form.text_box(name), self._form.line(name).editor.field
        if box is not None:
            box.mend(slips)
        elif isinstance(field, QLineEdit):
            text = mended(field.text(), slips)
            field.selectAll()
            field.insert(text)

    def _put_back(self, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            if name in self._form.names():
                self._form.line(name).editor.set_raw(text)
        self._done()

    def leave(self, found: Found) -> None:
        """不改: it is meant so."""
        self._watch.leave(found, self._form.words())
        self._done()
