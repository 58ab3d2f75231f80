"""DraftPage: one paper being written: its words at the left, the real pages at the right (公文稿)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from xunion_desktop.basics.problems import Level, Problem, refuses
from xunion_desktop.desk.boxes import column
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Answer
from xunion_desktop.desk.sliding import SlidingPair
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.printed import of_same_number
from xunion_desktop.documents.sketch import Sketch, copied

from .draft_foot import DraftFoot
from .draft_form import DraftForm
from .draft_head import DraftHead
from .draft_mending import Mending
from .draft_names import DraftNames
from .draft_notes import DraftNotes
from .draft_setting import DraftSetting, format_there
from .draft_verdict import Looked, judge, looked_at, words_problems
from .paper_view import PaperView
from .writing_page import WritingPage


class DraftPage(WritingPage):
    """The page of one draft. What is typed and not saved is kept; 保存 makes it a deed; 印 leads to the print page."""

    keys = (("Ctrl+S", "保存"), ("Ctrl+P", "印"), ("Esc", "返回"), ("F1", "帮助"))
    help_page = "drafts"

    def __init__(self, desk: Desk, sketch: Sketch, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sketch = sketch
        self.form = DraftForm(desk.scale, desk.today)
        self.notes = DraftNotes(desk)
        self.viewer = PaperView(desk)
        self._setting = DraftSetting(desk)
        self.mending = Mending(self.form, desk.messages, self._mended)
        self._strict = not sketch.new  # what a new draft still lacks is told when it is to be printed
        self._lay()
        self._bind()
        self._load()

    # what is laid out

    def _lay(self) -> None:
        desk, scale = self.desk, self.desk.scale
        self.head, self.foot = DraftHead(desk, self.leave), DraftFoot(desk)
        self._above, self._inside = column(scale), column(scale)  # where the notes stand
        inner = QWidget()
        inner.setLayout(column(scale, self._inside, self.form))
        card = Card(scale, self._above)
        card.add(Scroll(inner), 1)
        card.add(self.foot)
        self.pair = SlidingPair(scale, card, self.viewer)
        box = column(scale, self.head, self.pair, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.names = DraftNames(desk, self.form, self.notes, self.foot)

    def _bind(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.walk.finished.connect(self.foot.save_button.setFocus)
        self.foot.word_wanted.connect(self.save_word)
        self.foot.pdf_wanted.connect(self.save_pdf)
        self.foot.copy_wanted.connect(self.copy)
        self.foot.give_up_wanted.connect(self._ask_to_give_up)
        self.foot.save_wanted.connect(self.save)
        self.foot.print_wanted.connect(self.print)
        self.head.format_chosen.connect(self._change_format)
        self.head.look_wanted.connect(lambda: self.pair.slide(over=True))
        self.viewer.closed.connect(lambda: self.pair.slide(over=False))
        self.pair.narrowed.connect(self._show_narrow)
        self._show_narrow(self.pair.narrow)
        self.bind_keys({"Ctrl+S": self.save, "Ctrl+P": self.print})
        self.bind_leafing(self.viewer, "Alt+")

    @Slot(bool)
    def _show_narrow(self, narrow: bool) -> None:
        """In a narrow window the pages lie over the fields and lead back to them; the notes scroll with the fields."""
        (self._inside if narrow else self._above).addWidget(self.notes)
        self.head.look_button.setVisible(narrow)
        self.viewer.back_button.setVisible(narrow)

    # what is shown

    def _load(self) -> None:
        kept = self.drafts.load(self.sketch.place)
        words = self.sketch.words(kept)
        self.head.show_format(self.sketch.form)
        self._show_form(words)
        self._show_state()
        if self.sketch.new and not kept:
            self.drafts.note()
        self.redraw()

    def _show_form(self, words: Mapping[str, str]) -> None:
        self._setting.take(self.sketch.form)
        self.form.show_form(self._setting.form, words, self._setting.known())

    def _show_state(self) -> None:
        number, refusal = self.sketch.issued, self.desk.refusal(Manuscript.kind_of())
        shut = bool(number or refusal)
        self.form.set_read_only(read_only=shut)
        self.head.state.show_state("已印发" if number else "草稿", "green" if number else "grey")
        self.foot.show_state(self.sketch, refusal)
        self.head.formats.setEnabled(not shut)
        self.notes.show_shut(number, refusal, Answer("照此起草", self.copy))
        self.names.show(self._setting, self.sketch, refusal)
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        unsaved = self.unsaved
        self.head.badge.show_state("未保存" if unsaved else "", "amber")
        self.foot.show_unsaved(unsaved=unsaved)
        title = " ".join(self.form.words().get("标题", "").split())
        self.head.title.setText(title or f"{'新的' if self.sketch.new else ''}{self.sketch.genre}")

    def typed(self) -> dict[str, str]:
        """What differs from the book."""
        return self.sketch.typed(self.form.words())

    @Slot()
    def _edited(self) -> None:
        self.note_typing()
        self.names.show(self._setting, self.sketch)
        self._show_unsaved()

    def redraw(self) -> None:
        """Lay the pages out anew, and look for what is wrong."""
        super().redraw()
        line = self.sketch.print_of_it()
        if line is not None:
            self.viewer.show_pages(self._setting.kept_pages(line))
            self.form.show_problems([])
            self.notes.tell()
            return
        words, fields = self.form.words(), self.form.names()
        judging = partial(judge, self._setting, self.sketch.genre, words, fields=fields, strict=self._strict)
        self.lay_out(words, partial(looked_at, self._setting.layout(words), judging), self._show_laid_out)

    @Slot(object)
    def _show_laid_out(self, seen: Looked) -> None:
        self.viewer.show_pages(seen.pages)
        words = self.form.words()
        self.form.show_problems(seen.verdict.beside)
        self.notes.tell(seen.verdict.over, self.mending.look(words), self.mending.mend, self.mending.leave)

    def _mended(self) -> None:
        self._edited()
        self.redraw()

    # deeds

    @Slot(str)
    def _change_format(self, form: str) -> None:
        """Another format: what is typed stays, also what the new one has no field for."""
        words = self.form.words()
        self.sketch.form = form
        self._show_form(words)
        self._edited()
        self.redraw()

    def save(self) -> bool:
        """Ctrl+S: one deed; a draft may be saved however unfinished it is."""
        if not self.unsaved or not self.foot.save_button.isEnabled():
            return not self.unsaved
        faults = self.form.faults()
        if faults:
            self.form.go_to(faults)
            return False
        return self.may_write() and self.desk.messages.attempt(self._save)

    def _save(self) -> None:
        self.sketch.save(self.desk.book, self.form.words())
        self.drafts.drop()
        self.drafts.load(self.sketch.place)
        self._put_tidy()
        self._show_state()
        self.redraw()
        self.desk.messages.say(f"已保存：{self.sketch.record.title()}")

    def _put_tidy(self) -> None:
        """Show the body as it was saved."""
        for name in self.form.names():
            editor, saved = self.form.line(name).editor, self.sketch.stored.get(name, "")
            if editor.raw() != saved:
                editor.set_raw(saved)

    def print(self) -> None:
        """Ctrl+P: saved first, then to the print page; an issued one is printed again, or for the rest."""
        line = self.sketch.print_of_it()
        if self.sketch.left_out():
            self.desk.print(self.sketch.form, (self.sketch.record.id,))
            return
        if line is not None and line.batch is not None and of_same_number(line) > 1:
            self.desk.print_kept(line.batch.id, self.sketch.form)
            return
        if line is not None:
            self.desk.open_register("printings", key=line.id)
            return
        self._strict = True
        self.redraw()
        problems = words_problems(self._setting, self.sketch.genre, self.form.words())
        if refuses(problems):
            self.form.go_to(problems)
            self.desk.messages.say("还不能印", _first(problems), tone="amber")
        elif self.save() or not self.unsaved:
            self.desk.print(self.sketch.form, (self.sketch.record.id,))

    def copy(self) -> None:
        """照此起草: a new draft with the same words."""
        from .draft_genres import begin

        self.flush()
        begin(self.desk, copied(self.sketch.record, self.desk.today))

    def save_word(self) -> None:
        """The paper as a Word file, to be edited by a leader in WPS."""
        self._setting.save_word(self, self.form.words(), self.head.title.text(), self.sketch.issued)

    def save_pdf(self) -> None:
        """The paper as it stands, without a number, as a PDF."""
        self._setting.save_pdf(self, self.form.words(), self.head.title.text())

    def _ask_to_give_up(self) -> None:
        second = "这份新稿没有存过，放弃后就没有了。" if self.sketch.new else "放弃后恢复成上次保存的内容。"
        self.desk.messages.ask("放弃还没保存的修改吗？", second, "放弃修改", self._give_up)

    def _give_up(self) -> None:
        self.drafts.drop()
        if self.sketch.new:
            super().leave()
        else:
            self.sketch = Sketch(self.sketch.record)
            self._load()

    # coming and going

    def leave(self) -> None:
        """Esc: from the pages to the fields in a narrow window, else back; what is typed stays kept."""
        if self.pair.over:
            self.pair.slide(over=False)
        else:
            super().leave()

    def refresh(self) -> None:
        """Something was written: it may be issued now, or undone; what is typed here stays on top."""
        if not self.sketch.new:
            fresh = Manuscript.get_or_none(Manuscript.id == self.sketch.record.id)
            if fresh is None or fresh.deleted_at is not None:
                self.desk.messages.say("这份稿子已不在", "它被删除了，或者起草被撤销了。", tone="amber")
                super().leave()
                return
            self._take(fresh)
        self._show_state()
        self.redraw()

    def _take(self, fresh: Manuscript) -> None:
        """The draft as the book holds it now."""
        if (fresh.given, fresh.form) == (self.sketch.stored, self.sketch.record.form):
            return
        self.flush()
        if format_there(self.desk, fresh.form):
            self.sketch = Sketch(fresh)
            self._load()
        else:
            super().leave()


def _first(problems: list[Problem]) -> str:
    first = next(problem for problem in problems if problem.level is Level.ERROR)
    return f"{first.sentence}{first.remedy}"
