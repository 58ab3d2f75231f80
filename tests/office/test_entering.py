"""What somebody who logs in is told about the last time."""

from xunion_desktop.office.entering import greeting
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
