"""Copies of a paper: as they would be printed (Prepared), and as they were (Issued)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xunion_desktop.basics.problems import Problem, refuses
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.paper.document import OFFICIAL
from xunion_desktop.paper.forms import Form
from xunion_desktop.paper.measures import A4
from xunion_desktop.paper.pages import Page

from .numbers import read_number, span_said

READY = "可印"


@dataclass(frozen=True)
class Copy:
    """One copy: whom it is for, the words filled in, its pages, and what stands between it and the printer.

    ``number`` is provisional until issued; "" where the form takes none or the copy cannot be printed. ``check`` is
    the verdict in two or three characters: 可印, 缺字 1, 上月印过.
    """

    item: PaperItem
    words: Mapping[str, str]
    pages: tuple[Page, ...]
    number: str = ""
    problems: tuple[Problem, ...] = ()
    check: str = READY
    lacking: tuple[str, ...] = ()  # characters that are in no font

    @property
    def key(self) -> str:
        """The record it is about."""
        return self.item.key

    @property
    def name(self) -> str:
        """The record as the clerk knows it; also the name of its own PDF."""
        return self.item.name

    @property
    def by_name(self) -> bool:
        """Whether that name is whom it goes to, where one paper goes to several."""
        return self.item.by_name

    @property
    def printable(self) -> bool:
        """Whether nothing refuses it."""
        return not refuses(list(self.problems))


@dataclass(frozen=True)
class Prepared:
    """All copies as they would be printed now, with the numbers they would get. Nothing is written yet."""

    template: Form
    copies: tuple[Copy, ...]
    prefix: str = ""  # the 代字; "" = the form takes no number
    notes: tuple[Problem, ...] = ()  # what is to be known of the whole run: the office's own form is broken
    day: date = date.min  # when it was laid out
    keys: tuple[str, ...] = ()  # the records that were asked for
    before: Mapping[str, str] = field(default_factory=dict)  # record -> its line in the print register, printed before

    @property
    def form(self) -> str:
        """The form's id."""
        return self.template.id

    @property
    def title(self) -> str:
        """What the paper is called."""
        return self.template.title

    @property
    def format(self) -> str:
        """Which standard layout it follows, for the head of the preview."""
        return _FORMATS.get(self.template.kind, "")

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height in mm."""
        return paper_of(self.copies)

    @property
    def two_sided(self) -> bool:
        """Whether it is meant to be printed on both sides: official papers of several pages (GB/T 9704)."""
        return two_sided(self.template.kind, self.copies)

    def called(self, places: Sequence[int]) -> str:
        """What some copies are called together; also the name of their PDF."""
        return called(self.title, [self.copies[place] for place in places])

    @property
    def sheets(self) -> int:
        """How many sheets the printable copies take, printed on one side."""
        return sum(len(copy.pages) for copy in self.copies if copy.printable)

    @property
    def printable(self) -> list[int]:
        """The places of the copies that nothing refuses."""
        return [place for place, copy in enumerate(self.copies) if copy.printable]


@dataclass(frozen=True)
class Issued:
    """Copies that are issued: their numbers are taken and their lines stand in the print register."""

    title: str
    copies: tuple[Copy, ...]
    batch: str = ""  # key of the kept batch; "" = the form takes no number, nothing is kept
    printings: tuple[str, ...] = field(default=())  # keys of their lines in the print register
    form: str = ""
    two_sided: bool = False
    notes: tuple[Problem, ...] = ()

    @property
    def numbers(self) -> str:
        """Say the numbers of all: 兴工函〔2026〕38–46号; "" where the form takes none."""
        return self.numbers_of(range(len(self.copies)))

    def numbers_of(self, places: Iterable[int]) -> str:
        """Say the numbers of some."""
        return span_said(read_number(self.copies[place].number) for place in places if self.copies[place].number)

    @property
    def format(self) -> str:
        """What stands beside the title of a kept batch."""
        return "存底的版面"

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height in mm."""
        return paper_of(self.copies)

    def called(self, places: Sequence[int]) -> str:
        """What some copies are called together; also the name of their PDF."""
        return called(self.title, [self.copies[place] for place in places])

    @property
    def sheets(self) -> int:
        """How many sheets they take, printed on one side."""
        return sum(len(copy.pages) for copy in self.copies)


def called(title: str, copies: Sequence[Copy]) -> str:
    """Call these papers by the title they all bear, a single one with its name too; else as their form is called."""
    own = {copy.item.title or title for copy in copies}
    whole = own.pop() if len(own) == 1 else title
    name = copies[0].name if len(copies) == 1 else whole
    return whole if name == whole else f"{whole}（{name}）"


def paper_of(copies: Sequence[Copy]) -> tuple[float, float]:
    """Give the paper of the first page, in mm."""
    first = next((page for copy in copies for page in copy.pages), None)
    return (first.width, first.height) if first else A4


def two_sided(kind: str, copies: Sequence[Copy]) -> bool:
    """Tell whether papers of this kind go on both sides: official ones with more than one page."""
    return kind in OFFICIAL and any(len(copy.pages) > 1 for copy in copies)


_FORMATS = {"letter": "信函格式（GB/T 9704）", "official": "公文格式（GB/T 9704）", "minutes": "纪要格式（GB/T 9704）"}
