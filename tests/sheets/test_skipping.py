import pytest

from xunion_desktop.sheets.plan import read_plan

HEADINGS = ["序号", "工会名称", "所属乡镇", "职工数", "会员数"]
DATA = [1, "甲工会", "瓦塘镇", 40, 36]


@pytest.fixture
def skipped(sheet, importer):
    """What is skipped of these rows below the headings, besides one row of data that must stay."""

    def make(*rows, headings=HEADINGS):
        plan = read_plan(sheet(headings, DATA, *rows), importer)
        assert [row.title for row in plan.rows] == ["甲工会"]
        return plan.skipped

    return make


@pytest.mark.parametrize("row", [[], ["　", " "], [219], ["219"]])
def test_blank_rows_and_rows_that_are_only_numbered(skipped, row):
    assert skipped(row, [2, "", "", "", ""]).blank == [3, 4]


@pytest.mark.parametrize("word", ["合计", "合　计", "总计", "小计：", "瓦塘镇小计", "合计（人）", "本页合计"])
def test_rows_of_totals(skipped, word):
    assert skipped(["", word, "", 40, 36]).totals == [3]
    assert skipped([word, "", "", 40, 36]).totals == [3]


@pytest.mark.parametrize(
    "row",
    [
        ["说明:任期以批复为准。"],
        ["备注：无"],
        ["填表人：张三", "", "审核人：李四", "", "日期：2026.10"],
        ["", "", "以上数据截至十月底"],
        ["", "单位负责人（签字）：", "", "", ""],
    ],
)
def test_notes(skipped, row):
    assert skipped(row).notes == [3]


def test_headings_printed_again_on_the_next_page(skipped):
    assert skipped(HEADINGS).repeated == [3]


def test_what_was_skipped_is_one_sentence(skipped):
    assert skipped([], HEADINGS, ["", "合计", "", 40]).sentence() == "跳过：合计 1 行、重复的表头 1 行、空行 1 行"


def test_nothing_skipped_is_no_sentence(skipped):
    assert skipped().sentence() == ""


@pytest.mark.parametrize("name", ["示例统计服务公司工会", "说明书印刷厂工会", "合计量具厂工会"])
def test_names_that_only_look_like_notes_or_totals_are_data(sheet, importer, name):
    assert [row.title for row in read_plan(sheet(HEADINGS, [1, name, "瓦塘镇", 1, 1]), importer).rows] == [name]
