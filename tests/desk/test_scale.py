"""The text size: every measure goes through it, and it may change while the window is open."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from xunion_desktop.desk.boxes import row
from xunion_desktop.desk.icons import Icons
from xunion_desktop.desk.scale import Scale
from xunion_desktop.desk.theme import style_sheet


def test_a_measure_grows_with_the_text():
    assert Scale(1.75).px(34) == 60


def test_the_factor_stays_within_100_and_175_percent():
    assert [Scale(0.5).factor, Scale(3).factor] == [1.0, 1.75]


def test_the_font_has_the_size_of_the_pictures(scale):
    scale.set_factor(1.5)
    assert scale.font(12).pixelSize() == 18


def test_a_change_is_told_once(scale, qtbot):
    with qtbot.waitSignal(scale.changed):
        scale.set_factor(1.25)
    with qtbot.assertNotEmitted(scale.changed):
        scale.set_factor(1.25)


def test_a_follower_is_called_now_and_after_each_change():
    scale, calls, thing = Scale(), [], QObject()
    scale.follow(thing, lambda: calls.append(scale.factor))
    scale.set_factor(1.5)
    assert calls == [1.0, 1.5]


def test_a_follower_ends_with_its_thing():
    scale, calls, thing = Scale(), [], QObject()
    scale.follow(thing, lambda: calls.append(1))
    delete(thing)
    scale.set_factor(1.5)
    assert calls == [1]


def test_margins_of_a_box_follow_the_text(qtbot):
    scale, holder = Scale(), QWidget()
    qtbot.addWidget(holder)
    box = row(scale, gap=8, margins=(20, 12, 20, 14))
    holder.setLayout(box)
    scale.set_factor(1.5)
    assert (box.spacing(), box.contentsMargins().left(), box.contentsMargins().bottom()) == (12, 30, 21)


def test_hairlines_of_the_sheet_stay_thin(furniture):
    sheet = style_sheet(Scale(1.75), furniture.icons.marks)
    assert "border: 1px solid" in sheet
    assert "2px solid #E3E7EB" not in sheet


def test_the_sheet_names_no_colour_or_mark_that_is_not_there(furniture):
    assert "@" not in style_sheet(furniture.scale, furniture.icons.marks)


def test_the_sheet_names_marks_that_exist(furniture, tmp_path):
    marks = {path.stem for path in furniture.icons.marks.glob("*.svg")}
    assert marks == {"chevron", "up", "tick", "tickred"}


def test_an_icon_is_drawn_once_per_colour_and_size(furniture):
    icons: Icons = furniture.icons
    assert icons.pixmap("printer") is icons.pixmap("printer")
    assert icons.pixmap("printer", "#B4232A") is not icons.pixmap("printer")


def test_an_icon_takes_the_ink_it_is_given(furniture):
    picture = furniture.icons.pixmap("printer", "#B4232A", 32).toImage()
    reds = [
        picture.pixelColor(x, y).red() > picture.pixelColor(x, y).green()
        for x in range(32)
        for y in range(32)
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert reds
    assert all(reds)
