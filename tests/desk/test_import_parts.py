"""The parts of the wizard: steps, head, header, table of the sheet, doubts, changes, and the foot."""

from functools import partial

import openpyxl
import pytest
from PySide6.QtCore import Qt

from tests.desk.county import TODAY, Union, fill
from tests.desk.test_import_page import HEADS, UnionImporter
from xunion_desktop.desk.cells import CELL
from xunion_desktop.desk.change_card import ChangeCard
from xunion_desktop.desk.doubt_list import FITS, DoubtList, doubts_of
from xunion_desktop.desk.header_card import HeaderCard, _letters
from xunion_desktop.desk.import_foot import ImportFoot
from xunion_desktop.desk.import_head import ImportHead
from xunion_desktop.desk.import_judging import Judging, alike
from xunion_desktop.desk.import_steps import ImportSteps, Step
from xunion_desktop.desk.import_work import Source, missing, read_file, read_sheet
from xunion_desktop.desk.plan_card import BLANKS, PlanCard
from xunion_desktop.sheets.header import one_row
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.plan_rows import Action
from xunion_desktop.sheets.read import Sheet

ROWS = (
    HEADS,
    ("1", "示例医院工会", "卫生", "李建平", "99", "2026-03-01"),
    ("2", "乙镇工会", "煤炭", None, "9999", "2026-04"),
    ("3", "丙镇工会", "卫生", None, "12", "2026-05-15"),
)


def quiet(done: int, total: int) -> None:
    """Nobody looks at the progress."""


@pytest.fixture
def plan(book):
    fill(book)
    return read_plan(Sheet("台账", [list(row) for row in ROWS]), UnionImporter())


@pytest.fixture
def shown(qtbot):
    def show(widget, width=800, height=500):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        return widget

    return show


# the steps and the head


@pytest.mark.parametrize("width", [700, 240])
def test_the_steps_can_be_painted_wide_and_narrow(scale, shown, width):
    steps = shown(ImportSteps(scale), width, 30)
    steps.show_step(Step.DOUBTS)
    assert steps.accessibleName() == "第 3 步，看疑点"
    picture = steps.grab().toImage()
    steps.show_step(Step.WRITE, finished=True)
    assert steps.grab().toImage() != picture


def test_a_hidden_sheet_is_called_so(desk, shown):
    head = shown(ImportHead(desk, "导入台账"))
    sheets = (Sheet("一", [["a"]]), Sheet("二", [["b"]], hidden=True))
    head.show_source(Source("台账.xlsx", sheets), sheets[0])
    assert [head.sheets.itemText(place) for place in range(2)] == ["工作表：一", "工作表：二（隐藏）"]
    assert head.sheets.isVisible()


# the header


def test_columns_are_lettered_as_in_a_spreadsheet():
    assert [_letters(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_the_present_header_is_selected(desk, shown):
    card = shown(HeaderCard(desk))
    sheet = Sheet("台账", [["标题", ""], ["名称", "会员"], ["甲", "1"]])
    card.show_sheet(sheet, one_row(sheet, 1))
    assert card.table.currentIndex().row() == 1
    assert card.title.text() == "哪一行是表头？"
    assert card.leave_it.isVisible()


def test_a_very_wide_sheet_is_shown_as_far_as_one_would_look(desk, shown):
    card = shown(HeaderCard(desk))
    card.show_sheet(Sheet("台账", [["x"] * 16_000 for _ in range(200)]), None)
    assert (card.table.model().columnCount(), card.table.model().rowCount()) == (61, 60)


# reading


def test_only_filled_sheets_are_offered(book, tmp_path):
    workbook = openpyxl.Workbook()
    workbook.create_sheet("空")
    workbook.active.append(["工会名称", "会员"])
    workbook.save(tmp_path / "x.xlsx")
    taken = read_file(tmp_path / "x.xlsx", UnionImporter(), quiet)
    assert [sheet.name for sheet in taken.source.sheets] == ["Sheet"]


def test_a_sheet_without_a_header_waits_for_one(book):
    sheet = Sheet("怪", [["何处"], ["甲"]])
    assert read_sheet(Source("x", (sheet,)), sheet, UnionImporter(), quiet).plan is None


def test_a_required_column_that_is_missing_is_named(plan):
    assert missing(plan) == []
    assert missing(plan.place(1, "")) == ["工会名称"]


# the table of the sheet


def test_the_table_says_where_the_header_is_and_what_blanks_do(desk, shown, plan):
    card = shown(PlanCard(desk))
    card.show_plan(plan)
    assert card.title.text() == "第 1 行是表头"
    assert card.skipped.text().endswith(BLANKS)
    assert card.count.text() == "共 3 行数据"


def test_a_column_is_as_wide_as_its_first_rows_within_reason(desk, shown, plan):
    card = shown(PlanCard(desk))
    card.show_plan(plan)
    widths = [card.header.sectionSize(section) for section in range(card.model.columnCount())]
    assert all(44 <= width <= 264 for width in widths)


def test_every_column_offers_every_target(desk, shown, plan, qtbot):
    card = shown(PlanCard(desk))
    card.show_plan(plan)
    combo = card.header.combo(card.model.section_of("chair"))
    assert [combo.itemText(place) for place in range(combo.count())][:3] == ["不导入", "工会名称", "行业"]
    with qtbot.waitSignal(card.placed) as told:
        combo.setCurrentIndex(0)
        combo.activated.emit(0)
    assert told.args == [3, ""]


def test_the_choices_stay_under_their_headings_while_one_scrolls(desk, shown, plan):
    card = shown(PlanCard(desk), width=360)
    card.show_plan(plan)
    section = card.model.section_of("chair")
    for offset in (0, 60):
        card.table.horizontalScrollBar().setValue(offset)
        assert card.header.combo(section).x() == card.header.sectionViewportPosition(section) + 2


def test_a_doubtful_cell_tells_its_doubt(desk, shown, plan):
    card = shown(PlanCard(desk))
    card.show_plan(plan)
    place = card.model.index(1, card.model.section_of("members"))
    assert place.data(Qt.ItemDataRole.ToolTipRole) == "会员太多。"


def test_the_clerk_is_led_to_a_cell(desk, shown, plan):
    card = shown(PlanCard(desk))
    card.show_plan(plan)
    card.select(plan.rows[2], "chair")
    assert card.table.currentIndex().row() == 2


# the doubts


def test_what_must_be_mended_stands_first_and_is_red(desk, shown, plan):
    doubts = shown(DoubtList(desk))
    doubts.show_plan(plan)
    assert [doubt.must for doubt in doubts.shown][:2] == [True, False]
    first, second = (doubts.model.index(place, 0).data(CELL) for place in (0, 1))
    assert first.ink != second.ink
    assert first.second == "会员太多。"


def test_a_sentence_that_is_seen_whole_is_not_said_twice(desk, shown, plan):
    doubts = shown(DoubtList(desk))
    doubts.show_plan(plan)
    assert len("会员太多。") <= FITS
    assert "会员太多" not in doubts.why.text()


def test_walking_goes_round(desk, shown, plan):
    doubts = shown(DoubtList(desk))
    doubts.show_plan(plan)
    doubts.walk(-1)
    assert doubts.current is doubts.shown[-1]
    doubts.walk(1)
    assert doubts.current is doubts.shown[0]


def test_the_clerk_s_words_go_with_enter(desk, shown, plan, qtbot):
    doubts = shown(DoubtList(desk))
    doubts.show_plan(plan)
    doubts.begin_correction()
    qtbot.keyClicks(doubts.text, "120")
    with qtbot.waitSignal(doubts.corrected) as told:
        qtbot.keyClick(doubts.text, Qt.Key.Key_Return)
    assert (told.args[0].problem.field, told.args[1]) == ("members", "120")


def test_doubts_alike_are_those_of_the_same_rule_and_column(plan):
    found = doubts_of(plan)
    chairs = [doubt for doubt in found if doubt.problem.rule == "EL-30"]
    assert alike(chairs[0], found) == chairs


def test_without_doubts_there_is_nothing_to_answer(desk, shown, plan):
    doubts = shown(DoubtList(desk))
    for row in plan.rows[1:]:
        plan.leave_out(row)
    doubts.show_plan(plan)
    assert doubts.title.text() == "没有疑点"
    assert not any(button.isEnabled() for button in (doubts.mend, doubts.take, doubts.skip))


def test_judging_tells_that_something_was_decided(plan, qtbot):
    judging = Judging()
    judging.take(plan)
    assert not judging.decided
    with qtbot.waitSignal(judging.judged):
        judging.leave_out(doubts_of(plan)[0])
    assert judging.decided


# old and new


def test_a_row_of_the_book_shows_what_it_changes(desk, shown, plan):
    card = shown(ChangeCard(desk, "家"))
    card.show_row(plan, plan.rows[0])
    assert card.title.text() == "示例医院工会"
    assert "按工会名称认出" in card.how.text()
    assert [card.model.index(row, 0).data() for row in range(card.model.rowCount())][:2] == ["行业", "主席"]
    assert card.other.isVisible()


def test_a_new_row_shows_what_it_brings(desk, shown, plan):
    card = shown(ChangeCard(desk, "家"))
    card.show_row(plan, plan.rows[2])
    assert "本子里没有，新增" in card.how.text()
    assert [card.model.index(row, 2).data() for row in range(2)] == ["丙镇工会", "卫生"]
    assert not card.other.isVisible()


def test_a_row_that_must_be_mended_says_so(desk, shown, plan):
    card = shown(ChangeCard(desk, "家"))
    card.show_row(plan, plan.rows[1])
    assert "要改才能写入" in card.how.text()


def test_no_row_no_words(desk, shown, plan):
    card = shown(ChangeCard(desk, "家"))
    card.show_row(plan, plan.rows[0])
    card.show_row(plan, None)
    assert (card.title.text(), card.model.rowCount()) == ("", 0)


def test_not_the_same_union_is_told(desk, shown, plan, qtbot):
    card = shown(ChangeCard(desk, "家"))
    card.show_row(plan, plan.rows[0])
    with qtbot.waitSignal(card.separated) as told:
        card.other.click()
    assert told.args == [plan.rows[0]]


# the foot


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step.HEADER, "下一步：看疑点"),
        (Step.DOUBTS, "下一步：对旧账"),
        (Step.BOOK, "下一步：写入"),
        (Step.WRITE, "写入 2 行"),
    ],
)
def test_the_red_button_says_the_next_step(scale, shown, plan, step, words):
    foot = shown(ImportFoot(scale))
    foot.show_plan(plan, step)
    assert foot.deed.text() == words


def test_the_rows_are_counted_as_pills(scale, shown, plan):
    foot = shown(ImportFoot(scale))
    foot.show_plan(plan, Step.DOUBTS)
    counted = {action: pill.words for action, pill in foot.pills.items() if pill.words}
    assert counted == {Action.NEW: "新增 1", Action.UPDATE: "更新 1", Action.REFUSED: "要改 1 行，先不写"}


def test_without_a_required_column_it_does_not_go_on(scale, shown, plan):
    foot = shown(ImportFoot(scale))
    foot.show_plan(plan, Step.HEADER, lacking=True)
    assert not foot.deed.isEnabled()


def test_when_it_is_written_only_the_way_back_is_left(scale, shown, plan):
    foot = shown(ImportFoot(scale))
    foot.show_plan(plan, Step.WRITE)
    foot.show_done(2)
    assert (foot.deed.text(), foot.before.isVisible()) == ("返回台账", False)
    assert foot.hint.text() == "已写入 2 行，可以撤销"


def test_nothing_of_the_parts_writes_by_itself(plan, book):
    assert Union.alive().count() == 8
    assert [line.label for line in book.deeds(5)] == ["导入台账"]
    assert plan.importer.today == TODAY
    assert partial(missing, plan)() == []
