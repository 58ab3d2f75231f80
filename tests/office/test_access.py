"""Users, roles, and the book that keeps to their rights, whoever writes."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Role
from xunion_desktop.office.access import (
    add_user,
    change_role,
    deactivate,
    demand_admin,
    enter,
    found,
    rights_in,
    write_grants,
)
from xunion_desktop.office.card import ROOM
from xunion_desktop.office.filling import fill
from xunion_desktop.office.records import RECORDS, Office
from xunion_desktop.office.users import User, grants_of, rights_of, user_called, users
from xunion_desktop.store.book import Book
from xunion_desktop.store.unlocking import ByPassword

OWNER = ("王海燕", "海燕的密码一")


@pytest.fixture
def place(tmp_path):
    return tmp_path / "兴县"


@pytest.fixture
def book(place, tmp_path):
    with Book.create(place, RECORDS, tmp_path / "replicas", owner=OWNER) as book:
        fill(book)
        found(book, OWNER[0])
        enter(book, (ROOM,))
        yield book


def rename(book: Book) -> None:
    own = Office.get()
    own.short_name = "县总"
    with book.deed("改简称") as deed:
        deed.save(own)


def log_in(book: Book, name: str) -> None:
    book.user = name
    enter(book, (ROOM,))


def test_the_founder_is_the_administrator(book):
    assert [(user.name, user.role) for user in users()] == [("王海燕", "管理员")]
    assert rights_of("王海燕").is_admin


def test_an_administrator_writes(book):
    rename(book)
    assert Office.get().short_name == "县总"


def test_a_reader_writes_nothing_whatever_the_way(book):
    add_user(book, "李明", Role.READER, "李明的密码")
    log_in(book, "李明")
    with pytest.raises(Trouble, match="您的角色是“查看”，“本单位资料”只能看，不能改。"):
        rename(book)
    assert Office.get().short_name != "县总"


def test_a_reader_undoes_nothing(book):
    rename(book)
    add_user(book, "李明", Role.READER, "李明的密码")
    log_in(book, "李明")
    with pytest.raises(Trouble, match="只能看"):
        book.undo()


def test_the_log_is_open_to_everybody(book):
    add_user(book, "李明", Role.READER, "李明的密码")
    log_in(book, "李明")
    book.log("shown", "查看了联系电话。", reason="核对")
    assert book.log_lines(1)[0].user == "李明"


def test_users_are_the_administrators_business_even_where_a_role_writes_the_office(book):
    write_grants(book, {(Role.CLERK, "office"): Grant(Level.WRITE)})
    add_user(book, "李明", Role.CLERK, "李明的密码")
    log_in(book, "李明")
    rename(book)
    with pytest.raises(Trouble, match="只有管理员"):
        change_role(book, user_called("李明"), Role.ADMIN)


def test_a_new_user_can_log_in(book, place, tmp_path):
    add_user(book, "李明", Role.CLERK, "李明的密码")
    book.close()
    with Book.open(place, RECORDS, tmp_path / "replicas", unlock=ByPassword("李明", "李明的密码")) as again:
        assert again.user == "李明"
        assert rights_of(again.user).role is Role.CLERK


def test_a_short_password_makes_no_user(book):
    with pytest.raises(Trouble, match="太短"):
        add_user(book, "李明", Role.CLERK, "123")
    assert user_called("李明") is None


@pytest.mark.parametrize(("name", "sentence"), [("王海燕", "已经有用户"), (" ", "没有填")])
def test_a_name_is_needed_and_given_once(book, name, sentence):
    with pytest.raises(Trouble, match=sentence):
        add_user(book, name, Role.CLERK, "够长的密码")


def test_a_deactivated_user_is_let_in_no_more_and_may_come_back(book):
    user = add_user(book, "李明", Role.CLERK, "李明的密码")
    deactivate(book, user)
    assert "李明" not in book.keys.names()
    assert not user_called("李明").active
    add_user(book, "李明", Role.READER, "另一个密码")
    assert [(user.name, user.active) for user in users()] == [("李明", True), ("王海燕", True)]


@pytest.mark.parametrize("act", [deactivate, lambda book, user: change_role(book, user, Role.CLERK)])
def test_the_last_administrator_stays_one(book, act):
    with pytest.raises(Trouble, match="唯一的管理员"):
        act(book, user_called("王海燕"))


def test_a_second_administrator_lets_the_first_go(book):
    add_user(book, "李明", Role.ADMIN, "李明的密码")
    change_role(book, user_called("王海燕"), Role.CLERK)
    assert not rights_of("王海燕").is_admin


def test_a_name_that_the_book_does_not_know_may_only_look(book):
    assert rights_of("生人").role is Role.READER


def test_users_are_never_undone(book):
    add_user(book, "李明", Role.CLERK, "李明的密码")
    assert book.undoable() is None


def test_rights_come_from_the_shipped_table(book):
    assert grants_of(Role.CLERK) == {EVERY_ROOM: Grant(Level.WRITE, clear=True), "office": Grant(Level.SEE)}
    assert grants_of(Role.READER)[EVERY_ROOM] == Grant(Level.SEE)


def test_rights_that_the_office_changed_stay(book):
    write_grants(book, {(Role.READER, "branches"): Grant(Level.HIDDEN), (Role.READER, EVERY_ROOM): Grant(Level.WRITE)})
    fill(book)
    assert grants_of(Role.READER) == {EVERY_ROOM: Grant(Level.WRITE), "branches": Grant(Level.HIDDEN)}


def test_without_log_in_there_is_nothing_to_keep_to(book):
    book.user = ""
    assert rights_of("").is_admin
    assert User.alive().count() == 1


def remove_all_users(book):
    """As after a backup from before the log-in: passwords of today, no line about any user."""
    with book.deed("恢复") as deed:
        for user in users():
            user.active = False
            deed.save(user)


def test_where_no_administrator_is_left_only_who_had_a_password_first_is_one(book):
    add_user(book, "李明", Role.READER, "李明的密码")
    remove_all_users(book)
    book.user = "李明"
    assert rights_in(book).role is Role.READER
    book.user = "王海燕"
    assert rights_in(book).is_admin


def test_what_only_administrators_do_is_refused_to_others(book):
    add_user(book, "李明", Role.READER, "李明的密码")
    log_in(book, "李明")
    with pytest.raises(Trouble, match="您的角色是“查看”，打包本子只有管理员能做。"):
        demand_admin(book, "打包本子")
    log_in(book, "王海燕")
    demand_admin(book, "打包本子")


@pytest.mark.parametrize("name", ["恢复码", "李\n明", "李" * 200])
def test_a_name_that_deceives_makes_no_user(book, name):
    with pytest.raises(Trouble):
        add_user(book, name, Role.READER, "够长的密码")
    assert book.keys.names() == ["王海燕"]
