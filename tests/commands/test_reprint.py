"""reprint: a registered paper again, under its number."""

import pdfplumber
import pytest

REMINDER = "branches/election_reminder"


@pytest.fixture
def printed(run, county):
    """A book from which the letters were printed."""
    run("print", REMINDER, "--book", county, "--out", "letters.pdf")
    return county


def test_a_letter_is_printed_again_as_it_was(run, printed, tmp_path):
    said = run("reprint", "兴工函〔2026〕2号", "--book", printed, "--out", "again.pdf")
    assert said.code == 0
    with pdfplumber.open(tmp_path / "letters.pdf") as all_, pdfplumber.open(tmp_path / "again.pdf") as one:
        assert [page.extract_text() for page in one.pages] == [all_.pages[1].extract_text()]


@pytest.mark.parametrize("typed", ["兴工函[2026]2号", "兴工函［2026］2号", " 兴工函【2026】2号"])
def test_a_number_may_be_typed_with_other_brackets(run, printed, typed):
    assert run("reprint", typed, "--book", printed, "--out", "again.pdf").code == 0


def test_a_number_that_is_not_registered_is_trouble(run, printed, tmp_path):
    said = run("reprint", "兴工函〔2026〕999号", "--book", printed, "--out", "again.pdf")
    assert (said.code, "没有“兴工函〔2026〕999号”" in said.err) == (3, True)
    assert not (tmp_path / "again.pdf").exists()


def test_nothing_is_registered_where_the_file_cannot_be_written(run, printed, tmp_path):
    (tmp_path / "again.pdf").mkdir()
    assert run("reprint", "兴工函〔2026〕2号", "--book", printed, "--out", "again.pdf").code == 3
    assert run("export", "printings", "p.xlsx", "--book", printed, "--json").data["rows"] == 120
