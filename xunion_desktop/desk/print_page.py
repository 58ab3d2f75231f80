"""PrintPage: before paper: which copies, what is wrong with them, how they look, how to print (ui/print.png).

Numbers are issued only when the copies are really printed or saved; then they stay, and a failed print is done again
under the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.resources import resource

from .background import Work
from .boxes import column, label, row
from .buttons import back
from .columns import Columns, Place
from .copy_list import CopyList
from .desk import Desk
from .files import PDF as PDF_FILES
from .files import WORD
from .messages import Answer
from .page_viewer import PageViewer
from .painting import PaperFonts
from .print_choice import PrintChoice
from .printer import MakePrinter, PrintRun, paper_name, printer_names, set_paper, system_printer
from .printing import PRINTER, Issued, Prepared, PrintDesk
from .theme import PAGE_MARGINS

NARROW = 1180
PRINTED = "printing"  # the kind of record that every paper printed leaves in the register of prints


class PrintPage(QWidget):
    """The print page of one form for some records."""

    keys = (("PgDn", "下一封"), ("Ctrl+P", "打印"), ("Ctrl+S", "存 PDF"), ("Esc", "返回"))
    help_page = "printing"

    def __init__(
        self,
        desk: Desk,
        form_id: str,
        records: Sequence[str],
        parent: QWidget | None = None,
        *,
        printers: Sequence[str] | None = None,
        make_printer: MakePrinter = system_printer,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self._form, self._records = desk, form_id, tuple(records)
        self._make_printer = make_printer
        self.prepared: Prepared | None = None
        self.issued: Issued | None = None
        self._dropped: frozenset[int] = frozenset()
        papers = [card for room in desk.rooms for card in room.papers if card.form == form_id]
        self._register = papers[0].register if papers else ""
        self._title = papers[0].title if papers else ""
        self._fonts = PaperFonts(resource("fonts"))
        self.refusal = desk.refusal(PRINTED)
        self._lay(printer_names() if printers is None else list(printers))
        self._listen()
        self._prepare()

    # what is laid out

    def _lay(self, printers: Sequence[str]) -> None:
        desk, scale = self.desk, self.desk.scale
        measure = "封" if self._title.endswith("函") else "份"
        self.back = back("返回台账", self.leave, desk.icons, scale)
        self.about = label("", "second")
        head = row(scale, self.back, label("打印预览", "title"), self.about, 1, gap=12)
        self.list = CopyList(desk, measure)
        self.viewer = PageViewer(desk, self._fonts, measure)
        self.choice = PrintChoice(desk, measure, printers)
        self.choice.shut(self.refusal)
        places = (
            Place(self.list, 468, 420, fixed=True),
            Place(self.viewer, 580, 560),
            Place(self.choice, 346, 520, fixed=True),
        )
        self.columns = Columns(scale, places, NARROW)
        box = column(scale, head, self.columns, gap=10, margins=PAGE_MARGINS)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.list.table)

    def _listen(self) -> None:
        self.list.chosen.connect(self.viewer.show_copy)
        self.list.dropped.connect(self._drop)
        self.list.mend_wanted.connect(lambda key: self.desk.open_register(self._register, key=key))
        self.viewer.moved.connect(self.list.select)
        self.choice.changed.connect(self._choice_changed)
        self.choice.print_wanted.connect(self.print)
        self.choice.pdf_wanted.connect(self.save_pdf)
        self.choice.pdfs_wanted.connect(self.save_pdfs)
        self.choice.word_wanted.connect(self.save_word)
        acts: dict[str, Callable[[], object]] = {
            "PgDown": partial(self.viewer.leaf, 1),
            "PgUp": partial(self.viewer.leaf, -1),
            "Ctrl+P": self.print,
            "Ctrl+S": self.save_pdf,
            "Esc": self.leave,
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def leave(self) -> None:
        """‹ 返回台账."""
        self.desk.leave(self)

    @property
    def printing(self) -> PrintDesk:
        """The documents' side."""
        printing = self.desk.printing
        assert printing is not None
        return printing

    # before paper

    def _prepare(self) -> None:
        self.choice.show_state()
        work = partial(self.printing.prepare, self._form, self._records)
        self.desk.jobs.run("排版", work, self._show_prepared)

    def _show_prepared(self, prepared: Prepared) -> None:
        self.prepared = prepared
        parts = [f"模板 {prepared.title}", prepared.format]
        self.about.setText(" · ".join(part for part in parts if part))
        self._show_copies()
        self.list.select(0)

    def _show_copies(self) -> None:
        assert self.prepared is not None
        copies = self.issued.copies if self.issued else self.prepared.copies
        dropped = frozenset() if self.issued else self._dropped
        self.list.show_copies(self.prepared.title, copies, dropped)
        self.viewer.show_copies(copies)
        self.choice.show_copies(copies, dropped, paper_name(self.prepared.paper))
        if self.issued:
            self.choice.show_state(self.issued.numbers or "无")

    @Slot(int)
    def _drop(self, place: int) -> None:
        self._dropped |= {place}
        self._show_copies()

    @Slot()
    def _choice_changed(self) -> None:
        if self.prepared is not None and self.issued is None:
            self.choice.show_state()

    # paper

    def print(self) -> None:
        """打印 n 封: the paper is checked, then the numbers are issued, then the printer is called."""
        if self.prepared is not None and self.choice.deed.isEnabled():
            self.desk.messages.attempt(self._check_and_print)

    def _check_and_print(self) -> None:
        assert self.prepared is not None
        name = self.choice.printer.currentText()
        printer = self._make_printer(name)
        printer.setCopyCount(self.choice.times.value())
        set_paper(printer, self.prepared.paper)
        self._issue(name, lambda issued: self._send(printer, issued))

    def _send(self, printer: Any, issued: Issued) -> None:
        pages = [page for copy in issued.copies for page in copy.pages]
        printer.setDocName(self.prepared.title if self.prepared else "")
        self.desk.messages.attempt(lambda: self._step(PrintRun(printer, self._fonts, pages), issued))

    def _step(self, run: PrintRun, issued: Issued) -> None:
        """One page at a time, so that the window stays readable."""
        try:
            more = run.step()
        except Trouble as trouble:
            self.desk.messages.trouble(trouble)
            return
        if more:
            QTimer.singleShot(0, self, partial(self._step, run, issued))
        else:
            self._say_done("已送到打印机", issued)

    def save_pdf(self) -> None:
        """All chosen copies as one PDF."""
        if self.prepared is None or not self.choice.pdf.isEnabled():
            return
        target = self.desk.files.save(self, "存 PDF", f"{self.prepared.title}.pdf", PDF_FILES)
        if target is not None:
            self._put_out(
                partial(self.printing.issue_pdf, self.prepared, self.choice.chosen(), target),
                lambda issued: partial(self.printing.save_pdf, issued, target),
                f"已存：{target.name}",
            )

    def save_pdfs(self) -> None:
        """One PDF per copy, to be sent one by one."""
        if self.prepared is None or not self.choice.pdfs.isEnabled():
            return
        folder = self.desk.files.folder(self, "存到哪个文件夹")
        if folder is not None:
            self._put_out(
                partial(self.printing.issue_pdfs, self.prepared, self.choice.chosen(), folder),
                lambda issued: partial(self.printing.save_pdfs, issued, folder),
                f"已存到“{folder.name}”，一份一个",
            )

    def save_word(self) -> None:
        """The copy that is looked at as a Word file; the number is not given for it."""
        copy = self.viewer.shown
        if self.prepared is None or copy is None or not self.choice.word.isEnabled():
            return
        name = f"{self.prepared.title}（{copy.name}）.docx"
        target = self.desk.files.save(self, "存为 Word 文件", name, WORD)
        if target is not None:
            work = partial(self.printing.save_word, self.prepared, copy, target)
            told = "文号要等打印时才给。" if copy.number and self.issued is None else ""
            done = partial(self.desk.messages.say, f"已存：{target.name}", told)
            self.desk.jobs.run("存 Word 文件", work, lambda _: done())

    def _put_out(self, issue: Work, again: Callable[[Issued], Work], done: str) -> None:
        """Numbers are given only with files that are written; what is issued already is written again."""
        issued = self.issued
        if issued is not None:
            self.desk.jobs.run("存 PDF", again(issued), lambda _: self._say_done(done, issued))
            return
        told = partial(self._say_done, done)
        self.desk.jobs.run("存 PDF", issue, lambda result: self._take(result, told), writes=True)

    def _issue(self, printer: str, then: Callable[[Issued], None]) -> None:
        """Give the numbers (once), then go on with the issued copies."""
        if self.issued is not None:
            then(self.issued)
            return
        chosen = self.choice.chosen()
        work = partial(self.printing.issue, self.prepared, chosen, way=PRINTER, printer=printer)
        self.desk.jobs.run("编文号", work, lambda result: self._take(result, then), writes=True)

    def _take(self, issued: Issued, then: Callable[[Issued], None]) -> None:
        self.issued = issued
        self._show_copies()
        then(issued)

    def _say_done(self, words: str, issued: Issued) -> None:
        numbers = f"文号 {issued.numbers}" if issued.numbers else ""
        answer = Answer("作废…", self._ask_to_void) if issued.numbers else None
        self.desk.messages.say(f"{words}，共 {len(issued.copies)} 份", numbers, answer=answer)

    def _ask_to_void(self) -> None:
        self.desk.messages.ask("把刚才给出的文号作废吗？", "作废的文号不再用，登记簿里注明。", "作废", self._void)

    def _void(self) -> None:
        issued = self.issued
        if issued is not None and self.desk.messages.attempt(lambda: self.printing.void(issued, "没有印成")):
            self.desk.messages.say("已作废", issued.numbers)
            self.leave()
