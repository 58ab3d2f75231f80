"""Forms: the printed papers as TOML files that a colleague may change.

A form holds texts, never code. What is wrong with one is said with its line and a remedy (Trouble), what is wrong with
the words of one copy as Problems. How a form is written: ``forms/README.md``.
"""

from __future__ import annotations

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import REINSTALL, form_file, form_text, shipped_fault

from .form import Form, FormWord
from .formreading import read_form

__all__ = ["Form", "FormWord", "load_form", "shipped_form"]


def shipped_form(form_id: str) -> Form:
    """The form as it comes with the program; Trouble that names its file where that is gone or damaged."""
    text = form_text(form_id)
    try:
        return load_form(text, form_id)
    except Trouble as fault:
        said = f"{shipped_fault(form_file(form_id), '坏了')}：{fault.sentence}"
        raise Trouble(said, REINSTALL) from fault


def load_form(text: str, form_id: str = "") -> Form:
    """A form from its file's text; Trouble with the line and what to do where it cannot be understood."""
    return read_form(text, form_id)
