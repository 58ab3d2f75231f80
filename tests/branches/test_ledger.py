"""The real ledger comes in whole: 218 rows, one refused, the doubts marked, the remarks understood."""

import csv
from collections import Counter
from datetime import date

import pytest
from openpyxl import Workbook

from tests.branches.conftest import LEDGER, TODAY
from xunion_desktop.branches.ledger import BranchImporter, filled_on
from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.dossier import dossier, dossiers
from xunion_desktop.branches.records.register import open_register
from xunion_desktop.branches.records.structure import Structure
from xunion_desktop.people.records import Person
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.plan_rows import Action
from xunion_desktop.sheets.read import read_workbook

HEADS = ["工会名称", "统一社会信用代码", "本届任期起", "任期", "职工总数", "会员总数", "工会主席", "主席电话", "备注"]


@pytest.fixture
def plan(book):
    return read_plan(read_workbook(LEDGER).first(), BranchImporter(TODAY))


@pytest.fixture
def sheet(tmp_path):
    """A workbook with one ledger row under plain headings."""

    def sheet(*rows):
        workbook = Workbook()
        for row in (HEADS, *rows):
            workbook.active.append(list(row))
        path = tmp_path / "returned.xlsx"
        workbook.save(path)
        return path

    return sheet


def row(**values):
    ledger = {"工会名称": "示例煤业有限公司工会委员会", "本届任期起": "2024-05-01", "任期": "3年"} | values
    return [ledger.get(head) for head in HEADS]


def test_every_column_of_the_ledger_finds_its_place(plan):
    assert [heading.label for heading in plan.headings if not heading.target] == ["序号"]


def test_all_rows_are_good_but_the_one_with_more_members_than_staff(plan):
    assert (len(plan.rows), len(plan.good)) == (218, 217)
    [refused] = plan.refused
    assert refused.label == "第 27 行（序号 23）"
    assert [problem.sentence for problem in refused.errors] == ["会员 2137 人多于职工 2132 人。"]


def test_the_doubts_are_the_codes_and_the_terms_without_a_day(plan):
    doubts = Counter((problem.field, problem.sentence[:6]) for row in plan.rows for problem in row.doubts)
    assert doubts == {("code", "没有信用代码"): 37, ("start", "任期起只有年"): 31, ("code", "信用代码校验"): 1}


def test_a_term_without_a_day_is_kept_as_a_month(plan):
    [one] = [row for row in plan.rows if row.title == "瓦塘镇供水站工会委员会"]
    assert one.values["start"] == "2021-10"


def test_the_counts_hold_from_the_day_the_ledger_was_filled_in(plan):
    assert filled_on(plan, TODAY) == date(2026, 10, 20)


def test_a_ledger_filled_in_later_than_today_holds_from_today(plan):
    assert filled_on(plan, date(2026, 10, 1)) == date(2026, 10, 1)


def test_the_good_rows_are_written_and_the_refused_stays_out(import_ledger):
    import_ledger()
    assert [record.alive().count() for record in (Branch, Term, Headcount)] == [217, 217, 217]
    assert not Branch.alive().where(Branch.name == "交楼申乡示例商贸有限公司工会委员会").exists()


def test_merged_unions_get_a_state_and_joint_ones_their_type(import_ledger):
    import_ledger()
    assert {change.state for change in StateChange.alive()} == {"merged"}
    assert StateChange.alive().count() == 6
    assert Structure.alive().where(Structure.form == "joint").count() == 16


def test_the_chair_named_beside_a_vacant_post_is_a_former_one(import_ledger):
    """EL-30."""
    import_ledger()
    register = open_register(TODAY)
    vacant = register.rows(register.keys("vacant", as_of=TODAY), TODAY)
    assert len(vacant) == 6
    assert {row.chair for row in vacant} == {None}
    former = Officer.alive().where(Officer.until.is_null(False))
    assert {officer.holder.name for officer in former} == {"仇桂兰", "冯云峰", "徐晓敏", "白翀", "仇赟", "尉国栋"}
    assert {officer.until for officer in former} == {"2026-10-20"}


def test_each_chair_is_a_person_with_a_phone(import_ledger):
    import_ledger()
    assert Person.alive().count() == 217
    assert Person.alive().where(Person.phone.is_null()).count() == 0
    assert dossier(Branch.get(Branch.name == "固贤乡水利站工会委员会").id, TODAY)["chair"] == "解䶮"


def test_the_unit_of_a_union_is_named_after_it_and_marked_to_be_checked(import_ledger):
    import_ledger()
    unit = Employer.get(Employer.name == "高家村镇示例物业有限公司")
    assert unit.name_derived
    assert Coverage.get(Coverage.employer == unit).branch.name == "高家村镇示例物业有限公司工会委员会"
    assert Coverage.alive().count() == 217 - 16  # nobody says whom a joint union covers


def test_women_committees_are_yes_no_or_not_known(import_ledger):
    import_ledger()
    assert set(Counter(row.women_committee for row in Structure.alive())) == {True, False, None}


def test_who_is_overdue_is_counted_as_by_hand(import_ledger):
    """EL-10: the due day of each row worked out here anew, with nothing of the program's SQL."""
    import_ledger()
    overdue = 0
    for values in dossiers(TODAY):
        year, *rest = values["start"].split("-")
        anniversary = "-".join([str(int(year) + values["years"]), *rest])
        run_out = anniversary <= TODAY.isoformat() if len(rest) == 2 else anniversary < TODAY.isoformat()[:7]
        overdue += run_out and values["state"] == "normal"
    assert open_register(TODAY).count("overdue", as_of=TODAY) == overdue == 120


def test_undo_of_the_import_empties_the_register(book, import_ledger, records):
    import_ledger()
    assert book.undo().done
    assert open_register(TODAY).count(as_of=TODAY) == 0
    mine = [record for record in records if ".office." not in record.__module__]
    assert [record.alive().count() for record in mine] == [0] * len(mine)


def test_the_same_ledger_again_changes_nothing(book, import_ledger):
    import_ledger()
    again = import_ledger()
    assert Counter(row.action for row in again.rows) == {Action.SAME: 217, Action.REFUSED: 1}
    assert [deed.label for deed in book.deeds()] == ["导入基层工会台账", "初设本单位资料"]


def test_the_same_rows_as_xlsx_and_gb18030_csv_are_read_alike(plan, tmp_path):
    sheet = read_workbook(LEDGER).first()
    workbook = Workbook()
    for cells in sheet.rows:
        workbook.active.append(list(cells))
    workbook.save(tmp_path / "ledger.xlsx")
    with (tmp_path / "ledger.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(sheet.rows)
    for name in ("ledger.xlsx", "ledger.csv"):
        other = read_plan(read_workbook(tmp_path / name).first(), BranchImporter(TODAY))
        assert [row.values for row in other.rows] == [row.values for row in plan.rows]


def test_a_term_of_which_only_the_years_are_known_is_kept_and_known_again(import_ledger, sheet):
    path = sheet(row(本届任期起=None))
    import_ledger(path)
    [known] = dossiers(TODAY)
    assert (known["start"], known["years"]) == (None, 3)
    assert [each.action for each in import_ledger(path).rows] == [Action.SAME]


def test_numbers_that_changed_are_written_as_a_new_dated_row(import_ledger, sheet):
    import_ledger(sheet(row(职工总数=90, 会员总数=80)), date(2026, 3, 1))
    import_ledger(sheet(row(职工总数=90, 会员总数=87)))
    assert [(count.since, count.staff, count.members) for count in Headcount.alive().order_by(Headcount.since)] == [
        ("2026-03-01", 90, 80),
        ("2026-11-23", 90, 87),
    ]
    assert Term.alive().count() == 1


def test_a_blank_cell_leaves_what_the_book_has(import_ledger, sheet):
    import_ledger(sheet(row(工会主席="李建平", 主席电话="13900001111")), date(2026, 3, 1))
    plan = import_ledger(sheet(row()))
    assert [one.action for one in plan.rows] == [Action.SAME]


def test_another_name_in_the_chairs_cell_is_a_change_of_chair(import_ledger, sheet):
    import_ledger(sheet(row(工会主席="李建平", 主席电话="13900001111")), date(2026, 3, 1))
    import_ledger(sheet(row(工会主席="王秀英", 主席电话="13900002222")))
    old, new = Officer.alive().order_by(Officer.id)
    assert (old.holder.name, old.until) == ("李建平", "2026-11-23")
    assert (new.holder.name, new.since, new.until) == ("王秀英", "2026-11-23", None)


def test_a_new_chair_without_a_phone_does_not_inherit_the_old_ones(import_ledger, sheet):
    import_ledger(sheet(row(工会主席="李建平", 主席电话="13900001111")), date(2026, 3, 1))
    import_ledger(sheet(row(工会主席="王秀英", 主席电话=None)))
    assert Officer.alive().order_by(Officer.id.desc()).first().holder.phone is None


def test_a_chair_who_became_vacant_leaves(import_ledger, sheet):
    import_ledger(sheet(row(工会主席="李建平", 主席电话="13900001111")), date(2026, 3, 1))
    import_ledger(sheet(row(工会主席="李建平", 备注="主席空缺待补")))
    [officer] = Officer.alive()
    assert officer.until == "2026-11-23"


def test_a_later_start_is_a_new_term(import_ledger, sheet):
    import_ledger(sheet(row(本届任期起="2021-05-01", 任期="5年")), date(2026, 3, 1))
    import_ledger(sheet(row(本届任期起="2026-05-02", 任期="5年")))
    assert [term.due for term in Term.alive().order_by(Term.start)] == ["2026-05-01", "2031-05-02"]


def test_a_day_that_became_known_puts_the_term_right(import_ledger, sheet):
    import_ledger(sheet(row(本届任期起="2024.5")), date(2026, 3, 1))
    import_ledger(sheet(row(本届任期起="2024-05-01")))
    [term] = Term.alive()
    assert term.due == "2027-05-01"


def test_a_union_is_matched_by_its_code_when_it_took_another_name(import_ledger, sheet):
    code = "81141123MC0123450J"
    import_ledger(sheet(row(统一社会信用代码=code)), date(2026, 3, 1))
    import_ledger(sheet(row(工会名称="示例矿业有限公司工会委员会", 统一社会信用代码=code)))
    [branch] = Branch.alive()
    assert branch.name == "示例矿业有限公司工会委员会"


@pytest.mark.parametrize(
    ("values", "asked"), [({"form": "none"}, False), ({"state": "preparing"}, False), ({"form": "single"}, True)]
)
def test_a_term_is_asked_for_only_where_there_is_a_committee(book, values, asked):
    problems = BranchImporter(TODAY).check({"name": "甲工会", "code": "81141123MC0123450J", **values})
    assert bool(problems) is asked


@pytest.mark.parametrize(
    ("remark", "state"),
    [
        ("已并入示例煤业工会", "merged"),
        ("并入示例煤业工会", "merged"),
        ("企业关停，工会撤销", "dissolved"),
        ("筹备", "preparing"),
        ("拟并入示例煤业工会", None),
        ("企业待注销", None),
        ("换届筹备中", None),
        ("正在筹备换届", None),
    ],
)
def test_a_remark_of_what_is_only_meant_is_no_state(book, remark, state):
    assert BranchImporter(TODAY).complete({"name": "甲工会", "remark": remark}).get("state") == state


def test_a_chair_who_audits_himself_is_refused(book):
    """EL-07."""
    values = {"name": "甲工会", "chair": "李建平", "audit_chair": "李建平"}
    found = BranchImporter(TODAY).check(values)
    assert [problem.field for problem in found if problem.rule == "EL-07"] == ["audit_chair"]


def test_what_the_clerk_placed_is_remembered_for_the_next_sheet(book):
    importer = BranchImporter(TODAY)
    with book.note() as note:
        importer.remember(note, {"人头": "members", "怪列": ""})
    with book.note() as note:
        importer.remember(note, {"人头": "staff"})
    assert importer.remembered() == {"人头": "staff", "怪列": ""}
