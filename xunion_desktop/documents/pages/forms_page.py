"""FormsPage: every form by room, how it stands to the shipped one, and how it looks (公文 → 模板)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable, WholeRows
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.overrides import guarded
from xunion_desktop.desk.sliding import SlidingPair
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.desk.theme import PAGE_MARGINS
from xunion_desktop.documents.formnames import kind_of_paper
from xunion_desktop.documents.forms import Standing, State, standings
from xunion_desktop.documents.formtrial import Offer, try_form
from xunion_desktop.paper.fonts import FontBook

from .forms_editor import FormEditor
from .forms_head import TONES
from .paper_view import PaperView

ALL = "all"
_ROOMY = 1.3  # with larger text the table needs the room
_NAMES = {"documents": "公文", "office": "本单位"}


class FormsPage(QWidget):
    """The list at the left, the chosen form with sample words at the right; Enter changes it."""

    keys = (("F2", "改模板"), ("PgDn", "下一页"), ("F1", "帮助"))
    help_page = "forms"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self._fonts: FontBook = getattr(desk.printing, "fonts", None) or FontBook()
        self._forms: dict[str, Standing] = {}
        self.shown: list[str] = []
        self._freshness = Freshness(desk, self, self.refresh)
        self._lay()
        self.refresh()

    def _lay(self) -> None:
        scale = self.desk.scale
        self.chips = ChipRow(scale)
        self.chips.chosen.connect(lambda _chip: self._show_rows())
        self.model = CellModel(("房间", "模板", "版式", "纸", "状态"), (), self)
        self.table = CellTable(scale)
        self.table.setModel(self.model)
        self.table.setSelectionMode(CellTable.SelectionMode.SingleSelection)
        self.table.wanted.connect(lambda _row: self.change())
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self._size_columns()
        self.change_button = primary("改模板", self.change)
        self.look_button = plain("看样", self._look)
        card = Card(scale)
        card.add(WholeRows(self.table), 1)
        said = label("改的是本单位自己的一份，程序自带的还在，随时可以恢复原样。", "second", wrap=True)
        card.add(said)
        scale.follow(said, lambda: said.setVisible(scale.factor <= _ROOMY))
        card.add(foot(scale, [self.look_button], [self.change_button]))
        self.viewer = PaperView(self.desk)
        self.pair: SlidingPair = SlidingPair(scale, card, self.viewer)
        self.viewer.closed.connect(lambda: self.pair.slide(over=False))
        self.pair.narrowed.connect(self._show_narrow)
        self._show_narrow(self.pair.narrow)
        box = column(scale, self.chips, self.pair, gap=10, margins=PAGE_MARGINS)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.table)
        for keys, act in (
            ("F2", self.change),
            ("PgDown", lambda: self.viewer.leaf(1)),
            ("PgUp", lambda: self.viewer.leaf(-1)),
        ):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _size_columns(self) -> None:
        header, scale = self.table.horizontalHeader(), self.desk.scale
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

        def apply() -> None:
            for section, width in ((0, 92), (2, 84), (3, 64), (4, 116)):
                header.resizeSection(section, scale.px(width))

        scale.follow(self, apply)

    def _look(self) -> None:
        self.pair.slide(over=True)

    def _show_narrow(self, narrow: bool) -> None:
        self.look_button.setVisible(narrow)
        self.viewer.back_button.setVisible(narrow)

    # what is shown

    def refresh(self) -> None:
        """Look at all forms anew."""
        self._freshness.took()
        rooms = {room.id for room in self.desk.rooms}
        self._forms = {key: one for key, one in standings().items() if key.partition("/")[0] in rooms}
        counts = {state: sum(one.state is state for one in self._forms.values()) for state in State}
        chips = [ChipText(ALL, "全部", len(self._forms))]
        chips += [ChipText(state.name, state.value, count) for state, count in counts.items() if count]
        self.chips.show_chips(chips)
        self._show_rows()

    def _show_rows(self) -> None:
        before = self.current
        chip = self.chips.current
        self.shown = [key for key, one in self._forms.items() if chip in {ALL, one.state.name}]
        self.model.show_rows([self._cells(key) for key in self.shown])
        self.table.selectRow(self.shown.index(before) if before in self.shown else 0)
        self._show_form()

    def _cells(self, form_id: str) -> list[Cell]:
        one = self._forms[form_id]
        titles = {room.id: room.title for room in self.desk.rooms} | _NAMES
        room = form_id.partition("/")[0]
        return [
            Cell(titles.get(room, room), weight=Weight.SOFT),
            Cell(one.form.title),
            Cell(kind_of_paper(one.form.kind), weight=Weight.SOFT),
            Cell(one.form.paper, weight=Weight.SOFT),
            Cell(one.state, tone=TONES[one.state]),
        ]

    @property
    def current(self) -> str:
        """Id of the chosen form."""
        row_number = self.table.currentIndex().row()
        return self.shown[row_number] if 0 <= row_number < len(self.shown) else ""

    def _on_row(self, _current: QModelIndex) -> None:
        self._show_form()

    def _show_form(self) -> None:
        one = self._forms.get(self.current)
        self.change_button.setEnabled(one is not None)
        if one is not None:
            sample = Offer(one.form, self.desk.rooms, self.desk.today).sample()
            self.viewer.show_pages(try_form(one.form, sample, self._fonts).pages)

    def change(self) -> None:
        """F2, Enter: to the page of the chosen form."""
        if self.current:
            self.desk.show_page(FormEditor(self.desk, self.current), "模板")

    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshness.seen()


class FormsSubPage(SubPage):
    """The forms as a page of the window's menu; a duty leads here."""

    keys = (("F2", "改模板"), ("Esc", "返回"), ("F1", "帮助"))
    help_page = "forms"
    margins = (20, 12, 20, 0)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.forms = FormsPage(desk)
        head = QWidget()
        top = row(desk.scale, back("返回", self.leave, desk.icons, desk.scale), label("模板", "title"), 1)
        head.setLayout(column(desk.scale, top, margins=self.margins))
        box = column(desk.scale, head, self.forms, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.forms)
