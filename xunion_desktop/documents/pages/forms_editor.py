"""FormEditor: one form being changed: its texts at the left, the real page in the middle, words and deeds at the right.

What is typed and not saved is kept as a draft; 保存模板 makes it a deed. The page is drawn anew when typing stops.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.boxes import column
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.documents.forms import State, keep_form, restore_form, save_form, take_form
from xunion_desktop.documents.formsketch import LONGEST, SAMPLE, FormSketch, Look, whole
from xunion_desktop.documents.records import FormChange
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.formtext import FormText

from .forms_head import FormHead
from .forms_news import FormNews
from .forms_side import FormSide
from .forms_texts import FormTexts
from .paper_view import PaperView
from .writing_page import WritingPage

NARROW = 1180


class FormEditor(WritingPage):
    """The page of one form (公文 → 模板)."""

    keys = (("Ctrl+S", "保存"), ("PgDn", "下一页"), ("Esc", "返回"), ("F1", "帮助"))
    help_page = "forms"

    def __init__(self, desk: Desk, form_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sketch = FormSketch(form_id, desk.rooms, desk.today, getattr(desk.printing, "fonts", None) or FontBook())
        self.refusal = desk.refusal(FormChange.kind_of())
        self._keys = [SAMPLE]
        self._lay()
        self._listen()
        self._show_samples()
        self._load()

    # what is laid out

    def _lay(self) -> None:
        desk, scale = self.desk, self.desk.scale
        self.texts, self.viewer, self.side = FormTexts(scale), PaperView(desk), FormSide(desk)
        self.head, self.news = FormHead(desk, self.leave, self.texts.views), FormNews(desk)
        places = (Place(self.texts, 452, 420), Place(self.viewer, 520, 560), Place(self.side, 330, 560, fixed=True))
        box = column(scale, self.head, self.news, Columns(scale, places, NARROW), gap=10, margins=self.margins)
        box.setStretch(2, 1)
        self.setLayout(box)

    def _listen(self) -> None:
        texts, side = self.texts, self.side
        texts.edited.connect(self._edited)
        texts.turned.connect(self.redraw)
        side.words.wanted.connect(texts.put)
        side.words.option_wanted.connect(texts.put_option)
        side.looked.connect(lambda _place: self.redraw())
        side.led.connect(texts.go_to)
        side.save_wanted.connect(self.save)
        side.restore_wanted.connect(self._ask_to_restore)
        side.give_up_wanted.connect(self._ask_to_give_up)
        self.news.kept.connect(partial(self._settle, keep_form, "已保留本单位的模板"))
        self.news.taken.connect(partial(self._settle, take_form, "已采用新的模板"))
        self.news.compared.connect(self.compare)
        self.news.restored.connect(self._ask_to_restore)
        self.bind_keys({"Ctrl+S": self.save})
        self.bind_leafing(self.viewer)

    # what is shown

    def _show_samples(self) -> None:
        """The records to look with; a register that may not be seen gives none."""
        card = self.sketch.offer.paper
        register = self.desk.register(card.register) if card is not None else None
        found = self.sketch.records(register)
        self._keys = [*(key for key, _ in found), SAMPLE, *([LONGEST] if self.sketch.offer.longest() else [])]
        self.side.show_samples([*(name for _, name in found), *self._keys[len(found) :]])

    def _load(self) -> None:
        kept = self.drafts.load(self.sketch.place).get("text", "")
        self._show_text(FormText(kept or self.sketch.stored))
        self._show_state()
        self.redraw()

    def _show_text(self, form_text: FormText) -> None:
        self.texts.know(self.sketch.known, read_only=bool(self.refusal))
        self.texts.show_text(form_text)

    def _show_state(self) -> None:
        standing = self.sketch.standing
        self.head.show_standing(standing)
        self.news.show_standing(standing, shut=bool(self.refusal))
        self.side.words.show_words(self.sketch.known, read_only=bool(self.refusal))
        self.side.show_refusal(self.refusal)
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        unsaved, changed = self.unsaved, self.sketch.standing.state is not State.SHIPPED
        self.head.show_unsaved(unsaved=unsaved)
        self.side.show_state(unsaved=unsaved, changed=changed, shut=bool(self.refusal))

    def typed(self) -> dict[str, str]:
        """The text on the page, where it is another than the one that is kept."""
        text = self.texts.form_text.text
        return {"text": text} if text != self.sketch.stored else {}

    def redraw(self) -> None:
        """Draw the page anew and say what is wrong."""
        super().redraw()
        key = self._keys[max(0, self.side.samples.currentIndex())]
        self.lay_out(self.sketch.words_of(key), self.sketch.looking(self.texts.form_text, key), self._show_look)

    @Slot(object)
    def _show_look(self, look: Look) -> None:
        trial = look.trial
        if not trial.faults:
            self.viewer.show_pages(trial.pages)
        self.texts.show_faults(trial.faults)
        self.side.tell(trial.faults, trial.problems, look.too_long)

    @Slot()
    def _edited(self) -> None:
        self.note_typing()
        self._show_unsaved()

    # deeds

    def save(self) -> bool:
        """Ctrl+S: one deed; a text that is not understood is not kept, its place is shown."""
        if not self.side.save_button.isEnabled():
            return not self.unsaved
        self.redraw()
        trial = self.sketch.look(self.texts.form_text, SAMPLE)
        if trial.faults:
            said = trial.faults[0]
            self.texts.go_to(said)
            self.desk.messages.say("还不能保存", f"{said.where}：{said.sentence}{said.remedy}", tone="amber")
            return False
        return self._write(self._save, "已保存模板")

    def _save(self) -> None:
        save_form(self.desk.book, self.sketch.form_id, whole(self.texts.form_text, self.sketch.known))

    def _write(self, act: Callable[[], None], said: str) -> bool:
        if not self.may_write() or not self.desk.messages.attempt(act):
            return False
        self.drafts.drop()
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
        self.drafts.drop()
        self._load()

    def compare(self) -> None:
        """对比: the old shipped form, the new one and the office's own side by side."""
        from .forms_compare import ComparePage

        self.desk.show_page(ComparePage(self.desk, self.sketch.standing), "对比模板")

    def refresh(self) -> None:
        """Something was written, perhaps this form undone: what is typed here stays on top."""
        before, unsaved = self.sketch.stored, self.unsaved
        self.sketch.take()
        if self.sketch.stored != before and not unsaved:
            self._show_text(FormText(self.sketch.stored))
        self._show_state()
        self.redraw()
