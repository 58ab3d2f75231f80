"""A chart in the window and as a picture."""

import pytest
from PySide6.QtGui import QColor, QImage

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.chart_view import ChartView
from xunion_desktop.paper.charts.colours import RED
from xunion_desktop.paper.tabular import Chart

CHART = Chart("bar", "会员", (("", "人"), ("甲镇", "10"), ("!乙镇", "40")), "人")


@pytest.fixture
def view(scale, qtbot):
    made = ChartView(scale)
    qtbot.addWidget(made)
    made.show_chart(CHART)
    made.resize(600, 320)
    made.show()
    return made


def area(image, colour):
    """How many of the dots have this colour, of every fourth in both directions."""
    wanted = QColor(colour).rgb()
    places = [(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)]
    return sum(image.pixel(*place) == wanted for place in places) / len(places)


def test_a_picture_is_so_many_millimetres_at_300_dpi(view):
    image = view.picture(100, 50)
    assert (image.width(), image.height()) == (1181, 591)
    assert image.dotsPerMeterX() == 11811


def test_window_and_picture_show_the_same(view):
    """The same operations: the red bar takes the same share of both (to the hundredth of the area)."""
    dots = view.width() / 4.1, view.height() / 4.1
    shown, picture = view.grab().toImage(), view.picture(*dots)
    assert area(shown, RED) == pytest.approx(area(picture, RED), abs=0.01)
    assert area(shown, RED) > 0.01


def test_a_saved_picture_can_be_opened(view, tmp_path):
    view.save_png(tmp_path / "图.png")
    assert QImage(str(tmp_path / "图.png")).width() == 2008


def test_a_folder_that_is_gone_is_trouble(view, tmp_path):
    with pytest.raises(Trouble):
        view.save_png(tmp_path / "没有" / "图.png")


def test_a_view_without_a_chart_is_blank(scale, qtbot):
    made = ChartView(scale)
    qtbot.addWidget(made)
    assert area(made.picture(20, 20), RED) == 0
