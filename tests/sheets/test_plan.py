import pytest

from xunion_desktop.basics.errors import Cancelled
from xunion_desktop.sheets.header import one_row
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.plan_rows import Action

HEADINGS = ["序号", "工会名称", "统一社会信用代码", "职工数", "会员数", "工会主席", "备注"]
CODE = "81141123MC2851987Y"


@pytest.fixture
def plan(sheet, importer):
    """Plans rows under the usual headings; with ``known`` records in the book."""

    def make(*rows, known=()):
        importer.known = list(known)
        return read_plan(sheet(HEADINGS, *rows), importer)

    return make


def test_blank_cells_have_no_value(plan):
    [row] = plan([1, "甲工会", CODE, 40, "", "　", ""]).rows
    assert row.values == {"name": "甲工会", "code": CODE, "staff": 40}


def test_blank_cells_never_overwrite_what_is_in_the_book(plan, known):
    record = known("k", name="甲工会", code=CODE, staff=40, chair="李秀英")
    [row] = plan([1, "甲工会", CODE, 41, "", "", ""], known=[record]).rows
    assert [str(change) for change in row.changes] == ["职工人数：40 → 41"]
    assert (row.action, row.key, row.changed_values()) == (Action.UPDATE, "k", {"staff": 41})


def test_a_row_that_changes_nothing_is_the_same(plan, known):
    result = plan([1, "甲工会", CODE, 40, "", "", ""], known=[known("k", name="甲工会", code=CODE, staff=40)])
    assert [row.action for row in result.rows] == [Action.SAME]
    assert not result.writable()


def test_rules_see_the_record_as_it_would_be(plan, known):
    [row] = plan([1, "甲工会", CODE, "", 50, "", ""], known=[known("k", name="甲工会", code=CODE, staff=40)]).rows
    assert [problem.sentence for problem in row.errors] == ["会员多于职工。"]


def test_an_empty_required_column_refuses_the_row(plan):
    [row] = plan([1, "", CODE, 40, "", "张三", ""]).rows
    assert [(problem.field, problem.sentence) for problem in row.errors] == [("name", "没有填名称。")]


def test_what_cannot_be_read_refuses_the_row_and_shows_the_cell(plan, importer):
    [row] = plan([1, "甲工会", CODE, "约40", "", "", ""]).rows
    assert row.action is Action.REFUSED
    assert row.text(importer.targets[8].column) == "约40"


def test_a_cell_that_cannot_be_read_is_not_called_empty_as_well(plan):
    [row] = plan([1, "甲工会", "8.1141E+17", 40, "", "", ""]).rows
    assert [problem.field for problem in row.problems] == ["code"]


def test_rows_are_called_by_their_number_in_the_sheet_and_their_serial_number(plan):
    assert [row.label for row in plan([23.0, "甲工会"], ["", "乙工会"]).rows] == ["第 2 行（序号 23）", "第 3 行"]


def test_a_correction_is_read_like_a_cell(plan):
    result = plan([1, "甲工会", CODE, 40, 50, "", ""])
    [row] = result.rows
    result.correct(row, "members", "４0人")
    assert (row.action, row.values["members"]) == (Action.NEW, 40)


def test_a_correction_may_fill_a_column_that_the_sheet_has_not(plan):
    result = plan([1, "甲工会", CODE])
    result.correct(result.rows[0], "founded", "2021.8.4")
    assert result.rows[0].values["founded"] == "2021-08-04"


def test_a_correction_may_empty_a_cell(plan):
    result = plan([1, "甲工会", CODE, "约40"])
    result.correct(result.rows[0], "staff", "")
    assert "staff" not in result.rows[0].values


def test_an_accepted_doubt_is_closed_and_still_a_doubt(plan):
    result = plan([1, "甲工会"])
    [row] = result.rows
    result.accept(row, "code")
    assert (len(row.doubts), row.open_doubts) == (1, [])


def test_a_correction_opens_the_doubt_again(plan):
    result = plan([1, "甲工会"])
    result.accept(result.rows[0], "code")
    result.correct(result.rows[0], "code", "")
    assert result.rows[0].open_doubts


def test_a_row_left_out_is_not_written(plan):
    result = plan([1, "甲工会"], [2, "乙工会"])
    result.leave_out(result.rows[0])
    assert [row.title for row in result.writable()] == ["乙工会"]


def test_a_row_left_out_may_come_back(plan):
    result = plan([1, "甲工会"])
    result.leave_out(result.rows[0])
    result.leave_out(result.rows[0], False)
    assert result.rows[0].action is Action.NEW


def test_doubtful_rows_are_good_rows(plan):
    result = plan([1, "甲工会"], [2, "乙工会", CODE], [3, "丙工会", "", 1, 2])
    assert [[row.serial for row in rows] for rows in (result.good, result.doubtful, result.refused)] == [
        ["1", "2"], ["1"], ["3"],
    ]  # fmt: skip


def test_a_column_placed_elsewhere_is_read_anew_and_corrections_stay(plan):
    result = plan([1, "甲工会", CODE, 40, "", "张三", ""])
    result.correct(result.rows[0], "staff", "41")
    moved = result.place(5, "remark")
    assert moved.rows[0].values["remark"] == "张三"
    assert "chair" not in moved.rows[0].values
    assert moved.rows[0].values["staff"] == 41


def test_what_the_clerk_placed_is_remembered_for_the_next_sheet(plan, importer, sheet):
    importer.remember(None, plan([1, "甲工会"]).place(5, "").learned())
    assert importer.headings == {"工会主席": ""}
    assert read_plan(sheet(HEADINGS, [1, "甲工会"]), importer).headings[5].source == "learned"


def test_a_mapping_from_outside_replaces_the_proposal(sheet, importer):
    plan = read_plan(sheet(HEADINGS, [1, "甲工会", "", "", "", "张三"]), importer, {1: "name"})
    assert plan.rows[0].values == {"name": "甲工会"}


def test_a_header_shown_by_the_clerk_is_taken(sheet, importer):
    rows = sheet(["甲栏", "乙栏"], ["示例工会", 40])
    plan = read_plan(rows, importer, {0: "name", 1: "staff"}, header=one_row(rows, 0))
    assert plan.rows[0].values == {"name": "示例工会", "staff": 40}


def test_reports_progress_and_may_be_cancelled(sheet, importer):
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_plan(sheet(HEADINGS, [1, "甲工会"]), importer, progress=stop)
