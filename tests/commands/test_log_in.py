"""A protected book on the command line: log-in, the rights of who logged in, what goes out in clear and why."""

import openpyxl
import pdfplumber
import pytest

from tests.commands.crew import CLERK, OWNER, READER, WORD, as_user
from xunion_desktop.basics.rights import Grant, Level, Role
from xunion_desktop.commands import log_in
from xunion_desktop.commands.books import open_book
from xunion_desktop.office.access import write_grants
from xunion_desktop.store.log import Logged


@pytest.fixture
def owned(run, monkeypatch):
    """A protected demo county, made by its owner, who is still the user."""
    as_user(monkeypatch, OWNER)
    run("demo", "--book", "兴县", "--branches", 30, "--members", 900)


def phones(file, heading="主席电话"):
    rows = list(openpyxl.load_workbook(file).active.values)
    place = rows[1].index(heading)
    return {row[place] for row in rows[2:] if row[place]}


def test_demo_with_name_and_password_makes_a_protected_book(owned, run, monkeypatch):
    monkeypatch.delenv("XUNION_PASSWORD")
    said = run("undo", "--book", "兴县")
    assert said.code == 3
    assert "XUNION_PASSWORD" in said.err


def test_demo_without_them_makes_an_open_one(run, monkeypatch):
    run("demo", "--book", "兴县", "--branches", 2, "--members", 60)
    assert run("undo", "--book", "兴县").code == 0


def test_the_owner_is_the_administrator_and_every_deed_is_his(owned):
    with open_book("兴县") as book:
        assert {line.user for line in book.deeds()} == {OWNER}


def test_a_wrong_password_is_told_in_a_sentence(owned, run, monkeypatch):
    as_user(monkeypatch, OWNER, "一起下山去")
    said = run("undo", "--book", "兴县")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("密码不对。")


def test_import_into_a_missing_book_makes_a_protected_one(run, owned, monkeypatch):
    run("export", "branches", "one.xlsx", "--book", "兴县")
    run("import", "branches", "one.xlsx", "--book", "新本", "--commit")
    monkeypatch.delenv("XUNION_USER")
    assert run("undo", "--book", "新本").code == 3


class Terminal:
    """A terminal at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_it_asks(owned, run, monkeypatch):
    monkeypatch.delenv("XUNION_USER")
    monkeypatch.delenv("XUNION_PASSWORD")
    monkeypatch.setattr(log_in.sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda hint: OWNER if OWNER in hint else "")
    monkeypatch.setattr(log_in.getpass, "getpass", lambda hint: WORD)
    assert run("undo", "--book", "兴县").code == 0


@pytest.mark.parametrize("command", [
    ["undo", "--book", "兴县"],
    ["import", "branches", "one.xlsx", "--book", "兴县", "--commit"],
    ["print", "branches/election_reminder", "--book", "兴县", "--out", "a.pdf"],
])  # fmt: skip
def test_a_reader_writes_nothing(manned, run, monkeypatch, tmp_path, command):
    run("export", "branches", "one.xlsx", "--book", "兴县")
    sheet = openpyxl.load_workbook(tmp_path / "one.xlsx")
    sheet.active["A3"] = "兴县示例新建小学工会"
    sheet.save(tmp_path / "one.xlsx")
    as_user(monkeypatch, READER)
    said = run(*command)
    assert said.code == 3
    assert "您的角色是“查看”" in said.err
    assert "只能看，不能改" in said.err


def test_a_reader_may_look(manned, run, monkeypatch):
    as_user(monkeypatch, READER)
    assert run("export", "branches", "one.xlsx", "--book", "兴县").code == 0
    assert run("import", "branches", "one.xlsx", "--book", "兴县").code == 0


def test_a_room_that_may_not_be_seen_is_not_taken_out_nor_printed(manned, run, monkeypatch):
    with open_book("兴县") as book:
        write_grants(book, {(Role.READER, "branches"): Grant(Level.HIDDEN)})
    as_user(monkeypatch, READER)
    for command in (["export", "branches", "one.xlsx"], ["print", "branches/election_reminder", "--out", "a.pdf"]):
        said = run(*command, "--book", "兴县")
        assert said.code == 3
        assert "“基层工会”不对您开放。" in said.err


def test_an_export_is_masked(owned, run, tmp_path):
    run("export", "branches", "one.xlsx", "--book", "兴县")
    assert all("****" in phone for phone in phones(tmp_path / "one.xlsx"))


def test_a_reason_lets_it_out_in_clear_with_its_line_and_its_entry(manned, run, monkeypatch, tmp_path):
    as_user(monkeypatch, CLERK)
    run("export", "branches", "one.xlsx", "--book", "兴县", "--reason", "报市总核对")
    assert not any("*" in phone for phone in phones(tmp_path / "one.xlsx") if phone)
    last = [row for row in openpyxl.load_workbook(tmp_path / "one.xlsx").active.values if any(row)][-1]
    assert last[0].startswith(f"含个人信息，仅限“报市总核对”使用，不得外传。导出人：{CLERK}，")
    with open_book("兴县") as book:
        (line,) = book.log_lines(event=Logged.TAKEN_OUT)
    assert (line.user, line.reason) == (CLERK, "报市总核对")


def test_a_roster_in_clear_has_the_line_on_every_page(owned, run, tmp_path):
    run("export", "branches", "one.pdf", "--book", "兴县", "--reason", "报市总核对")
    with pdfplumber.open(tmp_path / "one.pdf") as pdf:
        texts = [page.extract_text() for page in pdf.pages]
    assert len(texts) > 1
    assert all("含个人信息，仅限“报市总核对”使用" in text for text in texts)


@pytest.mark.parametrize(("who", "reason", "sentence"), [
    (READER, "报市总核对", "不能看原文"),
    (OWNER, "报", "没有写明原因"),
])  # fmt: skip
def test_no_right_or_no_reason_no_clear_export(manned, run, monkeypatch, tmp_path, who, reason, sentence):
    as_user(monkeypatch, who)
    said = run("export", "branches", "one.xlsx", "--book", "兴县", "--reason", reason)
    assert said.code == 3
    assert sentence in said.err
    assert not (tmp_path / "one.xlsx").exists()


def test_a_masked_export_comes_back_and_changes_nothing(owned, run):
    run("export", "branches", "one.xlsx", "--book", "兴县")
    data = run("import", "branches", "one.xlsx", "--book", "兴县", "--json").data
    assert (data["new"], data["update"], data["refused"]) == (0, [], [])


def test_an_export_in_clear_comes_back_and_changes_nothing(owned, run):
    run("export", "branches", "one.xlsx", "--book", "兴县", "--reason", "报市总核对")
    data = run("import", "branches", "one.xlsx", "--book", "兴县", "--json").data
    assert (data["new"], data["update"], data["refused"], data["same"]) == (0, [], [], 30)


def test_what_an_import_would_change_is_told_masked(owned, run, tmp_path):
    run("export", "branches", "one.xlsx", "--book", "兴县", "--reason", "报市总核对")
    sheet = openpyxl.load_workbook(tmp_path / "one.xlsx")
    rows = sheet.active
    place = [cell.value for cell in rows[2]].index("主席电话") + 1
    row = next(row for row in range(3, 33) if rows.cell(row, place).value)
    rows.cell(row, place).value = "13812340042"
    sheet.save(tmp_path / "one.xlsx")
    (update,) = run("import", "branches", "one.xlsx", "--book", "兴县", "--json").data["update"]
    (change,) = update["changes"]
    assert change.startswith("主席电话：1")
    assert change.endswith("→ 138****0042")
    assert "13812340042" not in run("import", "branches", "one.xlsx", "--book", "兴县").out
