"""RowPages: the rows of a long register, read page by page when they are first looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

PAGE = 64
KEPT = 48

Read = Callable[[Sequence[str]], Sequence[Any]]


class RowPages:
    """Rows by number; keeps the pages looked at last. A row that is gone meanwhile is None."""

    def __init__(self, read: Read, keys: Sequence[str] = ()) -> None:
        self._read = read
        self.keys: list[str] = list(keys)
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.keys)

    def row(self, number: int) -> Any:
        """The record in that row."""
        page = number // PAGE
        if page not in self._pages:
            self._pages[page] = self._fetch(page)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][number % PAGE]

    def forget(self) -> None:
        """Read everything anew from now on."""
        self._pages.clear()

    def _fetch(self, page: int) -> list[Any]:
        keys = self.keys[page * PAGE : (page + 1) * PAGE]
        found = {record.id: record for record in self._read(keys)}
        return [found.get(key) for key in keys]
