"""The ledger as offices really have it, in the four formats it comes in (import of the ledger as it is)."""

from collections import Counter

from xunion_desktop.basics.problems import Level
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.plan_rows import Action
from xunion_desktop.sheets.read import read_workbook


def planned(path, importer):
    return read_plan(read_workbook(path).first(), importer)


def test_has_218_rows_of_data(ledger, importer):
    assert len(planned(ledger, importer).rows) == 218


def test_skips_title_notes_totals_and_blank_rows(ledger, importer):
    skipped = planned(ledger, importer).skipped
    assert skipped.sentence() == "跳过：标题 1 行、填报说明 2 行、合计 1 行、空行 2 行"
    assert (skipped.title, skipped.notes, skipped.totals, skipped.blank) == ([1], [2, 226], [225], [64, 155])


def test_header_is_two_rows_and_every_column_but_the_serial_number_finds_its_place(ledger, importer):
    plan = planned(ledger, importer)
    assert (plan.header.first, plan.header.last) == (2, 3)
    assert [heading.label for heading in plan.headings if not heading.target] == ["序号"]
    assert plan.headings[12].label == "会员数/其中:女"


def test_refuses_only_the_row_with_more_members_than_staff(ledger, importer):
    plan = planned(ledger, importer)
    assert [row.label for row in plan.refused] == ["第 27 行（序号 23）"]
    assert [(problem.field, problem.level) for problem in plan.refused[0].errors] == [("members", Level.ERROR)]


def test_doubts_are_37_missing_codes_and_31_terms_without_a_day(ledger, importer):
    doubts = Counter(problem.field for row in planned(ledger, importer).rows for problem in row.doubts)
    assert doubts == {"code": 37, "term_start": 31, "founded": 34}


def test_a_date_without_a_day_stays_without_one(ledger, importer):
    assert planned(ledger, importer).rows[1].values["founded"] == "2011-08"


def test_first_row_is_read_whole(ledger, importer):
    assert planned(ledger, importer).rows[0].values == {
        "code": "81141123MC2851987Y", "name": "奥家湾乡供销社工会", "nature": "国有企业", "township": "奥家湾乡",
        "founded": "2019-08-10", "session": 4, "term_start": "2024-08-09", "term_years": 3, "staff": 40, "women": 12,
        "members": 36, "women_members": 8, "chair": "张俊", "phone": "13258647658",
    }  # fmt: skip


def test_every_format_gives_the_same_values_as_the_xls(ledger, xls_ledger, importer):
    values = [row.values for row in planned(ledger, importer).rows]
    assert values == [row.values for row in planned(xls_ledger, importer).rows]


def test_every_phone_has_eleven_digits(ledger, importer):
    assert {len(row.values["phone"]) for row in planned(ledger, importer).rows} == {11}


def test_stray_spaces_before_names_are_gone(ledger, importer):
    assert all(row.values["name"] == row.values["name"].strip() for row in planned(ledger, importer).rows)


def test_what_the_cells_mean_together_is_completed_by_the_room(ledger, importer):
    rows = planned(ledger, importer).rows
    assert sum(row.values.get("state") == "已并入" for row in rows) == 6


def test_into_an_empty_book_every_good_row_is_new(ledger, importer):
    plan = planned(ledger, importer)
    assert Counter(row.action for row in plan.rows) == {Action.NEW: 217, Action.REFUSED: 1}


def test_read_again_into_the_book_it_filled_nothing_changes(ledger, importer, known):
    plan = planned(ledger, importer)
    importer.known = [known(str(row.number), **row.values) for row in plan.writable()]
    again = planned(ledger, importer)
    assert Counter(row.action for row in again.rows) == {Action.SAME: 217, Action.REFUSED: 1}
