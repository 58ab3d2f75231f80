"""恢复单: looked at once, printed at once. The code lives in this page alone and goes with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.saving import save
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import plain, primary
from xunion_desktop.desk.calm_combo import CalmCombo
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.files import PDF
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.painting import PaperFonts
from xunion_desktop.desk.preview import Preview
from xunion_desktop.desk.printer import MakePrinter, PrintRun, printer_names, set_paper, system_printer
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office.recovery import recovery_pages
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pdf import pdf_bytes

TITLE = "恢复单"
_WHY = (
    "忘了密码、换了电脑打不开本子时，只有它能打开。",
    "现在就打印，装信封锁进保险柜。离开这一页以后，程序里再也找不到这个码，只能换一个新的。",
    "不拍照，不存在电脑里。",
)
_KEPT_PDF = "这个 PDF 里有恢复码，谁拿到都能打开本子。印好后请删掉它，并清空电脑的回收站。"
_GONE = "离开以后，这个恢复码就看不到了，首页会一直提醒再印一张；"
_AWAY = "这张恢复单返回就看得到；看不到了，到“用户与权限”换一个新的再印。"
_OLD_ONE, _NO_OTHER = "以前的恢复单还能用。", "印好以前，忘了密码就打不开本子。"
_NOT_PRINTED, _GO = "恢复单还没有打印，也没有存 PDF。", "不打印，离开"
NARROW = 900


def show_sheet(desk: Desk, then: Callable[[], None] | None = None) -> None:
    """Make a new recovery code, in a worker since wrapping the key takes its time, and show its sheet; then go on."""
    keys = desk.book.keys

    def show(code: str) -> None:
        desk.show_page(RecoveryPage(desk, code), TITLE)
        if then is not None:
            then()

    desk.jobs.run("换恢复码", lambda _progress: keys.new_recovery_code(), show, stoppable=False)


class RecoveryPage(SubPage):
    """The sheet with its preview; leaving it, or the window, without printing is asked about once."""

    help_page = "recovery_sheet"
    keys = (("Ctrl+P", "打印"), ("F1", "帮助"))

    def __init__(
        self,
        desk: Desk,
        code: str,
        parent: QWidget | None = None,
        *,
        printers: Sequence[str] | None = None,
        make_printer: MakePrinter = system_printer,
    ) -> None:
        super().__init__(desk, parent)
        self._fonts, self._make_printer = FontBook(), make_printer
        today = desk.today
        self._code = code
        self._pages = recovery_pages(desk.book.name, code, today, self._fonts)
        self._given_up = False
        self.taken = False  # whether the code left this page on paper or as a file
        self.preview = Preview(desk.scale, PaperFonts(resource("fonts")))
        self.preview.show_page(self._pages[0])
        self._lay(printer_names() if printers is None else list(printers))

    def _lay(self, printers: Sequence[str]) -> None:
        scale = self.desk.scale
        self.printer: QComboBox = CalmCombo()
        self.printer.addItems(list(printers) or ["这台电脑没有打印机"])
        self.printer.setEnabled(bool(printers))
        self.printer.setAccessibleName("打印机")
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.printer.setMinimumContentsLength(14)
        self.print_button = primary("打印恢复单", self.print)
        self.print_button.setEnabled(bool(printers))
        self.pdf_button = plain("存 PDF…", self.save_pdf)
        self.done_button = plain("已收好", self.leave)
        words = QWidget()
        words.setLayout(column(scale, *(label(text, wrap=True) for text in _WHY), 1, gap=8, margins=(0, 0, 6, 0)))
        side = Card(scale, label(TITLE, "title"))
        side.add(Scroll(words), 1)
        side.add(NoteCard(scale, self.desk.icons, "这个码不登记、不留底，补印不出来。", look="amber"))
        shown = Card(scale, self.preview, margins=(1, 1, 1, 1))
        columns = Columns(scale, (Place(shown, 1, 560), Place(side, 380, 420, fixed=True)), NARROW)
        head = row(scale, label(TITLE, "title"), label("锁在保险柜里的那张纸", "second"), 1)
        deeds = foot(scale, [self.printer, self.pdf_button], [self.done_button, self.print_button])
        below = Card(scale, deeds, margins=(14, 8, 14, 8))
        box = column(scale, head, columns, below, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)

    # out of the page

    def print(self) -> None:
        """Onto paper; nothing of it is registered or kept."""
        if self.printer.isEnabled():
            self.desk.messages.attempt(self._print)

    def _print(self) -> None:
        self.desk.book.keys.demand_code(self._code)
        printer = self._make_printer(self.printer.currentText())
        set_paper(printer, (self._pages[0].width, self._pages[0].height))
        printer.setDocName(TITLE)
        run = PrintRun(printer, PaperFonts(resource("fonts")), self._pages)
        while run.step():
            pass
        self._take()
        self.desk.messages.say("恢复单已送到打印机", "请到打印机取纸，签上保管人，锁进保险柜。")

    def save_pdf(self) -> None:
        """As a PDF, which then holds the code in clear: said when it is saved."""
        target = self.desk.files.save(self, "存恢复单", f"恢复单（{self.desk.book.name}）.pdf", PDF)
        if target is not None and self.desk.messages.attempt(lambda: self._write(target)):
            self.desk.messages.say(f"已存：{target.name}", _KEPT_PDF, tone="amber")

    def _write(self, target: Path) -> None:
        self.desk.book.keys.demand_code(self._code)
        save(target, pdf_bytes(self._pages, fonts=self._fonts, title=TITLE))
        self._take()

    def _take(self) -> None:
        """The code left this page: from now on it is the one, and the sheet of before opens nothing."""
        self.desk.book.keys.confirm_recovery(self._code)
        self.taken = True

    def leave(self) -> None:
        """Go on; where nothing was printed, it is asked about first, since the code is gone then."""
        asked = self.unfinished()
        if asked is None:
            super().leave()
        else:
            self.desk.messages.ask(*asked, self._go)

    def unfinished(self) -> tuple[str, str, str] | None:
        """What would be lost if the page went now, as a question, and the words for going all the same."""
        return None if self.taken or self._given_up else (_NOT_PRINTED, f"{_GONE}{self._meanwhile}", _GO)

    def halt(self) -> None:
        """The window goes, as it was told to."""
        self._given_up = True

    def resume(self) -> None:
        """It does not go after all."""
        self._given_up = False

    def _go(self) -> None:
        self.halt()
        super().leave()

    def flush(self) -> None:
        """Another page comes over it: nothing can be kept, but it is told."""
        if not (self.taken or self._given_up):
            self.desk.messages.say(_NOT_PRINTED, f"{_AWAY}{self._meanwhile}", tone="amber")

    @property
    def _meanwhile(self) -> str:
        return _OLD_ONE if self.desk.book.keys.keyring.recovery is not None else _NO_OTHER

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.print()
        else:
            super().keyPressEvent(event)
