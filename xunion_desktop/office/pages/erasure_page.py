"""依法删除个人信息: what will be blanked, what stays, why, and the deed itself (个人信息保护法第四十七条)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.boxes import column, label, row, rule
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.progress import Progress
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office.values import BACKUP_MONTHS, dated_number
from xunion_desktop.store.erasure import erase, is_erased
from xunion_desktop.store.record import BLANK, Record, columns_of

TITLE = "依法删除个人信息"
_WIDTH = 760
_REASON = "为什么删除，如 本人书面申请，2026-11-24"
_AFTER = "删除以后不能撤销，也不能从回收站恢复；程序、管理员都找不回来。"
_STAYS = (
    f"这一条本身留着，姓名处写“{BLANK}”，任过的职、发过的文还对得上；"
    "操作记录一条不少，前后仍连得上，“体检”照样查得出改动；删除这件事（谁、什么时候、为什么）记进日志。"
)
_BEYOND = (
    "以前的备份里还有这些内容，{months}；已经打印、导出、发出去的文件，编号文件的存底，"
    "以及别的记录里手写到的姓名，程序不动，需要的请另行处理。"
)
_LAW = "法律、行政法规规定的保存期限还没有满的（如会计凭证），不要删除（个人信息保护法第四十七条第二款）。"


class ErasurePage(SubPage):
    """One record about somebody, to be emptied for good. Only an administrator is led here."""

    help_page = "erasure"

    def __init__(self, desk: Desk, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.record = record
        scale = desk.scale
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_REASON)
        self.reason.setAccessibleName("删除的原因")
        self.deed = primary("删除个人信息", self.erase)
        self.reason.returnPressed.connect(self.deed.setFocus)  # nothing is lost by one Enter too many
        self.needs = desk.needs(record.kind_of(), record.id)
        refused = bool(self.needs) or is_erased(record)
        inner = QWidget()
        inner.setLayout(column(scale, *(self._obstacles() if refused else self._told()), 1, gap=6))
        card = Card(scale, label(f"{record.label}　{record.title()}", "card-title", wrap=True), gap=10)
        card.add(Scroll(inner), 1)
        if not refused:
            card.add(rule())
            card.add(self._answers())
        scale.follow(card, lambda: card.setMaximumWidth(scale.px(_WIDTH)))
        top = row(scale, back("返回", self.leave, desk.icons, scale), label(TITLE, "title"), 1)
        sides = row(scale, card, 1)
        sides.setStretch(0, 20)
        box = column(scale, top, sides, gap=12, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.reason)

    def _obstacles(self) -> list[QWidget]:
        """What must be done first."""
        desk = self.desk
        if is_erased(self.record):
            return [NoteCard(desk.scale, desk.icons, "已经删除过了", "这一条里没有个人信息了。", "grey")]
        found: list[QWidget] = [label("现在还不能删除：", "strong")]
        for need in self.needs:
            lead = Answer("去处理", self._lead_to(need.register, need.key))
            found.append(NoteCard(desk.scale, desk.icons, need.sentence, need.remedy, "amber", [lead]))
        return found

    def _lead_to(self, register: str, key: str) -> Callable[[], None]:
        return lambda: self.desk.open_register(register, keys=(key,), key=key)

    def _told(self) -> list[QWidget]:
        """What is lost, what stays, what the program cannot reach."""
        months = dated_number(BACKUP_MONTHS, self.desk.today)
        kept = f"最长再留 {months:.0f} 个月" if months else "要一直留着，除非您删掉它们"
        parts: list[tuple[str, str]] = [
            ("会清空", self._blanked()),
            ("不能反悔", _AFTER),
            ("留下的", _STAYS),
            ("够不着的", _BEYOND.format(months=kept)),
            ("先想一想", _LAW),
        ]
        return [part for title, text in parts for part in (label(title, "strong"), label(text, wrap=True))]

    def _answers(self) -> QWidget:
        """The reason beside its buttons; they stay while the words above are scrolled."""
        line = QWidget()
        box = row(self.desk.scale, self.reason, plain("不删除", self.leave), self.deed)
        box.setStretch(0, 1)
        line.setLayout(box)
        return line

    def _blanked(self) -> str:
        """The fields that hold something now, and what else names the person."""
        filled = [
            column.label
            for name, column in columns_of(type(self.record)).items()
            if getattr(self.record, name, None) not in (None, "")
        ]
        return f"{'、'.join(filled)}，它们以前的值，以及操作记录和日志里写到的这个姓名、没保存的草稿、附件。"

    def erase(self) -> None:
        """Do it, in a worker; without a reason nothing is done."""
        reason = self.reason.text().strip()
        if not reason:
            self.desk.messages.say("请先写明删除的原因", "原因记进日志。", tone="amber")
            self.reason.setFocus()
            return
        needs = self.desk.needs(self.record.kind_of(), self.record.id)
        if needs:  # since the page was opened
            self.desk.messages.say("现在还不能删除", f"{needs[0].sentence}{needs[0].remedy}", tone="amber")
            return
        book, record = self.desk.book, self.record
        self.deed.setEnabled(False)

        def work(_progress: Progress) -> None:
            erase(book, record, reason)

        job = self.desk.jobs.run(TITLE, work, self._done, stoppable=False, writes=True)
        job.failed.connect(self._failed)

    def _failed(self, _trouble: Trouble) -> None:
        self.deed.setEnabled(True)

    def _done(self, _nothing: object) -> None:
        self.desk.messages.say(f"已依法删除一条{self.record.label}的个人信息", "以前的备份里还有，到期会清掉。")
        self.leave()


def erasure_page(desk: Desk, record: Record) -> None:
    """Lead to the page."""
    desk.show_page(ErasurePage(desk, record), TITLE)
