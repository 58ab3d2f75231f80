"""The menu 设置 offers what this user may do in this book, and tells what is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from tests.desk.county import ROOM, TODAY
from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Rights, Role
from xunion_desktop.basics.room import MenuPage, Room
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.scale import STEPS
from xunion_desktop.desk.settings_menu import SettingsMenu


def no_page(_desk):
    raise AssertionError("no page is built before it is shown")


USERS = MenuPage("users", "用户与权限", no_page, admin=True)
PASSWORD = MenuPage("password", "改密码", no_page, locked=True)
CHECK = MenuPage("check", "体检", no_page)
ABOUT = MenuPage("about", "关于", no_page)
TAB = Room(ROOM.id, ROOM.title, ROOM.records, ROOM.registers, page=no_page)
PEOPLE = Room("people", "人员", ROOM.records, page=no_page, menu=(USERS, PASSWORD, CHECK))
READER = Rights(Role.READER, {EVERY_ROOM: Grant(Level.SEE)})


@pytest.fixture
def make(book, furniture, qtbot):
    def make(**rights):
        menu = SettingsMenu(Desk(book, TODAY, (TAB, PEOPLE), furniture, **rights), (TAB.id,), (ABOUT,))
        qtbot.addWidget(menu)
        return menu

    return make


def entry(menu, words):
    return next(action for action in menu.actions() if action.text().partition("\t")[0] == words)


def words(menu):
    menu.aboutToShow.emit()
    return {action.text().partition("\t")[0] for action in menu.actions()}


def test_a_room_that_has_a_tab_needs_no_entry(make):
    assert {"人员", ROOM.title} & words(make()) == {"人员"}


def test_pages_of_administrators_are_offered_to_them_alone(make):
    assert "用户与权限" in words(make())
    assert "用户与权限" not in words(make(rights=READER))


def test_what_needs_a_log_in_is_offered_once_the_book_has_one(make, book):
    menu = make()
    assert {"改密码", "锁屏", "退出登录"} & words(menu) == set()
    book.keys.protect("王海燕", "一起上山去")
    assert words(menu) >= {"改密码", "锁屏", "退出登录"}


def test_a_page_is_found_by_its_id_where_it_is_offered(make):
    assert make().page("about") is ABOUT
    assert make(rights=READER).page("users") is None


def test_an_entry_tells_which_page_is_wanted(make, qtbot):
    menu = make()
    with qtbot.waitSignal(menu._desk.menu_page_wanted) as wanted:
        entry(menu, "体检").trigger()
    assert wanted.args == ["check"]


def test_an_entry_tells_which_room_is_wanted(make, qtbot):
    menu = make()
    with qtbot.waitSignal(menu.room_wanted) as wanted:
        entry(menu, "人员").trigger()
    assert wanted.args == [PEOPLE]


def test_the_size_of_text_is_chosen_from_the_steps(make, qtbot):
    menu = make()
    sizes = menu.findChild(QMenu).actions()
    with qtbot.waitSignal(menu.text_size_wanted) as wanted:
        sizes[-1].trigger()
    assert (len(sizes), wanted.args) == (len(STEPS), [STEPS[-1]])
