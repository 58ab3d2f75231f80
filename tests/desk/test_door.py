"""The way into a protected book: names, passwords, waiting, the recovery code; nothing of it is said elsewhere."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.desk.county import Union
from tests.desk.cut_text import cut_texts
from tests.desk.hands import write_in
from xunion_desktop.desk.door import Door, Passed
from xunion_desktop.desk.login_cards import CodeCard, PasswordCard
from xunion_desktop.desk.visitors import Visitor, Visitors
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring

OWNER, WORD = "王海燕", "一起上山去"


@pytest.fixture(scope="session")
def protected_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("protected")
    with Book.create(folder / "兴县", (Union,), folder / "replicas", (OWNER, WORD)) as book:
        book.keys.set_password("李明", "一起下山去")
        code = book.keys.new_recovery_code()
    return folder / "兴县", code


@pytest.fixture
def code(protected_once) -> str:
    return protected_once[1]


@pytest.fixture
def path(protected_once, tmp_path: Path) -> Path:
    import shutil

    shutil.copytree(protected_once[0], tmp_path / "兴县")
    return tmp_path / "兴县"


@pytest.fixture
def open_door(furniture, path, qtbot):
    def make(**given) -> Door:
        door = Door(furniture, path, **given)
        qtbot.addWidget(door.page)
        door.page.show()
        return door

    return make


@pytest.fixture
def door(open_door) -> Door:
    return open_door()


def type_password(door: Door, password: str) -> None:
    door.page.password.password.clear()
    write_in(door.page.password.password, password)
    QTest.keyClick(door.page.password.password, Qt.Key.Key_Return)


def refused(door: Door, qtbot) -> str:
    qtbot.waitUntil(lambda: door.page.card.note is not None)
    return door.page.card.note.title.text()


def passed(door: Door, qtbot, act) -> Passed:
    with qtbot.waitSignal(door.passed) as came:
        act()
    return came.args[0]


def test_the_door_promises_only_what_the_window_has_and_calls_a_book_a_book(door):
    said = "".join(part.text() for kind in (QLabel, QPushButton) for part in door.page.findChildren(kind))
    assert "台账、换届、公文，一个本子记清" in said
    assert "换一个本子…" in said
    assert not re.search("经费|竞赛|帮扶|账本", said)


def test_the_names_of_the_keyring_are_listed(door):
    names = door.page.password.name
    assert [names.itemText(place) for place in range(names.count())] == [OWNER, "李明"]


THEN = datetime(2025, 1, 6, 8, 12).astimezone()


@pytest.fixture
def visited(furniture, path):
    """李明 was in on this PC."""
    visitors = Visitors(furniture.settings, BookFolder.of(path))
    visitors.note(Visitor("李明", "经办", THEN), ["312 家基层工会", "18,406 名会员"])
    return visitors


@pytest.mark.usefixtures("visited")
def test_who_came_last_is_chosen_with_his_role_and_told(open_door):
    door = open_door(minutes=10)
    assert door.page.password.name.currentText() == "李明　经办"
    assert door.page.password.foot.text() == "上次登录 2025-01-06 08:12（李明）　•　10 分钟不动自动锁屏"


@pytest.mark.usefixtures("visited")
def test_what_was_in_the_book_then_stands_on_the_door(open_door):
    words = [label.text() for label in open_door().page.findChildren(QLabel)]
    assert "已加密　•　312 家基层工会　•　18,406 名会员" in words


@pytest.mark.usefixtures("visited")
def test_another_who_was_not_in_here_has_no_role_and_no_last_time(open_door):
    card = open_door().page.password
    card.choose(OWNER)
    assert (card.name.currentText(), card.foot.isHidden()) == (OWNER, True)


def test_the_arrow_keys_choose_who_comes_in_also_from_the_password(open_door):
    card = open_door().page.password
    chosen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(card.password, key)
        chosen.append(card.name.currentData())
    assert chosen == ["李明", "李明", OWNER]


def test_each_visitor_is_remembered_by_himself(visited):
    visited.note(Visitor(OWNER, "管理员", THEN), [])
    assert (visited.of("李明").role, visited.of(OWNER).role) == ("经办", "管理员")
    assert (visited.last, visited.facts) == (OWNER, [])


@pytest.mark.parametrize(
    "said", ["x", {"names": 1}, {"names": {"李明": {"role": "经办", "time": "昨天"}}}, {"facts": 1}]
)
def test_damaged_settings_are_no_visitors(furniture, path, said):
    place = BookFolder.of(path)
    furniture.settings.set(f"log_ins/{place.folder}", said)
    visitors = Visitors(furniture.settings, place)
    assert (visitors.of("李明"), visitors.last, visitors.facts) == (None, "", [])


def test_a_time_without_its_zone_is_that_of_this_pc(furniture, path, open_door):
    said = {"last": "李明", "names": {"李明": {"role": "经办", "time": "2025-01-06T08:12"}}}
    furniture.settings.set(f"log_ins/{BookFolder.of(path).folder}", said)
    assert open_door().page.password.foot.text() == "上次登录 2025-01-06 08:12（李明）"


def test_the_right_password_opens_the_book(door, path, qtbot):
    came = passed(door, qtbot, lambda: type_password(door, WORD))
    with Book.open(path, (Union,), path.parent / "replicas", came) as book:
        assert book.user == OWNER


def test_a_wrong_one_is_told_on_the_page_and_nowhere_else(door, qtbot, said):
    type_password(door, "忘了")
    assert refused(door, qtbot) == "密码不对。还可以马上再试 2 次；再错要等一会儿，不会锁死。"
    assert door.page.password.deed.isEnabled()
    assert said == []


def test_an_empty_password_is_not_tried(door, path):
    QTest.keyClick(door.page.password.password, Qt.Key.Key_Return)
    assert door.page.password.note is None
    assert not (path / "attempts.json").exists()


def test_after_some_wrong_ones_it_counts_the_seconds_and_goes_on(door, qtbot):
    for _ in range(3):
        type_password(door, "忘了")
        refused(door, qtbot)
        qtbot.waitUntil(lambda: door.page.card.deed.text() != "正在打开…")
    assert not door.page.card.deed.isEnabled()
    assert door.page.card.deed.text() == "请等 1 秒"
    qtbot.waitUntil(door.page.card.deed.isEnabled)
    assert door.page.card.deed.text() == "登录"


def test_a_restart_does_not_forget_the_wait(path, open_door):
    keyring = Keyring.read(BookFolder.of(path).keyring)
    for _ in range(8):
        keyring.attempts.fail(OWNER)
    door = open_door()
    assert not door.page.card.deed.isEnabled()
    assert door.page.card.deed.text().startswith("请等 ")


def test_caps_lock_is_noticed(door, qtbot):
    QTest.keyClick(door.page.password.password, "A")
    QTest.keyClick(door.page.password.password, Qt.Key.Key_Return)
    assert refused(door, qtbot).endswith("大写锁定开着。")


def open_by_code(door: Door, code: str, first: str = "新的密码", second: str = "新的密码") -> None:
    door.page.password.forgot_button.click()
    card = door.page.code
    card.code.setText(code)
    card.name.setCurrentIndex(card.name.findData("李明"))
    card.first.setText(first)
    card.second.setText(second)
    card.deed.click()


def test_the_recovery_code_opens_for_a_new_password(door, path, code, qtbot):
    came = passed(door, qtbot, lambda: open_by_code(door, code.lower().replace("-", " ")))
    assert (came.name, came.user, came.new_password) == ("李明", "", "新的密码")
    with Book.open(path, (Union,), path.parent / "replicas", came) as book:
        assert book.log_lines(1)[0].sentence == "用恢复码打开。"


def test_a_mistyped_code_is_told_and_costs_no_wait(door, code, qtbot):
    open_by_code(door, code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert refused(door, qtbot).startswith("恢复码输错了。")
    assert door.page.code.deed.isEnabled()


@pytest.mark.parametrize(
    ("first", "second", "wrong"), [("新的密码", "新的密马", "两遍新密码不一样"), ("新", "新", "密码太短")]
)
def test_the_new_password_is_looked_at_before_the_code_is_tried(door, code, qtbot, first, second, wrong):
    with qtbot.assertNotEmitted(door.page.code_given):
        open_by_code(door, code, first, second)
    assert door.page.code.note.title.text().startswith(wrong)


def test_one_may_go_back_to_the_password(door):
    door.page.ask_for_code()
    assert isinstance(door.page.card, CodeCard)
    door.page.code.back_wanted.emit()
    assert isinstance(door.page.card, PasswordCard)


def test_a_book_whose_key_stayed_on_the_old_pc_asks_for_the_code_alone(path, code, open_door, qtbot):
    file = BookFolder.of(path).keyring
    Keyring.read(file).without(OWNER).without("李明").write(file)
    door = open_door()
    assert isinstance(door.page.card, CodeCard)
    door.page.code.code.setText(code)
    came = passed(door, qtbot, door.page.code.deed.click)
    assert (came.by_code, came.new_password) == (True, "")


def test_a_locked_window_lets_only_its_user_back(open_door):
    door = open_door(only="李明")
    names = door.page.password.name
    assert [names.itemText(place) for place in range(names.count())] == ["李明"]
    assert door.page.password.deed.text() == "解锁"
    assert not door.page.password.forgot_button.isVisible()


def test_the_last_backup_is_told(open_door):
    door = open_door(backup="2026-11-20T08:31:00+00:00")
    texts = [words.text() for words in door.page.findChildren(QLabel)]
    assert any(text.startswith("上次备份 ") for text in texts)


def test_the_password_is_not_in_what_the_door_hands_on(door, qtbot):
    came = passed(door, qtbot, lambda: type_password(door, WORD))
    assert WORD not in repr(came)
    assert came.key.hex() not in repr(came)


@pytest.mark.parametrize("factor", [1.0, 1.75])
@pytest.mark.parametrize("card", ["password", "code"])
def test_no_words_are_cut(door, scale, qtbot, factor, card):
    if card == "code":
        door.page.ask_for_code()
    scale.set_factor(factor)
    door.page.resize(1366, 697)
    qtbot.wait(20)
    assert cut_texts(door.page) == []
