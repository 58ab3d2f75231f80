"""PageStack: the pages of the tabs, each built when it is first shown, and the sub pages laid over each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from .overrides import guarded


class PageStack(QStackedWidget):
    """One page is up at a time; ``raised`` tells which. ``built`` holds those of the tabs, by their ids.

    A page that has a ``flush`` keeps there what is typed and not saved. One that is ``unfinished`` for now (it prints,
    or shows what is seen once) says so, and ``halt`` ends that properly; ``resume`` tells it that it stays after all.
    """

    raised = Signal(QWidget)

    def __init__(self, builders: Mapping[str, Callable[[], QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builders = builders
        self.built: dict[str, QWidget] = {}
        self._over: dict[str, list[QWidget]] = {tab: [] for tab in builders}
        self.tab = next(iter(builders))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """Of the page that is up: those that wait under it must not make the window grow over the screen's foot."""
        up = self.currentWidget()
        return super().minimumSizeHint() if up is None else up.minimumSizeHint().expandedTo(up.minimumSize())

    def open_tab(self, tab: str) -> None:
        """Show a tab, with the sub page that lies over it, if any."""
        if tab not in self.built:
            self.built[tab] = self._builders[tab]()
            self.addWidget(self.built[tab])
        self.tab = tab
        self._raise((self._over[tab] or [self.built[tab]])[-1])

    def lay_over(self, page: QWidget) -> None:
        """Lay a sub page over the tab that is up."""
        self._over[self.tab].append(page)
        self.addWidget(page)
        self._raise(page)

    def take_away(self, page: QWidget) -> None:
        """Take a sub page away; what lay under it comes up again."""
        for tab, over in self._over.items():
            if page in over:
                over.remove(page)
                self._drop(page)
                if tab == self.tab:
                    self.open_tab(tab)

    def clear_over(self, tab: str) -> None:
        """Take away all that lies over a tab."""
        while self._over[tab]:
            self._drop(self._over[tab].pop())

    def make_anew(self) -> None:
        """The pages of the tabs are built again, each when it is next shown."""
        up = not self._over[self.tab]
        while self.built:
            self._drop(self.built.popitem()[1])
        if up:
            self.open_tab(self.tab)

    def flush(self) -> bool:
        """Keep what is typed and not saved yet, on every page; False = some of it could not be kept."""
        unkept = [page for page in self._pages() if not _flushed(page)]
        return not unkept

    def unfinished(self) -> tuple[QWidget, tuple[str, str, str]] | None:
        """The first page that is in the middle of anything: a question whether to stop it, what becomes of it then,
        and the answer.
        """
        asked = ((page, getattr(page, "unfinished", None)) for page in self._pages())
        return next(((page, said) for page, ask in asked if ask is not None and (said := ask()) is not None), None)

    def halt(self, only: QWidget | None = None) -> None:
        """End what pages are in the middle of, or ``only`` this one is; nothing where it is gone by now."""
        for page in self._pages():
            if only is None or page is only:
                _halt(page)

    def resume(self) -> None:
        """They stay after all: what they were told to give up is asked about again."""
        for page in self._pages():
            resume = getattr(page, "resume", None)
            if resume is not None:
                resume()

    def _pages(self) -> list[QWidget]:
        return [*self.built.values(), *(page for over in self._over.values() for page in over)]

    def _drop(self, page: QWidget) -> None:
        _flushed(page)
        _halt(page)
        self.removeWidget(page)
        page.deleteLater()

    def _raise(self, page: QWidget) -> None:
        if self.count() and self.currentWidget() is not page:
            _flushed(self.currentWidget())
        self.setCurrentWidget(page)
        self.updateGeometry()  # it needs another room than the one before
        self.raised.emit(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)


def _halt(page: QWidget) -> None:
    """Let a page end what it is in the middle of."""
    halt = getattr(page, "halt", None)
    if halt is not None:
        halt()


def _flushed(page: QWidget) -> bool:
    """Let a page keep what is typed and not saved yet; False = it could not be kept."""
    flush = getattr(page, "flush", None)
    return flush is None or flush() is not False
