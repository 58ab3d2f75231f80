"""HeaderCard: the sheet as it stands, for the clerk to point at its header where none was found or it is wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QWidget

from xunion_desktop.sheets.cells import Row
from xunion_desktop.sheets.cells import plain as plain_text
from xunion_desktop.sheets.header import Header, one_row, two_rows
from xunion_desktop.sheets.read import Sheet

from .boxes import label
from .buttons import plain, primary
from .cards import Card
from .cell_model import CellModel
from .cell_table import CellTable, WholeRows
from .cells import Cell, Weight
from .desk import Desk
from .foot import foot
from .overrides import guarded

ROWS = 60  # a header stands at the top; titles and instructions are shorter
COLUMNS = 60
NARROWEST, WIDEST = 60, 220
_LETTERS = 26


class HeaderCard(Card):
    """``chosen`` = this is the header; ``given_up`` = the present one stays."""

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, gap=8, parent=parent)
        self._desk = desk
        self._sheet: Sheet | None = None
        self._model: CellModel | None = None
        self.title = label("", "card-title")
        self.hint = label("", "second", wrap=True)
        self.table = CellTable(desk.scale)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.wanted.connect(lambda _row: self._take_one())
        self.leave_it = plain("不改了", self.given_up.emit)
        self.both = plain("这一行和下一行合成表头", self._take_two)
        self.one = primary("这一行是表头", self._take_one)
        self.add(self.title)
        self.add(self.hint)
        self.add(WholeRows(self.table, least=1), 1)
        self.add(foot(desk.scale, [], [self.leave_it, self.both, self.one]))
        desk.scale.follow(self, self._size_columns)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.scale.px(320), self._desk.scale.px(140))  # while it is seen, no foot stands below it

    @guarded(False)
    def hasHeightForWidth(self) -> bool:
        return False  # it takes the room it is given, the table scrolls

    @guarded(-1)
    def heightForWidth(self, width: int) -> int:
        del width
        return -1

    def show_sheet(self, sheet: Sheet, header: Header | None) -> None:
        """Show the first rows; ``header`` = the present one (None = none was found)."""
        self._sheet = sheet
        rows = [row[:COLUMNS] for row in sheet.rows[:ROWS]]
        self._model = CellModel(("行", *(_letters(place) for place in range(len(rows[0])))), (0,), self)
        self._model.show_rows([_cells(place, row) for place, row in enumerate(rows)])
        self.table.setModel(self._model)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_buttons())
        self.title.setText("没有找到表头" if header is None else "哪一行是表头？")
        self.hint.setText("栏名（如“名称”）写在哪一行，就选哪一行。它上面的不导入，下面的是数据。")
        self.leave_it.setVisible(header is not None)
        self._size_columns()
        self.table.selectRow(header.first if header else 0)
        self.table.setFocus()
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.both.setEnabled(self._two() is not None)

    def _two(self) -> Header | None:
        place = self.table.currentIndex().row()
        return two_rows(self._sheet, place) if self._sheet is not None and place >= 0 else None

    def _take_one(self) -> None:
        place = self.table.currentIndex().row()
        if self._sheet is not None and place >= 0:
            self.chosen.emit(one_row(self._sheet, place))

    def _take_two(self) -> None:
        if (header := self._two()) is not None:
            self.chosen.emit(header)

    def _size_columns(self) -> None:
        if self._model is None:
            return
        scale = self._desk.scale
        metrics, header = QFontMetrics(scale.font(13)), self.table.horizontalHeader()
        for section in range(self._model.columnCount()):
            texts = [self._model.index(row, section).data() for row in range(self._model.rowCount())]
            widest = max(metrics.horizontalAdvance(text) for text in texts) + scale.px(20)
            header.resizeSection(section, min(max(widest, scale.px(NARROWEST)), scale.px(WIDEST)))


def _cells(place: int, row: Row) -> list[Cell]:
    return [Cell(str(place + 1), right=True, weight=Weight.SOFT), *(Cell(plain_text(cell)) for cell in row)]


def _letters(place: int) -> str:
    """A, B … Z, AA, as over the columns of a spreadsheet."""
    first, last = divmod(place, _LETTERS)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
