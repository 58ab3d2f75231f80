"""new-password: a forgotten password on the command line, with the recovery code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.commands.conftest import Said
from xunion_desktop.catalogue import record_classes
from xunion_desktop.commands import log_in
from xunion_desktop.store.book import Book
from xunion_desktop.store.log import Logged
from xunion_desktop.store.unlocking import ByCode, ByPassword

OWNER, OTHER, WORD, NEW = "王海燕", "李明", "一起上山去", "另外一个密码"
BOOK = ("--book", "兴县")
Run = Callable[..., Said]


@pytest.fixture
def code(own_data: None) -> str:
    """The recovery code of a protected book of one."""
    with Book.create("兴县", record_classes(), owner=(OWNER, WORD)) as book:
        return book.keys.new_recovery_code()


@pytest.fixture
def told(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code and new password come from the surroundings."""
    monkeypatch.setenv("XUNION_RECOVERY", code)
    monkeypatch.setenv("XUNION_NEW_PASSWORD", NEW)


def opens(name: str, password: str) -> bool:
    with Book.open("兴县", record_classes(), unlock=ByPassword(name, password)) as book:
        return book.user == name


@pytest.mark.usefixtures("told")
def test_the_new_password_opens_the_book(run: Run) -> None:
    said = run("new-password", *BOOK)
    assert (said.code, said.err) == (0, "")
    assert opens(OWNER, NEW)


@pytest.mark.usefixtures("told")
def test_the_code_still_opens_it_and_the_log_tells(run: Run, code: str) -> None:
    run("new-password", *BOOK)
    with Book.open("兴县", record_classes(), unlock=ByCode(code)) as book:
        assert [line for line in book.log_lines(event=Logged.KEYS) if OWNER in line.sentence]


@pytest.mark.usefixtures("told")
def test_as_json(run: Run) -> None:
    assert run("new-password", *BOOK, "--json").data == {"book": "兴县", "user": OWNER}


@pytest.mark.usefixtures("told")
def test_neither_code_nor_password_is_said(run: Run, code: str) -> None:
    said = run("new-password", *BOOK)
    assert code not in said.out + said.err
    assert NEW not in said.out + said.err


@pytest.mark.usefixtures("told")
def test_another_may_be_named(run: Run) -> None:
    with Book.open("兴县", record_classes(), unlock=ByPassword(OWNER, WORD)) as book:
        book.keys.set_password(OTHER, WORD)
    assert run("new-password", *BOOK, "--user", OTHER).code == 0
    assert opens(OTHER, NEW)
    assert opens(OWNER, WORD)


@pytest.mark.usefixtures("told")
def test_who_is_not_there_is_wrong_usage(run: Run) -> None:
    said = run("new-password", *BOOK, "--user", "张三")
    assert said.code == 2
    assert OWNER in said.err


def test_a_wrong_code_changes_nothing(run: Run, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XUNION_RECOVERY", code[::-1])
    monkeypatch.setenv("XUNION_NEW_PASSWORD", NEW)
    assert run("new-password", *BOOK).code == 3
    assert opens(OWNER, WORD)


def test_a_short_password_is_refused(run: Run, told: None, monkeypatch: pytest.MonkeyPatch) -> None:
    del told
    monkeypatch.setenv("XUNION_NEW_PASSWORD", "短")
    assert run("new-password", *BOOK).code == 3
    assert opens(OWNER, WORD)


def test_a_book_without_log_in_is_told_so(run: Run, own_data: None) -> None:
    del own_data
    run("demo", *BOOK, "--branches", 2, "--members", 60)
    assert "没有设密码" in run("new-password", *BOOK).err


class Terminal:
    """A terminal at which somebody sits."""

    def isatty(self) -> bool:
        return True


def answers(monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
    coming: Iterator[str] = iter(typed)
    monkeypatch.setattr(log_in.sys, "stdin", Terminal())
    monkeypatch.setattr(log_in.getpass, "getpass", lambda _hint: next(coming))


def test_at_a_terminal_it_asks_for_code_and_password(run: Run, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, code, NEW, NEW)
    assert run("new-password", *BOOK).code == 0
    assert opens(OWNER, NEW)


def test_two_different_passwords_change_nothing(run: Run, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, code, NEW, "又一个密码呀")
    said = run("new-password", *BOOK)
    assert (said.code, "两遍新密码不一样" in said.err) == (3, True)
    assert opens(OWNER, WORD)


@pytest.mark.usefixtures("code")
def test_without_a_terminal_it_says_what_to_set(run: Run) -> None:
    assert "XUNION_RECOVERY" in run("new-password", *BOOK).err
