"""RecordPanel: the right card: the selected record, its own pages as chips, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from xunion_desktop.basics.room import SidePage
from xunion_desktop.basics.wording import in_few
from xunion_desktop.store.obstacles import standing_on

from .boxes import label, row
from .buttons import back, plain, with_icon
from .cards import Card, Scroll
from .chips import ChipRow, ChipText
from .desk import Desk
from .foot import foot
from .history_page import HistoryPage
from .pills import Pill
from .record_form import RecordForm
from .register_plan import Heading, RecordAct, RegisterPlan

BASIC, HISTORY = "basic", "history"
LONGEST_TITLE = 60  # characters: a longer one would push the form out


class RecordPanel(Card):
    """One record at a time; ``closed`` when the clerk goes back to the list in a narrow window."""

    closed = Signal()
    saved = Signal(str)

    def __init__(
        self, desk: Desk, plan: RegisterPlan, side_pages: Sequence[SidePage], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.scale, parent=parent)
        self._desk, self._plan = desk, plan
        self._acts = [act for act in plan.record_acts if desk.rights.is_admin or not act.admin]
        self._pages = {page.id: page for page in side_pages}
        self._built: dict[str, QWidget] = {}
        self._record: Any = None
        self._narrow = False
        self.form = RecordForm(desk, plan.form)
        self._make_head()
        self._make_body()
        self._make_foot()
        self.form.unsaved_changed.connect(self._show_unsaved)
        self.form.saved.connect(self.saved)
        self.form.walk.finished.connect(self.save_button.setFocus)

    # parts

    def _make_head(self) -> None:
        scale = self._desk.scale
        self.back_button = back("返回列表", self.closed.emit, self._desk.icons, scale)
        self.back_button.hide()
        self.title = label("", "title", wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Pill(scale)
        self.badge = Pill(scale)
        self.badge.show_state("", "amber")
        self.second = label("", "second", wrap=True)
        line = row(scale, self.back_button, self.title, self.badge, self.state)
        line.setStretch(1, 1)
        for pill in (self.badge, self.state):
            line.setAlignment(pill, Qt.AlignmentFlag.AlignTop)
        self.chips = ChipRow(scale)
        self.chips.chosen.connect(self._show_page)
        self.add(line)
        self.add(self.second)
        self.add(self.chips)

    def _make_body(self) -> None:
        self.body = QStackedWidget()
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._form_page = Scroll(self.form)
        self.body.addWidget(self._form_page)
        self.add(self.body, 1)

    def _make_foot(self) -> None:
        desk = self._desk
        self.save_button = plain("保存", self.save)
        self.give_up_button = plain("放弃修改…", self._ask_to_give_up)
        self.delete_button = plain("删除…", self._ask_to_delete)
        papers = [self._paper_button(paper.form, paper.words) for paper in self._plan.record_papers]
        self.act_buttons = [plain(act.words, partial(self._act, act)) for act in self._acts]
        self._foot = foot(
            desk.scale, [*papers, *self.act_buttons, self.delete_button], [self.give_up_button, self.save_button]
        )
        self._paper_buttons = papers
        self.add(self._foot)
        self._show_unsaved(unsaved=False)

    def _paper_button(self, form: str, words: str) -> QWidget:
        made = plain(words, lambda: self._desk.print(form, (self._record.id,)))
        return with_icon(made, "printer", self._desk.icons, self._desk.scale)

    # what is shown

    @property
    def record(self) -> Any:
        """The record that is shown (None = nothing is selected)."""
        return self._record

    @property
    def adding(self) -> bool:
        """Whether a new record is being filled in."""
        return self._record is None and self.form.record is not None

    def show_record(self, record: Any) -> None:
        """Show this record on the page that is open."""
        other = getattr(record, "id", "") != getattr(self._record, "id", "")
        self._record = record
        if other:
            self._drop_pages()
        self.form.show_record(record)  # what the book holds now, what the clerk has typed on top of it
        self._show_heading(self._plan.heading(record) if record is not None else Heading("没有选中记录"))
        self._show_chips(is_new=False)
        for button in self._paper_buttons:
            button.setEnabled(record is not None)
        self._show_delete()

    def show_new(self) -> None:
        """Show the form of a new record."""
        self._record = None
        self._drop_pages()
        self.form.show_new()
        self._show_heading(Heading(f"新增{self.form.record.label}" if self.form.record else "新增"))
        self._show_chips(is_new=True)
        for button in self._paper_buttons:
            button.setEnabled(False)
        self._show_delete()

    def edit(self) -> None:
        """F2: open 基本信息 and go to its first field."""
        self.chips.check(BASIC)
        self._show_page(BASIC)
        self.form.focus_first()

    def refresh_pages(self) -> None:
        """Records changed elsewhere: build the side pages anew, with their counts."""
        if self._record is not None:
            focused = QApplication.focusWidget()
            at_work = focused is not None and self.body.currentWidget().isAncestorOf(focused)
            self._drop_pages()
            self._show_chips(is_new=False)
            if at_work and self.body.currentWidget() is not self._form_page:
                self.body.currentWidget().setFocus()

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the panel lies over the list and leads back to it."""
        self._narrow = narrow
        self.back_button.setVisible(narrow)
        self._show_second()

    def _show_heading(self, heading: Heading) -> None:
        whole = len(heading.title) <= LONGEST_TITLE
        self.title.setText(heading.title if whole else f"{heading.title[:LONGEST_TITLE]}…")
        self.title.setToolTip("" if whole else heading.title)
        self.second.setText(heading.second)
        self._show_second()
        self.state.show_state(heading.state, heading.tone)

    def _show_second(self) -> None:
        """Large text leaves its height to the fields."""
        self.second.setVisible(bool(self.second.text()) and not self._narrow)

    def _show_chips(self, *, is_new: bool) -> None:
        texts = [ChipText(BASIC, "基本信息")]
        if self._record is not None and not is_new:
            kept = frozenset(self._desk.book.drafts.all())
            texts += [ChipText(page.id, self._words(page, kept)) for page in self._pages.values()]
            texts.append(ChipText(HISTORY, "变更"))
        self.chips.show_chips(texts)
        self._show_page(self.chips.current)

    def _words(self, page: SidePage, kept: frozenset[str]) -> str:
        """The word on a page's chip: its title, and whether something typed there is not saved yet."""
        form = getattr(self._built.get(page.id), "form", None)
        unsaved = form.unsaved if isinstance(form, RecordForm) else page.drafted(self._record.id, kept)
        return page.title(self._record.id) + ("（未保存）" if unsaved else "")

    def _show_page(self, page_id: str) -> None:
        if page_id == BASIC:
            self.body.setCurrentWidget(self._form_page)
        else:
            if page_id not in self._built:
                self._built[page_id] = self._build(page_id)
                self.body.addWidget(self._built[page_id])
            self.body.setCurrentWidget(self._built[page_id])
        self._foot.setVisible(page_id == BASIC)

    def _build(self, page_id: str) -> QWidget:
        """A panel's page is built when it is first shown."""
        if page_id == HISTORY:
            return Scroll(HistoryPage(self._desk, self._record))
        page: QWidget = self._pages[page_id].page(self._desk, self._record.id)
        form = getattr(page, "form", None)
        if isinstance(form, RecordForm):
            form.unsaved_changed.connect(lambda _unsaved: self._show_chips(is_new=False))
        return page

    def _drop_pages(self) -> None:
        self.body.setCurrentWidget(self._form_page)
        for page in self._built.values():
            self.body.removeWidget(page)
            page.deleteLater()
        self._built = {}

    # deeds

    def save(self) -> None:
        """Ctrl+S: what stands on the page that is open, where that page can be saved, else the record itself."""
        save = getattr(self.body.currentWidget(), "save", self.form.save)
        save()

    @Slot(bool)
    def _show_unsaved(self, unsaved: bool) -> None:
        self.badge.show_state("未保存" if unsaved else "", "amber")
        self.give_up_button.setVisible(unsaved)
        self.save_button.setEnabled(unsaved)
        self._show_delete()

    def _act(self, act: RecordAct) -> None:
        if self._record is not None:
            act.act(self._desk, self._record)

    def _show_delete(self) -> None:
        """What is kept may be deleted, unless something typed is not saved yet; not what only the program writes."""
        for act, button in zip(self._acts, self.act_buttons, strict=True):
            button.setVisible(self._record is not None and act.offered(self._record) and not self.form.unsaved)
        may = self._plan.form.editable and self.form.writable
        self.delete_button.setVisible(self._record is not None and may and not self.form.unsaved)

    def _ask_to_give_up(self) -> None:
        self._desk.messages.ask(
            "放弃这条记录上还没保存的修改吗？", "放弃后恢复成本子里的内容。", "放弃修改", self._give_up
        )

    def _give_up(self) -> None:
        self.form.give_up()

    def _ask_to_delete(self) -> None:
        """删除…: refused where something was issued about the record, or it must stay; else asked."""
        record, messages = self._record, self._desk.messages
        standing = standing_on(self._desk.book.records, record)
        why = f"还有{in_few(standing)}。" if standing else record.stays()
        if why:
            messages.say(f"不能删除“{record.title()}”", why, tone="amber")
            return
        sentence = "它名下的记录一起删除，可以撤销，也可以从回收站恢复。"
        messages.ask(f"删除“{record.title()}”吗？", sentence, "删除", lambda: self._delete(record))

    def _delete(self, record: Any) -> None:
        def act() -> None:
            with self._desk.book.deed(f"删除{record.label} {record.title()}") as deed:
                self._plan.form.delete(deed, record)

        if self._desk.jobs.writing:
            self._desk.messages.say("正在写入别的内容", "等它写完再删除。", tone="amber")
        elif self._desk.messages.attempt(act):
            self._desk.messages.say(f"已删除：{record.title()}")
