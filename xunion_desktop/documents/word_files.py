"""Word files of papers: a copy as its pages show it, to be gone on with in WPS. A number not yet given stays blank."""

from __future__ import annotations

from datetime import datetime

from xunion_desktop.office import values
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import Form
from xunion_desktop.paper.word.writing import word_bytes

from .copies import Copy
from .drafting import NUMBER

SUFFIX = ".docx"


def word_file(form: Form, copy: Copy, fonts: FontBook, made: datetime | None = None) -> bytes:
    """The .docx of this copy; Trouble where the paper cannot be one."""
    document = form.document(copy.words, provisional=not copy.words.get(NUMBER))
    return word_bytes(document, fonts=fonts, author=values.office().name or "", moment=made)
