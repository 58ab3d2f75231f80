"""Coming back: a prepared backup takes the place of the open book, which is kept beside it."""

from __future__ import annotations

import logging

from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.places import Places
from xunion_desktop.desk.door import Passed
from xunion_desktop.desk.messages import Messages
from xunion_desktop.office.entering import reopened
from xunion_desktop.office.settling import Roles, roles_now
from xunion_desktop.store.book import Book
from xunion_desktop.store.restoring import Restored, Restoring

from .opening import open_book
from .stay import Stay

log = logging.getLogger(__name__)


class ComingBack:
    """Made while the book is still open: who was in it, and who might do what. ``swap`` needs it closed."""

    def __init__(self, book: Book, places: Places, messages: Messages) -> None:
        self.marker = book.marker
        self._passed = Passed(book.user, book.database.key)
        self._roles = self._known_roles()
        self._places, self._messages = places, messages
        self._told: Restored | None = None

    def _known_roles(self) -> Roles:
        """Those of the book that goes; a page may be damaged, which is no reason to keep it."""
        try:
            return roles_now()
        except Trouble as trouble:
            log.warning("roles not known: %s", in_code(trouble))
            return {}

    def swap(self, restoring: Restoring) -> None:
        """Put the backup in the place of the book; what goes wrong is told, and the book is as it was."""

        def swapped() -> None:
            self._told = restoring.swap()

        if not self._messages.attempt(swapped):
            restoring.drop()

    def opened(self) -> Book:
        """Open what lies there now; where it was restored, what is to be settled is said."""
        return reopened(open_book(self._places, self.marker, self._passed), self._roles if self._told else None)

    def settle(self) -> None:
        """The window was locked meanwhile: the book is settled and closed, who locked it must log in."""
        try:
            self.opened().close()
        except Trouble as trouble:
            log.warning("restored book not open: %s", in_code(trouble))

    def tell(self, _stay: Stay) -> None:
        """Say what came of it."""
        say, told = self._messages.say, self._told
        if told is None:
            say("没有恢复，本子没有改动。", "请关掉别的窗口，再恢复一次。", tone="red")
        elif told.kept is not None:
            lost = f"有 {told.missing} 个附件没有找回来。" if told.missing else ""
            say(
                "已恢复，打开的就是恢复的本子。",
                f"{lost}恢复前的本子留在 {told.kept}",
                tone="amber" if lost else "green",
            )
