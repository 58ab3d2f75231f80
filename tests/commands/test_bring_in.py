"""import: the ledger as it really is, from the command line (issue item 8)."""

import json
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from xunion_desktop.catalogue import record_classes, register
from xunion_desktop.office.values import office, prefix
from xunion_desktop.store.book import Book

LEDGER = Path(__file__).parent.parent / "data" / "branches_ledger.xls"


def count(folder) -> int:
    with Book.open(folder, record_classes()):
        return register("branches", date(2026, 11, 24)).count()


def deeds(folder) -> list[str]:
    with Book.open(folder, record_classes()) as book:
        return [deed.label for deed in book.deeds()]


def test_looking_only_makes_no_book(run, tmp_path):
    said = run("import", "branches", LEDGER, "--book", "new.xunion")
    assert said.code == 1
    assert "读到 218 行：能写入 217 行，不能写入 1 行" in said.out
    assert "--commit" in said.out
    assert list(tmp_path.iterdir()) == []


def test_looking_only_leaves_a_book_as_it_was(run, county):
    before = deeds(county)
    run("import", "branches", LEDGER, "--book", county)
    assert deeds(county) == before


def test_commit_makes_a_missing_book_and_writes_the_good_rows(run, tmp_path):
    said = run("import", "branches", LEDGER, "--book", "new.xunion", "--commit")
    assert said.code == 1
    assert (tmp_path / "new" / "new.xunion").is_file()
    assert count(tmp_path / "new") == 217


@pytest.mark.parametrize("commit", [(), ("--commit",)])
def test_an_empty_folder_becomes_the_book(run, tmp_path, commit):
    (tmp_path / "empty").mkdir()
    said = run("import", "branches", LEDGER, "--book", "empty.xunion", *commit)
    assert said.code == 1
    assert (tmp_path / "empty" / "empty.xunion").is_file() == bool(commit)


def test_a_new_book_knows_its_own_union_and_no_contact(county):
    with Book.open(county, record_classes()):
        assert (office().name, prefix("letter"), office().contact) == ("兴县总工会", "兴工函", None)


def test_the_whole_import_is_one_deed(county):
    assert deeds(county)[0].startswith("导入")
    assert len(deeds(county)) == 2


def test_the_refused_row_is_named_with_its_reason(run):
    data = run("import", "branches", LEDGER, "--book", "new", "--json").data
    (refused,) = data["refused"]
    assert (data["rows"], data["good"], data["new"], data["committed"]) == (218, 217, 217, False)
    assert refused["serial"] == "23"
    assert "会员 2137 人多于职工 2132 人" in refused["reasons"][0]


@pytest.mark.parametrize(
    ("words", "times"),
    [("信用代码校验不对", 1), ("没有信用代码", 37), ("只有年月", 31)],
    ids=["ORG-45", "code", "EL-10"],
)
def test_the_doubts_are_counted(run, words, times):
    data = run("import", "branches", LEDGER, "--book", "new", "--json").data
    assert sum(words in reason for row in data["doubts"] for reason in row["reasons"]) == times


def test_the_same_ledger_again_changes_nothing(run, county):
    data = run("import", "branches", LEDGER, "--book", county, "--commit", "--json").data
    assert (data["new"], data["update"], data["same"]) == (0, [], 217)
    assert len(deeds(county)) == 2


def test_what_an_exported_register_changes_is_shown_old_to_new(run, county, tmp_path):
    run("export", "branches", "out.xlsx", "--book", county)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheet = book.active
    column = next(cell.column for cell in sheet[2] if cell.value == "主席")
    sheet.cell(3, column).value = "任示例"
    book.save(tmp_path / "mended.xlsx")
    data = run("import", "branches", "mended.xlsx", "--book", county, "--json").data
    (update,) = data["update"]
    assert update["row"] == 3
    assert update["changes"][0].startswith("主席：")
    assert update["changes"][0].endswith("→ 任示例")


def test_the_rows_with_problems_are_saved_to_be_mended(run, tmp_path):
    said = run("import", "branches", LEDGER, "--book", "new", "--errors", "errors.xlsx")
    assert "errors.xlsx" in said.out
    again = run("import", "branches", tmp_path / "errors.xlsx", "--book", "new", "--json").data
    assert (again["rows"], len(again["refused"]), len(again["doubts"])) == (63, 1, 63)


def test_as_many_doubts_are_told_to_a_person_as_to_a_program(run):
    told = run("import", "branches", LEDGER, "--book", "new").out
    assert f"请看 {len(run('import', 'branches', LEDGER, '--book', 'new', '--json').data['doubts'])} 行" in told


def test_an_import_that_changes_nothing_offers_no_undo(run, county):
    said = run("import", "branches", LEDGER, "--book", county, "--commit")
    assert "没有要写入的" in said.out
    assert "undo" not in said.out
    assert "已写入" not in said.out


@pytest.fixture
def csv(tmp_path):
    """Write a small ledger; give its path."""

    def csv(text: str, name: str = "small.csv") -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return csv


def test_a_sheet_with_only_a_header_makes_no_book(run, csv, tmp_path):
    said = run("import", "branches", csv("工会名称,职工数,会员数\n"), "--book", "new", "--commit")
    assert (said.code, "表里没有数据行" in said.out) == (1, True)
    assert not (tmp_path / "new").exists()


def test_a_sheet_of_refused_rows_makes_no_book(run, csv, tmp_path):
    ledger = csv("工会名称,职工数,会员数\n甲公司工会,3,5\n")
    said = run("import", "branches", ledger, "--book", "new", "--commit")
    assert (said.code, "没有要写入的" in said.out) == (1, True)
    assert not (tmp_path / "new").exists()
    assert run("import", "branches", ledger, "--book", "new", "--commit", "--json").data["committed"] is False


def test_columns_that_nobody_reads_are_told(run, csv):
    ledger = csv("序号,工会名称,职工数,吉祥物,空栏\n1,甲公司工会,3,石狮,\n")
    assert "没有读这些列：吉祥物。" in run("import", "branches", ledger, "--book", "new").out
    assert run("import", "branches", ledger, "--book", "new", "--json").data["unread"] == ["吉祥物"]


def test_the_real_ledger_is_read_whole(run):
    assert run("import", "branches", LEDGER, "--book", "new", "--json").data["unread"] == []


@pytest.fixture
def sheets(tmp_path):
    """Write a workbook of several sheets; give its path."""

    def sheets(**rows: list[list[str]]) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, lines in rows.items():
            sheet = book.create_sheet(name)
            for line in lines:
                sheet.append(line)
        book.save(tmp_path / "sheets.xlsx")
        return tmp_path / "sheets.xlsx"

    return sheets


A_LEDGER = [["工会名称", "职工数"], ["甲公司工会", "3"]]


def test_other_filled_sheets_are_named(run, sheets):
    file = sheets(A镇=A_LEDGER, B镇=A_LEDGER, 空=[])
    assert "另有 1 张表没有读：B镇。用 --sheet 指定。" in run("import", "branches", file, "--book", "new").out
    data = run("import", "branches", file, "--book", "new", "--json").data
    assert (data["sheet"], data["other_sheets"]) == ("A镇", ["B镇"])


def test_the_sheet_that_has_a_header_is_taken(run, sheets):
    file = sheets(说明=[["请各乡镇于月底前报来。"]], 台账=A_LEDGER)
    data = run("import", "branches", file, "--book", "new", "--json").data
    assert (data["sheet"], data["other_sheets"], data["rows"]) == ("台账", ["说明"], 1)


def test_no_sentence_asks_for_a_button(run, csv, county):
    ledger = csv("工会名称,信用代码\n奥家湾乡供销社煤矿工会,81141123MC2851987Y\n")
    said = run("import", "branches", ledger, "--book", county).out
    assert "名称不同" in said
    assert "点“" not in said


def test_an_unknown_register_is_wrong_usage(run):
    said = run("import", "birds", LEDGER, "--book", "new")
    assert said.code == 2
    assert said.err == "用法不对：没有“birds”这个能导入的台账，可用的有 branches。\n"


def test_an_unknown_sheet_is_wrong_usage(run):
    assert run("import", "branches", LEDGER, "--book", "new", "--sheet", "别的").code == 2


def test_a_missing_file_is_trouble_and_makes_no_book(run, tmp_path):
    said = run("import", "branches", "nowhere.xls", "--book", "new", "--commit")
    assert said.code == 3
    assert said.err.startswith("找不到文件")
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_no_ledger_is_trouble_and_makes_no_book(run, tmp_path):
    (tmp_path / "letter.csv").write_text("尊敬的领导：\n", encoding="utf-8")
    said = run("import", "branches", "letter.csv", "--book", "new", "--commit")
    assert said.code == 3
    assert said.err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_no_book_is_trouble(run, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "合影.jpg").touch()
    said = run("import", "branches", LEDGER, "--book", "photos", "--commit")
    assert said.code == 3
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["合影.jpg"]


def test_a_book_of_a_newer_program_is_left_alone(run, county):
    marker = county / "county.xunion"
    marker.write_text(json.dumps({**json.loads(marker.read_text()), "schema": 99, "version": "9.0"}))
    said = run("import", "branches", LEDGER, "--book", county, "--commit")
    assert said.code == 3
    assert "9.0" in said.err


def test_a_book_that_is_open_elsewhere_is_left_alone(run, county, tmp_path):
    with Book.open(county, record_classes()):
        said = run("undo", "--book", county)
    assert said.code == 3
    assert "另一个窗口" in said.err


def test_a_copied_book_is_read_as_well(run, county, tmp_path):
    shutil.copytree(county, tmp_path / "copy")
    assert run("export", "branches", "a.xlsx", "--book", "copy").code == 0
