"""ComparePage: three forms side by side after an upgrade; what differs from the old shipped one is marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget

from xunion_desktop.desk.boxes import column, label, row
from xunion_desktop.desk.buttons import back
from xunion_desktop.desk.cards import Card
from xunion_desktop.desk.chips import ChipRow, ChipText
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.sub_page import SubPage
from xunion_desktop.desk.theme import EDGE, GREEN, GREEN_TINT, MUTE
from xunion_desktop.documents.formcompare import Line, Mark, Row, compare_forms
from xunion_desktop.documents.forms import Standing

_HEADS = ("原来自带的", "现在自带的", "本单位的")
_STYLES = {
    Mark.SAME: "",
    Mark.NEW: f"color:{GREEN}; background-color:{GREEN_TINT}; font-weight:700",
    Mark.GONE: f"color:{MUTE}; text-decoration:line-through",
}
DIFFERENT, ALL = "different", "all"


class ComparePage(SubPage):
    """The texts line by line; green = new, struck = gone."""

    help_page = "forms"

    def __init__(self, desk: Desk, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        old = standing.origin or standing.shipped
        self.rows = compare_forms(old, standing.shipped, standing.own or standing.shipped)
        self.known = bool(standing.origin)
        differing = sum(not one.alike for one in self.rows)
        self.views = ChipRow(desk.scale)
        self.views.show_chips([ChipText(DIFFERENT, "有不同的", differing), ChipText(ALL, "全部", len(self.rows))])
        self.views.chosen.connect(lambda _view: self._show())
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("三个模板的对比")
        way_back = back("返回模板", self.leave, desk.icons, desk.scale)
        title = label(f"对比：{standing.form.title}", "title")
        legend = "绿字是新加的，划掉的是没有了的。" if self.known else "原来自带的那一版没有留底，和现在自带的比。"
        self.views.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = row(desk.scale, way_back, title, label(legend, "second", wrap=True), self.views, gap=12)
        head.setStretch(2, 1)
        card = Card(desk.scale)
        card.add(self.browser, 1)
        box = column(desk.scale, head, card, gap=10, margins=self.margins)
        box.setStretch(1, 1)
        self.setLayout(box)
        desk.scale.follow(self, self._show)

    def _show(self) -> None:
        rows = [one for one in self.rows if self.views.current == ALL or not one.alike]
        self.browser.setHtml(_table(rows, self.desk.scale.px(13)))


def _table(rows: Sequence[Row], size: int) -> str:
    heads = "".join(f"<th align='left' width='33%'>{head}</th>" for head in _HEADS)
    lines = "".join(f"<tr>{_cell(one.old)}{_cell(one.new)}{_cell(one.own)}</tr>" for one in rows)
    look = f"width='100%' border='1' cellspacing='0' cellpadding='8' style='font-size:{size}px; border-color:{EDGE}'"
    return f"<table {look}><tr>{heads}</tr>{lines}</table>"


def _cell(line: Line) -> str:
    pieces = "".join(f"<span style='{_STYLES[mark]}'>{escape(text)}</span>" for text, mark in line)
    return f"<td valign='top'>{pieces or '—'}</td>"
