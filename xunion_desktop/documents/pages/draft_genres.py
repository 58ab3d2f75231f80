"""起草: which kind of paper it is to be; the draft that was begun and not saved is offered first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from xunion_desktop.desk.boxes import column, follow, label, row
from xunion_desktop.desk.buttons import back, plain
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.documents.kinds import GENRES, PLAIN_GENRES, Genre, format_of
from xunion_desktop.documents.papers import FREE
from xunion_desktop.documents.sketch import FORMAT, NEW_PLACE, Sketch, begun, resumed
from xunion_desktop.documents.starting import starting_words
from xunion_desktop.documents.words import TITLE
from xunion_desktop.office.words import office_words

from .draft_setting import format_there

NARROW = 1200
_NOT_SAVED = "只有一份新稿可以先放着不存。要留着它，请先打开，保存了再起草别的。"


class GenrePage(SubPage):
    """One button for each kind of paper, with what it is for."""

    help_page = "drafts"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        scale = desk.scale
        self.buttons: dict[str, QWidget] = {}
        top = row(scale, back("返回公文", self.leave, desk.icons, scale), label("起草", "title"), 1, gap=12)
        official, free = self._group("公文", GENRES), self._group("普通稿（没有红头，不编文号）", PLAIN_GENRES)
        places = (Place(official, 640, 0), Place(free, 560, 0))
        kept = dict(desk.book.drafts.load(NEW_PLACE) or {})
        parts = [self._resume(kept)] if kept else []
        box = column(scale, top, *parts, Columns(scale, places, NARROW), gap=10, margins=self.margins)
        box.setStretch(box.count() - 1, 1)
        self.setLayout(box)

    def _group(self, title: str, genres: Sequence[Genre]) -> Card:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setColumnStretch(1, 1)
        follow(grid, self.desk.scale, 8, (0, 0, 0, 0))
        for place, genre in enumerate(genres):
            made = plain(genre.name, partial(self._choose, genre))
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setEnabled(genre.form in FREE)
            made.setAccessibleDescription(genre.purpose)
            self.buttons[genre.name] = made
            grid.addWidget(made, place, 0)
            grid.addWidget(label(f"{genre.purpose}（{format_of(genre.form)}）", "second", wrap=True), place, 1)
        return Card(self.desk.scale, label(title, "card-title"), holder, 1)

    def _resume(self, kept: dict[str, str]) -> NoteCard:
        title = " ".join(kept.get(TITLE, "").split()) or "没有标题的稿子"
        answers = (Answer("接着写", partial(self._go_on, kept)), Answer("不要了", self._ask_to_drop))
        text = f"上次起草的“{title}”还没有保存"
        return NoteCard(self.desk.scale, self.desk.icons, text, _NOT_SAVED, "amber", answers)

    def _choose(self, genre: Genre) -> None:
        words = starting_words(genre.name, office_words(self.desk.today))
        self.leave()
        begin(self.desk, begun(genre.name, genre.form, words, self.desk.today))

    def _go_on(self, kept: dict[str, str]) -> None:
        self.leave()
        show(self.desk, resumed(kept, self.desk.today))

    def _ask_to_drop(self) -> None:
        self.desk.messages.ask("不要这份没保存的稿子了吗？", "丢掉后找不回来。", "不要了", self._drop)

    def _drop(self) -> None:
        self.desk.book.drafts.drop(NEW_PLACE)
        self.leave()
        self.desk.show_page(GenrePage(self.desk), "起草")


def begin(desk: Desk, sketch: Sketch) -> None:
    """Open a new draft; one that was begun before and not saved is not thrown away without asking."""
    if not format_there(desk, sketch.form):
        return
    if not desk.book.drafts.load(NEW_PLACE):
        show(desk, sketch)
        return

    def instead() -> None:
        desk.book.drafts.drop(NEW_PLACE)
        show(desk, sketch)

    desk.messages.ask("上次起草的稿子还没有保存，丢掉它吗？", _NOT_SAVED, "丢掉，另起草", instead)


def show(desk: Desk, sketch: Sketch) -> None:
    """Open the page of this draft; what was kept of it may stand in another format than what was saved."""
    from .draft_page import DraftPage

    kept = desk.book.drafts.load(sketch.place) or {}
    if not format_there(desk, kept.get(FORMAT, sketch.form)):
        return
    page = DraftPage(desk, sketch)
    desk.show_page(page, sketch.record.title())
    page.form.focus()
