"""Where a command may put a file: never over a device, a part of a book, or what it reads."""

import shutil
import sys
from pathlib import Path

import pytest

LEDGER = Path(__file__).parent.parent / "data" / "branches_ledger.xls"
REMINDER = "branches/election_reminder"


@pytest.fixture
def printed(run, county):
    """Print the letters to a file."""
    return lambda out, *more: run("print", REMINDER, "--book", county, "--out", out, *more)


@pytest.mark.skipif(sys.platform == "win32", reason="no devices in folders there")
def test_a_device_is_never_replaced(printed, tmp_path):
    (tmp_path / "full.pdf").symlink_to("/dev/full")
    said = printed("full.pdf")
    assert (said.code, "设备" in said.err) == (3, True)
    assert (tmp_path / "full.pdf").is_symlink()


@pytest.mark.parametrize("more", [(), ("--draft",)], ids=["numbers", "draft"])
def test_nothing_is_put_into_the_folder_of_a_book(printed, county, more):
    said = printed(county / "x.pdf", *more)
    assert (said.code, "本子的文件夹" in said.err) == (3, True)
    assert not (county / "x.pdf").exists()


def test_the_folder_of_another_book_is_one_too(printed, county, tmp_path):
    shutil.copytree(county, tmp_path / "other")
    assert printed(tmp_path / "other" / "files" / "x.pdf").code == 3


def test_the_marker_of_the_book_is_no_pdf(printed, county):
    before = (county / "county.xunion").read_bytes()
    said = printed(county / "county.xunion", "--draft")
    assert (said.code, ".pdf" in said.err) == (2, True)
    assert (county / "county.xunion").read_bytes() == before


def test_an_export_into_the_book_is_refused(run, county):
    assert run("export", "branches", county / "x.xlsx", "--book", county).code == 3


def test_the_rows_to_mend_never_replace_the_ledger(run, tmp_path):
    """The same file under another spelling of its path."""
    (tmp_path / "sub").mkdir()
    shutil.copy(LEDGER, tmp_path / "ledger.xlsx")
    before = (tmp_path / "ledger.xlsx").read_bytes()
    errors = tmp_path / "sub" / ".." / "ledger.xlsx"
    said = run("import", "branches", "ledger.xlsx", "--book", "new", "--errors", errors, "--commit")
    assert (said.code, "就是要读的那个文件" in said.err) == (3, True)
    assert (tmp_path / "ledger.xlsx").read_bytes() == before
    assert not (tmp_path / "new").exists()


def test_nothing_is_imported_where_the_rows_to_mend_cannot_be_saved(run, tmp_path):
    said = run("import", "branches", LEDGER, "--book", "new", "--errors", "nowhere/x.xlsx", "--commit")
    assert (said.code, "没有文件夹" in said.err) == (3, True)
    assert not (tmp_path / "new").exists()
