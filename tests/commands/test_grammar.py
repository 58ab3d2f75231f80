"""What the command line takes and how it refuses: in Chinese, with code 2, and without starting anything."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from xunion_desktop.__main__ import main
from xunion_desktop.commands import MODULES, grammar
from xunion_desktop.store.folder import SUFFIX


def refusal(arguments, capsys) -> str:
    """What the command line says when it refuses; it must do so with code 2 and on standard error."""
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_no_command_asks_for_the_window():
    assert grammar.read([]).command is None


def test_the_window_may_be_told_its_book():
    assert grammar.read(["--book", "兴县"]).book == "兴县"


@pytest.mark.parametrize("named", ["兴县.xunion", "/home/王/兴县/兴县.xunion", "本子/兴县"])
def test_the_window_opens_the_book_that_a_file_manager_names(named):
    options = grammar.read([named])
    assert (options.command, options.book) == (None, named)


def test_a_folder_that_lies_here_is_a_book_by_its_bare_name():
    Path("兴县 一").mkdir()
    options = grammar.read(["兴县 一"])
    assert (options.command, options.book) == (None, "兴县 一")


@pytest.mark.parametrize("first", ["check", "兴县 二", ""])
def test_a_command_and_what_does_not_lie_here_is_no_book(first, capsys):
    Path("check").mkdir()
    assert refusal([first], capsys).startswith("用法不对：")


def test_a_file_that_ends_like_a_book_is_one():
    assert grammar.MARK == SUFFIX


def test_a_book_that_is_named_leaves_room_for_options():
    options = grammar.read(["兴县.xunion", "--today", "2026-02-28"])
    assert (options.book, options.today) == ("兴县.xunion", date(2026, 2, 28))


def test_today_is_today_where_nothing_is_said():
    assert grammar.read(["forms"]).today == datetime.now().astimezone().date()


@pytest.mark.parametrize("arguments", [["--today", "2026-02-28", "forms"], ["forms", "--today", "2026-02-28"]])
def test_today_may_be_said_before_and_after_the_command(arguments):
    assert grammar.read(arguments).today == date(2026, 2, 28)


def test_the_demo_county_has_its_usual_size():
    options = grammar.read(["demo", "--book", "b"])
    assert (options.branches, options.members, options.seed) == (300, 20000, 1)


def test_a_file_is_a_path():
    assert grammar.read(["import", "branches", "台账.xls", "--book", "b"]).file == Path("台账.xls")


@pytest.mark.parametrize("command", MODULES)
def test_every_command_explains_itself_in_chinese(command, capsys):
    assert main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"用法：xunion-desktop {command}")
    assert "--today" in said
    assert "--json" in said
    assert not any(word in said for word in ("usage:", "options:", "positional", "show this"))


def test_the_commands_are_listed(capsys):
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(command in said for command in MODULES)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fly"], "没有“fly”这条命令"),
        (["import"], "缺少 台账、文件、--book"),
        (["forms", "--today", "31.12."], "“31.12.”不是一个日期"),
        (["forms", "--today", "9999-12-31"], "1949 年到 2100 年"),
        (["forms", "--today", "1948-12-31"], "1949 年到 2100 年"),
        (["forms", "--today"], "--today 后面要有内容"),
        (["forms", "--where", "x"], "不认识 --where x"),
        (["demo", "--book", "b", "--branches", "-5"], "--branches"),
        (["demo", "--book", "b", "--branches", "many"], "“many”不是个数"),
        (["demo", "--book", "b", "--seed", "x"], "--seed 要是整数，不是“x”"),
        (["demo", "--book", "b", "--seed", "it's"], "--seed 要是整数，不是“"),
        (["check", "--book", ""], "--book：没有写是哪个本子"),
        (["demo", "--book="], "--book：没有写是哪个本子"),
        (["forms", "--json=1"], "--json 后面不带内容"),
        (["forms", "--json=it's"], "--json 后面不带内容"),
        (["check", "--book", "b", "--backups"], "--backups 后面要有内容"),
        (["print", "branches/election_reminder", "--book", "b"], "要给 --out X.pdf 或者 --word"),
    ],
)
def test_wrong_usage_is_one_chinese_sentence(arguments, sentence, capsys):
    said = refusal(arguments, capsys)
    assert said.startswith("用法不对：")
    assert sentence in said
    assert said.count("\n") == 1
    assert not re.search(r"argument|invalid|choose|expected|value", said)
    assert "用法：xunion" not in said


def test_options_are_not_guessed_from_their_beginnings(capsys):
    assert "不认识" in refusal(["forms", "--js"], capsys)
