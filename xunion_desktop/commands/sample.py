"""sample: every form printed twice, as it leaves the office and with its longest words; as Word files if wanted.

The first, folder/<form id>.pdf, is printed from a small demo county, with its number; a form that no record of the
county can be printed on takes the words that its own file gives. The second, …（最长）.pdf, is there to be looked at.
"""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from xunion_desktop.basics.problems import refuses
from xunion_desktop.basics.room import PaperCard, PaperItem, SheetCard
from xunion_desktop.branches.demo import demo
from xunion_desktop.catalogue import PAPERS, ROOMS, SHEETS, register
from xunion_desktop.documents.drafting import NUMBER
from xunion_desktop.documents.pdfs import put_file
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.word_files import SUFFIX
from xunion_desktop.office.words import office_words
from xunion_desktop.paper.document import OFFICIAL, Document
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.typeset import typeset
from xunion_desktop.paper.word.writing import why_no_word, word_bytes
from xunion_desktop.store.registers import ALL

from .books import passing_book
from .console import Code, answer, say, say_list, spoken

COUNTY = {"branches": 60, "members": 4000, "seed": 1}
LONGEST = "（最长）"


def run(options: Namespace) -> int:
    """Write the samples; 1 where one of them would not be printed as it should."""
    with passing_book() as book:
        demo(book, **COUNTY, today=options.today)
        desk = PrintDesk(book, ROOMS, options.today, made=options.made)
        sampler = Sampler(desk, options.folder, options.today, words=options.word)
        written = sampler.all()
    if options.json:
        answer({one.form: one.said() for one in written})
    else:
        say(*(f"{one.form}：{'　'.join(map(str, one.files))}" for one in written))
        say_list("没有 Word 文件", [sentence for one in written for sentence in one.no_word])
        say_list("印得不对", [sentence for one in written for sentence in one.problems])
    return Code.PROBLEMS if any(one.problems for one in written) else Code.DONE


@dataclass
class Sample:
    """What was written of one form, why not as a Word file where that was wanted, and what is wrong with it."""

    form: str
    files: list[Path] = field(default_factory=list)
    no_word: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def said(self) -> dict[str, Any]:
        """The answer for a program."""
        return {"files": [str(file) for file in self.files], "no_word": self.no_word, "problems": self.problems}


class Sampler:
    """Prints samples into a folder."""

    def __init__(self, desk: PrintDesk, folder: Path, today: date, *, words: bool = False) -> None:
        self._desk, self._folder, self._today = desk, folder, today
        self._words = words

    def all(self) -> list[Sample]:
        """The samples of every form."""
        cards: list[PaperCard | SheetCard] = [*PAPERS.values(), *SHEETS.values()]
        return [self.sample(card) for card in cards]

    def sample(self, card: PaperCard | SheetCard) -> Sample:
        """Both samples of one form."""
        made, file = Sample(card.form), self._folder / f"{card.form}.pdf"
        if not (isinstance(card, PaperCard) and self._from_the_county(made, card, file)):
            self._from_words(made, {}, file)
        longest = card.longest()
        words = longest.words if isinstance(longest, PaperItem) else longest
        self._from_words(made, words, file.with_name(f"{file.stem}{LONGEST}.pdf"))
        return made

    def _from_the_county(self, made: Sample, card: PaperCard, file: Path) -> bool:
        """Print one copy as it would leave the office, with its number; False where none can be printed."""
        records = register(card.register, self._today)
        for chip in (card.chip, ALL):
            prepared = self._desk.prepare(card.form, records.keys(chip, as_of=self._today))
            if prepared.printable:
                issued = self._desk.issue(prepared, prepared.printable[:1])
                self._desk.save_pdf(issued, file)
                made.files.append(file)
                self._word(made, prepared.template.document(issued.copies[0].words), file)
                return True
        return False

    def _from_words(self, made: Sample, words: Mapping[str, str], file: Path) -> None:
        """Print one from words; those that the office and the form's own file know are there already."""
        form, fonts = shipped_form(made.form), self._desk.fonts
        known = {**form.sample(), **office_words(self._today), **words, NUMBER: form.sample().get(NUMBER, "")}
        document = form.document(known)
        setting = typeset(document, fonts)
        both = form.kind in OFFICIAL and len(setting.pages) > 1
        made_on = self._desk.made
        put_file(file, pdf_bytes(setting.pages, fonts=fonts, title=document.title, fixed_date=made_on, two_sided=both))
        made.files.append(file)
        self._word(made, document, file)
        found = [*form.problems(known), *setting.problems]
        made.problems += [f"{file.stem}：{spoken(problem)}" for problem in found if refuses([problem])]

    def _word(self, made: Sample, document: Document, file: Path) -> None:
        if not self._words:
            return
        if why := why_no_word(document):
            made.no_word.append(f"{file.stem}：{why}")
        else:
            word = file.with_suffix(SUFFIX)
            put_file(word, word_bytes(document, fonts=self._desk.fonts, moment=self._desk.made))
            made.files.append(word)
