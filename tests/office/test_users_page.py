"""用户与权限 after an old backup came back: who has a password and no line, who a line and no password."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from tests.desk.cut_text import cut_texts
from xunion_desktop.basics.errors import Cancelled
from xunion_desktop.basics.rights import Role
from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.access import add_user, enter, found, founding
from xunion_desktop.office.card import ROOM
from xunion_desktop.office.checkup import State, keys
from xunion_desktop.office.duties import duties
from xunion_desktop.office.filling import fill
from xunion_desktop.office.pages.recovery_page import RecoveryPage
from xunion_desktop.office.pages.users_page import UsersPage, protecting
from xunion_desktop.office.records import RECORDS
from xunion_desktop.office.settling import differences, roles_now, settle_restored, to_settle
from xunion_desktop.office.users import User, admins, user_called
from xunion_desktop.store.book import Book

OWNER, WORD = "王海燕", "一起上山去"


@pytest.fixture
def book(tmp_path):
    with Book.create(tmp_path / "兴县", RECORDS, tmp_path / "replicas", (OWNER, WORD)) as book:
        fill(book)
        found(book, OWNER)
        enter(book, (ROOM,))
        yield book


@pytest.fixture
def desk(book, furniture):
    return Desk(book, date(2026, 11, 23), (ROOM,), furniture)


@pytest.fixture
def open_page(desk, qtbot):
    def make() -> UsersPage:
        page = UsersPage(desk)
        qtbot.addWidget(page)
        page.resize(1366, 620)
        page.show()
        return page

    return make


@pytest.fixture
def open_book(tmp_path):
    with Book.create(tmp_path / "兴县", RECORDS, tmp_path / "replicas") as book:
        fill(book)
        yield book


def test_an_administrator_goes_again_where_his_log_in_could_not_be_set_up(open_book, furniture):
    def stop(done: int, total: int) -> None:
        raise Cancelled

    desk = Desk(open_book, date(2026, 11, 23), (ROOM,), furniture)
    with pytest.raises(Cancelled):
        protecting(desk, OWNER, WORD)(stop)
    assert (open_book.keys.protected, admins()) == (False, [])


def test_who_was_known_before_is_then_what_he_was(open_book):
    found(open_book, OWNER)
    change = user_called(OWNER)
    change.active = False
    with open_book.deed("停用") as deed:
        deed.save(change)
    with pytest.raises(Cancelled), founding(open_book, OWNER):
        raise Cancelled
    assert not user_called(OWNER).active


def states(page: UsersPage) -> dict[str, str]:
    model = page.users.model
    return {model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())}


def choose(page: UsersPage, name: str) -> None:
    page.users.table.selectRow(list(states(page)).index(name))


@pytest.fixture
def stranger(book, open_page):
    """李明 has a password; nothing is written down about him."""
    book.keys.set_password("李明", "李明的密码")
    page = open_page()
    choose(page, "李明")
    return page


def test_a_password_without_a_line_is_listed(stranger):
    assert states(stranger) == {"李明": "没有登记", OWNER: "在用"}


def test_it_is_taken_away_after_a_question(stranger, book, said):
    assert stranger.users.stop_button.text() == "去掉…"
    stranger.users.stop_button.click()
    assert said[-1].text == "去掉“李明”的密码吗？"
    said[-1].answers[0].act()
    assert states(stranger) == {OWNER: "在用"}
    assert book.keys.names() == [OWNER]


def test_or_he_gets_a_role(stranger):
    stranger.users.role.setCurrentText(Role.TREASURER)
    stranger.users.role_button.click()
    assert states(stranger)["李明"] == "在用"
    assert user_called("李明").role == Role.TREASURER


def test_a_line_without_a_password_is_told(book, open_page):
    with book.deed("登记") as deed:
        deed.save(User(name="张春梅", role=str(Role.CLERK)))
    assert states(open_page())["张春梅"] == "没有密码"


def test_who_was_stopped_and_can_log_in_again_is_shut_out(book, open_page, said):
    user = add_user(book, "张春梅", Role.CLERK, "春梅的密码")
    user.active = False
    with book.deed("停用") as deed:
        deed.save(user)
    page = open_page()
    choose(page, "张春梅")
    assert states(page)["张春梅"] == "停用，还有密码"
    page.users.stop_button.click()
    said[-1].answers[0].act()
    assert states(page)["张春梅"] == "停用"


# the recovery sheet


@pytest.fixture
def unprinted(book):
    return book.keys.new_recovery_code()


def test_a_sheet_that_was_not_printed_stays_a_duty_and_a_line_to_mend(unprinted, book):
    (duty,) = duties(date(2026, 11, 23))
    assert (duty.text, duty.page) == ("恢复单还没有印出来", "users")
    assert keys(book).state is State.MEND


def test_once_it_is_on_paper_nothing_is_due(unprinted, book):
    book.keys.confirm_recovery(unprinted)
    assert duties(date(2026, 11, 23)) == []
    assert keys(book).state is State.GOOD


def test_the_page_says_that_there_is_none(unprinted, open_page):
    texts = [words.text() for words in open_page().findChildren(QLabel)]
    assert "还没有印出恢复单，忘了密码就打不开本子，请现在就印一张。" in texts


def test_leaving_its_page_without_paper_leaves_the_old_one_in_force(book, desk, qtbot, said):
    old = book.keys.new_recovery_code()
    book.keys.confirm_recovery(old)
    page = RecoveryPage(desk, book.keys.new_recovery_code(), printers=[])
    qtbot.addWidget(page)
    page.leave()
    assert "以前的恢复单还能用" in said[-1].second
    said[-1].answers[0].act()
    assert book.keys.keyring.unlock_by_code(old) == book.keys.key
    assert not book.keys.recovery_confirmed


def test_without_an_older_sheet_it_says_that_there_is_no_other_way_in(book, desk, qtbot, said):
    page = RecoveryPage(desk, book.keys.new_recovery_code(), printers=[])
    qtbot.addWidget(page)
    page.leave()
    assert said[-1].second.endswith("印好以前，忘了密码就打不开本子。")


def test_a_sheet_whose_code_was_changed_since_is_not_put_on_paper(book, desk, qtbot, files, said, tmp_path):
    old = book.keys.new_recovery_code()
    book.keys.confirm_recovery(old)
    page = RecoveryPage(desk, book.keys.new_recovery_code(), printers=[])
    qtbot.addWidget(page)
    book.keys.new_recovery_code()
    files.path = tmp_path / "恢复单.pdf"
    page.save_pdf()
    assert said[-1].text == "这张恢复单上的码已经换掉了，打不开本子。"
    assert not files.path.exists()
    assert not page.taken
    assert book.keys.keyring.unlock_by_code(old) == book.keys.key


# the list to settle


def test_what_a_restore_changed_is_said_of_each_user():
    before = {"王海燕": "管理员", "张春梅": "查看", "李明": "停用"}
    now = {"王海燕": "管理员", "张春梅": "经办", "李明": "查看", "旧人": "经办"}
    assert differences(before, now, ["王海燕", "张春梅", "新人"]) == [
        "张春梅恢复前是“查看”，现在是“经办”",
        "新人有密码、能登录，名单里没有他",
        "旧人在名单里是“经办”，没有密码，不能登录",
        "李明在名单里是“查看”，没有密码，不能登录",
    ]


def test_nothing_is_said_where_all_is_as_it_was(book):
    assert settle_restored(book, roles_now(), OWNER) == []
    assert to_settle() == []


@pytest.fixture
def restored(book):
    book.keys.set_password("李明", "李明的密码")
    return settle_restored(book, roles_now(), OWNER)


def test_it_is_a_duty_and_a_note_until_somebody_looked(restored, open_page):
    duty = duties(date(2026, 11, 23))[0]
    assert (duty.text, duty.page) == ("恢复备份以后，有 1 个用户要核对", "users")
    page = open_page()
    assert page.settle_note.second.text() == "李明有密码、能登录，名单里没有他。"
    page.settle_note.buttons[0].click()
    assert to_settle() == []
    assert [duty.text for duty in duties(date(2026, 11, 23))] == ["恢复单还没有印出来"]


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_words_are_cut(restored, open_page, scale, qtbot, factor):
    scale.set_factor(factor)
    page = open_page()
    choose(page, "李明")
    qtbot.waitUntil(lambda: cut_texts(page) == [])


def test_what_is_typed_and_not_done_is_asked_about(open_page):
    page = open_page()
    assert page.unfinished() is None
    for field in (page.users.name, page.users.new.first, page.users.again.second):
        field.setText("李明")
        assert page.unfinished() is not None
        field.clear()
    assert page.unfinished() is None


def test_what_is_given_up_is_asked_about_again_where_one_stays(open_page):
    page = open_page()
    page.users.name.setText("李明")
    page.halt()
    assert page.unfinished() is None
    page.resume()
    assert page.unfinished()[0].startswith("“用户与权限”里填了还没有办的")


def test_the_first_password_of_a_book_too(open_book, furniture, qtbot):
    page = UsersPage(Desk(open_book, date(2026, 11, 23), (ROOM,), furniture))
    qtbot.addWidget(page)
    assert page.unfinished() is None
    page.new.first.setText("一起上山去")
    assert page.unfinished() is not None
