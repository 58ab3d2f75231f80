"""Chips: one is checked and says truthfully what is shown; what does not fit is in 更多."""

import pytest

from xunion_desktop.desk.chips import ChipRow, ChipText

TEXTS = (
    ChipText("all", "全部", 312),
    ChipText("overdue", "任期届满", 9),
    ChipText("soon", "60 日内到期", 14),
    ChipText("women", "未建女工委", 1038),
)


@pytest.fixture
def chips(scale, qtbot):
    made = ChipRow(scale)
    qtbot.addWidget(made)
    made.show_chips(TEXTS)
    made.resize(900, 40)
    made.show()
    return made


def test_a_chip_carries_its_count():
    assert TEXTS[3].words == "未建女工委 1,038"


def test_a_chip_without_count_is_its_word():
    assert ChipText("basic", "基本信息").words == "基本信息"


def test_the_first_chip_is_checked_at_first(chips):
    assert chips.current == "all"


def test_taking_a_chip_tells_it(chips, qtbot):
    with qtbot.waitSignal(chips.chosen) as told:
        chips._buttons["overdue"].click()
    assert (told.args, chips.current) == (["overdue"], "overdue")


def test_the_checked_chip_taken_again_stays_checked(chips, qtbot):
    with qtbot.assertNotEmitted(chips.chosen):
        chips._buttons["all"].click()
    assert chips._buttons["all"].isChecked()


def test_new_counts_keep_the_checked_chip(chips):
    chips.check("soon")
    chips.show_chips([ChipText(text.id, text.label, 1) for text in TEXTS])
    assert (chips.current, chips._buttons["all"].text()) == ("soon", "全部 1")


def test_with_room_nothing_is_folded(chips):
    assert chips.folded() == []
    assert not chips._more.isVisible()


def test_what_does_not_fit_is_in_more(chips):
    chips.resize(320, 40)
    assert chips.folded() == ["soon", "women"]
    assert [action.text() for action in chips._menu.actions()] == ["60 日内到期 14", "未建女工委 1,038"]


def test_a_folded_chip_can_be_taken_and_is_then_named(chips, qtbot):
    chips.resize(320, 40)
    with qtbot.waitSignal(chips.chosen) as told:
        chips._menu.actions()[1].trigger()
    assert told.args == ["women"]
    assert chips._more.text() == "未建女工委 1,038 ▾"
    assert chips._more.isChecked()


def test_large_text_folds_more(chips, scale):
    chips.resize(500, 60)
    folded = len(chips.folded())
    scale.set_factor(1.75)
    assert len(chips.folded()) > folded


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75])
def test_a_chip_is_round_at_every_text_size(chips, scale, factor):
    """Its corner shows the ground, not a square edge: Qt gives up a radius of more than half the height."""
    scale.set_factor(factor)
    chips.resize(1600, 80)
    drawn, chip = chips.grab().toImage(), chips._buttons["overdue"].geometry()
    ground = drawn.pixelColor(chips.width() - 1, chips.height() - 1)
    assert drawn.pixelColor(chip.topLeft()) == ground
    assert drawn.pixelColor(chip.center().x(), chip.top()) != ground
