"""What is due with the forms: one of this office is broken, or an upgrade brought a newer one (design §4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xunion_desktop.basics.duty import Duty, Urgency
from xunion_desktop.basics.resources import form_ids
from xunion_desktop.basics.wording import names_and_count

from .forms import State, changed_forms, standing

PAGE = "forms"
_SAID = {
    State.BROKEN: ("{0}：本单位改的模板用不了，打印用的是程序自带的。", "请改正，或者恢复原样。", Urgency.RED),
    State.NEWER: ("{0}：程序自带的模板有了新版。", "请对比，保留自己的或者采用新的。", Urgency.AMBER),
}


def duties(today: date) -> list[Duty]:
    """Give a line for the broken forms and one for those with a newer shipped one."""
    return list(_duties(today))


def _duties(today: date) -> Iterator[Duty]:
    shipped = set(form_ids())
    standings = [standing(form_id) for form_id in changed_forms() if form_id in shipped]
    for state, (text, note, urgency) in _SAID.items():
        titles = [one.form.title for one in standings if one.state is state]
        if titles:
            named = names_and_count(titles, len(titles)) if len(titles) > 1 else titles[0]
            yield Duty(text.format(named), today, "", note, urgency, deed="去看", page=PAGE)
