"""What the print page needs to know of the documents above it: preview, numbers, kept pages (design.md §4).

These are protocols, because ``documents`` stands on a higher floor. The methods of ``PrintDesk`` are called in a worker
thread, one at a time; each reports its progress, and that report raises ``Cancelled`` when the clerk stops it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Problem
from xunion_desktop.paper.pages import Page

from .progress import Progress

PRINTER, PDF, PICTURE = "printer", "pdf", "picture"  # the ways out
Draw = Callable[[Page], bytes]  # a page as a picture


class Copy(Protocol):
    """One copy of a paper: the union's letter, its pages, and what stands between it and the printer."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def number(self) -> str: ...  # spelled, grey until issued; "" = this form takes none
    @property
    def check(self) -> str: ...  # the word in the pill: 可印, 缺字 1, 上月印过
    @property
    def pages(self) -> Sequence[Page]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def by_name(self) -> bool: ...  # named by whom it goes to, where one paper goes to several


class Prepared(Protocol):
    """All copies as they would be printed now, with the numbers they would get."""

    @property
    def form(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def paper(self) -> tuple[float, float]: ...  # mm
    @property
    def two_sided(self) -> bool: ...  # meant to be printed on both sides
    @property
    def notes(self) -> Sequence[Problem]: ...  # what is to be known of the whole run
    @property
    def copies(self) -> Sequence[Copy]: ...
    def called(self, places: Sequence[int]) -> str: ...  # what some of them are called together, as a file too


class Issued(Protocol):
    """Copies whose numbers are issued and whose pages are kept: they may be printed and saved any number of times."""

    @property
    def copies(self) -> Sequence[Copy]: ...
    @property
    def numbers(self) -> str: ...  # of all, said short
    def numbers_of(self, places: Iterable[int]) -> str: ...
    @property
    def sheets(self) -> int: ...
    def called(self, places: Sequence[int]) -> str: ...


@dataclass(frozen=True)
class BrokenOff:
    """Where a run through the printer broke off: the page of the copy that is to come next (both from 0).

    ``copies`` = those of that run; ``waits`` = those of the batch that stand in the register and did not come out.
    ``before`` = a run that broke off earlier and is gone on with after it: some copies were printed alone meanwhile.
    """

    copy: int
    page: int
    copies: tuple[int, ...]
    waits: tuple[int, ...]
    before: BrokenOff | None = None

    def still(self, waits: tuple[int, ...]) -> BrokenOff | None:
        """What is to be gone on with once only these wait: this run, the one before it, or none."""
        if self.copy in waits:
            return replace(self, copies=tuple(place for place in self.copies if place in waits), waits=waits)
        return self.before.still(waits) if self.before is not None else None


class Undelivered(Trouble):
    """A file could not be put in its place after the deed: the numbers are given, and ``issued`` is gone on with.

    ``fault`` is what happened, without a word of the numbers.
    """

    def __init__(self, fault: Trouble, issued: Any) -> None:
        kept = f"文号 {issued.numbers} 已经登记，请按原号补打。" if issued.numbers else "打印登记里已经记了这一次。"
        super().__init__(fault.sentence, f"{fault.remedy}{kept}")
        self.fault, self.issued = fault, issued


class PrintDesk(Protocol):
    """The documents' side of printing."""

    def prepare(self, form_id: str, keys: Sequence[str], progress: Progress) -> Prepared:
        """Lay out the paper for these records; nothing is written."""

    def wrong_clock(self, prepared: Any) -> str:
        """What is wrong with the clock of this PC, where these papers take numbers ("" = nothing); a short look."""

    def issue(
        self, prepared: Any, chosen: Sequence[int], progress: Progress, *, way: str = PDF, printer: str = ""
    ) -> Issued:
        """One deed: numbers, kept pages and the print register; before the printer is called.

        ``prepared`` is what ``prepare`` gave; ``way`` and ``printer`` go into the print register.
        """

    def issue_pdf(self, prepared: Any, chosen: Sequence[int], target: Path, progress: Progress) -> Issued:
        """The same deed, all copies as one PDF; where it cannot be written, no number is taken.

        Where it was written and cannot be put in its place after the deed: ``Undelivered``, here and below.
        """

    def issue_pdfs(self, prepared: Any, chosen: Sequence[int], folder: Path, progress: Progress) -> Issued:
        """The same deed, one PDF per copy; where one of them cannot be written, no number is taken."""

    def issue_pictures(
        self, prepared: Any, chosen: Sequence[int], folder: Path, draw: Draw, progress: Progress
    ) -> Issued:
        """The same deed, one picture per page; where one of them cannot be written, no number is taken."""

    def again(self, issued: Any, places: Sequence[int], *, way: str = PDF, printer: str = "") -> None:
        """One deed: these copies are printed again under their numbers (补打)."""

    def kept(self, batch: str) -> Any:
        """A kept batch: issued copies that know their paper as prepared ones do."""

    def once_more(self, line: str) -> Any:
        """Give one paper of the print register as it was, to be printed again; as a kept batch of one."""

    def broke_off(self, issued: Any, at: BrokenOff | None) -> None:
        """Keep where the printing of a kept batch broke off; None = nothing of it is left to be gone on with."""

    def broken_off(self, issued: Any) -> BrokenOff | None:
        """Where it broke off last time."""

    def save_word(self, prepared: Any, copy: Any, target: Path, progress: Progress) -> None:
        """One copy as a Word file, to be gone on with in WPS; no number is taken for it."""

    def void(self, issued: Any, reason: str) -> None:
        """Mark the numbers 作废 (a new entry; a number is never taken back)."""

    def save_pdf(self, issued: Any, target: Path, progress: Progress, *, owed: Sequence[int] = ()) -> None:
        """All copies as one PDF; ``owed`` = these need one more line in the register (补打), in the same deed."""

    def save_pdfs(self, issued: Any, folder: Path, progress: Progress, *, owed: Sequence[int] = ()) -> list[Path]:
        """One PDF per copy, named by the copy."""

    def save_pictures(
        self, issued: Any, folder: Path, draw: Draw, progress: Progress, *, owed: Sequence[int] = ()
    ) -> list[Path]:
        """One picture per page, named by the copy."""
