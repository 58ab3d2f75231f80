"""Notes: a problem or a message with a coloured edge: what, why or what to do, and the remedy as a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from .boxes import column, label, row
from .buttons import small
from .icons import Icons
from .messages import Answer
from .scale import Scale
from .theme import tone

_ICONS = {"red": "alert-triangle", "amber": "alert-triangle", "green": "check", "grey": "info-circle"}


class NoteCard(QFrame):
    """One note: title = what, second = one sentence, answers = its buttons at the right (rule 5 of the pictures)."""

    def __init__(
        self,
        scale: Scale,
        icons: Icons,
        text: str,
        second: str = "",
        look: str = "grey",
        answers: Sequence[Answer] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", f"note-{look}")
        self._mark = QLabel()
        self.title = label(text, "strong" if second else "", wrap=True)
        self.second = label(second, "second", wrap=True)
        if not second:
            self.second.hide()
        self.buttons: list[QPushButton] = [small(answer.words, answer.act) for answer in answers]
        text_box = column(scale, self.title, self.second, gap=2)
        line = row(scale, self._mark, text_box, *self.buttons, gap=8, margins=(10, 7, 10, 7))
        line.setStretch(1, 1)
        self.setLayout(line)
        icon = _ICONS.get(look, "info-circle")
        scale.follow(self._mark, lambda: self._mark.setPixmap(icons.pixmap(icon, tone(look).dot)))
