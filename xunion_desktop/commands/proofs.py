"""Proofs: what self-test does once, each in a function that returns what went wrong, "" if nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import refuses
from xunion_desktop.basics.resources import form_ids
from xunion_desktop.branches.demo import demo
from xunion_desktop.catalogue import IMPORTERS, PAPERS, ROOMS, record_classes, register
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.office.checkup import examine
from xunion_desktop.office.condition import State
from xunion_desktop.office.words import office_words
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import Form, shipped_form
from xunion_desktop.paper.measures import A4
from xunion_desktop.paper.pages import Glyphs, Page
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.typeset import typeset
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.sheets.write import write_register
from xunion_desktop.store.attempts import Refused
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.unlocking import ByPassword

from .books import make_book
from .console import spoken

BRANCHES, MEMBERS = 30, 2000
LETTER = "branches/election_reminder"
OWNER, PASSWORD = "王海燕", "一起上山去"
EVERY_FACE = {  # file role: characters that only it draws on this page
    **dict.fromkeys(("fang", "kai", "biaosong", "hei", "song"), "兴县总工会关于做好换届工作的函"),
    "latin": "2026 No.38",
    "rare": "𠏪𠏫",
}


class Bench:
    """Where the proofs are made: a passing folder, the day, and a small county that is made when first asked for."""

    def __init__(self, folder: Path, today: date) -> None:
        self.folder, self.today = folder, today
        self.place = folder / "试用"
        self.fonts = FontBook()
        self._book: Book | None = None
        self._fault: Trouble | None = None

    @property
    def book(self) -> Book:
        """The county, open. Where it could not be made, every proof that needs it fails for the same reason."""
        if self._fault is not None:
            raise self._fault
        if self._book is None:
            try:
                self._book = self._made()
            except Exception as fault:
                self._fault = fault if isinstance(fault, Trouble) else Trouble("试用的本子没有建成，这一项没有做。")
                raise
        return self._book

    def _made(self) -> Book:
        book = make_book(self.place, self.folder / "replicas")
        try:
            demo(book, branches=BRANCHES, members=MEMBERS, seed=1, today=self.today)
        except BaseException:
            book.close()
            raise
        return book

    def branches(self) -> Any:
        """The register of its unions (a ``store.Register``)."""
        assert self.book  # it is open by now
        return register("branches", self.today)

    def close(self) -> None:
        """Close the county, for who looks at it in a window."""
        if self._book is not None:
            self._book.close()


@contextmanager
def bench(folder: Path, today: date) -> Iterator[Bench]:
    """A bench whose county is closed at the end."""
    laid = Bench(folder, today)
    try:
        yield laid
    finally:
        laid.close()


# before any other book is open


def keys(folder: Path) -> str:
    """A book with a password opens again by it, and not by another one."""
    path, replicas = folder / "上锁", folder / "replicas"
    make_book(path, replicas, (OWNER, PASSWORD)).close()
    Book.open(path, record_classes(), replicas, ByPassword(OWNER, PASSWORD)).close()
    try:
        Book.open(path, record_classes(), replicas, ByPassword(OWNER, f"{PASSWORD}了")).close()
    except Refused:
        return ""
    return "密码不对也打开了"


# with the county open


def county(bench: Bench) -> str:
    """A county of made-up unions can be made."""
    return "" if bench.book.database.key else "本子没有钥匙"


def lock(bench: Bench) -> str:
    """The database on the disk cannot be read without its key."""
    return "" if not bench.book.place.database.read_bytes().startswith(b"SQLite format") else "本子没有加密"


def backup(bench: Bench) -> str:
    """A copy of the book is opened and read through."""
    made = Backups.under(bench.folder / "备份", bench.book).make(bench.book, "手动")
    return "" if made.proved and not made.fault else f"备份没有通过验证：{made.fault}"


def undo(bench: Bench) -> str:
    """A deed can be taken back and done again."""
    records, today = bench.branches(), bench.today
    before = records.count(as_of=today)
    undone, none_left, redone = bench.book.undo(), records.count(as_of=today), bench.book.redo()
    whole = undone.done and redone.done and not none_left and records.count(as_of=today) == before
    return "" if whole else f"撤销、重做之后不一样了：{'；'.join(undone.obstacles)}"


def sheets(bench: Bench) -> str:
    """A register that was exported can be imported again and changes nothing."""
    records, today = bench.branches(), bench.today
    file = bench.folder / "台账.xlsx"
    write_register(file, records.title, records.columns, records.rows(records.keys(as_of=today), today))
    plan = read_plan(read_workbook(file).first(), IMPORTERS["branches"].open(today))
    return "" if len(plan.rows) == BRANCHES and not plan.refused else f"导出再导入，{len(plan.refused)} 行读不回来"


def fonts(bench: Bench) -> str:
    """A page in every face becomes a PDF that carries each as a subset, and no other font."""
    lines = enumerate(EVERY_FACE.items(), start=1)
    ops = tuple(Glyphs(face, 16, text, 20, 20.0 * place, pitch=6) for place, (face, text) in lines)
    return font_faults(pdf_bytes([Page(*A4, ops)], fonts=bench.fonts, title="字体"), len(EVERY_FACE))


def font_faults(pdf: bytes, faces: int) -> str:
    """What is wrong with the fonts of a PDF that should carry so many faces."""
    names = set(re.findall(rb"/BaseFont /([^\s/]+)", pdf))
    whole = [name for name in names if not re.match(rb"[A-Z0-9]{6}\+", name)]
    if whole:
        return f"没有嵌入子集：{b' '.join(whole).decode('latin-1')}"
    families = {re.sub(rb"^[A-Z0-9]+\+", b"", name) for name in names}
    return "" if len(families) == faces and pdf.count(b"/FontFile2") >= faces else f"只嵌入了 {len(families)} 种字体"


def papers(bench: Bench) -> str:
    """Every form loads and prints its sample; a numbered letter to a union of the county is issued."""
    assert bench.book  # it is open by now
    wanted, faults = office_words(bench.today), list[str]()
    for form_id in form_ids():
        try:
            faults += _paper(shipped_form(form_id), wanted, bench.fonts)
        except Trouble as trouble:
            faults.append(str(trouble))
    return "；".join(dict.fromkeys(faults) or _letter(bench))


def _paper(form: Form, words: Mapping[str, str], fonts: FontBook) -> Iterator[str]:
    """What is wrong with the sample of one form."""
    words = {**words, **form.sample()}
    setting = typeset(form.document(words), fonts)
    written = pdf_bytes(setting.pages, fonts=fonts, title=form.title)
    for problem in (*form.problems(words), *setting.problems):
        if refuses([problem]):
            yield f"{form.title}：{spoken(problem)}"
    if not setting.pages or not written.startswith(b"%PDF"):
        yield f"{form.title}：没有印出来"


def _letter(bench: Bench) -> list[str]:
    desk = PrintDesk(bench.book, ROOMS, bench.today, fonts=bench.fonts)
    card, file = PAPERS[LETTER], bench.folder / "提醒函.pdf"
    prepared = desk.prepare(LETTER, register(card.register, bench.today).keys(card.chip, as_of=bench.today))
    issued = desk.issue(prepared, prepared.printable[:1])
    desk.save_pdf(issued, file)
    return [] if issued.numbers and file.is_file() else ["换届提醒函没有取到文号"]


def condition(bench: Bench) -> str:
    """体检: what must be mended on this PC or in the book; what is only to be looked at is no fault."""
    return condition_of(bench.book)


def condition_of(book: Book) -> str:
    """体检 of an open book."""
    lines = examine(book, datetime.now().astimezone())
    return "；".join(f"{line.title}：{line.sentence}{line.remedy}" for line in lines if line.state is State.MEND)


PROOFS: dict[str, Callable[[Bench], str]] = {
    "试用的本子": county,
    "加密": lock,
    "备份": backup,
    "撤销和重做": undo,
    "表格": sheets,
    "字体": fonts,
    "印刷件": papers,
    "体检": condition,
}
