"""WritingPage: a page on which something is written at length, with its pages beside it (a draft, a form)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, Qt
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.background import Job
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.draft_keeper import DraftKeeper
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.page_card import PageCard
from xunion_desktop.desk.sub_page import SubPage

REDRAW_MS = 150
"""How soon after the last key the pages are drawn anew."""
LONG = 10_000
"""Characters, about twenty pages: from here on laying out would be felt at each pause of typing."""


class WritingPage(SubPage):
    """What is typed and not saved is kept (``drafts``); ``redraw`` follows when typing stops."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.drafts = DraftKeeper(desk, self.typed, self)
        self._freshness = Freshness(desk, self, self.refresh)
        self._redrawing = QTimer(self)
        self._redrawing.setSingleShot(True)
        self._redrawing.setInterval(REDRAW_MS)
        self._redrawing.timeout.connect(self.redraw)
        self._laying: Job | None = None

    def bind_keys(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """What these keys do on this page."""
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def bind_leafing(self, view: PageCard, held: str = "") -> None:
        """PgDn and PgUp leaf through the pages, with another key held where these belong to the text."""
        self.bind_keys({f"{held}PgDown": partial(view.leaf, 1), f"{held}PgUp": partial(view.leaf, -1)})

    @abstractmethod
    def typed(self) -> dict[str, str]:
        """What differs from the book now; nothing = all is saved."""

    def redraw(self) -> None:
        """Draw the pages anew and say what is wrong; whoever overrides it calls this first."""
        self._redrawing.stop()
        if self._laying is not None:
            self._laying.cancel()
            self._laying = None

    def lay_out(self, words: Mapping[str, str], work: Callable[[], Any], show: Callable[[Any], None]) -> None:
        """Do what laying these words out takes, and show what came of it: at once, of a long paper beside."""
        if sum(map(len, words.values())) > LONG:
            self._laying = self.desk.jobs.glance(work, show)
        else:
            show(work())

    @abstractmethod
    def refresh(self) -> None:
        """Something was written to the book, by this page or another; what is typed here stays on top."""

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not saved yet."""
        return bool(self.typed())

    def note_typing(self) -> None:
        """Something was typed: kept and drawn soon."""
        self.drafts.note()
        self._redrawing.start()

    def may_write(self) -> bool:
        """Whether a deed can be done now; where not, that is told."""
        if self.desk.jobs.writing:
            self.desk.messages.say("正在写入别的内容", "等它写完再做这一步，已填的不会丢。", tone="amber")
        return not self.desk.jobs.writing

    def flush(self) -> bool:
        """Keep what is typed and not saved; False = it could not be kept."""
        return self.drafts.keep()

    def leave(self) -> None:
        """Back; what is typed stays kept."""
        self.flush()
        super().leave()

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshness.seen()
