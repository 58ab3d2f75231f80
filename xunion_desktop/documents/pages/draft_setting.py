"""The setting of a draft: its form, the words that go without saying, its pages, and the files made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.files import PDF, WORD
from xunion_desktop.documents.addressing import each_copy, sent_by_name
from xunion_desktop.documents.counting import next_serial
from xunion_desktop.documents.forms import current_form
from xunion_desktop.documents.issuing import pages_again
from xunion_desktop.documents.numbers import spelled
from xunion_desktop.documents.paragraphs import tidied
from xunion_desktop.documents.pdfs import put_file
from xunion_desktop.documents.records import Printing
from xunion_desktop.documents.words import CODE, TO, filled_in
from xunion_desktop.office import values
from xunion_desktop.office.words import office_words
from xunion_desktop.paper.document import Document
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.form import Form
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.typeset import Typeset, typeset


class DraftSetting:
    """What a draft is laid out with. ``take`` first, in a format that is there."""

    form: Form

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.fonts: FontBook = getattr(desk.printing, "fonts", None) or FontBook()
        self._own = office_words(desk.today)
        self._number = ""

    def take(self, form_id: str) -> None:
        """Lay out in this format from now on; Trouble where this program has no such form."""
        self.form = current_form(form_id)
        prefix = (values.prefix(self.form.number) or "") if self.form.number else ""
        year = self._desk.today.year
        self._number = spelled(prefix, year, next_serial(prefix, year)) if prefix else ""

    def known(self) -> dict[str, str]:
        """What is printed where a word is left empty."""
        return filled_in({}, self._own)

    def whole(self, words: Mapping[str, str]) -> dict[str, str]:
        """The words as the form is given them; of a paper that goes to several by name those of the first copy."""
        first = each_copy(words)[0] if self.sends_by_name(words) else words
        return {**self._own, **tidied(filled_in(first, self._own))}

    def sends_by_name(self, words: Mapping[str, str]) -> bool:
        """Whether each of several is sent a copy of its own: this format has a 主送, and there is a list."""
        return TO in self.form.word_names() and sent_by_name(words)

    def lay_out(self, words: Mapping[str, str]) -> Typeset:
        """The pages, with the number that would be next in grey."""
        return self.layout(words)()

    def layout(self, words: Mapping[str, str]) -> Callable[[], Typeset]:
        """What lays these words out, in whichever thread: nothing that is typed later is in it."""
        return partial(typeset, self.document({**words, CODE: self._number}), self.fonts)

    def kept_pages(self, line: Printing) -> Sequence[Page]:
        """The pages as they were issued; none where they are lost, which is told."""
        try:
            return pages_again(self._desk.book, line, self.fonts)
        except Trouble as trouble:
            self._desk.messages.trouble(trouble)
            return ()

    def document(self, words: Mapping[str, str], *, provisional: bool = True) -> Document:
        """The document of these words."""
        return self.form.document(self.whole(words), provisional=provisional and bool(self.form.number))

    def save_pdf(self, page: QWidget, words: Mapping[str, str], title: str) -> None:
        """Ask where, and write the pages without a number."""
        target = self._desk.files.save(page, "存稿样 PDF", f"{title}（稿）.pdf", PDF)
        if target is not None:
            pages, author = self.lay_out(words).pages, self._own["本会名称"]
            self._write(target, lambda: pdf_bytes(pages, fonts=self.fonts, title=title, author=author))

    def save_word(self, page: QWidget, words: Mapping[str, str], title: str, number: str) -> None:
        """Ask where, and write a Word file; with its number where it is issued, else with room for one."""
        target = self._desk.files.save(page, "存 Word", f"{title}.docx", WORD)
        if target is not None:
            document = self.document({**words, CODE: number}, provisional=False)
            author = self._own["本会名称"]
            self._write(target, lambda: _word_file(document, self.fonts, author))

    def _write(self, target: Path, content: Callable[[], bytes]) -> None:
        def work(_progress: object) -> Path:
            put_file(target, content())
            return target

        say = self._desk.messages.say
        self._desk.jobs.run("存文件", work, lambda path: say(f"已存：{path.name}", str(path.parent)))


def format_there(desk: Desk, form_id: str) -> bool:
    """Whether this program has the form; else it is told: a newer one wrote the draft, or a form was withdrawn."""
    try:
        current_form(form_id)
    except Trouble:
        what = "要看、要改，请用写它的那一版程序；已印发的，到“打印登记”里看版面。"
        desk.messages.trouble(Trouble("这份稿子用的格式，这一版程序里没有。", what))
        return False
    return True


def _word_file(document: Document, fonts: FontBook, author: str) -> bytes:
    """What writes Word files is loaded when the first one is written."""
    from xunion_desktop.paper.word.writing import word_bytes

    return word_bytes(document, fonts=fonts, author=author)
