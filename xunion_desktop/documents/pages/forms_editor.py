"""FormEditor: one form being changed: its texts at the left, the real page in the middle, words and deeds at the right.

What is typed and not saved is kept as a draft; 保存模板 makes it a deed. The page is drawn anew when typing stops.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, Qt, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.draft_keeper import DraftKeeper
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.pills import Pill
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.documents.formnames import kind_of_paper
from xunion_desktop.documents.formparts import Fault
from xunion_desktop.documents.forms import State, keep_form, restore_form, save_form, take_form
from xunion_desktop.documents.formsketch import LONGEST, SAMPLE, FormSketch, whole
from xunion_desktop.documents.records import FormChange
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.formtext import FormText

from .forms_fields import FormFields
from .forms_news import FormNews
from .forms_side import FormSide
from .forms_text import FormBox
from .paper_view import PaperView

REDRAW_MS = 120
NARROW = 1180
FIELDS, SOURCE = "fields", "source"
TONES = {State.SHIPPED: "grey", State.CHANGED: "green", State.NEWER: "amber", State.BROKEN: "red"}


class FormEditor(SubPage):
    """The page of one form (公文 → 模板)."""

    keys = (("Ctrl+S", "保存"), ("PgDn", "下一页"), ("Esc", "返回"), ("F1", "帮助"))
    help_page = "forms"

    def __init__(self, desk: Desk, form_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sketch = FormSketch(form_id, desk.rooms, desk.today, getattr(desk.printing, "fonts", None) or FontBook())
        self.refusal = desk.refusal(FormChange.kind_of())
        self._drafts = DraftKeeper(desk, self._typed, self)
        self._freshness = Freshness(desk, self, self._refresh)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self.redraw)
        self._keys = [SAMPLE]
        self._at: FormBox | None = None
        self._lay()
        self._listen()
        self._show_samples()
        self._load()

    # what is laid out

    def _lay(self) -> None:
        desk, scale = self.desk, self.desk.scale
        self.title, self.about = label("", "title"), label("", "second")
        self.state, self.badge = Pill(scale), Pill(scale)
        self.views = ChipRow(scale)
        self.views.show_chips([ChipText(FIELDS, "逐块改"), ChipText(SOURCE, "原文")])
        self.views.chosen.connect(self._turn)
        self.views.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        way_back = back("返回模板", self.leave, desk.icons, scale)
        head = row(scale, way_back, self.title, self.state, self.badge, self.about, 1, self.views, gap=12)
        self.news = FormNews(desk)
        self.fields = FormFields(scale)
        self.source = FormBox(scale, grows=False)
        self.source.setAccessibleName("模板原文")
        self.stack = QStackedWidget()
        self._scroll = Scroll(self.fields)
        self.stack.addWidget(self._scroll)
        self.stack.addWidget(self.source)
        card = Card(scale)
        card.add(self.stack, 1)
        self.viewer = PaperView(desk)
        self.side = FormSide(desk)
        places = (Place(card, 452, 420), Place(self.viewer, 520, 560), Place(self.side, 330, 560, fixed=True))
        box = column(scale, head, self.news, Columns(scale, places, NARROW), gap=10, margins=self.margins)
        box.setStretch(2, 1)
        self.setLayout(box)

    def _listen(self) -> None:
        self.fields.edited.connect(self._edited)
        self.fields.entered.connect(self._stand_at)
        self.source.entered.connect(self._stand_at)
        self.source.textChanged.connect(self._source_edited)
        side = self.side
        side.words.wanted.connect(self.put)
        side.words.option_wanted.connect(self.put_option)
        side.looked.connect(lambda _place: self.redraw())
        side.led.connect(self.go_to)
        side.save_wanted.connect(self.save)
        side.restore_wanted.connect(self._ask_to_restore)
        side.give_up_wanted.connect(self._ask_to_give_up)
        self.news.kept.connect(partial(self._settle, keep_form, "已保留本单位的模板"))
        self.news.taken.connect(partial(self._settle, take_form, "已采用新的模板"))
        self.news.compared.connect(self.compare)
        self.news.restored.connect(self._ask_to_restore)
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+S": self.save,
            "PgDown": partial(self.viewer.leaf, 1),
            "PgUp": partial(self.viewer.leaf, -1),
        }
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what is shown

    def _show_samples(self) -> None:
        """The records to look with; a register that may not be seen gives none."""
        card = self.sketch.offer.paper
        register = self.desk.register(card.register) if card is not None else None
        found = self.sketch.records(register)
        self._keys = [*(key for key, _ in found), SAMPLE, *([LONGEST] if self.sketch.offer.longest() else [])]
        self.side.show_samples([*(name for _, name in found), *self._keys[len(found) :]])

    def _load(self) -> None:
        kept = self._drafts.load(self.sketch.place).get("text", "")
        self._show_text(FormText(kept or self.sketch.stored))
        self._show_state()
        self.redraw()

    def _show_text(self, form_text: FormText) -> None:
        """Show this text in the view that is up; a text without parts can be mended in its 原文 only."""
        if not form_text.all("block"):
            self.views.check(SOURCE)
        self.form_text = form_text
        shut = bool(self.refusal)
        self.fields.show_form(form_text, self.sketch.known, read_only=shut)
        self.source.blockSignals(True)
        self.source.setPlainText(form_text.text)
        self.source.blockSignals(False)
        self.source.marks.know(self.sketch.known)
        self.source.setReadOnly(shut)
        self.stack.setCurrentWidget(self.source if self.views.current == SOURCE else self._scroll)
        self._at = None

    def _show_state(self) -> None:
        standing = self.sketch.standing
        self.title.setText(standing.form.title)
        self.about.setText(f"{kind_of_paper(standing.form.kind)} · {standing.form.paper}")
        self.state.show_state(standing.state, TONES[standing.state])
        self.news.show_standing(standing, shut=bool(self.refusal))
        self.side.words.show_words(self.sketch.known, read_only=bool(self.refusal))
        self.side.refused.setText(self.refusal)
        self.side.refused.setVisible(bool(self.refusal))
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        unsaved = self.unsaved
        self.badge.show_state("未保存" if unsaved else "", "amber")
        self.side.save_button.setEnabled(unsaved and not self.refusal)
        self.side.give_up_button.setVisible(unsaved)
        changed = self.sketch.standing.state is not State.SHIPPED
        self.side.restore_button.setVisible(not unsaved)
        self.side.restore_button.setEnabled(changed and not self.refusal)

    @property
    def unsaved(self) -> bool:
        """Whether the text on the page is another than the one that is kept."""
        return self.form_text.text != self.sketch.stored

    def _typed(self) -> dict[str, str]:
        return {"text": self.form_text.text} if self.unsaved else {}

    def redraw(self) -> None:
        """Draw the page anew and say what is wrong."""
        self._timer.stop()
        place = max(0, self.side.samples.currentIndex())
        trial = self.sketch.look(self.form_text, self._keys[place])
        if not trial.faults:
            self.viewer.show_pages(trial.pages)
        self.fields.show_faults(trial.faults)
        self.side.tell(trial.faults, trial.problems, self.sketch.longest_problems(self.form_text))

    # what is typed

    @Slot(str)
    def _turn(self, view: str) -> None:
        """Between the fields and the 原文."""
        self._show_text(self.form_text)
        (self.source if view == SOURCE else self.fields).setFocus()
        self.redraw()

    @Slot()
    def _edited(self) -> None:
        self.form_text = self.fields.form_text
        self._changed()

    @Slot()
    def _source_edited(self) -> None:
        self.form_text = FormText(self.source.toPlainText())
        self._changed()

    def _changed(self) -> None:
        self._drafts.note()
        self._show_unsaved()
        self._timer.start()

    @Slot(FormBox)
    def _stand_at(self, box: FormBox) -> None:
        self._at = box

    def put(self, text: str) -> None:
        """Put a word where the cursor stood last; else at the end of the first body text."""
        if (box := self._box()) is not None:
            box.put(text)

    def put_option(self) -> None:
        """Put the brackets of what may be left out."""
        if (box := self._box()) is not None:
            box.put_option()

    def _box(self) -> FormBox | None:
        if self.views.current == SOURCE:
            return self.source
        if self._at is None:
            self._at = next((box for (_, key), box in self.fields.boxes.items() if key == "text"), None)
            if self._at is not None:
                self._at.moveCursor(QTextCursor.MoveOperation.End)
        return self._at

    @Slot(object)
    def go_to(self, fault: Fault) -> None:
        """Put the cursor where a fault is."""
        if self.views.current == FIELDS and fault.place >= 0:
            self.fields.go_to(fault.place, fault.key)
            return
        self.views.check(SOURCE)
        self._turn(SOURCE)
        cursor = QTextCursor(self.source.document().findBlockByNumber(fault.line - 1))
        self.source.setTextCursor(cursor)

    # deeds

    def save(self) -> bool:
        """Ctrl+S: one deed; a text that is not understood is not kept, its place is shown."""
        if not self.side.save_button.isEnabled():
            return not self.unsaved
        self.redraw()
        trial = self.sketch.look(self.form_text, SAMPLE)
        if trial.faults:
            self.go_to(trial.faults[0])
            said = trial.faults[0]
            self.desk.messages.say("还不能保存", f"第 {said.line} 行：{said.sentence}{said.remedy}", tone="amber")
            return False
        return self._write(self._save, "已保存模板")

    def _save(self) -> None:
        save_form(self.desk.book, self.sketch.form_id, whole(self.form_text, self.sketch.known))

    def _write(self, act: Callable[[], None], said: str) -> bool:
        if self.desk.jobs.writing:
            self.desk.messages.say("正在写入别的内容", "等它写完再做这一步，已填的不会丢。", tone="amber")
            return False
        if not self.desk.messages.attempt(act):
            return False
        self._drafts.drop()
        self.sketch.take()
        self._load()
        title = self.sketch.standing.form.title
        self.desk.messages.say(f"{said}：{title}", answer=Answer("撤销", self.desk.undo))
        return True

    def _settle(self, deed: Callable[..., None], said: str) -> None:
        self._write(partial(deed, self.desk.book, self.sketch.form_id), said)

    def _ask_to_restore(self) -> None:
        question = f"把“{self.sketch.standing.form.title}”恢复成程序自带的样子吗？"
        act = partial(self._settle, restore_form, "已恢复原样")
        self.desk.messages.ask(question, "本单位改的字不再用，可以撤销。", "恢复原样", act)

    def _ask_to_give_up(self) -> None:
        self.desk.messages.ask("放弃还没保存的修改吗？", "放弃后恢复成上次保存的样子。", "放弃修改", self._give_up)

    def _give_up(self) -> None:
        self._drafts.drop()
        self._load()

    def compare(self) -> None:
        """对比: the old shipped form, the new one and the office's own side by side."""
        from .forms_compare import ComparePage

        self.desk.show_page(ComparePage(self.desk, self.sketch.standing), "对比模板")

    # coming and going

    def flush(self) -> bool:
        """Keep what is typed and not saved; False = it could not be kept."""
        return self._drafts.keep()

    def leave(self) -> None:
        """Back to the list; what is typed stays kept."""
        self.flush()
        super().leave()

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshness.seen()

    def _refresh(self) -> None:
        """Something was written, perhaps this form undone: what is typed here stays on top."""
        before = self.sketch.stored
        unsaved = self.unsaved
        self.sketch.take()
        if self.sketch.stored != before and not unsaved:
            self._show_text(FormText(self.sketch.stored))
        self._show_state()
        self.redraw()
