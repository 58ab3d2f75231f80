from types import SimpleNamespace

import openpyxl
import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.sheets.write import write_register
from xunion_desktop.store.columns import Column, Kind

COLUMNS = (
    Column("name", "名称"),
    Column("code", "信用代码", Kind.CREDIT_CODE),
    Column("phone", "电话", Kind.PHONE),
    Column("founded", "建会日期", Kind.DATE),
    Column("staff", "职工人数", Kind.WHOLE),
    Column("paid", "已缴", Kind.MONEY),
    Column("share", "建会率", Kind.PERCENT),
    Column("womens", "女职工委员会", Kind.YES_NO),
    Column("nature", "性质", Kind.CHOICE, choices=(("org", "机关"),)),
)
ROW = SimpleNamespace(
    name="=甲工会", code="81141123MC2851987Y", phone="13258647658", founded="2021-08-04", staff=1234, paid=123450,
    share=8640, womens=False, nature="org",
)  # fmt: skip
BLANK = SimpleNamespace(name="乙工会", code="", phone=None, founded="2021-08", staff=0)


@pytest.fixture
def written(tmp_path):
    """The sheet that two rows make."""
    write_register(tmp_path / "a.xlsx", "基层工会台账", COLUMNS, [ROW, BLANK])
    return openpyxl.load_workbook(tmp_path / "a.xlsx").active


def cells(sheet, row):
    return [cell.value for cell in sheet[row]]


def test_title_header_and_rows(written):
    assert written.title == written["A1"].value == "基层工会台账"
    assert cells(written, 2) == [column.label for column in COLUMNS]
    assert written.max_row == 4


def test_numbers_are_numbers_and_names_of_things_are_text(written):
    values = cells(written, 3)
    assert values[:3] == ["=甲工会", "81141123MC2851987Y", "13258647658"]
    assert values[4:] == [1234, 1234.5, 0.864, "否", "机关"]
    assert written["A3"].data_type == "s"


def test_phones_and_codes_stay_text_when_edited(written):
    assert written["B3"].number_format == written["C3"].number_format == "@"


def test_a_whole_date_is_a_date_and_a_partial_one_text(written):
    assert written["D3"].is_date
    assert written["D4"].value == "2021-08"


def test_nought_is_written_and_nothing_is_blank(written):
    assert cells(written, 4)[4:6] == [0, None]


def test_header_stays_in_view_with_filters(written):
    assert (written.freeze_panes, written.auto_filter.ref) == ("A3", "A2:I4")


def test_prints_landscape_as_wide_as_the_page_with_repeated_header(written):
    setup = written.page_setup
    assert written.sheet_properties.pageSetUpPr.fitToPage
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
    assert written.print_title_rows == "$2:$2"


def test_columns_are_as_wide_as_what_stands_in_them(written):
    assert written.column_dimensions["B"].width > 19


def test_no_rows_make_a_sheet_with_its_header(tmp_path):
    write_register(tmp_path / "a.xlsx", "空[台账]", COLUMNS, [])
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active.title == "空_台账_"


def test_what_was_written_is_read_again(tmp_path, importer):
    columns = [target.column for target in importer.targets]
    values = {column.name: None for column in columns} | {
        "name": "甲工会", "code": "81141123MC2851987Y", "founded": "2021-08", "term_start": "2021-08-04",
        "phone": "13258647658", "staff": 1234, "womens": False, "session": 4, "remark": "甲\n乙",
    }  # fmt: skip
    write_register(tmp_path / "a.xlsx", "台账", columns, [SimpleNamespace(**values)])
    [row] = read_plan(read_workbook(tmp_path / "a.xlsx").first(), importer).rows
    assert row.values == {name: value for name, value in values.items() if value is not None}


def test_reports_progress(tmp_path):
    told = []
    write_register(tmp_path / "a.xlsx", "表", COLUMNS, [ROW] * 501, lambda done, total: told.append((done, total)))
    assert told == [(0, 501), (500, 501)]


def test_a_file_open_elsewhere_is_left_alone(tmp_path):
    (tmp_path / "~$a.xlsx").touch()
    with pytest.raises(Trouble, match="正在 WPS 或 Excel 中打开"):
        write_register(tmp_path / "a.xlsx", "表", COLUMNS, [ROW])
