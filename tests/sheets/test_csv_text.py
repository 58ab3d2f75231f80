import csv

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets import csv_text
from xunion_desktop.sheets.read import read_workbook


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_reads_every_encoding_used_here(tmp_path, encoding):
    path = tmp_path / "名册.csv"
    path.write_bytes("名称,职工数\n圪垯上乡㑇工会,40\n".encode(encoding))
    assert read_workbook(path).first().rows == [["名称", "职工数"], ["圪垯上乡㑇工会", "40"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_finds_the_separator(separator):
    rows = (["名称", "数", "注"], ["甲", "40", ""], ["乙", "5", "无"])
    text = "\n".join(["填报,说明；见附件", *map(separator.join, rows)])
    assert csv_text.rows_of(text)[2] == ["甲", "40", ""]


def test_obeys_the_line_that_names_the_separator():
    assert csv_text.rows_of("sep=;\n甲;乙,丙\n") == [["甲", "乙,丙"]]


def test_keeps_line_breaks_inside_quotation_marks():
    assert csv_text.rows_of('"工会\n名称",数\n') == [["工会\n名称", "数"]]


def test_all_rows_are_as_wide_as_the_widest():
    assert csv_text.rows_of("甲\n乙,1\n") == [["甲", ""], ["乙", "1"]]


def test_blank_lines_of_separators_at_the_end_are_trimmed(tmp_path):
    (tmp_path / "a.csv").write_text("名称,数\n甲,1\n" + ",\n" * 100_000, encoding="utf-8")
    assert len(read_workbook(tmp_path / "a.csv").first().rows) == 2


def test_an_open_quotation_mark_is_no_silent_end():
    with pytest.raises(csv.Error):
        csv_text.rows_of('名称,数\n"甲,1\n乙,2\n')


def test_an_open_quotation_mark_is_told_to_the_clerk(tmp_path):
    (tmp_path / "a.csv").write_text('名称,数\n"甲,1\n', encoding="utf-8")
    with pytest.raises(Trouble, match="引号"):
        read_workbook(tmp_path / "a.csv")


def test_bytes_that_are_no_text_have_none():
    assert csv_text.decode(b"\x00\x01\x02") is None
    assert csv_text.decode(b"\xff\xff\xff\x80") is None


def test_text_with_the_ending_of_a_workbook_is_read(tmp_path):
    (tmp_path / "导出.xls").write_text("名称\t数\n甲\t1\n", encoding="gb18030")
    assert read_workbook(tmp_path / "导出.xls").first().rows[1] == ["甲", "1"]
