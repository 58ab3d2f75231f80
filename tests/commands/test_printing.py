"""print: one letter for each union whose term has run out, numbers only when it is really printed (issue item 9)."""

import errno
from datetime import date

import pdfplumber
import pytest

from tests.ahead import AHEAD, goes_ahead
from xunion_desktop.__main__ import main
from xunion_desktop.basics import saving
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.catalogue import record_classes, register
from xunion_desktop.commands.console import Code
from xunion_desktop.documents.records import FormChange
from xunion_desktop.store.book import Book

REMINDER = "branches/election_reminder"
TODAY = date(2026, 11, 24)
OVERDUE = 120  # counted from the sheet by hand: start and years, 已并入 left out, a month-only date to its last day


@pytest.fixture
def printed(run, county):
    """Print the letters for a filter; give what was said."""

    def printed(*more: str):
        return run("print", REMINDER, "--book", county, "--out", "letters.pdf", *more)

    return printed


def addressees(file) -> list[str]:
    with pdfplumber.open(file) as pdf:
        texts = [page.extract_text().split("\n") for page in pdf.pages]
    return [next(line[:-1] for line in lines if line.endswith("：") and "工会" in line) for lines in texts]


def registered(folder) -> int:
    with Book.open(folder, record_classes()):
        return register("printings", TODAY).count()


def test_every_overdue_union_gets_its_letter_and_no_other(printed, county, tmp_path):
    said = printed("--where", "overdue")
    assert said.code == 0
    with Book.open(county, record_classes()):
        records = register("branches", TODAY)
        names = [row.name for row in records.rows(records.keys("overdue"))]
    assert addressees(tmp_path / "letters.pdf") == names
    assert len(names) == OVERDUE


def test_the_letters_take_their_numbers_in_order(printed, county):
    said = printed("--where", "overdue")
    assert f"文号 兴工函〔2026〕1–{OVERDUE}号" in said.out
    assert registered(county) == OVERDUE


def test_the_numbers_go_on_where_they_ended(run, county, printed):
    printed()
    said = run("print", REMINDER, "--book", county, "--out", "more.pdf", "--again", "--json").data
    assert said["numbers"] == f"兴工函〔2026〕{OVERDUE + 1}–{2 * OVERDUE}号"
    assert "已印原件" in said["doubts"][0]["reasons"][0]


def test_a_clock_before_the_last_deed_gives_no_number_unless_the_day_is_said(run, county, tmp_path, capsys):
    with Book.open(county, record_classes()) as book:
        goes_ahead(book)
        with book.deed("改备注") as deed:
            union = Branch.alive().first()
            union.remark = "核对过"
            deed.save(union)
    printed = ["print", REMINDER, "--book", str(county), "--out", "letters.pdf"]
    code = main(printed)
    assert (code, registered(county), (tmp_path / "letters.pdf").exists()) == (Code.TROUBLE, 0, False)
    assert f"早于最后一次操作（{AHEAD}）" in capsys.readouterr().err
    assert main([*printed, "--draft"]) == Code.DONE
    assert "文号 兴工函〔2026〕1–" in run(*printed).out


def test_what_was_printed_takes_no_second_number_unasked(run, county, printed, tmp_path):
    """DC-30; and the file that holds the first numbers stays."""
    printed()
    kept = (tmp_path / "letters.pdf").read_bytes()
    said = printed()
    assert (said.code, registered(county)) == (1, OVERDUE)
    assert "已经印过" in said.out
    assert "--again" in said.out
    assert (tmp_path / "letters.pdf").read_bytes() == kept


def test_a_draft_takes_no_number(printed, county, tmp_path):
    said = printed("--draft")
    assert said.code == 0
    assert "没有取文号" in said.out
    assert registered(county) == 0
    with pdfplumber.open(tmp_path / "letters.pdf") as pdf:
        assert len(pdf.pages) == OVERDUE
        assert "〔2026〕" not in pdf.pages[0].extract_text()


def test_a_filter_may_be_given_by_its_name(printed):
    assert f"印了 {OVERDUE} 份" in printed("--where", "任期届满", "--draft").out


def test_without_a_filter_the_forms_own_is_taken(printed):
    assert f"“任期届满”共 {OVERDUE} 份" in printed("--draft").out


def test_unions_that_cannot_get_the_letter_are_listed_and_left_out(printed, tmp_path):
    said = printed("--where", "all", "--draft", "--json")
    assert said.code == 1
    assert len(said.data["printed"]) + len(said.data["refused"]) == 217
    assert all(row["reasons"] for row in said.data["refused"])
    merged = [row for row in said.data["refused"] if "已并入" in row["reasons"][0]]
    assert len(merged) == 6


@pytest.mark.parametrize("more", [(), ("--json",), ("--draft",)])
def test_it_is_told_that_the_offices_own_form_is_broken_and_not_taken(printed, county, more):
    with Book.open(county, record_classes()) as book, book.deed("改模板") as deed:
        deed.save(FormChange(form=REMINDER, text="[form]\n坏了"))
    said = printed("--where", "overdue", *more)
    told = "".join(said.data["notes"]) if more == ("--json",) else said.out
    assert "用不了，这一批用程序自带的。" in told


def test_a_filter_without_records_prints_nothing(printed, tmp_path):
    said = printed("--where", "unbuilt")
    assert said.code == 1
    assert "没有符合的记录" in said.out
    assert not (tmp_path / "letters.pdf").exists()


def test_an_unknown_filter_is_wrong_usage_that_names_the_filters(printed):
    said = printed("--where", "late")
    assert said.code == 2
    assert "任期届满（overdue）" in said.err


def test_an_unknown_form_is_wrong_usage_that_names_the_forms(run, county):
    said = run("print", "branches/poem", "--book", county, "--out", "x.pdf")
    assert said.code == 2
    assert REMINDER in said.err


def test_no_number_is_taken_where_the_file_cannot_be_written(run, county, tmp_path):
    (tmp_path / "taken.pdf").mkdir()
    said = run("print", REMINDER, "--book", county, "--out", "taken.pdf")
    assert said.code == 3
    assert registered(county) == 0


def test_where_the_file_fails_after_all_the_numbers_are_told_and_may_be_printed_again(run, county, monkeypatch):
    def stays(beside, path, *, lasting=True):
        raise OSError(errno.EIO, "gone")

    with monkeypatch.context() as patch:
        patch.setattr(saving, "put_beside", stays)
        said = run("print", REMINDER, "--book", county, "--out", "x.pdf")
    assert said.code == 3
    assert said.err.endswith("文号 兴工函〔2026〕1–120号 已经登记，请按原号补打。\n")
    assert registered(county) == OVERDUE
    again = run("reprint", "兴工函〔2026〕7号", "--book", county, "--out", "x.pdf")
    assert (again.code, registered(county)) == (0, OVERDUE + 1)


def test_an_older_file_of_that_name_is_replaced(printed, tmp_path):
    (tmp_path / "letters.pdf").write_bytes(b"old")
    printed("--draft")
    assert (tmp_path / "letters.pdf").read_bytes().startswith(b"%PDF")


def test_a_missing_book_is_trouble(run):
    said = run("print", REMINDER, "--book", "nowhere", "--out", "x.pdf")
    assert said.code == 3
    assert "找不到本子" in said.err


def test_word_files_are_written_one_per_letter_without_a_number(run, county, tmp_path):
    said = run("print", REMINDER, "--book", county, "--word", tmp_path / "words", "--where", "overdue")
    assert said.code == 0
    assert len(list((tmp_path / "words").glob("*.docx"))) == OVERDUE
    assert registered(county) == 0
    assert f"Word 文件 {OVERDUE} 个" in said.out


def test_several_letters_do_not_go_into_one_word_file(run, county, tmp_path):
    said = run("print", REMINDER, "--book", county, "--word", tmp_path / "x.docx", "--where", "overdue")
    assert said.code == 2
    assert f"有 {OVERDUE} 份，--word 后面要给一个文件夹" in said.err
    assert not (tmp_path / "x.docx").exists()


def test_a_print_needs_somewhere_to_go(run, county):
    said = run("print", REMINDER, "--book", county)
    assert said.code == 2
    assert "要给 --out X.pdf 或者 --word 文件夹" in said.err


@pytest.fixture
def in_no_font(county):
    """A union that is overdue and whose name has a character of no font; the character."""
    with Book.open(county, record_classes()) as book:
        row = next(iter(Branch.select().where(Branch.id << register("branches", TODAY).keys("overdue")[:1])))
        row.name += "𱍋"
        with book.deed("修改") as deed:
            deed.save(row)
    return "𱍋"


def test_a_character_in_no_font_stops_the_batch_and_is_named_with_its_union(printed, county, tmp_path, in_no_font):
    said = printed()
    assert said.code == 3
    assert in_no_font in said.err
    assert not (tmp_path / "letters.pdf").exists()
    assert registered(county) == 0


def test_the_rest_goes_out_where_that_is_asked_for(printed, county, in_no_font):
    assert printed("--rest").code == 1
    assert registered(county) == OVERDUE - 1
