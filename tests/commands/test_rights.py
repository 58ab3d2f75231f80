"""What only an administrator may do on the command line, and what becomes of users when an old backup comes back."""

import json

import openpyxl
import pytest

from tests.commands.crew import CLERK, OWNER, READER, WORD, as_user
from xunion_desktop.basics.rights import Grant, Level, Role
from xunion_desktop.catalogue import record_classes
from xunion_desktop.commands.books import open_book
from xunion_desktop.documents.records import REPRINT, Printing
from xunion_desktop.office.access import add_user, change_role, deactivate, write_grants
from xunion_desktop.office.settling import to_settle
from xunion_desktop.office.users import admins, user_called
from xunion_desktop.store.book import Book
from xunion_desktop.store.closed import held_closed
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.log import Logged
from xunion_desktop.store.unlocking import ByPassword


@pytest.fixture
def owned(run, monkeypatch):
    """A protected demo county, made by its owner, who is still the user."""
    as_user(monkeypatch, OWNER)
    run("demo", "--book", "兴县", "--branches", 5, "--members", 20)


def kept_aside(tmp_path) -> int:
    return len(list(tmp_path.glob("兴县（恢复前*）")))


@pytest.mark.parametrize("who", [READER, CLERK])
def test_only_an_administrator_restores(manned, run, monkeypatch, tmp_path, who):
    run("backup", "--book", "兴县", "--to", "优盘")
    as_user(monkeypatch, who)
    said = run("restore", "--book", "兴县", "--from", "优盘")
    assert said.code == 3
    assert "把本子恢复成备份只有管理员能做。" in said.err
    assert kept_aside(tmp_path) == 0


def test_a_book_that_is_open_elsewhere_is_asked_before_it_is_put_aside(manned, run, monkeypatch, tmp_path):
    run("backup", "--book", "兴县", "--to", "优盘")
    as_user(monkeypatch, READER)
    with held_closed(BookFolder.of(tmp_path / "兴县")):
        said = run("restore", "--book", "兴县", "--from", "优盘")
    assert said.code == 3
    assert said.err.startswith("这个本子已经在另一个窗口打开。")
    assert kept_aside(tmp_path) == 0


@pytest.mark.parametrize(("who", "code"), [(READER, 3), (OWNER, 0)])
def test_of_a_damaged_book_the_backup_says_who_is_administrator(manned, run, monkeypatch, tmp_path, who, code):
    run("backup", "--book", "兴县", "--to", "优盘")
    (tmp_path / "兴县" / "book.db").write_bytes(b"nothing")
    as_user(monkeypatch, who)
    assert run("restore", "--book", "兴县", "--from", "优盘").code == code
    assert kept_aside(tmp_path) == (code == 0)


def test_only_an_administrator_takes_the_whole_book_away(manned, run, monkeypatch, tmp_path):
    as_user(monkeypatch, READER)
    said = run("package", "搬家", "--book", "兴县")
    assert said.code == 3
    assert "只有管理员能做" in said.err
    assert not (tmp_path / "搬家.xupack").exists()


def test_a_hidden_room_is_not_read_through_an_import_that_only_looks(manned, run, monkeypatch):
    run("export", "branches", "one.xlsx", "--book", "兴县")
    with open_book("兴县") as book:
        write_grants(book, {(Role.READER, "branches"): Grant(Level.HIDDEN)})
    as_user(monkeypatch, READER)
    said = run("import", "branches", "one.xlsx", "--book", "兴县")
    assert (said.code, said.out) == (3, "")
    assert "“基层工会”不对您开放。" in said.err


def test_a_wrong_password_restores_nothing(manned, run, monkeypatch, tmp_path):
    run("backup", "--book", "兴县", "--to", "优盘")
    as_user(monkeypatch, OWNER, "一起下山去")
    said = run("restore", "--book", "兴县", "--from", "优盘")
    assert said.err.startswith("密码不对。")
    assert kept_aside(tmp_path) == 0


# after an old backup


@pytest.fixture
def backup_of_before(owned, run, tmp_path):
    """A backup from the days when only the owner logged in."""
    run("backup", "--book", "兴县", "--to", "优盘")


def test_what_does_not_fit_any_more_is_told_and_kept_to_be_settled(backup_of_before, run):
    with open_book("兴县") as book:
        add_user(book, READER, Role.READER, WORD)
    data = run("restore", "--book", "兴县", "--from", "优盘", "--json").data
    assert data["users"] == ["李明有密码、能登录，名单里没有他"]
    with open_book("兴县"):
        assert to_settle() == data["users"]


def test_a_role_that_came_back_is_told(manned, run):
    run("backup", "--book", "兴县", "--to", "优盘")
    with open_book("兴县") as book:
        change_role(book, user_called(CLERK), Role.READER)
        deactivate(book, user_called(READER))
    said = run("restore", "--book", "兴县", "--from", "优盘")
    assert "张春梅恢复前是“查看”，现在是“经办”" in said.out
    assert "李明在名单里是“查看”，没有密码，不能登录" in said.out


def test_who_restores_a_backup_from_before_the_log_in_stays_administrator(run, monkeypatch):
    run("demo", "--book", "兴县", "--branches", 2, "--members", 6)
    run("backup", "--book", "兴县", "--to", "优盘")
    with open_book("兴县") as book:
        book.keys.protect(READER, WORD)
        book.user = READER
        add_user(book, READER, Role.READER, WORD)
        add_user(book, OWNER, Role.ADMIN, WORD)
    as_user(monkeypatch, OWNER)
    assert run("restore", "--book", "兴县", "--from", "优盘").code == 0
    with open_book("兴县"):
        assert [user.name for user in admins()] == [OWNER]


# lost passwords


def test_the_recovery_code_of_a_new_book_is_told_once(run, monkeypatch):
    as_user(monkeypatch, OWNER)
    said = run("demo", "--book", "兴县", "--branches", 2, "--members", 6)
    code = said.out.partition("恢复码：")[2].split()[0]
    assert "这里只显示一次" in said.out
    monkeypatch.delenv("XUNION_USER")
    monkeypatch.delenv("XUNION_PASSWORD")
    monkeypatch.setenv("XUNION_RECOVERY", code)
    assert run("export", "branches", "one.xlsx", "--book", "兴县").code == 0


def test_a_program_is_given_it_too(run, monkeypatch):
    as_user(monkeypatch, OWNER)
    data = run("demo", "--book", "兴县", "--branches", 2, "--members", 6, "--json").data
    assert data["recovery_code"].count("-") == 4


def test_an_open_book_has_none(run):
    assert "恢复码" not in run("demo", "--book", "兴县", "--branches", 2, "--members", 6).out


def test_who_restored_stands_in_the_log(owned, run):
    run("backup", "--book", "兴县", "--to", "优盘")
    run("restore", "--book", "兴县", "--from", "优盘")
    with open_book("兴县") as book:
        (line,) = book.log_lines(event=Logged.RESTORED)
    assert line.user == OWNER


def test_a_lost_book_comes_back_by_the_recovery_code(owned, run, monkeypatch):
    with open_book("兴县") as book:
        code = book.keys.new_recovery_code()
    run("package", "搬家", "--book", "兴县")
    monkeypatch.delenv("XUNION_USER")
    monkeypatch.delenv("XUNION_PASSWORD")
    assert run("unpack", "搬家.xupack", "--book", "新").code == 3
    monkeypatch.setenv("XUNION_RECOVERY", code)
    assert run("unpack", "搬家.xupack", "--book", "新").code == 0


@pytest.mark.parametrize("missing", ["XUNION_USER", "XUNION_PASSWORD"])
def test_half_a_log_in_makes_no_open_book(run, monkeypatch, tmp_path, missing):
    as_user(monkeypatch, OWNER)
    monkeypatch.delenv(missing)
    said = run("demo", "--book", "兴县", "--branches", 2, "--members", 6)
    assert said.code == 2
    assert missing in said.err
    assert not (tmp_path / "兴县").exists()


def test_a_name_that_deceives_owns_no_book(run, monkeypatch, tmp_path):
    as_user(monkeypatch, "李\n明")
    assert run("demo", "--book", "兴县", "--branches", 2, "--members", 6).code == 3
    assert not (tmp_path / "兴县").exists()


def test_a_place_whose_own_place_is_missing_is_no_place_for_a_backup(owned, run, tmp_path):
    said = run("backup", "--book", "兴县", "--to", "优盘/备份")
    assert said.code == 3
    assert "请检查优盘是否插好" in said.err
    assert not (tmp_path / "优盘").exists()
    assert list((tmp_path / "data").rglob("second.json")) == []


@pytest.mark.parametrize("where", ["/media/没有的优盘", "/media/某人/没有的优盘", "/run/media/没有的优盘"])
def test_a_stick_that_is_not_there_is_not_made_a_folder(owned, run, where):
    assert run("backup", "--book", "兴县", "--to", where).code == 3


def test_old_backups_go_as_they_do_in_the_window(owned, run, tmp_path):
    run("backup", "--book", "兴县", "--to", "优盘")
    (place,) = (tmp_path / "优盘").iterdir()
    (young,) = place.glob("2*")
    for day in ("2019-05-05_080000", "2019-05-05_090000"):
        (place / day).mkdir()
        for part in young.iterdir():
            (place / day / part.name).write_bytes(part.read_bytes())
    run("backup", "--book", "兴县", "--to", "优盘")
    assert [folder.name for folder in place.glob("2019*")] == ["2019-05-05_090000"]


def test_an_import_copies_the_book_first(owned, run, tmp_path):
    run("export", "branches", "one.xlsx", "--book", "兴县", "--reason", "搬到新本子")
    sheet = openpyxl.load_workbook(tmp_path / "one.xlsx")
    sheet.active["A3"] = "兴县示例新建小学工会"
    sheet.save(tmp_path / "one.xlsx")
    run("import", "branches", "one.xlsx", "--book", "兴县", "--commit")
    proofs = (tmp_path / "data").rglob("backups/兴县-*/2*/proof.json")
    assert [json.loads(proof.read_text())["reason"] for proof in proofs] == ["导入前"]


def test_rows_to_mend_that_go_out_are_written_down_first(owned, run, tmp_path):
    run("export", "branches", "one.xlsx", "--book", "兴县", "--reason", "搬到新本子")
    sheet = openpyxl.load_workbook(tmp_path / "one.xlsx")
    rows = sheet.active
    place = [cell.value for cell in rows[2]].index("主席电话") + 1
    rows.cell(3, place).value = "1381234"
    sheet.save(tmp_path / "one.xlsx")
    run("import", "branches", "one.xlsx", "--book", "兴县", "--errors", "疑问.xlsx")
    with open_book("兴县") as book:
        sentences = [line.sentence for line in book.log_lines() if line.reason == "改好再导入"]
    assert len(sentences) == 1
    assert "没有打星号" in sentences[0]


def test_self_test_looks_at_the_offices_own_book(owned, run):
    data = run("self-test", "--platform", "none", "--book", "兴县", "--json").data
    assert "体检“兴县”" in data["checks"]


def test_who_prints_again_is_registered(owned, run):
    run("print", "branches/election_reminder", "--book", "兴县", "--out", "letters.pdf")
    assert run("reprint", "兴工函〔2026〕1号", "--book", "兴县", "--out", "again.pdf").code == 0
    with Book.open("兴县", record_classes(), unlock=ByPassword(OWNER, WORD)):
        assert Printing.get(Printing.kind == REPRINT).user == OWNER
