import openpyxl
import pytest

from xunion_desktop.sheets.cells import CellFault
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.sheets.write import write_errors


@pytest.fixture
def plan(xls_ledger, importer):
    """The real ledger: one row refused, 84 doubtful."""
    return read_plan(read_workbook(xls_ledger).first(), importer)


@pytest.fixture
def small(sheet, importer, tmp_path):
    """Writes the error workbook of rows under these headings; gives its path."""

    def make(headings, *rows):
        write_errors(tmp_path / "错.xlsx", read_plan(sheet(headings, *rows), importer))
        return tmp_path / "错.xlsx"

    return make


def opened(path):
    return openpyxl.load_workbook(path).active


def test_holds_the_refused_and_doubtful_rows_only(plan, tmp_path):
    expected = len(plan.refused) + len(plan.doubtful)
    assert write_errors(tmp_path / "a.xlsx", plan) == expected == 85


def test_headings_are_those_of_the_source_with_the_reasons_in_a_last_column(plan, tmp_path, importer):
    write_errors(tmp_path / "a.xlsx", plan)
    again = read_plan(read_workbook(tmp_path / "a.xlsx").first(), importer)
    assert again.header.labels == [*plan.header.labels, "问题"]
    assert again.header.upper[7:9] == ("本届任期", "本届任期")


def test_read_again_without_mending_it_says_the_same(plan, tmp_path, importer):
    write_errors(tmp_path / "a.xlsx", plan)
    again = read_plan(read_workbook(tmp_path / "a.xlsx").first(), importer)
    told = [row for row in plan.rows if row.problems]
    assert [(row.serial, row.values, row.problems) for row in again.rows] == [
        (row.serial, row.values, row.problems) for row in told
    ]


def test_mended_and_read_again_the_row_is_good(small, importer):
    path = small(["工会名称", "职工数", "会员数"], ["甲工会", 40, 50])
    book = openpyxl.load_workbook(path)
    book.active["C4"] = 30
    book.save(path)
    [row] = read_plan(read_workbook(path).first(), importer).rows
    assert (row.errors, row.values["members"]) == ([], 30)


def test_the_cell_is_coloured_and_says_why(small):
    cell = opened(small(["工会名称", "职工数", "会员数"], ["甲工会", 40, 50]))["C4"]
    assert cell.comment.text == "会员多于职工。"
    assert cell.fill.fgColor.rgb == "FFF8D7D7"


def test_the_last_column_says_why_in_words(small):
    assert "会员多于职工。" in opened(small(["工会名称", "职工数", "会员数"], ["甲工会", 40, 50]))["D4"].value


def test_an_error_workbook_of_an_error_workbook_has_one_column_of_reasons(small, importer, tmp_path):
    first = small(["工会名称", "职工数", "会员数"], ["甲工会", 40, 50])
    write_errors(tmp_path / "again.xlsx", read_plan(read_workbook(first).first(), importer))
    assert [cell.value for cell in opened(tmp_path / "again.xlsx")[3]] == ["工会名称", "职工数", "会员数", "问题"]


def test_long_numbers_are_text(small):
    cell = opened(small(["工会名称", "联系电话"], ["甲工会", 13258647658.0]))["B4"]
    assert (cell.value, cell.data_type) == ("13258647658", "s")


def test_a_formula_error_is_still_one_when_read_again(small, importer):
    path = small(["工会名称", "职工数"], ["甲工会", CellFault("#REF!")])
    [row] = read_plan(read_workbook(path).first(), importer).rows
    assert "公式错误 #REF!" in row.errors[0].sentence


def test_corrections_of_the_clerk_are_in_it(plan, tmp_path):
    plan.correct(plan.refused[0], "staff", "2140")
    plan.correct(plan.refused[0] if plan.refused else plan.rows[22], "members", "九千")
    write_errors(tmp_path / "a.xlsx", plan)
    rows = list(opened(tmp_path / "a.xlsx").iter_rows(values_only=True))
    assert next(row[9:12:2] for row in rows if row[0] == 23) == ("2140", "九千")


def test_accepted_doubts_are_left_out(sheet, importer, tmp_path):
    plan = read_plan(sheet(["工会名称", "职工数"], ["甲工会", 40]), importer)
    plan.accept(plan.rows[0], "code")
    assert write_errors(tmp_path / "a.xlsx", plan) == 0
