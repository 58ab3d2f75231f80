"""What becomes of a new book that does not open, and what somebody who logs in is told about the last time."""

from pathlib import Path

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import find_places
from xunion_desktop.office.entering import New, built, greeting, unmade_after_trouble
from xunion_desktop.store.closed import OpenElsewhere
from xunion_desktop.store.log import Logged


def test_who_comes_rarely_hears_of_his_last_time_all_the_same(book):
    book.user = "王海燕"
    book.log(Logged.LOGIN, "登录。")
    for _ in range(201):
        book.log(Logged.LOGIN, "登录。", user="李明")
    book.log(Logged.LOGIN, "登录。")
    assert greeting(book)[1].startswith("上次登录 ")


def test_who_comes_for_the_first_time_hears_that(book):
    book.log(Logged.LOGIN, "登录。", user="李明")
    book.user = "王海燕"
    book.log(Logged.LOGIN, "登录。")
    assert greeting(book) == ("王海燕，已登录", "第一次登录。")


def test_wrong_passwords_since_then_are_counted(book):
    book.user = "王海燕"
    book.log(Logged.LOGIN, "登录。")
    for _ in range(2):
        book.log(Logged.FAILED, "密码不对。", user="")
    book.log(Logged.LOGIN, "登录。")
    assert "输错过 2 次密码" in greeting(book)[1]


def after(tmp_path: Path, trouble: Trouble) -> bool:
    """Whether a new book is still there after this trouble."""
    marker = tmp_path / "兴县" / "兴县.xunion"
    marker.parent.mkdir()
    marker.touch()

    def act():
        raise trouble

    with pytest.raises(type(trouble)):
        unmade_after_trouble(New(marker, None), act)
    return marker.exists()


def test_a_new_book_that_cannot_be_settled_is_gone_again(tmp_path: Path):
    assert not after(tmp_path, Trouble("磁盘满了。"))


def test_a_new_book_that_another_program_has_open_stays(tmp_path: Path):
    assert after(tmp_path, OpenElsewhere("这个本子已经在另一个窗口打开。"))


def test_no_book_is_made_where_the_program_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    home = tmp_path / "home"
    monkeypatch.setenv("XUNION_HOME", str(home))
    with pytest.raises(Trouble, match="不能放"):
        built(find_places(tmp_path), home / "practice.xunion", (), None)
    assert not home.exists()
