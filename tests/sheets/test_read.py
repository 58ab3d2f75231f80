from datetime import date

import openpyxl
import pytest
import xlwt

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.cells import CellFault
from xunion_desktop.sheets.read import read_workbook


def test_rows_keep_their_place_in_the_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.active["C4"] = "甲"
    book.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").first().rows == [["", "", ""]] * 3 + [["", "", "甲"]]


def test_first_sheet_is_the_first_visible_one_with_something_in_it(tmp_path):
    book = openpyxl.Workbook()
    book.create_sheet("隐藏").append(["甲"])
    book["隐藏"].sheet_state = "hidden"
    book.create_sheet("台账").append(["乙"])
    book.save(tmp_path / "a.xlsx")
    workbook = read_workbook(tmp_path / "a.xlsx")
    assert workbook.first().name == "台账"
    assert [(sheet.name, sheet.hidden) for sheet in workbook.sheets] == [
        ("Sheet", False), ("隐藏", True), ("台账", False),
    ]  # fmt: skip


def test_a_hundred_thousand_formatted_blank_rows_are_trimmed(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["名称"])
    for row in range(2, 100_003):
        book.active.cell(row, 1).value = " "
    book.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").first().rows == [["名称"]]


def test_merged_areas_come_along(xlsx):
    assert read_workbook(xlsx(["甲", None], ["乙", "丙"], merged=("A1:B1",))).first().merged == [((0, 0), (0, 1))]


def test_a_file_is_known_by_its_content_not_by_its_ending(xlsx):
    path = xlsx(["甲"])
    assert read_workbook(path.rename(path.with_suffix(".xls"))).first().rows == [["甲"]]


def test_formula_errors_of_xlsx_are_not_blank(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["名称", "甲"])
    book.active["B3"] = "#REF!"
    book.active["B3"].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").first().rows[2] == ["", CellFault("#REF!")]


def test_formula_errors_of_xls_are_not_blank(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("台账")
    sheet.write(0, 0, "名称")
    sheet.row(1).set_cell_error(0, "#DIV/0!")
    book.save(str(tmp_path / "a.xls"))
    assert read_workbook(tmp_path / "a.xls").first().rows == [["名称"], [CellFault("#DIV/0!")]]


def test_formula_errors_of_ods_are_not_blank(ods):
    assert read_workbook(ods([["名称", "数"], ["甲", "#REF!"]])).first().rows[1] == ["甲", CellFault("#REF!")]


def test_formula_errors_of_ods_written_once_for_many_rows_are_all_found(ods):
    rows = read_workbook(ods([["名称", "数"], ["甲", "#N/A"]], repeat=3)).first().rows
    assert rows[1:] == [["甲", CellFault("#N/A")]] * 3


def test_dates_are_dates(xlsx):
    [[day]] = read_workbook(xlsx([date(2021, 8, 4)])).first().rows
    assert (day.year, day.month, day.day) == (2021, 8, 4)


def test_a_workbook_of_empty_sheets_is_trouble(xlsx):
    with pytest.raises(Trouble, match="没有内容"):
        read_workbook(xlsx()).first()
