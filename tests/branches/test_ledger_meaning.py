"""What the cells of a ledger row mean together; and that nothing of it changes at the second import."""

import csv
import random
from collections import Counter
from datetime import date, timedelta

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches.ledger import BranchImporter
from xunion_desktop.branches.ledger_meaning import told, understood
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.branches.records.course import Officer, StateChange
from xunion_desktop.branches.records.dossier import dossiers
from xunion_desktop.people.records import Person
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.plan_rows import Action
from xunion_desktop.sheets.read import read_workbook

NAME = "示例煤业有限公司工会委员会"


@pytest.fixture
def ledger(tmp_path):
    """Write rows (by heading) as a ledger; give its path."""

    def ledger(*rows):
        heads = list(dict.fromkeys(head for row in rows for head in row))
        with (tmp_path / "ledger.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, heads)
            writer.writeheader()
            writer.writerows(rows)
        return tmp_path / "ledger.csv"

    return ledger


@pytest.fixture
def plan(book, ledger):
    """Plan the import of rows."""
    return lambda *rows: read_plan(read_workbook(ledger(*rows)).first(), BranchImporter(TODAY))


@pytest.fixture
def settled(import_ledger, ledger):
    """Import rows, and give what a second import would do with them."""

    def settled(*rows):
        import_ledger(ledger(*rows))
        again = read_plan(read_workbook(ledger(*rows)).first(), BranchImporter(TODAY))
        return [row.action for row in again.rows]

    return settled


def row(**values):
    return {"工会名称": NAME, "本届任期起": "2024-05-01", "任期": "3年"} | values


def sentences(row, level=Level.DOUBT):
    return [problem.sentence for problem in row.problems if problem.level is level and problem.field != "code"]


# ---- 并入


@pytest.mark.parametrize("remark", ["已并入示例煤业工会", "并入示例煤业工会", "已并入"])
def test_a_remark_that_begins_so_is_about_this_union(remark):
    assert understood({"remark": remark})["state"] == "merged"


@pytest.mark.parametrize(
    "remark", ["乙工会并入本会", "2024年乙公司工会并入", "已并入本会的有乙工会", "并入我会的乙工会"]
)
def test_a_remark_about_another_union_is_a_doubt_and_no_state(remark):
    meant = understood({"remark": remark})
    assert "state" not in meant
    assert [(problem.field, problem.level) for problem in meant["told"]] == [("remark", Level.DOUBT)]


def test_where_the_state_is_told_the_remark_is_not_asked():
    assert understood({"remark": "乙工会并入本会", "state": "normal"})["told"] == []


# ---- 延期


def test_an_extension_is_read_with_its_end(import_ledger, ledger):
    """EL-11."""
    import_ledger(ledger(row(状态="延期", 延期至="2027-05-31")))
    [state] = StateChange.alive()
    assert (state.state, state.until) == ("extended", "2027-05-31")


def test_an_extension_without_its_end_is_refused(plan):
    [one] = plan(row(状态="延期")).rows
    assert [problem.sentence for problem in one.errors] == ["延期要写明延到哪一天。"]


def test_the_end_of_an_extension_says_that_there_is_one():
    assert understood({"until": "2027-05-31"})["state"] == "extended"


def test_another_state_has_no_end(plan):
    [one] = plan(row(状态="正常", 延期至="2027-05-31")).rows
    assert sentences(one) == ["状态不是延期，“延期至”没有记。"]


def test_an_extension_longer_than_allowed_is_a_doubt(plan):
    [one] = plan(row(状态="延期", 延期至="2028-05-31")).rows
    assert (one.action, len(sentences(one))) == (Action.NEW, 1)


# ---- 主席


@pytest.mark.parametrize("word", ["空缺", "暂缺", "待选", "无", "/", "—"])
def test_a_word_in_place_of_the_chair_is_nobody(import_ledger, ledger, word):
    """EL-30."""
    import_ledger(ledger(row(工会主席=word)))
    assert Person.alive().count() == 0
    assert next(dossiers(TODAY))["vacant"]


def test_a_word_in_place_of_the_chair_is_told(plan):
    [one] = plan(row(工会主席="空缺")).rows
    assert "主席一栏写的是“空缺”，记作主席空缺。" in sentences(one, Level.HINT)


def test_a_chair_who_is_called_vacant_leaves(import_ledger, ledger):
    import_ledger(ledger(row(工会主席="李建平")), date(2026, 3, 1))
    import_ledger(ledger(row(工会主席="暂缺")))
    [officer] = Officer.alive()
    assert officer.until == TODAY.isoformat()


def test_nobody_audits_where_a_word_says_so(import_ledger, ledger):
    import_ledger(ledger(row(经审主任="无", 女工委主任="待选")))
    assert Officer.alive().count() == 0


def test_a_phone_without_a_chair_is_a_doubt(plan):
    [one] = plan(row(主席电话="13900001111")).rows
    assert sentences(one) == ["没有主席姓名，电话没有记。"]


def test_a_phone_without_a_name_is_no_doubt_where_it_is_known():
    known = {"chair": "李建平", "chair_phone": "13900001111"}
    assert told({**known, **understood({"chair_phone": "13900001111"}), **known}) == []


def test_a_post_that_is_said_to_be_held_by_nobody_is_a_doubt(plan):
    [one] = plan(row(主席空缺="否")).rows
    assert sentences(one) == ["“主席空缺”写的是“否”，却没有主席姓名。"]


def test_the_chair_beside_a_vacant_post_is_a_former_one_by_its_column_too(import_ledger, ledger):
    import_ledger(ledger(row(工会主席="李建平", 主席空缺="是")))
    [officer] = Officer.alive()
    assert (officer.holder.name, officer.until) == ("李建平", TODAY.isoformat())


# ---- 信用代码, 名称


def test_words_in_place_of_the_code_are_no_key(import_ledger, ledger):
    """ORG-45."""
    rows = [row(统一社会信用代码="办理中"), row(统一社会信用代码="办理中") | {"工会名称": "乙公司工会"}]
    plan = import_ledger(ledger(*rows))
    assert [one.doubts[0].sentence for one in plan.rows] == ["没有信用代码：写的是“办理中”。"] * 2
    assert [branch.code for branch in Branch.alive()] == [None, None]


def test_a_code_spoilt_by_a_spreadsheet_is_still_refused(plan):
    [one] = plan(row(统一社会信用代码="8.11411E+17")).rows
    assert "科学计数" in one.errors[0].sentence


@pytest.mark.parametrize("name", ["示例（煤）业公司工会", "示例(煤)业公司工会委员会", "示例(煤)业 公司工会"])
def test_a_name_spelled_a_little_differently_is_the_same_union(import_ledger, ledger, name):
    import_ledger(ledger(row(工会名称="示例(煤)业公司工会")))
    plan = import_ledger(ledger(row(工会名称=name)))
    assert Branch.alive().count() == 1
    assert any("名称略有不同" in said for said in sentences(plan.rows[0])) is (name != "示例(煤)业 公司工会")


# ---- a second import


FEW, SEEDS = 15, range(8)
CHOICES = {
    "统一社会信用代码": ["", "", "办理中", "81141123MC2851987Y", "81141123MC3525956W", "/"],
    "工会类型": ["", "单独基层工会", "联合基层工会", "未建会", "只有组织员"],
    "单位性质": ["", "事业", "非公企业", "机关"],
    "所属乡镇": ["", "奥家湾乡"],
    "建会时间": ["", "2011.8", "2012年3月5日", "2010"],
    "届次": ["", "第三届", "2"],
    "本届任期起": ["", "2024-05-01", "2023.9", "2021年", "2022/3/4"],
    "任期": ["", "3年", "5"],
    "职工数": ["", "40", "100"],
    "女职工": ["", "12"],
    "会员数": ["", "36", "40"],
    "女会员": ["", "8", "10"],
    "主席": ["", "李建平", "王秀英", "空缺", "无", "—"],
    "主席电话": ["", "13900001111", "13900002222"],
    "主席空缺": ["", "", "是", "否"],
    "经审主任": ["", "张俊", "待选", "王秀英"],
    "女工委主任": ["", "孙旭东", "无"],
    "女工委": ["", "是", "否", "不详"],
    "职代会": ["", "是", "否"],
    "法人证有效期止": ["", "2027-05-01", "2027.5"],
    "状态": ["", "", "正常", "延期", "撤销", "已并入", "届满"],
    "延期至": ["", "", "2026-12-31", "2027.1"],
    "邮编": ["", "033600"],
    "备注": ["", "联合工会", "主席空缺待补", "已并入", "乙工会并入本会", "工会撤销", "第一行\n第二行", "无"],
}


def any_ledger(seed, unlike=()):
    """Forty rows of anything; some names differ only in 委员会, and some codes come twice. ``unlike`` is left out."""
    chance = random.Random(seed)
    rows = []
    for place in range(40):
        ending = chance.choice(["", "委员会"]) if place % 2 else "联合会"
        cells = {head: chance.choice(cells) for head, cells in CHOICES.items() if head not in unlike}
        rows.append({"工会名称": f"示例{place // 2}公司工会{ending}"} | cells)
    return rows


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_file_again_changes_nothing_whatever_stands_in_it(settled, seed):
    done = Counter(settled(*any_ledger(seed)))
    assert set(done) <= {Action.SAME, Action.REFUSED}
    assert done[Action.SAME] > FEW


@pytest.mark.parametrize("seed", SEEDS)
def test_another_ledger_over_the_first_settles_too(import_ledger, settled, ledger, seed):
    import_ledger(ledger(*any_ledger(seed + 100, ["统一社会信用代码"])), TODAY - timedelta(days=30))
    assert set(settled(*any_ledger(seed, ["统一社会信用代码"]))) <= {Action.SAME, Action.REFUSED}
