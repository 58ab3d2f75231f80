"""What is no table, or none that can be opened: told by the first bytes and by what lies in the container."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import ParseError

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.held import holder
from xunion_desktop.sheets.biff import book_stream, is_locked
from xunion_desktop.sheets.cells import column_index
from xunion_desktop.sheets.compound import SIGNATURE, Compound
from xunion_desktop.sheets.faults import xlsx_parts

CHOOSE = "请选 .xlsx、.xls、.ods 或 .csv 表格。"
SAVE_AS = "请在 WPS 里打开它，另存为 .xlsx，再导入。"
BROKEN: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, zlib.error, struct.error, ParseError, EOFError),
    *(KeyError, IndexError, ValueError, OSError, RuntimeError),
)
"""What reading the bytes of a damaged file may raise: a part is missing, cut off, or points nowhere."""
_MOST_CELLS = 30_000_000  # a sheet is held in memory as a full rectangle
_MARKS = (
    (b"%PDF", "PDF 文件"),
    (b"{\\rtf", "Word 文档"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
)


def refuse_foreign(path: Path, data: bytes) -> None:
    """Trouble for other kinds of documents, for a password, and for a sheet too large to hold."""
    for mark, thing in _MARKS:
        if data.startswith(mark):
            raise Trouble(f"“{path.name}”是{thing}，不是表格。", CHOOSE)
    try:
        if data.startswith(SIGNATURE):
            _refuse_compound(path, data)
        elif data.startswith(b"PK"):
            _refuse_archive(path, data)
    except BROKEN as error:
        raise damaged(path) from error


def damaged(path: Path) -> Trouble:
    """The file begins like a table and cannot be read: half-written by a program that has it open, or broken."""
    program = holder(path)
    if program:
        return open_elsewhere(path, program)
    return Trouble(f"“{path.name}”已损坏，或没有传完整。", "请重新复制一份；能在 WPS 里打开的话，另存为 .xlsx 再导入。")


def open_elsewhere(path: Path, program: str) -> Trouble:
    """Another program keeps the file to itself."""
    return Trouble(f"无法读取：文件正在 {program} 中打开。", f"请先保存并关闭 {path.name}，再试一次。")


def locked(path: Path) -> Trouble:
    """The file asks for a password."""
    return Trouble(f"“{path.name}”设了打开密码。", "请在 WPS 里打开，去掉密码后另存，再导入。")


def _refuse_compound(path: Path, data: bytes) -> None:
    compound = Compound(data)
    if "EncryptedPackage" in compound.names:
        raise locked(path)
    if "WordDocument" in compound.names or "PowerPoint Document" in compound.names:
        raise Trouble(f"“{path.name}”是 Word 或 PPT 文档，不是表格。", CHOOSE)
    if is_locked(book_stream(compound)):
        raise locked(path)


def _refuse_archive(path: Path, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = frozenset(archive.namelist())
        if any(name.startswith("word/") for name in names):
            raise Trouble(f"“{path.name}”是 Word 文档，不是表格。", CHOOSE)
        if "xl/workbook.xml" in names:
            _refuse_vast(path, archive)
        elif "content.xml" in names:
            _refuse_open_document(path, archive)
        elif not any(name.startswith("xl/") for name in names):
            raise Trouble(f"“{path.name}”是压缩包或别的文件，不是表格。", CHOOSE)


def _refuse_open_document(path: Path, archive: zipfile.ZipFile) -> None:
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise locked(path)
    if "mimetype" in archive.namelist() and b"spreadsheet" not in archive.read("mimetype"):
        raise Trouble(f"“{path.name}”不是表格。", CHOOSE)


def _refuse_vast(path: Path, archive: zipfile.ZipFile) -> None:
    """One stray cell in the last corner would make a rectangle of 17,000,000,000 cells and kill the program."""
    names = frozenset(archive.namelist())
    for part in xlsx_parts(archive).values():
        xml = archive.read(part) if part in names else b""
        rows = re.findall(rb'<row\b[^>]*\br="(\d+)"', xml[-200_000:])
        height = int(rows[-1]) if rows else 0
        columns = set(re.findall(rb'<c r="([A-Z]{2,3})', xml)) if height > 1000 else set()
        width = max((column_index(letters.decode()) + 1 for letters in columns), default=26)
        if height * width > _MOST_CELLS:
            raise Trouble(f"“{path.name}”的表格区域太大，读不下。", "请把要导入的内容复制到一个新表格，再导入。")
