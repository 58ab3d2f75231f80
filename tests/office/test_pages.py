"""The pages of the office: 本单位资料 asked at first start, and the registers of the menu 设置."""

import pytest
from PySide6.QtCore import Qt

from xunion_desktop.basics.resources import resource
from xunion_desktop.office import values
from xunion_desktop.office.card import ROOM
from xunion_desktop.office.pages.office_page import OfficePage
from xunion_desktop.office.records import DatedValue
from xunion_desktop.office.tab import WAYS, office_page


@pytest.fixture
def shown(desk):
    """The pages that the desk was asked to show, with their titles."""
    pages = []
    desk.page_wanted.connect(lambda page, title: pages.append((page, title)))
    return pages


@pytest.fixture
def page(desk, qtbot):
    made = OfficePage(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_own_union_is_asked_at_first_start(desk, qtbot):
    page = office_page(desk)
    qtbot.addWidget(page)
    assert page.later_button.text() == "以后再填"


def test_own_union_is_asked_only_once(desk, qtbot):
    first = office_page(desk)
    qtbot.addWidget(first)
    first.leave()
    again = office_page(desk)
    qtbot.addWidget(again)
    assert again.later_button.text() == "放弃修改"


def test_first_page_leaves_when_it_is_saved(desk, qtbot, type_in):
    left = []
    desk.page_left.connect(left.append)
    page = office_page(desk)
    qtbot.addWidget(page)
    type_in(page.form.editor("contact").field, "王海燕")
    page.save()
    assert left == [page]


def test_page_shows_what_the_book_holds(page):
    assert page.form.editor("name").value() == "兴县总工会"
    assert page.form.editor("prefix_letter").value() == "兴工函"


def test_nothing_to_save_until_something_is_typed(page):
    assert not page.save_button.isEnabled()


def test_contact_and_prefix_are_saved_as_one_deed(page, book, qtbot, type_in):
    before = len(book.deeds())
    for name, words in (("contact", "王海燕"), ("prefix_letter", "兴县工函")):
        type_in(page.form.editor(name).field, words)
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    assert (values.office().contact, values.prefix("letter")) == ("王海燕", "兴县工函")
    assert len(book.deeds()) == before + 1


def test_wrong_prefix_is_not_saved(page, type_in):
    type_in(page.form.editor("prefix_letter").field, "兴工函[2026]")
    page.save()
    assert values.prefix("letter") == "兴工函"


def test_ctrl_s_saves(page, qtbot, type_in):
    field = page.form.editor("address").field
    type_in(field, "蔚汾镇示例街1号")
    qtbot.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert values.office().address == "蔚汾镇示例街1号"


def test_page_leads_on_to_values_words_and_holidays(desk, shown, qtbot):
    page = office_page(desk)
    qtbot.addWidget(page)
    for button in page.way_buttons:
        button.click()
    for way, _title in shown:
        qtbot.addWidget(way)
    assert [title for _way, title in shown] == ["年度数值", "词表", "节假日"]


def test_every_page_has_its_help(desk, shown, qtbot):
    for _register, _words, go in WAYS:
        go(desk)
    pages = [office_page(desk), *(page for page, _title in shown)]
    for page in pages:
        qtbot.addWidget(page)
        assert resource("help", f"{page.help_page}.md").is_file()


def test_value_register_says_what_is_not_set(desk, shown, qtbot):
    WAYS[0][2](desk)
    page = shown[0][0]
    qtbot.addWidget(page)
    page.show_records(chip="unset")
    count = DatedValue.select().where(DatedValue.value.is_null()).count()
    assert page.register_page.list.model.rowCount() == count


def test_menu_opens_the_page_by_the_card(desk, qtbot):
    page = ROOM.page(desk)
    qtbot.addWidget(page)
    assert isinstance(page, OfficePage)
