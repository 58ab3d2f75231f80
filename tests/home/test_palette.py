"""Ctrl+K by the keyboard: what is typed is looked for everywhere, the arrows pass the headings, Enter opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.desk import Desk
from xunion_desktop.home.finding import Hit
from xunion_desktop.home.pages.palette import ALL, NOTHING, Palette


@pytest.fixture
def palette(desk: Desk, qtbot: QtBot) -> Palette:
    made = Palette(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def look_for(palette: Palette, words: str) -> None:
    palette.line.setText(words)
    palette.search()


def press(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(palette.line, key)


def chosen(palette: Palette) -> Hit:
    found = palette.hits.currentItem().data(Qt.ItemDataRole.UserRole)
    assert isinstance(found, Hit)
    return found


def groups(palette: Palette) -> list[str]:
    rows = [palette.hits.item(row) for row in range(palette.hits.count())]
    return [item.text() for item in rows if item.data(Qt.ItemDataRole.UserRole) is None]


def test_typing_finds_after_a_short_pause(palette: Palette, qtbot: QtBot) -> None:
    palette.line.setText("工会")
    qtbot.waitUntil(lambda: palette.hits.count() > 0)
    assert palette.told.text().startswith("找到 ")


def test_the_first_hit_is_chosen_not_its_heading(palette: Palette) -> None:
    look_for(palette, "工会")
    assert chosen(palette).title


def test_the_arrows_walk_over_the_hits_only(palette: Palette) -> None:
    look_for(palette, "工会")
    first = chosen(palette)
    press(palette, Qt.Key.Key_Down)
    second = chosen(palette)
    assert second != first
    press(palette, Qt.Key.Key_Up)
    press(palette, Qt.Key.Key_Up)
    assert chosen(palette) == first


def test_tab_goes_from_kind_to_kind_and_round(palette: Palette) -> None:
    look_for(palette, "工会")
    kinds = groups(palette)
    seen = []
    for _ in range(len(kinds) + 1):
        press(palette, Qt.Key.Key_Tab)
        seen.append(groups(palette))
    assert seen == [*([kind] for kind in kinds), kinds]
    assert palette.chips.current == ALL


def test_enter_does_not_wait_for_the_pause(palette: Palette, desk: Desk, qtbot: QtBot) -> None:
    branch = Branch.alive().order_by(Branch.sort_key).first()
    palette.line.setText(branch.name)
    with qtbot.waitSignal(desk.register_wanted) as wanted:
        press(palette, Qt.Key.Key_Return)
    assert wanted.args == ["branches", "", (), branch.id]
    assert not palette.isVisible()


def test_enter_over_nothing_stays(palette: Palette, desk: Desk, qtbot: QtBot) -> None:
    look_for(palette, "无此单位")
    with qtbot.assertNotEmitted(desk.register_wanted):
        press(palette, Qt.Key.Key_Return)
    assert palette.told.text() == NOTHING
    assert palette.isVisible()


def test_a_heading_opens_nothing(palette: Palette, desk: Desk, qtbot: QtBot) -> None:
    look_for(palette, "工会")
    with qtbot.assertNotEmitted(desk.register_wanted):
        palette.hits.itemClicked.emit(palette.hits.item(0))


def test_an_empty_line_says_nothing(palette: Palette) -> None:
    look_for(palette, "  ")
    assert (palette.hits.count(), palette.told.text()) == (0, "")
