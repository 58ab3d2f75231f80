"""The foot of a draft's page: the files that can be made of it at the left, saving and printing at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import column
from xunion_desktop.desk.buttons import plain, primary, with_icon
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.theme import CARD
from xunion_desktop.documents.sketch import Sketch


class DraftFoot(QWidget):
    """One signal for each button."""

    word_wanted = Signal()
    pdf_wanted = Signal()
    copy_wanted = Signal()
    names_wanted = Signal()
    give_up_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word_button = plain("存 Word", self.word_wanted.emit)
        self.pdf_button = plain("存稿样 PDF", self.pdf_wanted.emit)
        self.copy_button = plain("照此起草", self.copy_wanted.emit)
        self.names_button = plain("逐个单位印…", self.names_wanted.emit)
        self.give_up_button = plain("放弃修改…", self.give_up_wanted.emit)
        self.save_button = plain("保存", self.save_wanted.emit)
        printing = primary("印", self.print_wanted.emit)
        self.print_button = with_icon(printing, "printer", desk.icons, desk.scale, colour=CARD)
        left = [self.word_button, self.pdf_button, self.copy_button, self.names_button]
        right = [self.give_up_button, self.save_button, self.print_button]
        self.setLayout(column(desk.scale, foot(desk.scale, left, right)))

    def show_state(self, sketch: Sketch, refusal: str) -> None:
        """What can be done with it: an issued paper is printed again; ``refusal`` = why nothing may be written."""
        rest = len(sketch.left_out())
        again = f"印其余 {rest} 份" if rest else "补打…"
        self.print_button.setText(again if sketch.issued else f"印{sketch.genre}")
        self.copy_button.setVisible(not sketch.new)
        self.copy_button.setEnabled(not refusal)

    def offer_names(self, *, offered: bool) -> None:
        """Whether it can go to several by name."""
        self.names_button.setVisible(offered)

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Whether there is something to save, or to give up."""
        self.save_button.setEnabled(unsaved)
        self.give_up_button.setVisible(unsaved)
