"""Bringing up: a book of an older program is brought up to date before it is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import Places
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.one_window import OneWindow
from xunion_desktop.desk.waiting_page import UPGRADING, WaitingPage
from xunion_desktop.home.pages.entrance import Entrance
from xunion_desktop.office.doorstep import is_older

if TYPE_CHECKING:
    from xunion_desktop.store.unlocking import Unlock


class BringingUp:
    """Done in a worker, over the window that is up or the first page; ``failed`` is told what kept it from that."""

    def __init__(
        self,
        places: Places,
        furniture: Furniture,
        stage: OneWindow,
        entrance: Entrance,
        failed: Callable[[Trouble], None],
    ) -> None:
        self._places, self._furniture = places, furniture
        self._stage, self._entrance = stage, entrance
        self._failed = failed

    def before(self, then: Callable[[], None], path: Path, unlock: Unlock | None = None) -> None:
        """Bring the book there up to date and go on; at once where it is."""
        if not is_older(path):
            then()
            return
        from .opening import upgrading

        if self._stage.up is None:
            self._entrance.welcome()
        work, go_on = upgrading(self._places, path, unlock), lambda _done: then()
        job = self._furniture.jobs.run("升级本子", work, go_on, stoppable=False, failed=self._failed)
        if self._stage.up is not None:
            WaitingPage(self._furniture.scale, job, self._stage.up, UPGRADING)
