"""Cells as they are painted: stripe, bar, pill, tick, frame, and a text that is longer than its cell."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics

from xunion_desktop.desk.cell_model import CellModel
from xunion_desktop.desk.cell_painter import fold
from xunion_desktop.desk.cell_table import CellTable
from xunion_desktop.desk.cells import Cell, Weight
from xunion_desktop.desk.theme import AMBER_TINT, CARD, INK, RED, RED_TINT, STRIPE, TWO_LINE_ROW, tone

LONG = "兴县某某某某某某某某某某某某有限责任公司工会委员会"


@pytest.fixture
def painted(scale, qtbot):
    """The picture of a table of one column that shows these cells."""

    def paint(*cells, row=34, select=-1, width=160):
        table = CellTable(scale, row=row)
        qtbot.addWidget(table)
        model = CellModel(("栏",), parent=table)
        model.show_rows([[cell] for cell in cells])
        table.setModel(model)
        table.horizontalHeader().resizeSection(0, width)
        table.resize(width + 20, 40 + row * len(cells))
        table.show()
        if select >= 0:
            table.selectRow(select)
        return table.viewport().grab().toImage()

    return paint


def colours(image, row, *, height=34, width=160):
    """All colours of one row."""
    spots = ((x, y) for x in range(0, width, 1) for y in range(row * height + 2, (row + 1) * height - 2))
    return {image.pixelColor(x, y).name().upper() for x, y in spots}


def near(colour, found, within=40):
    wanted = QColor(colour)
    return any(
        abs(wanted.red() - one.red()) + abs(wanted.green() - one.green()) + abs(wanted.blue() - one.blue()) < within
        for one in map(QColor, found)
    )


def inked(image, top, bottom, width=160):
    """The lines of dots that hold dark ink."""
    return [y for y in range(top, bottom) if any(image.pixelColor(x, y).lightness() < 110 for x in range(width))]


def test_every_other_row_is_striped(painted):
    image = painted(Cell(""), Cell(""))
    assert colours(image, 0) == {CARD.upper()}
    assert colours(image, 1) == {STRIPE.upper()}


def test_the_selected_row_has_a_tint_and_a_red_bar(painted):
    image = painted(Cell("甲"), Cell("乙"), select=1)
    assert image.pixelColor(1, 50).name().upper() == RED.upper()
    assert image.pixelColor(100, 50).name().upper() == RED_TINT.upper()


def test_a_text_is_painted_in_ink(painted):
    assert near(INK, colours(painted(Cell("示例医院")), 0))


def test_a_pill_has_its_ground(painted):
    assert near(tone("green").ground, colours(painted(Cell("正常", tone="green")), 0), within=4)


def test_a_red_pill_is_seen_on_the_red_tint(painted):
    found = colours(painted(Cell("届满", tone="red"), select=0), 0)
    assert near(CARD, found, within=2)


def test_a_doubtful_cell_is_framed(painted):
    assert near(AMBER_TINT, colours(painted(Cell("2021-08", frame="amber")), 0), within=4)


@pytest.mark.parametrize(("ticked", "red"), [(True, True), (False, False)])
def test_a_tick_is_red_when_it_is_set(painted, ticked, red):
    assert near(RED, colours(painted(Cell(ticked=ticked)), 0), within=10) is red


def test_a_long_text_ends_in_its_cell(painted):
    image = painted(Cell(LONG), width=120)
    assert all(image.pixelColor(x, 17).lightness() > 200 for x in range(114, 120))


def test_a_long_text_goes_on_in_a_second_line_where_it_may(painted):
    one = inked(painted(Cell(LONG), row=TWO_LINE_ROW), 0, TWO_LINE_ROW)
    two = inked(painted(Cell(LONG, wrap=True), row=TWO_LINE_ROW), 0, TWO_LINE_ROW)
    assert max(two) - min(two) > max(one) - min(one) + 10


def test_a_text_of_more_than_two_lines_stays_in_its_row(painted):
    two = inked(painted(Cell(LONG, wrap=True), row=TWO_LINE_ROW), 0, TWO_LINE_ROW)
    more = inked(painted(Cell(LONG * 4, wrap=True), row=TWO_LINE_ROW), 0, TWO_LINE_ROW)
    assert abs(min(more) - min(two)) <= 2
    assert abs(max(more) - max(two)) <= 2


def test_what_does_not_fit_into_two_lines_ends_with_a_mark(scale):
    metrics = QFontMetrics(scale.font(13))
    width = metrics.horizontalAdvance("汉" * 10)
    first, second = fold(LONG, metrics, width, lines=2).split("\n")
    assert (first, second[-1], LONG.startswith(first + second[:-1])) == (LONG[:10], "…", True)


def test_in_a_low_row_it_stays_in_one_line(painted):
    low = inked(painted(Cell(LONG, wrap=True)), 0, 34)
    assert max(low) - min(low) < 20


def test_a_second_line_stands_below_the_first(painted):
    ink = inked(painted(Cell("第 27 行", second="会员多于职工", weight=Weight.BOLD), row=TWO_LINE_ROW), 0, TWO_LINE_ROW)
    assert min(ink) < TWO_LINE_ROW / 2 - 4


def test_the_wish_of_a_cell_is_as_wide_as_its_text(scale, qtbot):
    table = CellTable(scale)
    qtbot.addWidget(table)
    model = CellModel(("栏",), parent=table)
    model.show_rows([[Cell("短")], [Cell(LONG)]])
    table.setModel(model)
    assert table.sizeHintForIndex(model.index(1, 0)).width() > table.sizeHintForIndex(model.index(0, 0)).width() + 200
