"""设置 → 字体: which face serves which role, why, and 总用内置字体."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.desk.cut_text import cut_texts
from xunion_desktop.desk.paper_faces import OWN_ONLY
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.pages.fonts_page import FontsPage
from xunion_desktop.paper.system_fonts import PICKS


@pytest.fixture
def page(desk, qtbot):
    made = FontsPage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.show()
    return made


def words(page):
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


def test_every_role_has_its_face_and_reason(page):
    assert set(PICKS) <= set(words(page))
    assert "内置 朱雀仿宋" in words(page)


def test_our_own_can_be_wanted_always(page, furniture, qtbot):
    page.own_only.setChecked(True)
    assert furniture.settings.get(OWN_ONLY, False) is True
    qtbot.waitUntil(lambda: "设定了总用内置字体。" in words(page))


def test_the_menu_leads_to_it(desk, qtbot):
    card = next(card for card in ROOM.menu if card.id == "fonts")
    page = card.page(desk)
    qtbot.addWidget(page)
    assert isinstance(page, FontsPage)


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75])
def test_no_words_are_cut(page, scale, factor, qtbot):
    scale.set_factor(factor)
    qtbot.wait(20)
    assert cut_texts(page) == []
