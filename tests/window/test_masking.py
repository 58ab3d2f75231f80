"""SV-41: no sensitive value of any record can be read anywhere in the window or in what leaves it, without a reason.

Every sensitive column of every record of the house is filled with values of its own; then every place that shows
records is looked at. A new room, record or column is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from xunion_desktop import catalogue
from xunion_desktop.app import Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.cells import CELL, DISPLAY, TOOL_TIP
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.history_page import HistoryPage
from xunion_desktop.desk.import_page import ImportPage
from xunion_desktop.desk.import_steps import Step
from xunion_desktop.desk.messages import Note
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.home.pages.palette import Palette
from xunion_desktop.store.book import Book
from xunion_desktop.store.columns import Column, Kind
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import Record, columns_of
from xunion_desktop.window import MainWindow

SENSITIVE = [
    (record, column)
    for record in catalogue.record_classes()
    for column in columns_of(record).values()
    if column.sensitive
]
REGISTERS = sorted(set(catalogue.REGISTERS) - {"prefixes"})  # 代字 are fields of 本单位资料 and have no page
_SAMPLES = {
    Kind.PHONE: "1391234{:04d}",
    Kind.ID_NUMBER: "14112319900101{:04d}",
    Kind.CARD: "62220212345678{:04d}",
}


def sample(column: Column, number: int) -> str:
    """A value that stands nowhere else; numbers, dates and choices have their test when there is such a column."""
    return _SAMPLES.get(column.kind, "不可示人{:04d}").format(number)


@pytest.fixture
def secrets(window: MainWindow) -> list[str]:
    """Fill every sensitive column of some records of every kind; returns the values."""
    written: list[str] = []
    with window.desk.book.deed("填上不可示人的内容") as deed:
        for record, column in SENSITIVE:
            for found in record.alive().limit(8):
                written.append(sample(column, len(written)))
                setattr(found, column.name, written[-1])
                deed.save(found)
    return written


@pytest.fixture
def known(window: MainWindow, secrets: list[str]) -> frozenset[str]:
    """All sensitive values of the book, those of the demo county too."""
    values = {
        str(getattr(row, column.name))
        for record, column in SENSITIVE
        for row in record.alive()
        if getattr(row, column.name)
    }
    return frozenset(values | set(secrets))


def leaks(texts: Iterator[str] | list[str], known: frozenset[str]) -> list[str]:
    return sorted({value for text in texts for value in known if value in text})


def words_of(page: QWidget) -> Iterator[str]:
    """Everything that can be read on a page, seen or scrolled away."""
    for kind in (QLabel, QAbstractButton, QLineEdit):
        for widget in page.findChildren(kind):
            if widget.isVisible():
                yield widget.text()
                yield widget.toolTip()
    for field in page.findChildren(QLineEdit):
        if field.isVisible():
            yield field.placeholderText()
    for area in page.findChildren(QPlainTextEdit):
        if area.isVisible():
            yield area.toPlainText()
    for combo in page.findChildren(QComboBox):
        if combo.isVisible():
            yield from (combo.itemText(place) for place in range(combo.count()))


def texts_of(model: QAbstractItemModel) -> list[str]:
    """Every cell of a table, both its lines."""
    places = [model.index(row, section) for row in range(model.rowCount()) for section in range(model.columnCount())]
    cells = [place.data(CELL) for place in places]
    return [str(place.data(DISPLAY) or "") for place in places] + [cell.second for cell in cells if cell is not None]


def cells_of(page: RegisterPage) -> Iterator[str]:
    model = page.list.model
    for row in range(model.rowCount()):
        for section in range(model.columnCount()):
            for role in (DISPLAY, TOOL_TIP):
                yield str(model.index(row, section).data(role) or "")


def register_page(window: MainWindow, register: str) -> RegisterPage:
    window.desk.open_register(register)
    pages = [page for page in (window.page, *window.page.findChildren(RegisterPage)) if isinstance(page, RegisterPage)]
    page = next(page for page in pages if page.list.register.id == register)
    for section in range(page.list.model.columnCount()):
        page.list.table.setColumnHidden(section, False)
    return page


def test_there_are_sensitive_columns_and_each_is_filled(window: MainWindow, known: frozenset[str]) -> None:
    assert {(record.__name__, column.name) for record, column in SENSITIVE} >= {
        ("Person", "id_number"),
        ("Person", "phone"),
        ("Branch", "phone"),
    }
    for record, column in SENSITIVE:
        assert [row for row in record.alive() if getattr(row, column.name)], (record, column.name)


@pytest.mark.parametrize("record_column", SENSITIVE, ids=lambda pair: f"{pair[0].__name__}.{pair[1].name}")
def test_a_masked_value_is_not_the_value(record_column: tuple[type[Record], Column]) -> None:
    _, column = record_column
    value = sample(column, 42)
    assert value not in column.masked(value)
    assert "*" in column.masked(value) or "＊" in column.masked(value)


@pytest.mark.parametrize("register", REGISTERS)
def test_a_list_with_all_its_columns_and_its_copy(window: MainWindow, known: frozenset[str], register: str) -> None:
    page = register_page(window, register)
    page.list.table._take_all()
    page.list.table.copy_rows()
    assert leaks(list(cells_of(page)), known) == []
    assert leaks([QGuiApplication.clipboard().text()], known) == []


@pytest.mark.parametrize("register", REGISTERS)
def test_the_form_the_side_pages_and_the_history_of_records(
    window: MainWindow, known: frozenset[str], register: str, qtbot: QtBot
) -> None:
    page = register_page(window, register)
    found: list[str] = []
    for row in range(min(8, page.list.model.rowCount())):
        page.list.table.select_key(page.list.model.key(row))
        for chip in list(page.panel.chips._buttons):
            page.panel.chips.check(chip)
            page.panel.chips.chosen.emit(chip)
            qtbot.wait(1)
            found += leaks(words_of(page), known)
    assert found == []


def test_the_history_of_every_kind_of_record(window: MainWindow, known: frozenset[str], qtbot: QtBot) -> None:
    for record, _column in SENSITIVE:
        for row in record.alive().limit(8):
            page = HistoryPage(window.desk, row)
            qtbot.addWidget(page)
            page.show()
            assert leaks(words_of(page), known) == []


@pytest.mark.parametrize("register", REGISTERS)
def test_what_goes_out_without_a_reason(
    window: MainWindow, program: Program, known: frozenset[str], register: str, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = register_page(window, register)
    for name, act in (("台账.xlsx", page.acts.export), ("名册.pdf", page.acts.print_roster)):
        monkeypatch.setattr(program.furniture.files, "save", lambda *_asked, name=name: tmp_path / name)
        act()
        if page.acts.strip.isVisible():
            page.acts.strip.masked_button.click()
        qtbot.waitUntil(lambda: not program.furniture.jobs.busy)
    rows = openpyxl.load_workbook(tmp_path / "台账.xlsx").active.values
    with pdfplumber.open(tmp_path / "名册.pdf") as pdf:
        texts = ["".join((sheet.extract_text() or "").split()) for sheet in pdf.pages]
    assert leaks([str(cell) for row in rows for cell in row], known) == []
    assert leaks(texts, known) == []


def test_the_search(window: MainWindow, known: frozenset[str], qtbot: QtBot) -> None:
    palette = Palette(window.desk, window)
    qtbot.addWidget(palette)
    for value in sorted(known)[:20]:
        palette.line.setText(value)
        palette.search()
        hits = [palette.hits.item(place).text() for place in range(palette.hits.count())]
        assert leaks(hits, known) == []


def test_the_first_page(window: MainWindow, known: frozenset[str]) -> None:
    window.open_tab("home")
    assert leaks(words_of(window), known) == []


@pytest.mark.parametrize("form", sorted(catalogue.PAPERS))
def test_what_is_printed(window: MainWindow, known: frozenset[str], form: str) -> None:
    desk = window.desk
    assert desk.printing is not None
    card = catalogue.PAPERS[form]
    keys = desk.register(card.register).keys(card.chip, as_of=desk.today)
    prepared = desk.printing.prepare(form, keys, lambda _done, _all: None)
    texts = ["".join(stroke.text for stroke in page.strokes() if hasattr(stroke, "text"))
             for copy in prepared.copies for page in copy.pages]  # fmt: skip
    assert texts
    assert leaks(texts, known) == []


def ledger_of(desk: Desk, register: str, file: Path) -> None:
    """The register as a ledger in clear, every phone one digit further: everything in it is a change."""
    from xunion_desktop.sheets.write import write_register

    register_ = desk.register(register)
    rows: list[Any] = register_.rows(register_.keys(as_of=desk.today), desk.today)
    write_register(file, register_.title, register_.columns, rows)
    workbook = openpyxl.load_workbook(file)
    sheet = workbook.active
    sensitive = {column.label for column in register_.columns if column.sensitive}
    places = [cell.column for cell in sheet[2] if cell.value in sensitive]
    for line, row in enumerate(sheet.iter_rows(min_row=3)):
        for place in places:
            cell = row[place - 1]
            if cell.value:
                cell.value = str(cell.value)[:-1] if line % 5 == 0 else str(cell.value)[:-4] + f"{line:04d}"
    workbook.save(file)


@pytest.mark.parametrize("register", sorted(catalogue.IMPORTERS))
def test_the_import_wizard(
    window: MainWindow, program: Program, known: frozenset[str], register: str, tmp_path: Path, qtbot: QtBot
) -> None:
    ledger_of(window.desk, register, tmp_path / "台账.xlsx")
    values = [str(cell) for row in openpyxl.load_workbook(tmp_path / "台账.xlsx").active.values for cell in row if cell]
    page = ImportPage(window.desk, catalogue.IMPORTERS[register].open(window.desk.today))
    window.show_page(page, "导入")
    page.read(tmp_path / "台账.xlsx")
    qtbot.waitUntil(lambda: not program.furniture.jobs.busy)
    in_sheet = frozenset(value for value in values if value.isdigit() and len(value) in (10, 11, 18))
    assert in_sheet
    hidden = known | in_sheet
    found = leaks(words_of(page), hidden) + leaks(texts_of(page.table.model), hidden)
    for row in range(min(30, page.table.model.rowCount())):
        page.table.table.selectRow(row)
        found += leaks(texts_of(page.changes.model), hidden)
    for _ in range(10):
        page.doubts.walk(1)
        found += leaks(words_of(page), hidden) + leaks(texts_of(page.doubts.model), hidden)
    assert page.step in Step
    assert found == []


@pytest.fixture
def reading(
    window: MainWindow, program: Program, known: frozenset[str], tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> ImportPage:  # fmt: skip
    """A ledger on its way in; the rows to mend will be saved as 疑问表.xlsx."""
    ledger_of(window.desk, "branches", tmp_path / "台账.xlsx")
    page = ImportPage(window.desk, catalogue.IMPORTERS["branches"].open(window.desk.today))
    window.show_page(page, "导入")
    page.read(tmp_path / "台账.xlsx")
    qtbot.waitUntil(lambda: not program.furniture.jobs.busy)
    monkeypatch.setattr(program.furniture.files, "save", lambda *_asked: tmp_path / "疑问表.xlsx")
    return page


def test_the_rows_to_mend_go_out_as_they_were_and_that_is_written_down(
    reading: ImportPage, window: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    notes: list[Note] = []
    program.furniture.messages.said.connect(notes.append)
    reading.save_errors()
    qtbot.waitUntil(lambda: bool(notes))
    assert "主席电话、联系人电话是原文，改完请删掉" in notes[-1].second
    (line,) = window.desk.book.log_lines(event=Logged.TAKEN_OUT)
    assert line.sentence.endswith("行，主席电话、联系人电话没有打星号。")
    texts = [
        str(cell) for row in openpyxl.load_workbook(tmp_path / "疑问表.xlsx").active.values for cell in row if cell
    ]
    assert texts[-1].startswith("含个人信息，仅限“改好再导入”使用，不得外传。")


def test_where_it_cannot_be_written_down_nothing_goes_out(
    reading: ImportPage, window: MainWindow, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def full(*_given: object, **_said: object) -> None:
        raise Trouble("磁盘满了。")

    monkeypatch.setattr(window.desk.book, "log", full)
    reading.save_errors()
    assert not program.furniture.jobs.busy
    assert not (tmp_path / "疑问表.xlsx").exists()


def test_the_book_is_no_longer_a_secret_to_who_gives_a_reason(window: MainWindow, secrets: list[str]) -> None:
    """So that the tests above look for something that is there."""
    record, column = SENSITIVE[0]
    row = record.alive().where(getattr(record, column.name) == secrets[0]).first()
    window.desk.privacy.reveal(row, column, "核对电话")
    assert isinstance(window.desk.book, Book)
    assert window.desk.privacy.shows(row, column)
