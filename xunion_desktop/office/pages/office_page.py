"""本单位资料: the own union's words and 代字, asked at first start and editable ever after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card, Scroll
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.record_form import RecordForm
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.office import own_union, values
from xunion_desktop.office.records import Office

TITLE = "本单位资料"
_FIRST_WORDS = "第一次打开这个本子，请核对本单位资料。"
_FIRST_SECOND = "这些字会印在每一份文件上；不知道的留空，相应的一行就不印。"
_NAMES = Group("名称", ("name", "short_name", "superior", "seal_text"))
_CONTACT = Group("联系", ("contact", "phone", "address", "postcode", "area_code"))
_CODES = Group("代码", ("code", "region_code"))


class OfficePage(SubPage):
    """The form of the own union; ``first`` = it asks at the first start.

    ``ways`` lead on to the registers of the office: register id, words of the button, and what opens it.
    """

    help_page = "office"
    keys = (("Ctrl+S", "保存"), *SubPage.keys)

    def __init__(
        self,
        desk: Desk,
        ways: Sequence[tuple[str, str, Callable[[Desk], object]]] = (),
        *,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.form = RecordForm(desk, _plan(desk))
        self.save_button: QPushButton = primary("保存", self.save)
        self.later_button = plain("以后再填" if first else "放弃修改", self.leave if first else self.form.give_up)
        card = Card(desk.scale, *self._head(first=first))
        card.add(Scroll(self.form), stretch=1)
        card.add(row(desk.scale, 1, self.later_button, self.save_button))
        self._ways = {register: partial(go, desk) for register, _words, go in ways}
        self.way_buttons = [plain(words, self._ways[register]) for register, words, _go in ways]
        way_back = back("返回", self.leave, desk.icons, desk.scale)
        top = row(desk.scale, way_back, label(TITLE, "title"), 1, *self.way_buttons)
        self.setLayout(column(desk.scale, top, card, gap=12, margins=self.margins))
        self.form.unsaved_changed.connect(self.save_button.setEnabled)
        self.form.walk.finished.connect(self.save_button.setFocus)
        self.save_button.setEnabled(False)
        if first:
            self.form.saved.connect(self.leave)
        self.form.show_record(values.office())

    def _head(self, *, first: bool) -> list[QWidget]:
        if not first:
            return []
        return [NoteCard(self.desk.scale, self.desk.icons, _FIRST_WORDS, _FIRST_SECOND)]

    def save(self) -> None:
        """Ctrl+S: everything changed here is one deed."""
        self.form.save()

    def leave(self) -> None:
        """Go back; the page is not shown by itself again."""
        self.note_asked(self.desk)
        super().leave()

    def open_register(self, register_id: str) -> None:
        """Go on to one of the registers."""
        self._ways[register_id]()

    @staticmethod
    def was_asked(desk: Desk) -> bool:
        """Whether this PC has already asked for this book."""
        return desk.settings.get(_asked(desk), default=False)

    @staticmethod
    def note_asked(desk: Desk) -> None:
        """The first run has asked already."""
        desk.messages.attempt(lambda: desk.settings.set(_asked(desk), value=True))

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        else:
            super().keyPressEvent(event)


def _asked(desk: Desk) -> str:
    return f"office_asked/{desk.book.id}"


def _plan(desk: Desk) -> FormPlan:
    columns = own_union.prefix_columns()
    return FormPlan(
        groups=(_NAMES, _CONTACT, Group("代字", tuple(columns)), _CODES),
        make=lambda: Office(name=""),
        columns=columns,
        read=own_union.read,
        write=own_union.write,
        problems=lambda record, changed: own_union.problems(record, changed, desk.today),
    )
