"""PrintChoice: the right card of the print page: printer, paper, sides, which of the copies, and the deeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QMenu, QSpinBox, QWidget

from .boxes import column, follow, label, row, rule
from .buttons import link, plain, primary, with_icon
from .cards import Card, Scroll
from .desk import Desk
from .foot import foot
from .notes import NoteCard
from .print_sides import sheets_of
from .print_strip import PrintStrip
from .print_which import Which, WhichCopies
from .printer import turns_paper
from .printer_combo import PrinterCombo
from .printing import Copy
from .theme import CARD

AS_PICTURE = "print_as_picture"  # a setting of this PC: its printer garbles text
_NO_DUPLEX = "这台打印机不会自己翻面，请在打印机设置里看。"

__all__ = ["PrintChoice", "Which"]


class PrintChoice(Card):
    """How to print. ``changed`` = another choice of copies or sides."""

    changed = Signal()
    print_wanted = Signal()
    settings_wanted = Signal()
    void_wanted = Signal(str)
    pdf_wanted = Signal()
    pdfs_wanted = Signal()
    pictures_wanted = Signal()
    word_wanted = Signal()

    def __init__(self, desk: Desk, measure: str, printers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, parent=parent)
        self._desk, self._measure = desk, measure
        self._copies: Sequence[Copy] = ()
        self._dropped: frozenset[int] = frozenset()
        self.printer = PrinterCombo(printers)
        self._numbers = ""
        self._refusal = ""
        self._busy = False
        self._paper = ""
        self._refused = label("", "amber", wrap=True)
        self.which = WhichCopies(desk.scale, measure)
        self.which.changed.connect(self.changed)
        self.strip = PrintStrip(desk.scale)
        self.add(label("怎样印", "title"))
        self.add(self._make_body(), 1)
        self.add(self.strip)
        self.note = self._make_note()
        self.add(self.note)
        self.add(self._refused)
        self.shut("")
        self.add(self._make_deeds())

    # what is laid out

    def _make_body(self) -> QWidget:
        scale = self._desk.scale
        self.numbers = label("", "second", wrap=True)
        body = QWidget()
        parts = (self._make_printer(), rule(), self.which, rule(), self.numbers, self._make_void(), 1)
        body.setLayout(column(scale, *parts, gap=8, margins=(0, 0, 6, 0)))
        return Scroll(body)

    def _make_printer(self) -> QWidget:
        scale = self._desk.scale
        self.printer.currentTextChanged.connect(self._printer_changed)
        self.paper = label("", wrap=True)
        self.times = QSpinBox()
        self.times.setRange(1, 20)
        self.settings = link("打印机设置…", self.settings_wanted.emit)
        self.settings.setEnabled(bool(self.printer.names))
        self.two_sided = QCheckBox("双面印，沿长边翻")
        self.two_sided.toggled.connect(lambda _on: self.changed.emit())
        self.as_picture = QCheckBox("打印乱码时用图像方式")
        self.as_picture.setChecked(self._desk.settings.get(AS_PICTURE, False))
        self.as_picture.toggled.connect(self._keep_as_picture)
        grid = QGridLayout()
        follow(grid, scale, 8, (0, 0, 0, 4))
        grid.setColumnStretch(1, 1)
        times = row(scale, self.times, self.settings)
        times.setStretch(0, 1)
        for place, words in enumerate(("打印机", "纸张", "份数")):
            grid.addWidget(label(words, "field"), place, 0)
        grid.addWidget(self.printer, 0, 1)
        grid.addWidget(self.paper, 1, 1)
        grid.addLayout(times, 2, 1)
        holder = QWidget()
        options = (row(scale, self.two_sided, 1), row(scale, self.as_picture, 1))
        holder.setLayout(column(scale, grid, *options, gap=4))
        return holder

    def _make_void(self) -> QWidget:
        """What was just given may be marked 作废, for a reason."""
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("作废原因，如 没有印成")
        self.reason.setAccessibleName("作废原因")
        self.void_button = plain("作废…", lambda: self.void_wanted.emit(self.reason.text()))
        self.reason.returnPressed.connect(self.void_button.click)
        line = row(self._desk.scale, self.reason, self.void_button)
        line.setStretch(0, 1)
        self.voiding = QWidget()
        self.voiding.setLayout(line)
        self.voiding.hide()
        return self.voiding

    def _make_note(self) -> NoteCard:
        words = "打印机改了纸张大小会停下来告诉您，不会缩放。"
        return NoteCard(self._desk.scale, self._desk.icons, words)

    def _make_deeds(self) -> QWidget:
        desk = self._desk
        self.pdf = plain("存 PDF", self.pdf_wanted.emit)
        self.saves = plain("存为 ▾")
        menu = QMenu(self)
        self.pdfs = self._entry(menu, f"一{self._measure}一个 PDF…", self.pdfs_wanted.emit)
        self.pictures = self._entry(menu, f"一{self._measure}一个图片（JPG）…", self.pictures_wanted.emit)
        self.word = self._entry(menu, f"看着的这{self._measure}存为 Word 文件…", self.word_wanted.emit)
        self.saves.setMenu(menu)
        self.deed = with_icon(primary("打印", self.print_wanted.emit), "printer", desk.icons, desk.scale, colour=CARD)
        return foot(desk.scale, [self.pdf, self.saves], [self.deed])

    @staticmethod
    def _entry(menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        return menu.addAction(words, act)

    # what is shown

    def show_copies(self, copies: Sequence[Copy], dropped: frozenset[int], paper: str, *, issued: bool = False) -> None:
        """Offer these copies."""
        self._copies, self._dropped, self._paper = copies, dropped, paper
        self.two_sided.setVisible(any(len(copy.pages) > 1 for copy in copies))
        self._show_sides()
        self.which.show_copies(copies, dropped, issued=issued, two_sided=self.on_both_sides)
        self.show_state()

    @property
    def on_both_sides(self) -> bool:
        """Whether the sheets are printed on both sides."""
        return self.two_sided.isChecked() and any(len(copy.pages) > 1 for copy in self._copies)

    def take_from(self, printer: QPrinter) -> None:
        """What was set in the system's own window: another printer, the number of copies."""
        if self.printer.findText(printer.printerName()) >= 0:
            self.printer.setCurrentText(printer.printerName())
        self.times.setValue(printer.copyCount())

    @Slot()
    def _printer_changed(self) -> None:
        self.settings.setEnabled(bool(self.printer.names))
        self._show_sides()
        self.show_state(self._numbers)

    def _show_sides(self) -> None:
        kept = [copy for place, copy in enumerate(self._copies) if place not in self._dropped]
        sheets = sheets_of(kept, two_sided=self.on_both_sides)
        self.paper.setText(f"{self._paper} · {sheets:,} 张" if kept else self._paper)
        turns = not self.printer.names or turns_paper(self.printer.currentText())
        self.two_sided.setToolTip("" if turns else _NO_DUPLEX)

    def _keep_as_picture(self, wanted: bool) -> None:
        self._desk.messages.attempt(lambda: self._desk.settings.set(AS_PICTURE, wanted))

    def shut(self, refusal: str) -> None:
        """Say why this user may look and not print ("" = he may)."""
        self._refusal = refusal
        self._refused.setText(refusal)
        self._refused.setVisible(bool(refusal))

    def set_busy(self, *, busy: bool) -> None:
        """While the printer works nothing else is begun."""
        self._busy = busy
        self.which.setEnabled(not busy)
        self.voiding.setEnabled(not busy)

    def show_state(self, numbers: str = "") -> None:
        """Say on the button how many are printed; ``numbers`` = they are issued and only printed again."""
        self._numbers = numbers
        issued = self.which.issued
        chosen = self.which.chosen()
        count = 0 if self._refusal else len(chosen)
        self.deed.setText(f"{'再印' if issued else '打印'} {count:,} {self._measure}")
        self.deed.setEnabled(bool(count) and bool(self.printer.names) and not self._busy)
        saved = len(self._copies) if issued and not self._refusal else count
        for act in (self.pdf, self.saves, self.pdfs, self.pictures):
            act.setEnabled(bool(saved) and not self._busy)
        self.word.setEnabled(bool(self._copies) and not self._refusal)
        self.saves.setEnabled(self.word.isEnabled() and not self._busy)
        self.note.setVisible(not issued)
        self.voiding.setVisible(issued and bool(numbers) and not self._refusal)
        if issued:
            self.numbers.setText(f"文号已给：{numbers}" if numbers else "")
        else:
            self.numbers.setText(self._to_come(chosen))

    def _to_come(self, chosen: Sequence[int]) -> str:
        spelled = [self._copies[place].number for place in chosen if self._copies[place].number]
        if len(spelled) > len(set(spelled)) == 1:
            return f"各份同一个文号：{spelled[0]}，印出或存出时才定。"
        rest = f" 至 {spelled[-1]}" if len(spelled) > 1 else ""
        return f"文号按序给：{spelled[0]}{rest}，印出或存出时才定。" if spelled else ""

    def chosen(self) -> list[int]:
        """The places of the copies that would be printed now."""
        return self.which.chosen()
