"""Which editor a column gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from xunion_desktop.desk.scale import Scale
from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.registers import Register

from .choice import ChoiceEditor
from .editor import Editor
from .file import FileEditor
from .line import LineEditor
from .link import LinkEditor
from .long_text import LongTextEditor
from .readings import reading_of


def editor_for(
    column: Column,
    scale: Scale,
    today: date,
    *,
    register: Register | None = None,
    take: Callable[[], str] | None = None,
) -> Editor:
    """The editor of this column's kind; a link needs the register it points into, a file the way to take one."""
    if column.kind is Kind.LINK and register is not None:
        return LinkEditor(column, register)
    if column.kind is Kind.FILE and take is not None:
        return FileEditor(column, take)
    if column.kind is Kind.LONG_TEXT:
        return LongTextEditor(column, scale)
    if column.kind in {Kind.CHOICE, Kind.YES_NO} or column.choices:
        return ChoiceEditor(column)
    return LineEditor(column, reading_of(column.kind, today))
