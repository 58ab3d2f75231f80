"""版面: the pages of one line of the print register as they were printed; shown beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.boxes import column, label
from xunion_desktop.desk.desk import Desk
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.records import Printing

from .paper_view import PaperView


class PaperLook(QWidget):
    """The sealed pages, or those of its words with the unchanged form; else why there are none."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewer = PaperView(desk)
        self.why_not = label("", "second", wrap=True)
        box = column(desk.scale, self.why_not, self.viewer, gap=8)
        box.setStretch(1, 1)
        self.setLayout(box)
        try:
            printing = PrintDesk(desk.book, desk.rooms, desk.today, desk.book.user)
            pages = printing.pages_to_look_at(Printing.get_by_id(key))
        except Trouble as trouble:
            self.why_not.setText(f"{trouble.sentence}{trouble.remedy}")
            self.viewer.setEnabled(False)
        else:
            self.viewer.show_pages(pages)
        self.why_not.setVisible(bool(self.why_not.text()))
