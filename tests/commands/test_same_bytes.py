"""Files that were made for a given day are the same, byte for byte, however often they are made (issue 4, item 1)."""

import shutil
from hashlib import sha256

import pytest

REMINDER = "branches/election_reminder"


def contents(folder) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def twice(county, tmp_path):
    """Two copies of the same book, and two folders for what is made of them."""
    shutil.copytree(county, tmp_path / "again")
    return [(county, tmp_path / "first"), (tmp_path / "again", tmp_path / "second")]


def test_a_batch_with_numbers_is_the_same_again(run, twice, tmp_path):
    for book, folder in twice:
        run("print", REMINDER, "--book", book, "--out", folder / "letters.pdf", "--word", folder / "word")
    first, second = contents(tmp_path / "first"), contents(tmp_path / "second")
    assert len(first) > 100
    assert first == second


def test_the_pdf_says_the_given_day_as_its_own(run, county, tmp_path):
    run("print", REMINDER, "--book", county, "--out", "letters.pdf", "--draft")
    assert b"/CreationDate (D:20261124000000" in (tmp_path / "letters.pdf").read_bytes()


def test_a_reprint_is_the_same_again(run, county, tmp_path):
    run("print", REMINDER, "--book", county, "--out", "letters.pdf")
    for name in ("one.pdf", "two.pdf"):
        run("reprint", "兴工函〔2026〕3号", "--book", county, "--out", name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_samples_are_the_same_again(run, tmp_path):
    for folder in ("first", "second"):
        run("sample", folder, "--word")
    first, second = contents(tmp_path / "first"), contents(tmp_path / "second")
    assert len(first) > 20
    assert first == second
