"""Laying out a paper for many records before anything is printed: pages with grey numbers, and every problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from xunion_desktop.basics.problems import Level, Problem, refuses
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.office import values
from xunion_desktop.office.words import office_words
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.forms import Form
from xunion_desktop.paper.pages import Page
from xunion_desktop.paper.typeset import typeset

from .copies import READY, Copy, Prepared
from .counting import next_serial
from .numbers import spelled
from .printed import already_printed, printed_before, printed_when
from .records import Printing

Progress = Callable[[int, int], None]  # done, total; raises Cancelled when the clerk stops it
NUMBER = "文号"


def quiet(done: int, total: int) -> None:
    """Tell nobody how far it is."""


def prepare(
    form: Form,
    items: Sequence[PaperItem],
    today: date,
    fonts: FontBook,
    progress: Progress = quiet,
    notes: Sequence[Problem] = (),
) -> Prepared:
    """Lay out one copy for each item and find every problem; nothing is written.

    Copies that nothing refuses get, in order, the numbers that would be theirs; those of one record share one.
    """
    bench = _Bench(form, items, today, fonts)
    copies = []
    for done, item in enumerate(items, start=1):
        copies.append(bench.draft(item))
        progress(done, len(items))
    before = {key: line.id for key, line in bench.before.items()}
    return Prepared(form, tuple(copies), bench.prefix, tuple(notes), today, before=before)


def lay_out(form: Form, words: Mapping[str, str], fonts: FontBook) -> tuple[Page, ...]:
    """Set the final pages of one copy."""
    return tuple(typeset(form.document(words), fonts).pages)


class _Bench:
    """What all copies of one run share: the office's words, the next number, and what was printed before."""

    def __init__(self, form: Form, items: Sequence[PaperItem], today: date, fonts: FontBook) -> None:
        self.form = form
        self.today = today
        self.fonts = fonts
        self.common = office_words(today)
        self.before = already_printed(form.id, [item.key for item in items])
        self.prefix = (values.prefix(form.number) or "") if form.number else ""
        self._first = next_serial(self.prefix, today.year) if self.prefix else 0
        self._numbered: dict[str, str] = {}  # record -> the number of its copies

    def draft(self, item: PaperItem) -> Copy:
        """Lay out one copy; a number is used up only by a copy that can be printed."""
        words = {**self.common, **item.words}
        without = [] if item.number else self._without_prefix()
        problems = [*item.problems, *without, *self.form.problems(words)]
        number = "" if refuses(problems) else item.number or self._number_of(item.key)
        setting = typeset(self.form.document({**words, NUMBER: number}, provisional=True), self.fonts)
        problems += setting.problems
        lacking = self._missing(words)
        line = None if item.number else self.before.get(item.key)
        if item.number:
            told = f"其他单位的已印发，这一份也用文号 {item.number}。"
            problems.append(Problem(told, level=Level.HINT, rule="DC-30"))
        if line is not None:
            problems.append(printed_before(line, self.today))
        if refuses(problems):
            number = ""
        if number and not item.number:
            self._numbered[item.key] = number
        check = _verdict(problems, lacking, line, self.today)
        return Copy(item, words, tuple(setting.pages), number, tuple(problems), check, tuple(lacking))

    def _number_of(self, key: str) -> str:
        if not self.prefix:
            return ""
        following = spelled(self.prefix, self.today.year, self._first + len(self._numbered))
        return self._numbered.get(key, following)

    def _without_prefix(self) -> list[Problem]:
        if not self.form.number or self.prefix:
            return []
        remedy = "请到“设置 → 本单位资料”填写。"
        return [Problem("没有设置这种文件的代字，取不了文号。", rule="DC-30", remedy=remedy)]

    def _missing(self, words: Mapping[str, str]) -> list[str]:
        return self.fonts.missing("".join(words.values()))


def _verdict(problems: list[Problem], lacking: list[str], line: Printing | None, today: date) -> str:
    if refuses(problems):
        return f"缺字 {len(lacking)}" if lacking else "不能印"
    if line is not None:
        return printed_when(line, today)
    return "请看" if any(problem.level is Level.DOUBT for problem in problems) else READY
