"""PrintPage: before paper: which copies, what is wrong with them, how they look, how to print (ui/print.png).

Numbers are issued only when the copies are really printed or saved; then they stay, and a failed print is done again
under the same number. A kept batch is opened on the same page, to be looked at and printed again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, Qt
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.errors import Trouble

from .boxes import column, label, row
from .buttons import back
from .columns import Columns, Place
from .copy_list import CopyList
from .desk import Desk
from .freshness import Freshness
from .overrides import guarded
from .page_viewer import PageViewer
from .print_choice import PrintChoice
from .print_deeds import PrintDeeds
from .print_files import PrintFiles
from .print_machine import Machines, PrintMachine
from .print_paper import PrintPaper
from .print_which import Which
from .printer import paper_name
from .printing import Issued, Prepared, PrintDesk
from .progress import Progress
from .theme import PAGE_MARGINS
from .ways_out import WaysOut

NARROW = 1180
_KEPT = "其余的文号都留着：以后在“公文 → 打印登记”里按“看这一批”，接着印。"
_AGAIN = "其余的以后在“公文 → 打印登记”里再补打。"
_NOT_KEPT = "其余的以后从台账再印。"
PRINTED = "printing"  # the kind of record that every paper printed leaves in the register of prints


class PrintPage(QWidget):
    """The print page of one form for some records, of a ``kept`` batch, or of a paper to be printed ``again``."""

    help_page = "printing"

    def __init__(
        self,
        desk: Desk,
        form_id: str = "",
        records: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        kept: str = "",
        again: str = "",
        machines: Machines | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        assert desk.printing is not None
        self.printing: PrintDesk = desk.printing  # the documents' side; made here, not by the worker that first asks it
        self.desk, self._form, self._records, self._batch, self._again = desk, form_id, tuple(records), kept, again
        self.kept = bool(kept or again)
        self.machine = PrintMachine(desk.faces.fonts, machines or Machines(), self)
        self.deeds = PrintDeeds(self, desk)
        self.has_left = False
        self.files = PrintFiles(self, desk)
        self.paper = PrintPaper(self, desk)
        self.prepared: Prepared | None = None
        self.issued: Issued | None = None
        self.ways = WaysOut()
        self._both = False
        self._dropped: frozenset[int] = frozenset()
        self._card = next((card for room in desk.rooms for card in room.papers if card.form == form_id), None)
        self._measure = "封" if self._card is not None and self._card.title.endswith("函") else "份"
        self.keys = (("PgDn", f"下一{self._measure}"), ("Ctrl+P", "打印"), ("Ctrl+S", "存 PDF"), ("Esc", "返回"))
        self.refusal = desk.refusal(PRINTED)
        self._freshness = Freshness(desk, self, self.refresh)
        self._lay(list(self.machine.machines.names()))
        self._listen()
        self._prepare()

    # what is laid out

    def _lay(self, printers: Sequence[str]) -> None:
        desk, scale = self.desk, self.desk.scale
        measure, names = self._measure, self._card.names if self._card is not None else "名称"
        self.back = back("返回", self.leave, desk.icons, scale)
        self.about = label("", "second")
        title = "补打" if self._again else "再看这一批" if self.kept else "打印预览"
        head = row(scale, self.back, label(title, "title"), self.about, 1, gap=12)
        self.list = CopyList(desk, measure, names)
        self.viewer = PageViewer(desk, self.machine.fonts, measure)
        self.choice = PrintChoice(desk, measure, printers)
        self.choice.shut(self.refusal)
        places = (
            Place(self.list, 468, 420, fixed=True),
            Place(self.viewer, 580, 560),
            Place(self.choice, 346, 560, fixed=True),
        )
        self.columns = Columns(scale, places, NARROW)
        box = column(scale, head, self.columns, gap=10, margins=PAGE_MARGINS)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.list.table)

    def _listen(self) -> None:
        self.list.chosen.connect(self._look_at)
        self.list.dropped.connect(self._drop)
        self.list.mend_wanted.connect(self._mend)
        self.viewer.moved.connect(self.list.select)
        choice = self.choice
        choice.changed.connect(self._choice_changed)
        choice.print_wanted.connect(self.print)
        choice.settings_wanted.connect(self.paper.ask_settings)
        choice.printer.opening.connect(self.look_for_printers)
        choice.void_wanted.connect(self.deeds.ask_to_void)
        choice.pdf_wanted.connect(self.files.save_pdf)
        choice.pdfs_wanted.connect(self.files.save_pdfs)
        choice.pictures_wanted.connect(self.files.save_pictures)
        choice.word_wanted.connect(self.files.save_word)
        acts: dict[str, Callable[[], object]] = {
            "PgDown": partial(self.viewer.leaf, 1),
            "PgUp": partial(self.viewer.leaf, -1),
            "Ctrl+P": self.print,
            "Ctrl+S": self.files.save_pdf,
            "Esc": self.leave,
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def leave(self) -> None:
        """‹ 返回; what was sent is printed, the rest stays for 打印登记. Numbers being given are waited for."""
        if self.deeds.under_way:
            self.desk.messages.say("正在登记", "登记完就可以返回。", tone="amber")
            return
        self.halt()
        self.has_left = True
        self.desk.leave(self)

    def unfinished(self) -> tuple[str, str, str] | None:
        """What would break off if the page went now, as a question, what becomes of it, and the words for it."""
        if self.machine.runner is None:
            return None
        numbered = self.issued is not None and self.issued.numbers
        later = _KEPT if numbered else _AGAIN if self.kept else _NOT_KEPT
        return "还在打印，要停下吗？", f"已送到打印机的会印出来，{later}", "停下并离开"

    def halt(self) -> None:
        """What was sent is printed; the rest is not."""
        self.machine.stop()

    # before paper

    def _prepare(self) -> None:
        self.choice.show_state()
        if self.kept:
            self.desk.jobs.run("打开存底", self._read_kept, self._show_kept, failed=self._not_kept)
            return
        work = partial(self.printing.prepare, self._form, self._records)
        self.desk.jobs.run("排版", work, self._show_prepared)

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Back on this page: laid out anew if records changed meanwhile."""
        super().showEvent(event)
        self.look_for_printers()
        self._freshness.seen()

    def look_for_printers(self) -> None:
        """Which printers there are now; one may have come or gone."""
        self.choice.printer.show_names(self.machine.machines.names())

    def refresh(self) -> None:
        """Records changed: what is not issued yet is laid out as they say now; which copy is looked at stays."""
        if self.prepared is None or self.issued is not None or self.deeds.under_way:
            return
        work = partial(self.printing.prepare, self._form, self._records)
        self.desk.jobs.run("排版", work, self._show_anew)

    def _show_anew(self, prepared: Prepared) -> None:
        if self.prepared is None or self.issued is not None:
            return
        row, before = self.list.table.currentIndex().row(), self.prepared.copies
        out = {(before[place].key, before[place].name) for place in self._dropped}
        self._dropped = frozenset(place for place, one in enumerate(prepared.copies) if (one.key, one.name) in out)
        self.prepared = prepared
        self._show_copies()
        self.list.select(min(max(row, 0), len(prepared.copies) - 1))

    def _read_kept(self, _progress: Progress) -> Issued:
        """What was printed (in the worker)."""
        kept: Issued = self.printing.once_more(self._again) if self._again else self.printing.kept(self._batch)
        return kept

    @Slot(object)
    def _not_kept(self, trouble: Trouble) -> None:
        """Nothing to be shown: void, not open to this user, or nothing tells it any more."""
        self.desk.leave(self)
        self.desk.messages.trouble(trouble)

    def _show_kept(self, kept: Issued) -> None:
        self.issued = kept
        self._show_prepared(kept)  # type: ignore[arg-type]  # a kept batch knows its paper too
        self.choice.word.setVisible(False)
        if self._batch:
            self.paper.take_up()

    def _show_prepared(self, prepared: Prepared) -> None:
        self.prepared = prepared
        parts = [f"模板 {self._card.title if self._card else prepared.title}", prepared.format]
        self.about.setText(" · ".join(part for part in parts if part))
        self.choice.two_sided.setChecked(prepared.two_sided)
        self._show_copies()
        self.list.select(0)

    def _show_copies(self) -> None:
        assert self.prepared is not None
        issued = self.issued
        copies = issued.copies if issued else self.prepared.copies
        dropped = frozenset[int]() if issued else self._dropped
        self.list.show_copies(self.prepared.title, copies, dropped, self.prepared.notes, mends=issued is None)
        self.viewer.show_copies(copies)
        self.choice.show_copies(copies, dropped, paper_name(self.prepared.paper), issued=issued is not None)
        self.choice.show_state(issued.numbers if issued else "")

    @Slot(int)
    def _look_at(self, place: int) -> None:
        self.viewer.show_copy(place)
        if self.issued is not None and self.choice.which.which is not Which.SHEET:
            self.choice.which.one.setValue(place + 1)

    @Slot(int)
    def _drop(self, place: int) -> None:
        self._dropped |= {place}
        self._show_copies()

    @Slot(str)
    def _mend(self, key: str) -> None:
        """补填: to the record, where it is kept."""
        if self._card is not None:
            self.desk.open_register(self._card.register, key=key)

    @Slot()
    def _choice_changed(self) -> None:
        if self.prepared is None:
            return
        both = self.choice.on_both_sides
        if both != self._both:
            self._both = both
            self._show_copies()
        else:
            self.choice.show_state(self.issued.numbers if self.issued else "")

    # paper

    def print(self) -> None:
        """打印 n 封."""
        self.paper.print()

    def set_busy(self, *, busy: bool) -> None:
        """While the printer works nothing else is begun."""
        self.choice.set_busy(busy=busy)
        self.choice.show_state(self.issued.numbers if self.issued else "")

    def take(self, issued: Issued, way: str) -> None:
        """The numbers are given, for this way out: show them."""
        self.issued = issued
        self.ways.written(range(len(issued.copies)), way)
        self._show_copies()
