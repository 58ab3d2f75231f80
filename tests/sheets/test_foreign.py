"""Bad input and faults: each a sentence in Chinese saying what to do."""

import os
import struct
import zipfile

import openpyxl
import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.sheets.read import read_workbook


def trouble_of(path):
    with pytest.raises(Trouble) as caught:
        read_workbook(path)
    assert caught.value.remedy
    return caught.value.sentence


def written(path, data):
    path.write_bytes(data)
    return path


def archive(path, *names):
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, "<a/>")
    return path


def xls_bytes():
    book = xlwt.Workbook()
    book.add_sheet("台账").write(0, 0, "甲")
    return book.get_biff_data()


def locked_xls(path):
    """FILEPASS right after the first record is what a password leaves in an .xls."""
    stream = xls_bytes()
    after_bof = 4 + struct.unpack_from("<H", stream, 2)[0]
    lock = struct.pack("<HH", 0x2F, 54) + struct.pack("<HHH", 1, 1, 1) + bytes(48)
    XlsDoc().save(str(path), stream[:after_bof] + lock + stream[after_bof:])
    return path


def locked_xlsx(path):
    """A password turns an .xlsx into an OLE container with the stream EncryptedPackage."""
    XlsDoc().save(str(path), xls_bytes())
    data = bytearray(path.read_bytes())
    name = "EncryptedPackage".encode("utf-16-le")
    place = data.index("Workbook".encode("utf-16-le"))
    data[place : place + len(name)] = name
    struct.pack_into("<H", data, place + 64, len(name) + 2)
    return written(path, bytes(data))


def test_no_file(tmp_path):
    assert trouble_of(tmp_path / "没有.xls").startswith("找不到文件")


def test_a_folder(tmp_path):
    assert trouble_of(tmp_path).endswith("是文件夹，不是表格。")


def test_an_empty_file(tmp_path):
    assert trouble_of(written(tmp_path / "a.xlsx", b"")) == "“a.xlsx”是空文件。"


@pytest.mark.parametrize(
    ("name", "data", "thing"),
    [
        ("a.xls", b"%PDF-1.4", "PDF 文件"),
        ("a.xlsx", b"\x89PNG\r\n", "图片"),
        ("a.xlsx", b"\xff\xd8\xff\xe0", "图片"),
        ("a.csv", b"Rar!\x1a", "压缩包"),
        ("a.xls", b"{\\rtf1", "Word 文档"),
    ],
)
def test_another_kind_of_file_under_a_wrong_name(tmp_path, name, data, thing):
    assert trouble_of(written(tmp_path / name, data)) == f"“{name}”是{thing}，不是表格。"


def test_a_word_document_renamed(tmp_path):
    assert "Word 文档" in trouble_of(archive(tmp_path / "a.xlsx", "word/document.xml", "_rels/.rels"))


def test_an_archive_renamed(tmp_path):
    assert "压缩包" in trouble_of(archive(tmp_path / "a.xlsx", "photo.jpg"))


def test_an_unknown_ending(tmp_path):
    assert trouble_of(written(tmp_path / "a.py", b"print()")) == "“a.py”不是表格。"


def test_a_web_page_that_calls_itself_a_workbook(tmp_path):
    assert "网页" in trouble_of(written(tmp_path / "a.xls", b"<html><table><tr><td>1</td></tr></table></html>"))


def test_a_password_on_an_xls(tmp_path):
    assert trouble_of(locked_xls(tmp_path / "a.xls")) == "“a.xls”设了打开密码。"


def test_a_password_on_an_xlsx(tmp_path):
    assert trouble_of(locked_xlsx(tmp_path / "a.xlsx")) == "“a.xlsx”设了打开密码。"


def test_a_password_on_an_ods(tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("content.xml", "")
        file.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert trouble_of(path) == "“a.ods”设了打开密码。"


@pytest.mark.parametrize("ending", ["xls", "xlsx"])
def test_a_truncated_file(tmp_path, xlsx, ending):
    path = tmp_path / f"a.{ending}"
    if ending == "xls":
        XlsDoc().save(str(path), xls_bytes())
    else:
        path.write_bytes(xlsx(["甲"]).read_bytes())
    data = path.read_bytes()
    assert "已损坏" in trouble_of(written(path, data[: len(data) // 2]))


def test_a_broken_part_inside_a_whole_archive(tmp_path):
    assert "已损坏" in trouble_of(archive(tmp_path / "a.xlsx", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"))


@pytest.mark.parametrize(("lock", "program"), [("~$a.xlsx", "WPS 或 Excel"), (".~a.xlsx", "WPS")])
def test_a_half_written_file_that_is_open_elsewhere(tmp_path, lock, program):
    (tmp_path / lock).touch()
    assert trouble_of(written(tmp_path / "a.xlsx", b"PK\x03\x04")) == f"无法读取：文件正在 {program} 中打开。"


def test_a_lock_file_beside_a_readable_file_does_not_matter(tmp_path, xlsx):
    path = xlsx(["甲"], name="a.xlsx")
    (tmp_path / "~$a.xlsx").touch()
    assert read_workbook(path).first().rows == [["甲"]]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_without_permission(tmp_path):
    path = written(tmp_path / "a.csv", b"a")
    path.chmod(0)
    assert trouble_of(path).startswith("没有读取")


def test_one_cell_in_the_last_corner_does_not_eat_the_memory(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "名称"
    book.active["XFD1048576"] = "误填"
    book.save(tmp_path / "a.xlsx")
    assert trouble_of(tmp_path / "a.xlsx") == "“a.xlsx”的表格区域太大，读不下。"
