"""Whether what was laid out is still what the book says: a paper is not issued with words that were changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.office.words import office_words

from .copies import Copy, Prepared
from .forms import current_form
from .printed import already_printed

_AGAIN = "没有打印，也没有取号。请看过重排的版面再印。"


def demand_unchanged(prepared: Prepared, chosen: Sequence[int], items: Sequence[PaperItem], today: date) -> None:
    """Trouble where these copies (places in ``prepared``) would be laid out otherwise now, or went out since.

    ``items`` = what the records say now.
    """
    if prepared.day != today:
        raise Trouble("版面是前一天排的，日期和文号要重排。", _AGAIN)
    if current_form(prepared.form).hash != prepared.template.hash:
        raise Trouble(f"“{prepared.title}”的模板在排版以后改过。", _AGAIN)
    copies = [prepared.copies[place] for place in sorted(set(chosen))]
    now, common = _by_record(items), office_words(today)
    since = already_printed(prepared.form, [copy.key for copy in copies])
    for copy in copies:
        line = since.get(copy.key)
        if line is not None and prepared.before.get(copy.key) != line.id:
            number = f"，文号 {line.number_text}" if line.number_text else ""
            raise Trouble(f"“{copy.name}”这份在排版以后已经印过{number}。", _AGAIN)
        _demand_same(copy, now.get(copy.key, {}), common)


def _by_record(items: Sequence[PaperItem]) -> dict[str, dict[str, PaperItem]]:
    """What each record says now, by the names of its copies: a paper may go to several by name."""
    found: dict[str, dict[str, PaperItem]] = {}
    for item in items:
        found.setdefault(item.key, {})[item.name] = item
    return found


def _demand_same(copy: Copy, now: Mapping[str, PaperItem], common: Mapping[str, str]) -> None:
    if not now:
        raise Trouble(f"“{copy.name}”在排版以后已经删除。", _AGAIN)
    item = now.get(copy.name)
    if item is None or {**common, **item.words} != dict(copy.words) or item.problems != copy.item.problems:
        raise Trouble(f"“{copy.name}”的内容在排版以后改过。", _AGAIN)
