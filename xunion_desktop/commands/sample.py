"""sample: every form printed once from a small demo county, as folder/<form id>.pdf."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from xunion_desktop.basics.room import PaperCard
from xunion_desktop.branches.demo import demo
from xunion_desktop.catalogue import PAPERS, ROOMS, SHEETS, register
from xunion_desktop.documents.pdfs import put_file
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.office.words import office_words
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.typeset import typeset
from xunion_desktop.store.book import Book
from xunion_desktop.store.registers import ALL

from .books import passing_book
from .console import Code, answer, say

COUNTY = {"branches": 60, "members": 4000, "seed": 1}


def run(options: Namespace) -> int:
    """Write the samples; 1 where a form has no record in the county that it could be printed for."""
    with passing_book() as book:
        demo(book, **COUNTY, today=options.today)
        written = {form: print_one(book, card, options.folder, options.today) for form, card in PAPERS.items()}
        written |= {form: print_sheet(form, options.folder, options.today) for form in SHEETS}
    if options.json:
        answer({form: str(file) if file else None for form, file in written.items()})
    else:
        say(*(f"{form}：{file or '演示县里没有能印它的记录'}" for form, file in written.items()))
    return Code.DONE if all(written.values()) else Code.PROBLEMS


def print_sheet(form_id: str, folder: Path, today: date) -> Path:
    """Print a sheet that is about no record, with the words that its form gives as samples."""
    fonts, form, file = FontBook(), shipped_form(form_id), folder / f"{form_id}.pdf"
    words = {**form.sample(), **office_words(today)}
    pages = typeset(form.document(words), fonts).pages
    put_file(file, pdf_bytes(pages, fonts=fonts, title=form.title))
    return file


def print_one(book: Book, card: PaperCard, folder: Path, today: date) -> Path | None:
    """Print one copy of a form as it would leave the office, with its number; None where none can be printed."""
    desk = PrintDesk(book, ROOMS, today)
    records = register(card.register, today)
    for chip in (card.chip, ALL):
        prepared = desk.prepare(card.form, records.keys(chip, as_of=today))
        if prepared.printable:
            file = folder / f"{card.form}.pdf"
            desk.save_pdf(desk.issue(prepared, prepared.printable[:1]), file)
            return file
    return None
