"""The wizard: the sheet as it is read, every doubt marked and answered, old and new, one deed that can be undone."""

from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt

from tests.desk.county import ROOM, TODAY, Union
from tests.desk.hands import write_in
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.desk.cells import CELL
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.doubt_list import Doubt
from xunion_desktop.desk.import_page import ImportPage
from xunion_desktop.desk.import_steps import Step
from xunion_desktop.sheets.importer import Existing, Known, Target
from xunion_desktop.sheets.plan_rows import Action
from xunion_desktop.store.record import columns_of

OWN = columns_of(Union)
HEADS = ("序号", "工会名称", "行业", "主席", "会员", "任期届满")
ROWS = (
    (1, "甲镇工会", "教育", "李建平", 42, "2026-03-01"),
    (2, "乙镇工会", "煤炭", None, 9999, "2026-04"),
    (3, "丙镇工会", "卫生", None, 12, "2026-05-15"),
    (4, "丁镇工会", "乡镇", "赵敏", "很多", "2026-06-22"),
)


class UnionImporter:
    """Brings unions in: too many members refuse, a missing chair is looked at."""

    register = "unions"
    title = "基层工会台账"
    measure = "家"
    targets = tuple(Target(OWN[name]) for name in ("name", "trade", "chair", "members", "term_end"))
    match_by = ("name",)
    today = TODAY

    def __init__(self) -> None:
        self.learned: dict[str, str] = {}

    def complete(self, values: dict[str, Any]) -> dict[str, Any]:
        return values

    def check(self, values: dict[str, Any]) -> list[Problem]:
        found = []
        if (values.get("members") or 0) > 5000:
            found.append(Problem("会员太多。", "members", Level.ERROR))
        if not values.get("chair"):
            found.append(Problem("没有主席。", "chair", Level.DOUBT, "EL-30"))
        return found

    def existing(self) -> Existing:
        names = [target.name for target in self.targets]
        records = Union.alive()
        return Existing.of(Known(one.id, one.name, {name: getattr(one, name) for name in names}) for one in records)

    def write(self, deed, plan, progress=None) -> None:
        for row in plan.writable():
            record = Union.get_by_id(row.key) if row.key else Union()
            values = row.changed_values() if row.action is Action.UPDATE else row.values
            for name, value in values.items():
                setattr(record, name, value)
            deed.save(record)

    def remembered(self) -> dict[str, str]:
        return dict(self.learned)

    def remember(self, note, learned: Mapping[str, str]) -> None:
        self.learned = dict(learned)


@pytest.fixture
def ledger(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["基层工会台账"])
    book.active.append(HEADS)
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


@pytest.fixture
def page(book, furniture, qtbot, finish):
    made = ImportPage(Desk(book, TODAY, (ROOM,), furniture), UnionImporter())
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def read(page, ledger, finish):
    page.read(ledger)
    finish()
    return page


def section(page, name):
    return page.table.model.section_of(name)


def cell(page, row, name):
    return page.table.model.index(row, section(page, name)).data(CELL)


def test_it_begins_with_the_file(page):
    assert page.step is Step.FILE
    assert page.empty.button.text() == "选文件…"


def test_a_read_sheet_stands_at_its_doubts(read):
    assert read.step is Step.DOUBTS
    assert read.table.title.text() == "第 2 行是表头"
    assert read.table.count.text() == "共 4 行数据"


def test_the_rows_are_counted_by_what_happens_to_them(read):
    words = {action: pill.words for action, pill in read.foot.pills.items() if pill.words}
    assert words == {Action.NEW: "新增 2", Action.REFUSED: "要改 2 行，先不写"}


def test_every_doubtful_cell_is_framed(read):
    assert cell(read, 1, "members").frame == "red"
    assert cell(read, 1, "chair").frame == "amber"
    assert cell(read, 0, "members").frame == ""


def test_a_date_without_a_day_stays_without_one(read):
    assert cell(read, 1, "term_end").text == "2026-04"


def test_an_empty_doubtful_cell_says_so(read):
    assert cell(read, 2, "chair").text == "（空）"


def test_what_must_be_mended_comes_first(read):
    assert [doubt.must for doubt in read.doubts.shown][:2] == [True, True]


def test_the_doubts_can_be_filtered(read):
    read.doubts.chips._choose("must")
    assert len(read.doubts.shown) == 2


def test_f3_goes_to_the_next_doubt_and_the_sheet_follows(read, qtbot):
    qtbot.keyClick(read, Qt.Key.Key_F3)
    assert read.doubts.current is read.doubts.shown[1]
    assert read.table.model.rows[read.table.table.currentIndex().row()] is read.doubts.current.row


def test_f4_goes_to_the_one_before(read, qtbot):
    qtbot.keyClick(read, Qt.Key.Key_F4)
    assert read.doubts.current is read.doubts.shown[-1]


def test_a_mended_cell_is_judged_again(read):
    doubt = next(doubt for doubt in read.doubts.shown if doubt.problem.sentence == "会员太多。")
    read.doubts.select_row(doubt.row)
    read.doubts.text.clear()
    write_in(read.doubts.text, "99")
    read.doubts.mend.click()
    assert cell(read, 1, "members").frame == ""
    assert read.foot.pills[Action.REFUSED].words == "要改 1 行，先不写"


def test_an_accepted_doubt_is_no_longer_listed(read):
    before = len(read.doubts.shown)
    read.doubts.chips._choose("look")
    read.doubts.take.click()
    read.doubts.chips._choose("all")
    assert len(read.doubts.shown) == before - 1


def test_all_of_a_kind_can_be_accepted_at_once(read):
    read.doubts.chips._choose("look")
    place = next(place for place, doubt in enumerate(read.doubts.shown) if doubt.problem.rule == "EL-30")
    read.doubts.table.selectRow(place)
    read.doubts.take_alike.click()
    assert not [doubt for doubt in read.doubts.shown if doubt.problem.rule == "EL-30"]


def test_what_must_be_mended_cannot_be_accepted(read):
    assert read.doubts.current.must
    assert not read.doubts.take.isEnabled()


def test_a_row_can_be_left_out(read):
    row = read.doubts.current.row
    read.doubts.skip.click()
    assert row.action is Action.LEFT_OUT
    assert read.foot.pills[Action.LEFT_OUT].words == "不导入 1"


def test_a_column_can_be_put_elsewhere(read, finish):
    header = read.table.header
    combo = header.combo(section(read, "chair"))
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    finish()
    assert "chair" not in read.plan.mapping.values()


def test_without_a_required_column_it_waits_at_the_header(read, finish):
    header = read.table.header
    combo = header.combo(section(read, "name"))
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    finish()
    assert read.step is Step.HEADER
    assert "还缺：工会名称" in read.table.missing.text()
    read.go_on()
    assert read.step is Step.HEADER


def test_nothing_is_written_before_the_last_step(read):
    read.go_on()
    assert read.step is Step.WRITE
    assert Union.alive().count() == 0
    assert read.foot.deed.text() == "写入 2 行"


def test_the_good_rows_are_one_deed(read, book, finish, said):
    read.go_on()
    read.go_on()
    finish()
    assert {union.name for union in Union.alive()} == {"甲镇工会", "丙镇工会"}
    assert [line.label for line in book.deeds(5)] == ["导入基层工会台账"]
    assert said[-1].text == "已写入 2 行"
    assert "2 行要改的没有写" in said[-1].second


def written(page, finish):
    page.go_on()
    page.go_on()
    finish()
    return page


def test_another_file_after_a_finished_import_is_imported_too(read, book, tmp_path, finish):
    written(read, finish)
    other = openpyxl.Workbook()
    for line in (HEADS, (1, "戊镇工会", "教育", "孙丽", 8, "2026-07-01")):
        other.active.append(line)
    other.save(tmp_path / "第二份.xlsx")
    read.read(tmp_path / "第二份.xlsx")
    finish()
    assert (read.step, read.deed) == (Step.DOUBTS, "")
    written(read, finish)
    assert "戊镇工会" in {union.name for union in Union.alive()}
    assert len(book.deeds(5)) == 2


def test_what_is_written_is_no_longer_corrected(read, finish):
    """The red button would promise rows that nobody writes; they go out as a workbook, or the file is read anew."""
    row = written(read, finish).doubts.current.row
    assert not read.doubts.mend.isEnabled()
    read.doubts.corrected.emit(read.doubts.current, "99")
    assert (row.action, read.foot.deed.text()) == (Action.REFUSED, "返回台账")
    assert read.foot.errors.isVisible()


def test_nothing_to_write_makes_no_deed(page, book, tmp_path, finish):
    sheet = openpyxl.Workbook()
    for line in (HEADS, ROWS[1]):
        sheet.active.append(line)
    sheet.save(tmp_path / "只有错行.xlsx")
    page.read(tmp_path / "只有错行.xlsx")
    finish()
    written(page, finish)
    assert (book.deeds(5), page.deed) == ([], "")
    assert not page.foot.deed.isEnabled()


def test_esc_while_the_rows_are_written_asks_nothing(read, said, finish):
    read.doubts.skip.click()
    read.go_on()
    read.go_on()
    read.leave()
    assert (said[-1].text, said[-1].answers) == ("正在写入", ())
    finish()


def test_a_missing_column_shuts_the_way_on(read, finish):
    combo = read.table.header.combo(section(read, "name"))
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    finish()
    assert (read.step, read.foot.deed.isEnabled()) == (Step.HEADER, False)


def test_the_import_can_be_undone_from_its_message(read, finish, said):
    read.go_on()
    read.go_on()
    finish()
    said[-1].answers[0].act()
    finish()
    assert Union.alive().count() == 0


def test_a_learned_heading_is_remembered(read, finish):
    header = read.table.header
    combo = header.combo(section(read, "chair"))
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    finish()
    read.go_on()
    read.go_on()
    finish()
    assert read.importer.learned == {"主席": ""}


def test_rows_already_in_the_book_show_old_and_new(page, book, ledger, finish):
    with book.deed("新增") as deed:
        deed.save(Union(name="甲镇工会", members=40, chair="李建平", trade="教育", term_end="2026-03-01"))
    page.read(ledger)
    finish()
    page.go_on()
    assert page.step is Step.BOOK
    assert [row.title for row in page.table.model.rows] == ["甲镇工会"]
    cells = [page.changes.model.index(0, place).data(CELL) for place in range(3)]
    assert [one.text for one in cells] == ["会员", "40", "42"]
    assert (cells[1].struck, cells[2].frame) == (True, "green")


def test_a_row_may_be_another_union_of_the_same_name(page, book, ledger, finish):
    with book.deed("新增") as deed:
        deed.save(Union(name="甲镇工会", members=40))
    page.read(ledger)
    finish()
    page.go_on()
    page.changes.other.click()
    assert page.plan.of(Action.UPDATE) == []


def test_the_rows_to_mend_go_out_as_a_workbook(read, files, finish, said, tmp_path):
    files.path = tmp_path / "疑问表.xlsx"
    read.save_errors()
    finish()
    assert files.path.exists()
    assert said[-1].text == "已存出 3 行"


def test_a_file_that_is_no_workbook_is_a_trouble_and_one_may_choose_again(page, finish, said, tmp_path):
    (tmp_path / "x.xlsx").write_bytes(b"PK\0\0")
    page.read(tmp_path / "x.xlsx")
    finish()
    assert said[-1].tone == "red"
    assert page.step is Step.FILE


def test_leaving_with_decisions_is_asked_for(read, said, qtbot):
    read.doubts.skip.click()
    read.leave()
    assert said[-1].text == "不导入了吗？"
    with qtbot.waitSignal(read.desk.page_left):
        said[-1].answers[0].act()


def test_leaving_without_decisions_is_not(read, qtbot):
    with qtbot.waitSignal(read.desk.page_left):
        qtbot.keyClick(read, Qt.Key.Key_Escape)


@pytest.fixture
def two_sheets(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "城关"
    for line in (HEADS, *ROWS[:1]):
        book.active.append(line)
    book.create_sheet("空表")
    other = book.create_sheet("乡镇")
    for line in (HEADS, *ROWS[2:]):
        other.append(line)
    book.save(tmp_path / "两张表.xlsx")
    return tmp_path / "两张表.xlsx"


def choose_sheet(page, place):
    page.head.sheets.setCurrentIndex(place)
    page.head.sheets.activated.emit(place)


def test_one_filled_sheet_leaves_nothing_to_choose(read):
    assert read.head.sheets.isHidden()


def test_of_several_filled_sheets_the_clerk_takes_another(page, two_sheets, finish):
    page.read(two_sheets)
    finish()
    assert [page.head.sheets.itemText(place) for place in range(2)] == ["工作表：城关", "工作表：乡镇"]
    choose_sheet(page, 1)
    finish()
    assert page.head.sheets.currentText() == "工作表：乡镇"
    assert [row.title for row in page.plan.rows] == ["丙镇工会", "丁镇工会"]


def test_what_was_decided_is_asked_for_before_another_sheet_is_taken(page, two_sheets, finish, said):
    page.read(two_sheets)
    finish()
    page.judging.leave_out(page.doubts.current or alone(page))
    choose_sheet(page, 1)
    assert said[-1].text == "换一张工作表吗？"
    assert page.head.sheets.currentIndex() == 0
    said[-1].answers[0].act()
    finish()
    assert len(page.plan.rows) == 2


def alone(page):
    """A decision about the first row."""
    return Doubt(page.plan.rows[0], Problem("", "chair"))


@pytest.fixture
def strange(tmp_path, page, finish):
    """A sheet whose headings nobody knows."""
    book = openpyxl.Workbook()
    for line in (("二〇二六年",), ("何处", "何人"), ("甲镇工会", "李建平"), ("乙镇工会", "赵敏")):
        book.active.append(line)
    book.save(tmp_path / "怪表.xlsx")
    page.read(tmp_path / "怪表.xlsx")
    finish()
    return page


def test_without_a_header_the_clerk_is_shown_the_sheet(strange):
    assert strange.step is Step.HEADER
    assert strange.header.isVisible()
    assert strange.header.title.text() == "没有找到表头"
    assert strange.header.table.model().index(1, 1).data() == "何处"
    assert not strange.foot.isVisible()


def test_the_clerk_points_at_the_header(strange, finish):
    strange.header.table.selectRow(1)
    strange.header.one.click()
    finish()
    assert strange.plan.header.labels == ["何处", "何人"]
    assert strange.step is Step.HEADER  # nobody says yet where the names are
    assert "还缺：工会名称" in strange.table.missing.text()


def test_then_the_columns_are_placed_by_hand(strange, finish):
    strange.header.table.selectRow(1)
    strange.header.one.click()
    finish()
    combo = strange.table.header.combo(1)
    combo.setCurrentIndex(combo.findData("name"))
    combo.activated.emit(combo.currentIndex())
    finish()
    assert [row.title for row in strange.plan.rows] == ["甲镇工会", "乙镇工会"]


def test_enter_takes_the_row_as_the_header(strange, qtbot, finish):
    strange.header.table.selectRow(1)
    qtbot.keyClick(strange.header.table, Qt.Key.Key_Return)
    finish()
    assert strange.plan is not None


def test_a_wrong_header_can_be_corrected(read, finish):
    read.table.other_header.click()
    assert read.header.isVisible()
    assert read.header.table.currentIndex().row() == 1
    read.header.table.selectRow(0)
    read.header.one.click()
    finish()
    assert read.plan.header.first == 0


def test_a_right_header_is_kept(read):
    read.table.other_header.click()
    read.header.leave_it.click()
    assert read.columns.isVisible()
    assert read.plan.header.first == 1


def test_two_rows_can_be_one_header(page, tmp_path, finish):
    book = openpyxl.Workbook()
    for line in (("单位", "人数", None), (None, "总数", "女"), ("甲镇工会", 42, 20)):
        book.active.append(line)
    book.active.merge_cells("B1:C1")
    book.save(tmp_path / "两行.xlsx")
    page.read(tmp_path / "两行.xlsx")
    finish()
    page.header.table.selectRow(2)
    assert not page.header.both.isEnabled()
    page.header.table.selectRow(0)
    page.header.both.click()
    finish()
    assert page.plan.header.labels == ["单位", "人数/总数", "人数/女"]


def test_in_a_low_window_the_doubts_have_the_height(read, qtbot):
    read.resize(1366, 600)
    qtbot.wait(20)
    rows = read.doubts.table.viewport().height() // read.doubts.table.row_height()
    assert not read.changes.isVisible()
    assert rows >= 3


def test_in_a_high_window_the_row_is_shown_under_the_doubts(read, qtbot):
    read.resize(1366, 900)
    qtbot.waitUntil(read.changes.isVisible)
    assert read.doubts.isVisible()
