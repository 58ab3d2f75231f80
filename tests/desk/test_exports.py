"""What goes out: the rows and columns as they are seen, whole or not at all, readable by others."""

import stat
import sys
from pathlib import Path

import openpyxl
import pdfplumber
import pytest

from tests.desk.county import PLAN, TODAY
from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.desk.exports import write_excel, write_roster
from xunion_desktop.desk.record_list import RecordList
from xunion_desktop.desk.record_model import Query

BOTH_EDGES = 2


@pytest.fixture
def rows(desk, keys, qtbot):
    made = RecordList(desk, "unions", PLAN)
    qtbot.addWidget(made)
    made.ask(Query())
    return made


def quiet(done: int, total: int) -> None:
    """Nobody looks at the progress."""


def sheet_of(path: Path) -> list[list[object]]:
    return [[cell.value for cell in line] for line in openpyxl.load_workbook(path).active.iter_rows()]


def text_of(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def test_the_columns_go_out_in_the_order_of_the_table(rows, tmp_path):
    rows.table.horizontalHeader().moveSection(2, 0)  # 主席 first
    write_excel(rows.seen(), tmp_path / "out.xlsx", quiet)
    assert sheet_of(tmp_path / "out.xlsx")[1][:3] == ["主席", "工会名称", "行业"]


def test_a_roster_of_the_practice_county_says_that_it_is_none(desk, rows, tmp_path):
    desk.stamp = "练习，无效"
    write_roster(rows.seen(), tmp_path / "out.pdf", quiet)
    assert text_of(tmp_path / "out.pdf").count("练习，无效") == BOTH_EDGES


def test_a_roster_of_the_office_bears_no_stamp(rows, tmp_path):
    write_roster(rows.seen(), tmp_path / "out.pdf", quiet)
    assert "无效" not in text_of(tmp_path / "out.pdf")


def test_a_hidden_column_stays_at_home(rows, tmp_path):
    rows.table.setColumnHidden(2, True)
    write_excel(rows.seen(), tmp_path / "out.xlsx", quiet)
    assert "主席" not in sheet_of(tmp_path / "out.xlsx")[1]


def test_the_rows_go_out_in_the_order_of_the_table(rows, tmp_path):
    rows.ask(Query(order=(("members", True),)))
    write_excel(rows.seen(), tmp_path / "out.xlsx", quiet)
    assert [line[0] for line in sheet_of(tmp_path / "out.xlsx")[2:4]] == ["罗峪口镇粮站工会", "蔡家崖乡供电所工会"]


def test_the_title_says_what_is_filtered(rows, tmp_path):
    rows.ask(Query("overdue"))
    write_excel(rows.seen(), tmp_path / "out.xlsx", quiet)
    assert sheet_of(tmp_path / "out.xlsx")[0][0] == "基层工会台账（任期届满）"


def test_a_roster_says_its_day_and_its_count(rows, tmp_path):
    write_roster(rows.seen(), tmp_path / "out.pdf", quiet)
    text = text_of(tmp_path / "out.pdf")
    assert "共8条" in text.replace(" ", "")
    assert "打印日期：2026年11月23日" in text


def test_a_roster_shows_a_state_by_its_word(rows, tmp_path):
    write_roster(rows.seen(), tmp_path / "out.pdf", quiet)
    assert "届满" in text_of(tmp_path / "out.pdf")
    assert "True" not in text_of(tmp_path / "out.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode")
@pytest.mark.parametrize(("write", "name"), [(write_excel, "out.xlsx"), (write_roster, "out.pdf")])
def test_others_can_read_what_goes_out(rows, tmp_path, write, name):
    write(rows.seen(), tmp_path / name, quiet)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) & 0o044 == 0o044


@pytest.mark.parametrize(("write", "name"), [(write_excel, "out.xlsx"), (write_roster, "out.pdf")])
def test_where_nothing_can_be_written_it_is_told_and_nothing_is_left(rows, tmp_path, write, name):
    with pytest.raises(Trouble, match="无法保存"):
        write(rows.seen(), tmp_path / "nowhere" / name, quiet)
    assert list(tmp_path.rglob(name)) == []


def test_a_cancelled_roster_leaves_the_old_one(rows, tmp_path):
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_roster(rows.seen(), target, stop)
    assert target.read_bytes() == b"old"


def test_only_the_picked_rows_are_seen(rows):
    rows.table.selectAll()
    rows.table.selectionModel().clearSelection()
    rows.table.select_key(rows.model.key(0))
    assert len(rows.seen().keys) == 8  # one selected row is no choice
    assert rows.seen().today == TODAY


def test_long_registers_are_read_page_by_page(rows, monkeypatch):
    monkeypatch.setattr("xunion_desktop.desk.seen.PAGE", 3)
    steps = []
    assert len(rows.seen().records(lambda done, total: steps.append((done, total)))) == 8
    assert steps == [(0, 8), (3, 8), (6, 8)]
