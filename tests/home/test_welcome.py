"""The first page: make a book, open one, or look around."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desk.answers import Answers
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.desk import Furniture
from xunion_desktop.home.pages.welcome import FIRST_NAME, WelcomePage


@pytest.fixture
def page(furniture: Furniture, tmp_path: Path, qtbot: QtBot) -> WelcomePage:
    made = WelcomePage(furniture, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_in_the_name_makes_the_book(page: WelcomePage, tmp_path: Path, qtbot: QtBot) -> None:
    page.without.click()
    with qtbot.waitSignal(page.make_wanted) as wanted:
        QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert wanted.args[0] == tmp_path / f"{FIRST_NAME}.xunion"


def test_a_blank_name_makes_none(page: WelcomePage, qtbot: QtBot) -> None:
    page.name.setText("  ")
    with qtbot.assertNotEmitted(page.make_wanted):
        page.make.click()


def test_the_book_that_is_pointed_at_is_opened(page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    files.path = tmp_path / "甲.xunion"
    with qtbot.waitSignal(page.open_wanted) as wanted:
        page.open.click()
    assert wanted.args[0] == files.path


def test_who_thinks_better_of_it_opens_nothing(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.open_wanted):
        page.open.click()


def test_the_demo_is_one_click_away(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.demo_wanted):
        page.demo.click()


def test_a_lost_book_is_brought_back_from_here(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.rescue_wanted):
        page.rescue.click()


def test_the_page_says_that_a_book_is_being_made(page: WelcomePage) -> None:
    page.wait()
    assert page.make.text() == "正在新建…"
    assert not page.make.isEnabled()


def test_why_the_last_book_is_not_open_is_told(furniture: Furniture, tmp_path: Path, qtbot: QtBot) -> None:
    page = WelcomePage(furniture, tmp_path, Trouble("优盘没有插。", "请插上再打开。"))
    qtbot.addWidget(page)
    told = [text.text() for text in page.findChildren(QLabel)]
    assert {"优盘没有插。", "请插上再打开。"} <= set(told)


@pytest.mark.parametrize("name", ["a/b", "a\\b", "甲:乙", "何?", "甲.", "..", ".甲"])
def test_a_name_that_no_folder_may_have_is_refused_beside_it(page: WelcomePage, qtbot: QtBot, name: str) -> None:
    page.name.setText(name)
    with qtbot.assertNotEmitted(page.make_wanted):
        page.make.click()
    assert page.wrong.isVisible()
    assert page.wrong.text().startswith("名称里不能有")


def test_a_password_is_proposed_and_what_happens_without_is_said_plainly(page: WelcomePage) -> None:
    assert page.with_password.isChecked()
    assert page.password.isVisible()
    page.without.click()
    assert not page.password.isVisible()
    assert page.warning.isVisible()
    assert "谁打开这台电脑，谁就能看这个本子" in page.warning.second.text()


def fill_in(page: WelcomePage, owner: str, first: str, second: str) -> None:
    page.owner.setText(owner)
    page.password.first.setText(first)
    page.password.second.setText(second)


def test_owner_and_password_go_with_the_book(page: WelcomePage, tmp_path: Path, qtbot: QtBot) -> None:
    fill_in(page, "王海燕", "一起上山去", "一起上山去")
    with qtbot.waitSignal(page.make_wanted) as wanted:
        page.make.click()
    assert wanted.args == [tmp_path / f"{FIRST_NAME}.xunion", ("王海燕", "一起上山去")]


@pytest.mark.parametrize(
    ("owner", "first", "second", "wrong"),
    [
        ("", "一起上山去", "一起上山去", "没有填用户的名字"),
        ("恢复码", "一起上山去", "一起上山去", "“恢复码”不能当用户的名字"),
        ("王海燕", "上山", "上山", "密码太短"),
        ("王海燕", "一起上山去", "一起下山去", "两遍密码不一样"),
    ],
)
def test_what_is_wrong_with_the_password_is_said_in_the_page(
    page: WelcomePage, qtbot: QtBot, owner: str, first: str, second: str, wrong: str
) -> None:
    fill_in(page, owner, first, second)
    with qtbot.assertNotEmitted(page.make_wanted):
        page.make.click()
    assert page.wrong.isVisible()
    assert page.wrong.text().startswith(wrong)
