"""Samples: every shipped form with the words that its own file gives."""

from __future__ import annotations

from xunion_desktop.paper.document import Document
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.typeset import typeset

FONTS = FontBook()


def sample_document(form_id: str) -> Document:
    """The document of a form's sample."""
    form = shipped_form(form_id)
    return form.document(form.sample())


def sample_pages(form_id: str) -> list[Page]:
    """Its pages."""
    return typeset(sample_document(form_id), FONTS).pages
