"""The lists that the office edits (设置 → 词表), as choices of the columns that are filled from them.

The book keeps the word, not a code: a word that was renamed or taken out of its list stays where it was written.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xunion_desktop.office import values
from xunion_desktop.store.columns import Column

OF_COLUMN = {"nature": values.UNIT_NATURES, "industry": values.INDUSTRIES, "township": values.TOWNSHIPS}


def words(name: str, as_of: date) -> tuple[str, ...]:
    """The words a column offers on a day; none where the office has emptied the list."""
    return tuple(values.words(OF_COLUMN[name], as_of))


def offering(column: Column, as_of: date) -> Column:
    """The column with the words of its dictionary as choices."""
    return replace(column, choices=tuple((word, word) for word in words(column.name, as_of)))
