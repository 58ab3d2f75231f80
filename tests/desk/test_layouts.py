"""Layouts that give way: the record over the list, three cards in one column, buttons in two lines."""

import pytest
from PySide6.QtWidgets import QWidget

from xunion_desktop.desk.buttons import plain
from xunion_desktop.desk.columns import Columns, Place
from xunion_desktop.desk.foot import foot
from xunion_desktop.desk.keycaps import KeyCaps
from xunion_desktop.desk.pills import Pill
from xunion_desktop.desk.sliding import SlidingPair
from xunion_desktop.store.columns import Column, Kind


@pytest.fixture
def pair(scale, qtbot):
    made = SlidingPair(scale, QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1300, 600)
    made.show()
    return made


def test_two_cards_stand_beside_each_other(pair):
    assert pair._first.geometry().right() < pair._second.geometry().left()
    assert not pair.narrow


def test_in_a_narrow_place_one_lies_over_the_other(pair, qtbot):
    with qtbot.waitSignal(pair.narrowed) as told:
        pair.resize(700, 600)
    assert told.args == [True]
    assert (pair._first.isVisible(), pair._second.isVisible()) == (True, False)
    pair.slide(over=True)
    assert (pair._first.isVisible(), pair._second.isVisible()) == (False, True)


def test_wide_again_both_are_seen(pair):
    pair.resize(700, 600)
    pair.slide(over=True)
    pair.resize(1300, 600)
    assert pair._first.isVisible()
    assert pair._second.isVisible()


@pytest.fixture
def columns(scale, qtbot):
    cards = [QWidget() for _ in range(3)]
    places = [Place(cards[0], 300, 400, fixed=True), Place(cards[1], 1, 500), Place(cards[2], 300, 400, fixed=True)]
    made = Columns(scale, places, 1000)
    made.cards = cards
    qtbot.addWidget(made)
    made.resize(1300, 600)
    made.show()
    return made


def test_fixed_cards_keep_their_width_and_the_middle_takes_the_rest(columns):
    assert [card.width() for card in columns.cards] == [300, 1300 - 600 - 24, 300]


def test_large_text_stacks_the_cards_and_the_page_scrolls(columns, scale):
    scale.set_factor(1.75)
    tops = [card.y() for card in columns.cards]
    assert tops == sorted(set(tops))
    assert columns.verticalScrollBar().maximum() > 0


@pytest.fixture
def buttons(scale, qtbot):
    left, right = [plain("印换届提醒函"), plain("继续换届…")], [plain("保存")]
    made = foot(scale, left, right)
    made.buttons = (*left, *right)
    qtbot.addWidget(made)
    made.resize(600, 40)
    made.show()
    return made


def test_papers_stand_left_and_deeds_right(buttons):
    papers, _, save = buttons.buttons
    assert papers.x() == 0
    assert save.geometry().right() == 599


def test_buttons_that_do_not_fit_go_into_a_second_line(buttons):
    one_line = buttons.layout().heightForWidth(600)
    assert buttons.layout().heightForWidth(180) > one_line


def test_a_hidden_button_takes_no_room(buttons):
    papers, more, _ = buttons.buttons
    papers.hide()
    buttons.layout().invalidate()
    buttons.layout().activate()
    assert more.x() == 0


def test_a_pill_without_a_word_is_not_there(scale, qtbot):
    pill = Pill(scale, "届满 84 天", "red")
    qtbot.addWidget(pill)
    pill.show()
    pill.show_state("", "red")
    assert not pill.isVisible()


def test_a_pill_is_as_wide_as_its_word(scale, qtbot):
    short, long = Pill(scale, "正常"), Pill(scale, "届满 84 天")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert short.sizeHint().height() == 20


def test_key_caps_show_the_keys_of_the_page(scale, qtbot):
    caps = KeyCaps(scale)
    qtbot.addWidget(caps)
    caps.show_keys((("F2", "改"),))
    caps.show_keys((("F1", "帮助"), ("Esc", "返回")))
    texts = [caps.layout().itemAt(place).widget().text() for place in (0, 1, 3, 4)]
    assert texts == ["F1", "帮助", "Esc", "返回"]


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (Kind.PHONE, "13912347120", "139****7120"),
        (Kind.ID_NUMBER, "141123199001012217", "141123********2217"),
        (Kind.TEXT, "高血压", "＊＊"),
        (Kind.PHONE, "", ""),
    ],
)
def test_what_is_sensitive_is_masked(kind, text, shown):
    assert Column("it", "它", kind, sensitive=True).masked(text) == shown


def test_what_is_not_sensitive_is_shown():
    assert Column("it", "它", Kind.PHONE).masked("13912347120") == "13912347120"
