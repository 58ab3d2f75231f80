"""Forms: the printed papers as TOML files that a colleague may change.

A form holds texts, never code. What is wrong with one is said with its line and a remedy (Trouble), what is wrong with
the words of one copy as Problems. How a form is written: ``forms/README.md``.
"""

from __future__ import annotations

from xunion_desktop.basics.resources import form_file

from .form import Form, FormWord
from .formreading import read_form

__all__ = ["Form", "FormWord", "load_form", "shipped_form"]


def shipped_form(form_id: str) -> Form:
    """The form as it comes with the program."""
    return load_form(form_file(form_id).read_text(encoding="utf-8"), form_id)


def load_form(text: str, form_id: str = "") -> Form:
    """A form from its file's text; Trouble with the line and what to do where it cannot be understood."""
    return read_form(text, form_id)
