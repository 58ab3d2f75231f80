"""demo, sample, self-test: what the program can show of itself without anybody's data."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from xunion_desktop.basics.resources import form_ids
from xunion_desktop.catalogue import SHEETS, record_classes, register
from xunion_desktop.store.book import Book

DAY = date(2026, 11, 24)


@pytest.fixture
def small(run, tmp_path):
    """A small demo county."""

    def small(name: str, seed: int = 1):
        said = run("demo", "--book", name, "--branches", 12, "--members", 500, "--seed", seed, "--json")
        assert said.code == 0
        return tmp_path / name

    return small


def unions(folder) -> list[tuple[str, str, int]]:
    with Book.open(folder, record_classes()):
        records = register("branches", DAY)
        return [(row.name, row.state, row.members or 0) for row in records.rows(records.keys(), DAY)]


def test_the_demo_county_has_the_size_that_was_asked_for(small):
    county = unions(small("a"))
    assert len(county) == 12
    assert sum(members for _, state, members in county if state not in {"已并入", "撤销", "未建会"}) == 500


def test_no_unions_have_no_members(run):
    assert run("demo", "--book", "a", "--branches", 0, "--json").data["members"] == 0


def test_fewer_members_than_unions_are_refused(run, tmp_path):
    said = run("demo", "--book", "a", "--branches", 200, "--members", 3)
    assert (said.code, "不能少于 200 人" in said.err) == (2, True)
    assert not (tmp_path / "a").exists()


def test_the_same_seed_makes_the_same_county(small):
    assert unions(small("a")) == unions(small("b"))


def test_another_seed_makes_another_county(small):
    assert unions(small("a")) != unions(small("b", seed=2))


def test_a_demo_county_overwrites_nothing(small, run, tmp_path):
    small("a")
    before = unions(tmp_path / "a")
    said = run("demo", "--book", "a")
    assert said.code == 3
    assert "已经有了" in said.err
    assert unions(tmp_path / "a") == before


BOTH = ("documents/joint（最长）", "documents/plain（最长）")


def written(folder) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}


def test_every_form_is_printed_under_its_id_and_once_with_its_longest_words(run, tmp_path):
    said = run("sample", "papers")
    assert (said.code, said.err) == (0, "")
    assert written(tmp_path / "papers") == {f"{form}{more}.pdf" for form in form_ids() for more in ("", "（最长）")}


def test_samples_are_word_files_too_where_the_paper_can_be_one(run, tmp_path):
    said = run("sample", "papers", "--word")
    assert said.code == 0
    files = written(tmp_path / "papers")
    assert "branches/election_reminder.docx" in files
    without = {Path(name).stem for name in files if Path(name).with_suffix(".docx").as_posix() not in files}
    told = [line.strip() for line in said.out.partition("没有 Word 文件：\n")[2].splitlines()]
    assert {line.partition("：")[0] for line in told} == without >= {"ballot", "ballot（最长）"}
    assert all(line.endswith("里有选票或图表，不能存为 Word 文件。") for line in told)


def test_a_sample_that_would_not_be_printed_right_is_told(run, monkeypatch):
    form = "office/recovery_sheet"
    broken = replace(SHEETS[form], longest=lambda: {"恢复码": "\U0010fffd"})
    monkeypatch.setitem(SHEETS, form, broken)
    said = run("sample", "papers")
    assert said.code == 1
    assert "U+10FFFD" in said.out


def test_a_sample_looks_as_it_would_leave_the_office(run, tmp_path):
    run("sample", "papers")
    with pdfplumber.open(tmp_path / "papers/branches/election_reminder.pdf") as pdf:
        text = pdf.pages[0].extract_text()
        assert len(pdf.pages) == 1
    assert "兴工函〔2026〕1号" in text
    assert "2026年11月24日" in text


def test_a_sample_of_an_official_paper_of_several_pages_asks_for_both_sides(run, tmp_path):
    run("sample", "papers")
    asks = {name: b"DuplexFlipLongEdge" in (tmp_path / f"papers/{name}.pdf").read_bytes() for name in BOTH}
    assert asks == {"documents/joint（最长）": True, "documents/plain（最长）": False}


def test_samples_may_be_told_to_a_program(run):
    said = run("sample", "papers", "--json").data
    assert set(said) == set(form_ids())
    assert said["office/recovery_sheet"] == {
        "files": [str(Path("papers", f"office/recovery_sheet{ending}.pdf")) for ending in ("", "（最长）")],
        "no_word": [],
        "problems": [],
    }


def test_a_folder_that_cannot_be_written_is_trouble(run, tmp_path):
    (tmp_path / "papers").write_bytes(b"a file, no folder")
    assert run("sample", "papers").code == 3


def test_the_passing_books_are_gone_afterwards(run, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "passing"))
    (tmp_path / "passing").mkdir()
    run("sample", "papers")
    assert list((tmp_path / "passing").iterdir()) == []
