"""基层工会情况分析: the unions by township as a chart and a table; printed, copied as a picture, saved as one."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QWidget

from xunion_desktop.basics.dates import PartialDate
from xunion_desktop.branches.records import facts
from xunion_desktop.branches.records.overviews import Standing, standings
from xunion_desktop.branches.records.situations import keys_where
from xunion_desktop.branches.rosters import OVERVIEW, OVERVIEW_TITLE, members_chart, term_chart
from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back, plain, primary
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_table import CellTable
from xunion_desktop.desk.cells import Cell
from xunion_desktop.desk.chart_view import ChartView
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.freshness import Freshness
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.paper.tabular import Chart

PNG = "图片 (*.png)"
NARROW = 1180
HEADS = ("乡镇", "家数", "正常", "将届满", "已届满", "未定", "会员")
TERMS, MEMBERS = "terms", "members"


class OverviewPage(SubPage):
    """The chart at the left, its figures at the right."""

    help_page = "overview"
    keys = (("Ctrl+P", "打印"), ("Ctrl+C", "复制图"), ("Esc", "返回"), ("F1", "帮助"))

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chart = ChartView(desk.scale)
        self.kinds = ChipRow(desk.scale)
        self.kinds.show_chips([ChipText(TERMS, "任期"), ChipText(MEMBERS, "会员")])
        self.table = CellTable(desk.scale)
        self._model = CellModel(HEADS, range(1, len(HEADS)), self)
        self._found: list[Standing] = []
        self._lay()
        self.kinds.chosen.connect(self._draw)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print)
        QShortcut(QKeySequence("Ctrl+C"), self, self.copy)
        self._freshness = Freshness(desk, self, self._refresh)
        self._refresh()

    def _lay(self) -> None:
        desk, scale = self.desk, self.desk.scale
        self.table.setModel(self._model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        day = label(f"截至 {PartialDate.of(desk.today).iso}", "second")
        head = row(
            scale, back("返回台账", self.leave, desk.icons, scale), label(OVERVIEW_TITLE, "title"), day, 1, gap=12
        )
        deeds = [plain("复制图", self.copy), plain("存图片…", self.save_picture)]
        drawn = Card(scale, self.kinds)
        drawn.add(self.chart, 1)
        drawn.add(foot(scale, deeds, []))
        listed = Card(scale)
        listed.add(self.table, 1)
        listed.add(foot(scale, [], [primary("打印情况分析", self.print)]))
        places = (Place(drawn, 3, 420), Place(listed, 2, 420))
        box = column(scale, head, Columns(scale, places, NARROW), gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)

    @Slot()
    def _refresh(self) -> None:
        """Count anew; records may have changed."""
        self._found = standings(self.desk.today)
        rows = [[Cell(row.township), *_figures(row)] for row in self._found]
        if len(self._found) > 1:
            whole = self._found[0]
            for other in self._found[1:]:
                whole = whole.plus(other)
            rows.append([Cell("合计"), *_figures(whole)])
        self._model.show_rows(rows)
        self._draw()

    def _draw(self, _kind: str = "") -> None:
        if self.kinds.current == MEMBERS:
            self.chart.show_chart(Chart("bar", "各乡镇会员人数", tuple(members_chart(self._found)), "人"))
        else:
            self.chart.show_chart(Chart("stacked", "各乡镇基层工会任期情况", tuple(term_chart(self._found)), "家"))

    # deeds

    def print(self) -> None:
        """On paper, table and chart."""
        self.desk.print(OVERVIEW, keys_where(facts.exists(self.desk.today)))

    def copy(self) -> None:
        """The chart as a picture on the clipboard."""
        self.chart.copy()
        self.desk.messages.say("图已复制", "到 WPS 里粘贴就行。")

    def save_picture(self) -> None:
        """The chart as a file."""
        name = "各乡镇会员人数.png" if self.kinds.current == MEMBERS else "各乡镇基层工会任期情况.png"
        target = self.desk.files.save(self, "存图片", name, PNG)
        if target is not None and self.desk.messages.attempt(lambda: self.chart.save_png(target)):
            self.desk.messages.say(f"已存：{target.name}", str(target.parent))


def _figures(row: Standing) -> list[Cell]:
    counts = (row.unions, row.normal, row.soon, row.overdue, row.open, row.members)
    return [Cell(f"{count:,}", right=True) for count in counts]
