"""补打与作废: what can be done with one line of the print register; shown beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import plain
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.files import PDF as PDF_FILES
from xunion_desktop.desk.print_page import PRINTED
from xunion_desktop.documents.batches import lines_of
from xunion_desktop.documents.copies import Issued
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.printed import of_same_number, void
from xunion_desktop.documents.records import VOID, Printing

_VOID_WHY = "作废后文号保留，不再给别的文件用；作废不能撤销。"


class PaperSide(QWidget):
    """One printed paper: print it again under its number, save it, or mark it 作废."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._printing = PrintDesk(desk.book, desk.rooms, desk.today, desk.book.user)
        self.line: Printing = Printing.get_by_id(key)
        self.print_button = plain("补打…", self._print_again)
        self.pdf_button = plain("存 PDF", self.save_again)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("作废原因，如 单位名称有误")
        self.void_button = plain("作废…", self._ask_to_void)
        self.batch_said = label("", "second", wrap=True)
        self.batch_button = plain("看这一批", self._open_batch)
        self.same_button = plain("只列这一批", self._list_batch)
        self._lay()
        self._show_state()
        self._show_batch()

    def _lay(self) -> None:
        scale = self._desk.scale
        self.state = label("", "second", wrap=True)
        again = row(scale, self.print_button, self.pdf_button, 1)
        voiding = row(scale, self.reason, self.void_button)
        voiding.setStretch(0, 1)
        self.whole = QWidget()
        whole = row(scale, self.batch_said, self.same_button, self.batch_button)
        whole.setStretch(0, 1)
        self.whole.setLayout(whole)
        parts = (label("按原样再印", "strong"), self.state, again, rule(), label("作废", "strong"))
        void_why = label(_VOID_WHY, "second", wrap=True)
        self.setLayout(column(scale, *parts, void_why, voiding, rule(), self.whole, 1, gap=10))

    def _show_state(self) -> None:
        is_void, refusal = self.line.kind == VOID, self._desk.refusal(PRINTED)
        may = not is_void and not refusal
        self.print_button.setEnabled(may)
        self.pdf_button.setEnabled(may)
        self.void_button.setEnabled(may)
        self.reason.setEnabled(may)
        self.state.setText((self.line.remark or "已作废。") if is_void else refusal or self._kept())

    def _kept(self) -> str:
        if self.line.number_text:
            return f"用封存的版面，文号仍是 {self.line.number_text}。"
        return "不编号的文件，按当时填的字重印。"

    def _show_batch(self) -> None:
        """The batch it belongs to."""
        batch = self.line.batch
        self.whole.setVisible(batch is not None)
        if batch is not None:
            self.batch_said.setText(f"和它一起印的共 {batch.count} 份。")
            self.same_button.setVisible(batch.count > 1)

    def _open_batch(self) -> None:
        if self.line.batch is not None:
            self._desk.print_kept(self.line.batch.id, str(self.line.form))

    def _list_batch(self) -> None:
        if self.line.batch is not None:
            keys = [line.id for line in lines_of(self.line.batch)]
            self._desk.open_register("printings", keys=keys, key=self.line.id)

    # deeds

    def _print_again(self) -> None:
        """补打: on the print page, where it can be paused, and gone on with after a jam."""
        self._desk.print_again(str(self.line.id), str(self.line.form))

    def save_again(self) -> None:
        """Save the paper as it was, as a PDF."""
        name = f"{self.line.form_title}（{self.line.name}）.pdf"
        target = self._desk.files.save(self, "存 PDF", name, PDF_FILES)
        if target is not None:
            self._attempt(lambda: self._save(target))

    def _save(self, target: Path) -> None:
        def work(_progress: object) -> Issued:
            return self._printing.reprint_pdf(self.line, target)

        self._desk.jobs.run("存文件", work, self._told, writes=True)

    @Slot(object)
    def _told(self, issued: Issued) -> None:
        self._desk.messages.say(f"已补打 {issued.sheets} 页：{self.line.title()}")

    def _goes_out(self) -> bool:
        """Whether another page prints it right now; then it is told."""
        return self._desk.sending.hinders([(str(self.line.about_key), self.line.number_text or "")])

    def _ask_to_void(self) -> None:
        if self._goes_out():
            return
        if not self.reason.text().strip():
            self._desk.messages.say("作废要写明原因。", "写在“作废”按钮旁边，如 单位名称有误。", tone="amber")
            self.reason.setFocus()
            return
        question, same = f"作废“{self.line.title()}”吗？", of_same_number(self.line)
        why = f"同一文号的 {same:,} 份一起作废。{_VOID_WHY}" if same > 1 else _VOID_WHY
        self._desk.messages.ask(question, why, "作废", lambda: self._attempt(self._void))

    def _void(self) -> None:
        if self._goes_out():
            return
        desk = self._desk
        void(desk.book, [self.line], self.reason.text(), desk.today, desk.book.user)
        self.line = Printing.get_by_id(self.line.id)
        self._show_state()
        self._desk.messages.say(f"已作废：{self.line.title()}", tone="amber")

    def _attempt(self, act: Callable[[], None]) -> None:
        if self._desk.jobs.busy:
            self._desk.messages.say("正在写入别的内容", "等它写完再做这一步。", tone="amber")
        else:
            self._printing.today = self._desk.today  # the day may have turned since it was opened
            self._desk.messages.attempt(act)
