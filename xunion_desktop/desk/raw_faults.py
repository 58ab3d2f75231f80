"""Raw faults: what the driver of the database raises where it was asked past the book. The world's are Trouble too."""

from __future__ import annotations

from xunion_desktop.basics.errors import Trouble


def of_the_database(error: BaseException) -> bool:
    """Whether it comes from the database; known by its name, for nothing may load the driver before a book is open."""
    return any(kind.__module__.partition(".")[0] in ("apsw", "peewee") for kind in type(error).__mro__)


def as_trouble(error: BaseException) -> Trouble | None:
    """Return what is told of a damaged page, a pulled stick, a full disk; None = a bug, or another matter."""
    if isinstance(error, Trouble):
        return error
    if not of_the_database(error):
        return None
    from xunion_desktop.store.faults import as_trouble as told

    trouble = told(error)
    if trouble is not None:
        trouble.__cause__ = error  # for the log
    return trouble
