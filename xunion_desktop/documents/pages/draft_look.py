"""看样: the pages of a draft beside the register, as it is kept in the book; an issued one as it was issued."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xunion_desktop.desk.desk import Desk
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.sketch import Sketch

from .draft_setting import DraftSetting, format_there
from .paper_view import PaperView


class DraftLook(QWidget):
    """The pages of one draft, to leaf through."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewer = PaperView(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.viewer)
        draft, setting = Manuscript.get_by_id(key), DraftSetting(desk)
        line = Sketch(draft).print_of_it()
        if line is not None:
            self.viewer.show_pages(setting.kept_pages(line))
        elif format_there(desk, draft.form):
            setting.take(draft.form)
            self.viewer.show_pages(setting.lay_out(draft.given).pages)
