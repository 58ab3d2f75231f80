"""PrintDeeds: what the print page does to the book: numbers are given, the register is written, a batch is void.

Whatever fails on the way (disk full, PDF open elsewhere, folder read-only), the batch goes on from the page itself:
without numbers it is laid out anew as the records say now; with numbers it goes out again under these.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import refuses

from .background import Work
from .desk import Desk
from .messages import Answer
from .printing import Issued, Undelivered

if TYPE_CHECKING:
    from .print_page import PrintPage

_NOT_PRINTED = "没有印成"


class PrintDeeds(QObject):
    """One deed at a time; ``under_way`` = what goes out now is no reason to lay it out anew."""

    def __init__(self, page: PrintPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._way = ""
        self._then: Callable[[Any], None] = _nothing
        self.under_way = False

    def put_out(self, title: str, work: Work, done: Callable[[Any], None], way: str = "") -> None:
        """Issue these copies by this way, or write what goes out into the register, in a worker."""
        self.under_way, self._way, self._then = True, way, done
        self._desk.jobs.run(title, work, self._done, writes=True, failed=self._failed).ended.connect(self._is_out)

    def issue(self, title: str, work: Work, done: Callable[[Any], None], way: str) -> None:
        """Issue these copies; before a wrong clock gives them numbers of a wrong year, it is asked."""
        said = self._page.printing.wrong_clock(self._page.prepared)
        if not said:
            self.put_out(title, work, done, way)
            return
        second = f"{said}文号的年份和文件的日期都会跟着错，请先在系统设置里校准。"
        asked = self._page.prepared, self._page.choice.chosen()
        go_on = partial(self._issue, asked, title, work, done, way)
        self._desk.messages.ask("电脑的时间不对，还要取号吗？", second, "照样取号", go_on)

    def _issue(self, asked: object, title: str, work: Work, done: Callable[[Any], None], way: str) -> None:
        """Unless, while it was asked, they were issued, the page was left, or other copies were chosen."""
        if not isValid(self) or self._page.has_left or self._page.issued is not None or self.under_way:
            return
        if asked == (self._page.prepared, self._page.choice.chosen()):
            self.put_out(title, work, done, way)
        else:
            self._desk.messages.say("没有取号：要印的刚刚变了", "看过以后请再点一次。", tone="amber")

    @Slot(object)
    def _done(self, result: object) -> None:
        """A slot of this object, so that nothing is told to a page that was left meanwhile."""
        self.under_way = False
        self._then(result)

    @Slot()
    def _is_out(self) -> None:
        self.under_way = False

    @Slot(object)
    def _failed(self, trouble: Trouble) -> None:
        self.under_way = False
        if isinstance(trouble, Undelivered) and self._page.issued is None:
            self._page.take(trouble.issued, self._way)
            numbers = trouble.issued.numbers
            kept = f"文号 {numbers} 已经留好，再存一次不另取号。" if numbers else "再存一次，不另登记。"
            trouble = Trouble(trouble.fault.sentence, f"{trouble.fault.remedy}{kept}")
        else:
            self._page.refresh()
        self._desk.messages.trouble(trouble)

    def say_done(self, words: str, places: Collection[int]) -> None:
        """Tell what was done with these copies, with their numbers; 作废… is offered with them."""
        issued = self._page.issued
        if issued is None:
            return
        said = issued.numbers_of(places)
        numbers = f"文号 {said}" if said else ""
        answer = Answer("作废…", self.ask_to_void) if numbers and not self._page.kept else None
        self._desk.messages.say(f"{words}，共 {len(places)} 份", numbers, answer=answer)

    @Slot(str)
    def ask_to_void(self, reason: str = "") -> None:
        """作废…: all numbers of the batch that are not void yet, after asking."""
        issued = self._page.issued
        if issued is None or self._goes_out():
            return
        reason = reason.strip() or _NOT_PRINTED
        numbers = self._numbers(issued)
        if not numbers:
            self._desk.messages.say("这一批的文号都已作废", tone="grey")
            return
        second = f"{numbers} 不再用，登记簿里注明：{reason}。"
        self._desk.messages.ask("把这一批的文号作废吗？", second, "作废", partial(self._void, reason))

    @staticmethod
    def _numbers(issued: Issued) -> str:
        """Those that are not void yet; a void copy is refused, as one that cannot be printed."""
        sound = [place for place, copy in enumerate(issued.copies) if not refuses(list(copy.problems))]
        return issued.numbers_of(sound) if sound else ""

    def _goes_out(self) -> bool:
        """Whether it is going out right now, from here or from another page; then it is told, and nothing is void."""
        issued = self._page.issued
        copies = issued.copies if issued is not None else ()
        papers = ((copy.key, copy.number) for copy in copies)
        return self._desk.sending.hinders(papers, begun=self.under_way)

    def _void(self, reason: str) -> None:
        issued = self._page.issued
        if issued is not None and not self._goes_out():
            work = partial(self._page.printing.void, issued, reason)
            self.put_out("作废", lambda _progress: work(), partial(self._is_void, issued))

    def _is_void(self, issued: Issued, _done: object) -> None:
        self._desk.messages.say("已作废", self._numbers(issued))
        self._page.leave()


def _nothing(_result: object) -> None:
    """Nothing was put out yet."""
