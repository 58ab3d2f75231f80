"""What is to be known of the office's own form before a batch is printed with it."""

from __future__ import annotations

from collections.abc import Sequence

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.room import PaperCard, PaperItem
from xunion_desktop.office.words import OFFERED
from xunion_desktop.paper.form import Form
from xunion_desktop.paper.formtext import FormText

from .formparts import not_given
from .forms import form_fault
from .kinds import FORMATS


def form_notes(form: Form, card: PaperCard, items: Sequence[PaperItem]) -> list[Problem]:
    """That it is broken and the shipped one is taken; that it prints words which the room does not give (any more)."""
    fault = form_fault(form.id)
    notes = [_broken(form.title, fault)] if fault else []
    return notes if form.id in FORMATS else [*notes, *_empty(form, card, items)]  # words of a 公文稿 are typed


def _broken(title: str, fault: Trouble) -> Problem:
    """The office's own form cannot be used: what is printed instead, and what to do."""
    sentence = f"本单位改的“{title}”用不了，这一批用程序自带的。{fault.sentence}"
    return Problem(sentence, level=Level.DOUBT, remedy=fault.remedy)


def _empty(form: Form, card: PaperCard, items: Sequence[PaperItem]) -> list[Problem]:
    given = {*card.offers, *OFFERED}.union(*(item.words for item in items))
    remedy = "印出来是空的。请到“设置 → 模板”去掉它，或换一个词。"
    found = not_given(FormText(form.text), given)
    told = (f"模板“{form.title}”第 {fault.line} 行：{fault.sentence}" for fault in found)
    return [Problem(sentence, level=Level.DOUBT, remedy=remedy) for sentence in told]
