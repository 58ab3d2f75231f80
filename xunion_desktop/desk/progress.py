"""Progress: what a worker calls to tell how far it is; the call raises ``Cancelled`` when the clerk stopped it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]  # done, total
