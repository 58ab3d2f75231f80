"""The first run: three steps to a book, or open one, or look around."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desk.answers import Answers
from tests.desk.cut_text import cut_texts
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.home.pages.welcome import FIRST_NAME, WelcomePage
from xunion_desktop.office.first_words import FirstWords, first_words

WORD = "一起上山去"


@pytest.fixture
def page(furniture: Furniture, tmp_path: Path, qtbot: QtBot) -> WelcomePage:
    made = WelcomePage(furniture, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(page: WelcomePage, times: int = 1) -> None:
    for _time in range(times):
        field = page.focusWidget()
        assert field is not None
        QTest.keyClick(field, Qt.Key.Key_Return)


def folder(path: Path) -> Path:
    """One that is there, as a clerk can choose it."""
    path.mkdir()
    return path


def at_password(page: WelcomePage) -> WelcomePage:
    page.go()
    assert page.step == 1
    return page


# straight through


def test_three_times_enter_makes_a_book_with_what_is_proposed(page: WelcomePage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.make_wanted) as wanted:
        enter(page, 3)
    assert wanted.args == [tmp_path / f"{FIRST_NAME}.xunion", None, first_words()]


def test_esc_goes_a_step_back_and_keeps_what_was_typed(page: WelcomePage) -> None:
    at_password(page).owner.owner.setText("王海燕")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.step == 0
    page.go()
    assert page.owner.owner.text() == "王海燕"


def test_the_stepper_says_where_one_is(page: WelcomePage) -> None:
    at_password(page)
    assert page.steps.accessibleName() == "第 2 步，密码"


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75])
def test_no_step_cuts_its_words_or_needs_a_taller_window(page: WelcomePage, qtbot: QtBot, factor: float) -> None:
    page._furniture.scale.set_factor(factor)
    page.resize(1366, 697)
    for _step in range(3):
        qtbot.wait(30)
        assert cut_texts(page) == []
        assert page.minimumSizeHint().height() <= 697
        assert page.go_button.isVisible()
        if page.step < 2:
            page.go()


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_what_is_wrong_is_seen_whole_on_a_small_screen(page: WelcomePage, qtbot: QtBot, factor: float) -> None:
    page._furniture.scale.set_factor(factor)
    page.resize(1366, 697)
    page.union.fields["name"].setText("兴" * 41)
    page.go()
    qtbot.wait(30)
    assert page.wrong.visibleRegion().boundingRect() == page.wrong.rect()
    assert cut_texts(page) == []


def test_the_field_that_is_wrong_is_seen_on_a_small_screen_with_large_text(page: WelcomePage, qtbot: QtBot) -> None:
    page._furniture.scale.set_factor(1.75)
    page.resize(1366, 697)
    code = page.union.fields["code"]
    code.setText("8114112")
    page.go()
    assert page.focusWidget() is code
    qtbot.waitUntil(lambda: code.visibleRegion().boundingRect() == code.rect())


# the own union


def test_another_county_has_another_prefix(page: WelcomePage) -> None:
    name = page.union.fields["name"]
    name.clear()
    name.textEdited.emit("岚县总工会")
    assert page.union.fields["stem"].text() == "岚工"


def test_a_prefix_that_was_typed_is_kept(page: WelcomePage) -> None:
    page.union.fields["stem"].setText("兴总")
    page.union.fields["name"].textEdited.emit("岚县总工会")
    assert page.union.fields["stem"].text() == "兴总"


@pytest.mark.parametrize("name", ["a/b", "a\\b", "甲:乙", "何?", "甲.", "..", ".甲", "NUL", "兴" * 41])
def test_a_name_that_no_folder_may_have_is_refused_beside_it(page: WelcomePage, name: str) -> None:
    page.union.fields["name"].setText(name)
    page.go()
    assert page.step == 0
    assert page.wrong.isVisible()
    assert page.focusWidget() is page.union.fields["name"]


@pytest.mark.parametrize(
    "typed", ["81141123mc0000039x", "８１１４１１２３ＭＣ００００039Ｘ", " 81141123 MC0000039X\u3000"]
)
def test_a_code_is_taken_as_it_is_typed_and_shown_as_it_is_kept(page: WelcomePage, typed: str) -> None:
    page.union.fields["code"].setText(typed)
    page.go()
    assert page.step == 1
    assert page.union.fields["code"].text() == "81141123MC0000039X"
    assert page.union.words().code == "81141123MC0000039X"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", "  ", "没有填单位全称"),
        ("name", "兴县\u202e总工会", "单位全称里有看不见的符号"),
        ("short_name", "县" * 5000, "简称太长：现在 5000 个字，最多 40 个"),
        ("superior", "吕梁市\u200b总工会", "上级工会里有看不见的符号"),
        ("stem", "兴工〔", "代字只能是汉字"),
        ("code", "81141123", ""),
    ],
)
def test_what_will_not_do_is_said_and_the_field_is_shown(page: WelcomePage, field: str, text: str, said: str) -> None:
    page.union.fields[field].setText(text)
    page.go()
    assert page.step == 0
    assert page.wrong.text().startswith(said)
    assert page.focusWidget() is page.union.fields[field]


def test_what_is_not_known_yet_is_left_empty(page: WelcomePage, qtbot: QtBot) -> None:
    for name in ("short_name", "superior", "stem", "code"):
        page.union.fields[name].clear()
    with qtbot.waitSignal(page.make_wanted) as wanted:
        enter(page, 3)
    assert wanted.args[2] == FirstWords(FIRST_NAME)


def test_a_name_that_a_book_has_already_is_refused_beside_it(page: WelcomePage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / FIRST_NAME).mkdir()
    (tmp_path / FIRST_NAME / f"{FIRST_NAME}.xunion").touch()
    with qtbot.assertNotEmitted(page.make_wanted):
        enter(page, 3)
    assert page.step == 0
    assert page.wrong.isVisible()
    assert page.wrong.text().startswith(f"已经有一个叫“{FIRST_NAME}”的本子（{tmp_path / FIRST_NAME}）。")
    assert page.focusWidget() is page.union.fields["name"]


def test_a_book_of_that_name_that_came_meanwhile_is_not_opened(page: WelcomePage, tmp_path: Path, qtbot: QtBot) -> None:
    fill_in(page, "王海燕", WORD, WORD)
    page.go()
    (tmp_path / FIRST_NAME).mkdir()
    (tmp_path / FIRST_NAME / f"{FIRST_NAME}.xunion").touch()
    with qtbot.assertNotEmitted(page.make_wanted):
        page.go()
    assert page.step == 2
    assert page.wrong.text().startswith(f"那里已经有“{FIRST_NAME}”了（{tmp_path / FIRST_NAME}）。请换个地方")
    assert page.focusWidget() is page.backups.move_button


def test_another_name_makes_a_book_beside_it(page: WelcomePage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / FIRST_NAME).mkdir()
    (tmp_path / FIRST_NAME / f"{FIRST_NAME}.xunion").touch()
    page.go()
    page.union.fields["name"].setText("岚县总工会")
    with qtbot.waitSignal(page.make_wanted) as wanted:
        enter(page, 3)
    assert wanted.args[0] == tmp_path / "岚县总工会.xunion"


# the password


def test_blank_is_no_password_and_what_that_means_is_said_plainly(page: WelcomePage) -> None:
    at_password(page)
    assert page.owner.warning.isVisible()
    assert "谁打开这台电脑，谁就能看这个本子" in page.owner.warning.second.text()
    assert page.go_button.text() == "先不设密码，下一步"


def test_with_a_password_a_recovery_sheet_is_announced(page: WelcomePage) -> None:
    at_password(page).owner.owner.setText("王海燕")
    assert page.owner.sheet.isVisible()
    assert not page.owner.warning.isVisible()
    assert page.go_button.text() == "下一步"


def test_enter_walks_through_what_is_still_to_be_filled(page: WelcomePage) -> None:
    at_password(page).owner.owner.setText("王海燕")
    enter(page)
    assert page.focusWidget() is page.owner.password.first
    page.owner.password.first.setText(WORD)
    enter(page)
    assert page.focusWidget() is page.owner.password.second
    page.owner.password.second.setText(WORD)
    enter(page)
    assert page.step == 2


def fill_in(page: WelcomePage, owner: str, first: str, second: str) -> None:
    at_password(page)
    page.owner.owner.setText(owner)
    page.owner.password.first.setText(first)
    page.owner.password.second.setText(second)


def test_owner_and_password_go_with_the_book(page: WelcomePage, tmp_path: Path, qtbot: QtBot) -> None:
    fill_in(page, "王海燕", WORD, WORD)
    with qtbot.waitSignal(page.make_wanted) as wanted:
        page.go()
        page.go()
    assert wanted.args[:2] == [tmp_path / f"{FIRST_NAME}.xunion", ("王海燕", WORD)]


@pytest.mark.parametrize(
    ("owner", "first", "second", "wrong"),
    [
        ("", WORD, WORD, "没有填用户的名字"),
        ("恢复码", WORD, WORD, "“恢复码”不能当用户的名字"),
        ("王海燕", "上山", "上山", "密码太短"),
        ("王海燕", "12345678", "12345678", "密码太好猜"),
        ("王海燕", "        ", "        ", "密码不能全是空格"),
        ("王海燕", WORD, "一起下山去", "两遍密码不一样"),
    ],
)
def test_what_is_wrong_with_the_password_is_said_in_the_page(
    page: WelcomePage, owner: str, first: str, second: str, wrong: str
) -> None:
    fill_in(page, owner, first, second)
    page.go_button.setFocus()
    page.go()
    assert page.step == 1
    assert page.wrong.isVisible()
    assert page.wrong.text().startswith(wrong)


# the backups


def test_a_second_place_goes_with_the_book(page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    files.path = tmp_path / "优盘"
    at_password(page).go()
    page.backups.choose_button.click()
    with qtbot.waitSignal(page.make_wanted) as wanted:
        page.go()
    assert wanted.args[2].second == files.path


def test_a_second_place_can_be_given_up_again(page: WelcomePage, files: Answers, tmp_path: Path) -> None:
    files.path = tmp_path / "优盘"
    at_password(page).go()
    page.backups.choose_button.click()
    page.backups.drop_button.click()
    assert page.backups.second is None
    assert page.backups.chosen.text().startswith("还没有选")


@pytest.mark.parametrize("place", [".", FIRST_NAME, f"{FIRST_NAME}/备份", "..", "../backups"])
def test_a_second_place_that_is_none_is_refused_as_soon_as_it_is_chosen(
    page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot, place: str
) -> None:
    files.path = (tmp_path / place).resolve()
    at_password(page).go()
    page.backups.choose_button.click()
    assert page.wrong.isVisible()
    assert page.wrong.text().startswith(f"第二处“{files.path}”和“")
    with qtbot.assertNotEmitted(page.make_wanted):
        page.go()
    assert page.step == 2
    assert page.focusWidget() is page.backups.choose_button


def test_where_the_book_moves_away_from_the_second_place_both_will_do(
    page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    files.path = tmp_path
    at_password(page).go()
    page.backups.choose_button.click()
    page.backups.put_into(folder(tmp_path.parent / "D盘"))
    assert not page.wrong.isVisible()
    with qtbot.waitSignal(page.make_wanted):
        page.go()


def test_where_the_book_moves_into_the_second_place_that_is_told(page: WelcomePage, tmp_path: Path) -> None:
    at_password(page).go()
    page.backups._choose(folder(tmp_path / "D盘"))
    assert not page.wrong.isVisible()
    page.backups.put_into(folder(tmp_path / "D盘" / "工会"))
    assert "不能是同一个文件夹，也不能一个在另一个里面" in page.wrong.text()
    page.backups.drop_button.click()
    assert not page.wrong.isVisible()


def test_where_the_book_will_lie_is_said(page: WelcomePage, tmp_path: Path) -> None:
    at_password(page).go()
    assert page.backups.where.text() == str(tmp_path / FIRST_NAME)


def test_saying_it_does_nothing_there(page: WelcomePage, tmp_path: Path) -> None:
    waits = folder(folder(tmp_path / "D盘") / f".{FIRST_NAME}.ready")  # of a restore whose program died
    at_password(page).go()
    page.backups.put_into(tmp_path / "D盘")
    assert page.backups.where.text() == str(tmp_path / "D盘" / FIRST_NAME)
    assert waits.is_dir()


def test_a_folder_that_is_called_like_the_union_is_that_of_the_book(page: WelcomePage, tmp_path: Path) -> None:
    (tmp_path / FIRST_NAME).mkdir()
    at_password(page).go()
    page.backups.put_into(tmp_path / FIRST_NAME)
    assert page.backups.where.text() == str(tmp_path / FIRST_NAME)


# where the book goes


def test_the_book_can_go_into_another_folder(page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    files.path = folder(tmp_path / "D盘")
    at_password(page).go()
    page.backups.move_button.click()
    assert page.backups.where.text() == str(tmp_path / "D盘" / FIRST_NAME)
    with qtbot.waitSignal(page.make_wanted) as wanted:
        page.go()
    assert wanted.args[0] == tmp_path / "D盘" / f"{FIRST_NAME}.xunion"


def test_and_back_into_that_of_the_program(page: WelcomePage, files: Answers, tmp_path: Path) -> None:
    files.path = folder(tmp_path / "D盘")
    at_password(page).go()
    assert not page.backups.usual_button.isVisible()
    page.backups.move_button.click()
    page.backups.usual_button.click()
    assert page.backups.where.text() == str(tmp_path / FIRST_NAME)
    assert not page.backups.usual_button.isVisible()


def test_who_chooses_no_folder_leaves_the_book_where_it_was(page: WelcomePage, tmp_path: Path) -> None:
    at_password(page).go()
    page.backups.move_button.click()
    assert page.backups.books == tmp_path


def test_a_place_that_cannot_be_looked_at_does_not_bar_the_way_to_another(
    page: WelcomePage, tmp_path: Path, qtbot: QtBot
) -> None:
    at_password(page).go()
    page.backups.put_into(tmp_path / "很长" / ("长" * 90))  # no system has such a name
    page.show_step(0)
    with qtbot.assertNotEmitted(page.make_wanted):
        enter(page, 3)
    assert page.step == 2
    assert page.focusWidget() is page.backups.move_button
    page.backups.usual_button.click()
    with qtbot.waitSignal(page.make_wanted):
        page.go()


def test_a_folder_too_deep_for_a_book_is_told_as_soon_as_it_is_chosen(
    page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    files.path = tmp_path.joinpath(*["深" * 60] * 3)
    files.path.mkdir(parents=True)
    at_password(page).go()
    page.backups.move_button.click()
    assert "太深" in page.wrong.text()
    with qtbot.assertNotEmitted(page.make_wanted):
        page.go()
    assert page.focusWidget() is page.backups.move_button


def test_a_chosen_folder_that_is_gone_is_told_and_not_made_anew(
    page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    files.path = folder(tmp_path / "优盘")
    fill_in(page, "王海燕", WORD, WORD)
    page.go()
    page.backups.move_button.click()
    files.path.rmdir()
    with qtbot.assertNotEmitted(page.make_wanted):
        page.go()
    assert page.wrong.text().startswith(f"“{files.path}”不在了，没有新建本子。请接好优盘")
    assert page.focusWidget() is page.backups.move_button
    assert not files.path.exists()
    files.path.mkdir()  # it is plugged in again
    with qtbot.waitSignal(page.make_wanted) as wanted:
        page.go()
    assert wanted.args[:2] == [files.path / f"{FIRST_NAME}.xunion", ("王海燕", WORD)]


# other ways


def test_the_book_that_is_pointed_at_is_opened(page: WelcomePage, files: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    files.path = tmp_path / "甲.xunion"
    with qtbot.waitSignal(page.open_wanted) as wanted:
        page.open.click()
    assert wanted.args[0] == files.path


def test_who_thinks_better_of_it_opens_nothing(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.open_wanted):
        page.open.click()


@pytest.mark.parametrize(
    ("link", "signal"), [("demo", "demo_wanted"), ("rescue", "rescue_wanted"), ("help", "help_wanted")]
)
def test_the_other_ways_are_one_click_away(page: WelcomePage, qtbot: QtBot, link: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        getattr(page, link).click()


def test_the_page_says_that_a_book_is_being_made(page: WelcomePage) -> None:
    page.wait()
    assert page.go_button.text() == "正在新建…"
    assert not page.go_button.isEnabled()


def test_meanwhile_neither_esc_nor_closing_ends_it(page: WelcomePage) -> None:
    at_password(page).go()
    page.wait()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.step == 2
    assert not page.close()


def test_where_it_was_not_made_the_page_takes_orders_again(page: WelcomePage) -> None:
    at_password(page).go()
    page.wait()
    page.go_on(Trouble("磁盘满了。", "请腾出一些空间后再试。"))
    assert page.wrong.text() == "磁盘满了。请腾出一些空间后再试。填的都还在，办好以后再点“新建本子”。"
    assert (page.go_button.text(), page.go_button.isEnabled()) == ("新建本子", True)
    assert page.focusWidget() is page.go_button
    assert page.close()


def test_why_the_last_book_is_not_open_is_told(furniture: Furniture, tmp_path: Path, qtbot: QtBot) -> None:
    page = WelcomePage(furniture, tmp_path, Trouble("优盘没有插。", "请插上再打开。"))
    qtbot.addWidget(page)
    told = [text.text() for text in page.findChildren(QLabel)]
    assert {"优盘没有插。", "请插上再打开。"} <= set(told)


def test_first_words_are_what_stands_in_the_fields(page: WelcomePage) -> None:
    page.union.fields["superior"].setText(" 吕梁市总工会 ")
    assert page.union.words() == FirstWords("兴县总工会", "县总工会", "吕梁市总工会", "兴工", "")
