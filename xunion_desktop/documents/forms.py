"""The form to print with: as this office changed it, else as it was shipped; and the deeds that change it.

A change keeps the hash of the shipped form it was made from, and that form itself, so that after an upgrade the clerk
can look at all three: the old one, the new one, his own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import form_ids, form_text
from xunion_desktop.paper.forms import Form, load_form, shipped_form
from xunion_desktop.store.book import Book
from xunion_desktop.store.deeds import Deed

from .records import FormChange, FormOrigin


class State(StrEnum):
    """How a form of this office stands to the one that comes with the program."""

    SHIPPED = "自带"
    CHANGED = "本单位改过"
    NEWER = "自带的有新版"  # changed here, and the shipped one is another than it was changed from
    BROKEN = "改坏了"  # the change cannot be understood: the shipped one is printed


@dataclass(frozen=True)
class Standing:
    """One form as it stands in this office. ``fault`` = why the office's own cannot be used."""

    form: Form  # what is printed with
    state: State
    own: str = ""  # the office's text
    shipped: str = ""  # the text that comes with the program
    origin: str = ""  # the shipped text that the office's was made from; "" = not known any more
    fault: Trouble | None = None

    @property
    def text(self) -> str:
        """The text to go on from: the office's, also where it is broken."""
        return self.own or self.shipped


def current_form(form_id: str) -> Form:
    """Give the form to print with; a changed one that is broken yields to the shipped one (``form_fault``)."""
    change = _change(form_id)
    if change is None:
        return shipped_form(form_id)
    try:
        return load_form(change.text, form_id)
    except Trouble:
        return shipped_form(form_id)


def form_fault(form_id: str) -> Trouble | None:
    """Say with line and remedy why the office's own form is not used; None where nothing is wrong."""
    change = _change(form_id)
    try:
        load_form(change.text if change else shipped_text(form_id), form_id)
    except Trouble as trouble:
        return trouble
    return None


def shipped_text(form_id: str) -> str:
    """Give the text that comes with the program; Trouble where there is no such form."""
    shipped_form(form_id)
    return form_text(form_id).replace("\r\n", "\n")


def standing(form_id: str) -> Standing:
    """Look at one form."""
    shipped, change = shipped_form(form_id), _change(form_id)
    if change is None:
        return Standing(shipped, State.SHIPPED, shipped=shipped_text(form_id))
    origin = _origin(change)
    texts = (change.text, shipped_text(form_id), origin.text if origin else "")
    try:
        own = load_form(change.text, form_id)
    except Trouble as trouble:
        return Standing(shipped, State.BROKEN, *texts, fault=trouble)
    return Standing(own, State.CHANGED if change.shipped_hash == shipped.hash else State.NEWER, *texts)


def standings() -> dict[str, Standing]:
    """Look at every form that comes with the program."""
    return {form_id: standing(form_id) for form_id in form_ids()}


def changed_forms() -> list[str]:
    """Give the ids of the forms that this office changed."""
    return sorted(change.form for change in FormChange.alive())


# deeds


def save_form(book: Book, form_id: str, text: str, user: str = "") -> None:
    """Keep the office's own text of a form; Trouble with line and remedy where it cannot be understood.

    A text that says what the shipped one says is no change.
    """
    form, shipped = load_form(text, form_id), shipped_form(form_id)
    change = _change(form_id)
    if form.hash == shipped.hash:
        restore_form(book, form_id, user)
        return
    with book.deed(f"改模板：{form.title}", user=user) as deed:
        if change is None:
            change = FormChange(form=form_id, shipped_hash=shipped.hash)
            _keep_origin(deed, form_id, shipped)
        change.text = text
        deed.save(change)


def restore_form(book: Book, form_id: str, user: str = "", label: str = "恢复原样") -> None:
    """恢复原样: the shipped form again. Can be undone."""
    change = _change(form_id)
    if change is not None:
        with book.deed(f"{label}：{shipped_form(form_id).title}", user=user) as deed:
            deed.delete(change)


def keep_form(book: Book, form_id: str, user: str = "") -> None:
    """保留: go on with the office's own; from now on it is compared with the present shipped form."""
    change, shipped = _change(form_id), shipped_form(form_id)
    if change is not None:
        with book.deed(f"保留本单位的模板：{shipped.title}", user=user) as deed:
            _keep_origin(deed, form_id, shipped)
            change.shipped_hash = shipped.hash
            deed.save(change)


def take_form(book: Book, form_id: str, user: str = "") -> None:
    """采用新的: the shipped form instead of the office's own. Can be undone."""
    restore_form(book, form_id, user, "采用新的模板")


def _change(form_id: str) -> FormChange | None:
    found: FormChange | None = FormChange.alive().where(FormChange.form == form_id).first()
    return found


def _origin(change: FormChange) -> FormOrigin | None:
    same = (FormOrigin.form == change.form) & (FormOrigin.hash == change.shipped_hash)
    found: FormOrigin | None = FormOrigin.alive().where(same).first()
    return found


def _keep_origin(deed: Deed, form_id: str, shipped: Form) -> None:
    same = (FormOrigin.form == form_id) & (FormOrigin.hash == shipped.hash)
    if FormOrigin.alive().where(same).first() is None:
        deed.save(FormOrigin(form=form_id, hash=shipped.hash, text=shipped_text(form_id)))
