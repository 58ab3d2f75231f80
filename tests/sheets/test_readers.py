"""Every spelling of a cell, by the kind of its column (users: bad dates make half-created members; 4.4E+17)."""

from datetime import date, datetime, time

import pytest

from xunion_desktop.basics.problems import Level
from xunion_desktop.sheets.cells import CellFault
from xunion_desktop.sheets.importer import Target
from xunion_desktop.sheets.readers import read_cell, read_session, read_years
from xunion_desktop.store.columns import Column, Kind

TODAY = date(2026, 11, 2)
NATURES = (("org", "机关"), ("unit", "事业单位"), ("state", "国有企业"), ("private", "非公企业"))


def reading(kind, cell, read=None):
    return read_cell(Target(Column("x", "栏", kind, choices=NATURES), read=read), cell, TODAY)


def value(kind, cell, read=None):
    found = reading(kind, cell, read)
    assert found.problem is None
    return found.value


def doubt(kind, cell):
    found = reading(kind, cell)
    assert found.problem.level is Level.DOUBT
    return found.value, found.problem.sentence


def fault(kind, cell, read=None):
    found = reading(kind, cell, read)
    assert found.value is None
    assert found.problem.level is Level.ERROR
    assert found.problem.remedy
    return found.problem.sentence


@pytest.mark.parametrize(
    "cell",
    [
        date(2021, 8, 4), datetime(2021, 8, 4), "2021-08-04", "2021/8/4", "2021.08.04", "2021年8月4日",
        "2021-08-04 00:00:00", " 2021-08-04　", "２０２１－０８－０４", "20210804", 20210804.0, "20210804.0",
    ],
)  # fmt: skip
def test_a_whole_date_in_any_spelling(cell):
    assert value(Kind.DATE, cell) == "2021-08-04"


@pytest.mark.parametrize("cell", ["2011.8", "2011-08", "2011年8月", "201108", 2011.8])
def test_a_date_without_a_day_is_never_given_one(cell):
    iso, sentence = doubt(Kind.DATE, cell)
    assert iso == "2011-08"
    assert "只有年月" in sentence


@pytest.mark.parametrize("cell", ["二〇一九年", 2019, 2019.0, "2019", "2019年"])
def test_a_year_alone_stays_a_year(cell):
    assert doubt(Kind.DATE, cell)[0] == "2019"


@pytest.mark.parametrize("cell", [44105, 44105.0, "44105", "44105.0", 44105.5])
def test_a_serial_number_is_read_and_doubted(cell):
    assert doubt(Kind.DATE, cell) == ("2020-10-01", "44105 是表格软件的日期序号，读作 2020-10-01。")


def test_october_may_have_lost_its_nought_in_a_number():
    iso, sentence = doubt(Kind.DATE, 2021.1)
    assert iso == "2021"
    assert "1 月还是 10 月" in sentence


def test_january_written_as_text_is_january():
    assert doubt(Kind.DATE, "2020.1")[0] == "2020-01"


def test_a_date_without_a_year_is_read_as_this_year_and_doubted():
    assert doubt(Kind.DATE, "8.1") == ("2026-08-01", "“8.1”没有写年份，读作 2026年8月1日。")


@pytest.mark.parametrize("cell", ["2021-02-30", "去年", "2021-13-01", -3, True, time(3, 4)])
def test_what_is_no_date_is_a_fault(cell):
    assert "读不懂日期" in fault(Kind.DATE, cell)


@pytest.mark.parametrize(("cell", "month"), [("2021.8", "2021-08"), (date(2021, 8, 4), "2021-08")])
def test_a_month_lets_the_day_go(cell, month):
    assert value(Kind.MONTH, cell) == month


def test_a_year_is_no_month():
    assert "没有月份" in fault(Kind.MONTH, "2021")


@pytest.mark.parametrize("cell", [1234, 1234.0, "1234", "1,234", "1，234", "1234人", "１２３４", " 1234 ", "1234.0"])
def test_a_count(cell):
    assert value(Kind.WHOLE, cell) == 1234


def test_nought_is_not_blank():
    assert value(Kind.WHOLE, 0) == 0


def test_a_count_in_chinese_words():
    assert value(Kind.WHOLE, "四十") == 40


@pytest.mark.parametrize("cell", ["约40", "40-50", 40.5, date(2021, 8, 4), True, "甲"])
def test_what_is_no_whole_number_is_a_fault(cell):
    fault(Kind.WHOLE, cell)


@pytest.mark.parametrize("cell", [5, 5.0, "5", "5年", "五年", "5.0", "５年", "5年一届"])
def test_years(cell):
    assert value(Kind.WHOLE, cell, read_years) == 5


@pytest.mark.parametrize("cell", ["长期", date(2021, 8, 4)])
def test_what_are_no_years(cell):
    assert "读不懂年数" in fault(Kind.WHOLE, cell, read_years)


@pytest.mark.parametrize(
    ("cell", "number"), [("第四届", 4), ("三", 3), ("2", 2), (2.0, 2), ("2.0", 2), ("第十二届", 12)]
)
def test_sessions(cell, number):
    assert value(Kind.WHOLE, cell, read_session) == number


def test_what_is_no_session():
    assert "届次" in fault(Kind.WHOLE, "筹备", read_session)


@pytest.mark.parametrize("cell", [13258647658, 13258647658.0, "13258647658.0", " 132 5864 7658", "1.3258647658E+10"])
def test_a_phone_keeps_its_digits(cell):
    assert value(Kind.PHONE, cell) == "13258647658"


def test_a_landline_keeps_its_hyphen():
    assert value(Kind.PHONE, "（0358）6322018") == "0358-6322018"


@pytest.mark.parametrize("kind", [Kind.PHONE, Kind.ID_NUMBER, Kind.CARD, Kind.CREDIT_CODE])
@pytest.mark.parametrize("cell", ["1.38E+10", "4.4E+17", "4.41123E17", 1.4112319900101e17])
def test_digits_that_a_spreadsheet_dropped_are_not_guessed(kind, cell):
    assert "后几位已丢" in fault(kind, cell)


@pytest.mark.parametrize(
    "cell", ["81141123mc2851987y", " 81141123MC2851987Y　", "８１141123MC2851987Y", "81141123 MC2851987Y"]
)
def test_a_credit_code_is_tidied(cell):
    assert value(Kind.CREDIT_CODE, cell) == "81141123MC2851987Y"


@pytest.mark.parametrize("cell", ["是", "√", "有", True, 1.0, "已建", "Y"])
def test_yes(cell):
    assert value(Kind.YES_NO, cell) is True


@pytest.mark.parametrize("cell", ["否", "无", False, 0.0, "未建", "×"])
def test_no(cell):
    assert value(Kind.YES_NO, cell) is False


@pytest.mark.parametrize("cell", ["", None, "空", "　", "/", "—"])
def test_neither_yes_nor_no(cell):
    assert value(Kind.YES_NO, cell) is None


def test_another_word_is_neither_yes_nor_no():
    assert "“筹建中”" in fault(Kind.YES_NO, "筹建中")


@pytest.mark.parametrize(("cell", "choice"), [("机关", "org"), (" 国有 企业", "state")])
def test_a_choice_by_its_word(cell, choice):
    assert value(Kind.CHOICE, cell) == choice


def test_the_beginning_of_one_choice_is_taken_with_a_doubt():
    assert doubt(Kind.CHOICE, "事业") == ("unit", "“事业”读作“事业单位”。")


def test_a_choice_that_does_not_exist_lists_those_that_do():
    assert reading(Kind.CHOICE, "外企").problem.remedy == "请改成：机关、事业单位、国有企业、非公企业。"


@pytest.mark.parametrize(("cell", "text"), [("  瓦塘镇　小学工会 ", "瓦塘镇小学工会"), (3.0, "3"), ("王　明", "王明")])
def test_text_loses_stray_blanks(cell, text):
    assert value(Kind.TEXT, cell) == text


def test_long_text_keeps_its_lines():
    assert value(Kind.LONG_TEXT, " 甲 \n乙　\n") == "甲\n乙"


@pytest.mark.parametrize(("cell", "fen"), [(1234.5, 123450), ("1,234.50", 123450), ("1.2万", 1200000), (0.1 + 0.2, 30)])
def test_money(cell, fen):
    assert value(Kind.MONEY, cell) == fen


@pytest.mark.parametrize("cell", [1.005, "一千", True])
def test_what_is_no_money(cell):
    fault(Kind.MONEY, cell)


@pytest.mark.parametrize("cell", [0.864, "86.4%", 86.4, "８６．４％"])
def test_percent(cell):
    assert value(Kind.PERCENT, cell) == 8640


@pytest.mark.parametrize("cell", [CellFault("#REF!"), "#REF!", "#DIV/0!", "Err:502"])
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.WHOLE, Kind.DATE, Kind.YES_NO])
def test_a_formula_error_is_a_fault_in_every_column(cell, kind):
    assert "公式错误" in fault(kind, cell)


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.WHOLE, Kind.PHONE, Kind.CREDIT_CODE])
@pytest.mark.parametrize("cell", ["无", "/", "——", " ", None, "不详"])
def test_words_for_nothing_are_blank(kind, cell):
    assert value(kind, cell) is None


def test_the_word_nothing_is_text_in_a_column_of_text():
    assert value(Kind.TEXT, "无") == "无"
