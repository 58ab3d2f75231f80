"""Copies of drafts as they are to be printed: one for each recipient, with what stands between it and the printer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.office.words import office_words
from xunion_desktop.paper.form import Form

from .addressing import each_copy, sent_by_name
from .draft_problems import printed_words, table_problems, written_problems
from .figures import KIND, live_prints
from .forms import current_form
from .manuscripts import Manuscript
from .paragraphs import tidied
from .printed import left_out
from .records import Printing
from .sketch import unsaved
from .words import EACH, TO, filled_in

_UNSAVED = Problem("这份稿子有没保存的修改。", remedy="请打开它，保存或者放弃修改后再印。")


def draft_copies(form_id: str, keys: Sequence[str], today: date) -> list[PaperItem]:
    """The copies of those of these drafts that are written in this format, in their order."""
    found = {one.id: one for one in Manuscript.alive().where(Manuscript.id.in_(list(keys)))}
    drafts = [found[key] for key in keys if key in found and found[key].form == form_id]
    ids = [draft.id for draft in drafts]
    form, own, issued, typed = current_form(form_id), office_words(today), live_prints(ids), unsaved(ids)
    made: list[PaperItem] = []
    for draft in drafts:
        open_problems = [_UNSAVED] if draft.id in typed else []
        made += _copies(draft, form, own, issued.get(draft.id), open_problems)
    return made


def _copies(
    draft: Manuscript, form: Form, own: Mapping[str, str], line: Printing | None, unfinished: list[Problem]
) -> Iterator[PaperItem]:
    """One for each recipient; who was left out when it was issued (``line``) gets the same paper, number and all, and
    who has it is not shown among them.
    """
    given = draft.given if TO in form.word_names() else {**draft.given, EACH: ""}
    by_name, number = sent_by_name(given), (line.number_text if line is not None else "") or ""
    rest = left_out(given, line) if line is not None and number else []
    tables = table_problems(printed_words(form, given))
    for copy in each_copy(given):
        words = tidied(filled_in(copy, own))
        later = by_name and words[TO] in rest
        if rest and not later:
            continue
        if line is not None and later:
            words = {**words, **line.given_words, TO: words[TO]}
        problems = [already_issued(number)] if number and not later else unfinished
        found = (*problems, *written_problems(draft.genre or "", printed_words(form, words)), *tables)
        name = words[TO] if by_name else draft.title()
        yield PaperItem(KIND, draft.id, name, words, found, draft.title(), number if later else "", by_name)


def already_issued(number: str) -> Problem:
    """A paper is issued under one number only (DC-30)."""
    remedy = "要再印，请到“打印登记”补打；要发新的，请用“照此起草”。"
    return Problem(f"这份稿子已印发，文号 {number}，不能再编一个文号。", rule="DC-30", remedy=remedy)
