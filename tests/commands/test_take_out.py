"""export: what the register shows, as a workbook that can be imported again, or as a roster."""

from datetime import date

import openpyxl
import pdfplumber
import pytest

from xunion_desktop.catalogue import record_classes, register
from xunion_desktop.office.practice import STAMP_WORDS
from xunion_desktop.office.records import DatedValue
from xunion_desktop.office.values import PAPER_STAMP
from xunion_desktop.store.book import Book


def test_the_workbook_holds_every_record_under_its_labels(run, county, tmp_path):
    said = run("export", "branches", "out.xlsx", "--book", county)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert said.code == 0
    assert sheet.max_row == 2 + 217
    assert [cell.value for cell in sheet[2]][:2] == ["工会名称", "统一社会信用代码"]


def test_it_comes_back_unchanged(run, county):
    run("export", "branches", "out.xlsx", "--book", county)
    data = run("import", "branches", "out.xlsx", "--book", county, "--json").data
    assert (data["new"], data["update"], data["same"], data["refused"]) == (0, [], 217, [])


def cells(file) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(file).active.values)


@pytest.mark.parametrize("source", ["ledger", "demo"])
def test_a_new_book_made_of_an_export_exports_the_same(run, county, tmp_path, source):
    """One declaration, five uses."""
    if source == "demo":
        run("demo", "--book", "demo", "--branches", 60, "--members", 3000)
    clear = ("--reason", "搬到新本子")
    run("export", "branches", "one.xlsx", "--book", county if source == "ledger" else "demo", *clear)
    read = run("import", "branches", "one.xlsx", "--book", "two", "--commit", "--json")
    run("export", "branches", "two.xlsx", "--book", "two", *clear)
    assert (read.data["refused"], read.data["unread"]) == ([], [])
    assert cells(tmp_path / "one.xlsx")[:-1] == cells(tmp_path / "two.xlsx")[:-1]  # but for when they were made
    assert {"女职工", "主席电话", "延期至"} <= set(cells(tmp_path / "one.xlsx")[1])


def test_a_filter_keeps_to_its_records(run, county):
    assert run("export", "branches", "out.xlsx", "--book", county, "--where", "overdue", "--json").data["rows"] == 120


def test_the_roster_has_a_header_and_a_number_on_every_page(run, county, tmp_path):
    run("export", "branches", "out.pdf", "--book", county)
    with pdfplumber.open(tmp_path / "out.pdf") as pdf:
        texts = [page.extract_text() for page in pdf.pages]
        assert pdf.pages[0].width > pdf.pages[0].height
    assert len(texts) > 1
    assert all("工会名称" in text and f"共{len(texts)}页" in text for text in texts)


def test_the_roster_leaves_out_columns_that_hold_nothing(run, county, tmp_path):
    run("export", "branches", "out.pdf", "--book", county)
    with pdfplumber.open(tmp_path / "out.pdf") as pdf:
        assert "邮编" not in pdf.pages[0].extract_text()


def test_an_empty_register_is_exported_with_its_header(run, county, tmp_path):
    run("undo", "--book", county)
    assert run("export", "branches", "out.pdf", "--book", county).code == 0
    assert run("export", "branches", "out.xlsx", "--book", county, "--json").data["rows"] == 0


def test_another_kind_of_file_is_wrong_usage(run, county, tmp_path):
    said = run("export", "branches", "out.doc", "--book", county)
    assert said.code == 2
    assert ".xlsx" in said.err
    assert not (tmp_path / "out.doc").exists()


def test_every_register_can_be_exported(run, county, tmp_path):
    with Book.open(county, record_classes()):
        assert register("words", date(2026, 11, 24)).count() > 0
    for name in ("words", "values", "prefixes", "holidays", "printings"):
        assert run("export", name, f"{name}.xlsx", "--book", county).code == 0


@pytest.fixture
def strange(run, tmp_path):
    """A book with a union whose remark holds a character of no font."""
    (tmp_path / "s.csv").write_text(
        "工会名称,职工数,备注\n甲公司工会,3,\U00030000字\n乙公司工会,3,\n", encoding="utf-8"
    )
    run("import", "branches", "s.csv", "--book", "strange", "--commit")
    return tmp_path / "strange"


def test_a_roster_with_characters_of_no_font_is_not_written(run, strange, tmp_path):
    said = run("export", "branches", "out.pdf", "--book", strange)
    assert (said.code, "甲公司工会：\U00030000" in said.out, "乙公司工会：" in said.out) == (1, True, False)
    assert not (tmp_path / "out.pdf").exists()


def test_missing_characters_are_told_to_a_program(run, strange):
    said = run("export", "branches", "out.pdf", "--book", strange, "--json")
    assert (said.code, said.data["missing"], said.data["file"]) == (1, {"甲公司工会": "\U00030000"}, "")


def test_a_roster_with_gaps_is_written_where_asked(run, strange, tmp_path):
    said = run("export", "branches", "out.pdf", "--book", strange, "--gaps")
    assert (said.code, (tmp_path / "out.pdf").is_file()) == (1, True)


def test_a_workbook_needs_no_font(run, strange):
    assert run("export", "branches", "out.xlsx", "--book", strange).code == 0


def test_a_roster_of_the_practice_county_says_that_it_is_none(run, county, tmp_path):
    with Book.open(county, record_classes()) as book, book.deed("标记") as deed:
        deed.save(DatedValue(name=PAPER_STAMP, value=STAMP_WORDS, source="练习", note=""))
    assert run("export", "branches", "roster.pdf", "--book", county).code == 0
    with pdfplumber.open(tmp_path / "roster.pdf") as pdf:
        assert {page.extract_text().count(STAMP_WORDS) for page in pdf.pages} == {2}
