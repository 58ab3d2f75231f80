"""What the records say of themselves: problems beside their fields, and what follows from other fields."""

from datetime import date

import pytest

from tests.branches.conftest import TODAY
from xunion_desktop.basics.problems import Level
from xunion_desktop.branches.records.branch import Branch, Coverage, Employer
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.learned import LearnedHeading
from xunion_desktop.branches.records.posts import officer_problems
from xunion_desktop.people.records import Person
from xunion_desktop.store.record import columns_of

GOOD, WRONG = "81141123MC0123450J", "81141123MC01234500"
RECORDS = (Branch, Employer, Coverage, Term, Headcount, StateChange, Officer, LearnedHeading, Person)


def told(record):
    return [(problem.field, problem.level) for problem in record.problems(TODAY)]


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_has_a_label_and_a_hint(record):
    assert [column.name for column in columns_of(record).values() if not (column.label and column.hint)] == []


def test_a_union_needs_a_name(book):
    assert told(Branch(name="  ")) == [("name", Level.ERROR)]
    assert told(Branch()) == [("name", Level.ERROR)]


def test_a_wrong_code_is_an_error_when_it_is_new(book):
    """ORG-45."""
    assert told(Branch(name="甲工会", code=WRONG)) == [("code", Level.ERROR)]
    assert told(Branch(name="甲工会", code=GOOD)) == []


def test_a_wrong_code_that_came_from_the_ledger_is_a_doubt(add):
    """ORG-45."""
    assert told(Branch.get_by_id(add("甲工会", code=WRONG))) == [("code", Level.DOUBT)]


def test_a_code_belongs_to_one_union(add):
    add("甲工会", code=GOOD)
    [problem] = Branch(name="乙工会", code=GOOD).problems(TODAY)
    assert problem.sentence == "这个信用代码已经是“甲工会”的。"
    assert problem.level is Level.ERROR


def test_the_code_of_a_unit_is_tidied_when_saved(book):
    with book.deed("新增") as deed:
        unit = deed.save(Employer(name="示例煤业有限公司", code=" 91350100m000100y43 "))
    assert unit.code == "91350100M000100Y43"


def test_a_name_that_is_there_already_is_a_doubt(add):
    add("甲工会")
    assert told(Branch(name=" 甲工会 ")) == [("name", Level.DOUBT)]


def test_name_and_code_are_tidied_when_saved(add):
    branch = Branch.get_by_id(add("  康宁镇　林业站工会 ", code="81141123mc 0123450j"))
    assert (branch.name, branch.code) == ("康宁镇林业站工会", GOOD)


def test_a_unit_does_not_take_the_unions_code(book):
    assert told(Employer(name="示例煤业有限公司", code=GOOD)) == [("code", Level.ERROR)]


def test_a_term_works_out_its_end_and_due_day(add):
    """EL-10."""
    add(start="2021-06", years=5, number=4)
    [term] = Term.alive()
    assert (term.end, term.due, term.title()) == ("2026-06", "2026-07-01", "第四届")


def test_a_term_that_is_put_right_works_them_out_anew(book, add):
    add(start="2021-06", years=5)
    [term] = Term.alive()
    term.years = 3
    with book.deed("修改") as deed:
        deed.save(term)
    assert Term.get_by_id(term.id).due == "2024-07-01"


def test_an_extension_is_measured_from_the_term_it_follows(add):
    """EL-11, appendix B: 183 days from 2021-06-20 end on 2021-12-20."""
    key = add(start="2018-06-20", years=3)
    allowed = StateChange(branch=key, since="2021-06-01", state="extended", until="2021-12-20")
    longer = StateChange(branch=key, since="2021-06-01", state="extended", until="2021-12-21")
    assert told(allowed) == []
    assert told(longer) == [("until", Level.ERROR)]
    longer.override = "改制，市总批复"
    assert told(longer) == [("until", Level.DOUBT)]


def test_only_an_extension_has_a_last_day(book, add):
    key = add()
    with book.deed("登记状态") as deed:
        merged = deed.save(StateChange(branch=key, since="2026-01-01", state="merged", until="2026-06-01"))
    assert (merged.until, merged.resumes) == (None, None)


def test_more_members_than_staff_cannot_be_saved(add):
    count = Headcount(branch=add(), since="2026-01-01", staff=62, members=68)
    assert told(count) == [("members", Level.ERROR)]


@pytest.mark.parametrize(("until", "refused"), [("2026-12-31", True), ("2026-11-23", False)])
def test_a_chair_whose_leaving_is_only_foreseen_still_serves(book, add, until, refused):
    key = add(chair="李建平")
    with book.deed("离任") as deed:
        officer = Officer.get()
        officer.until = until
        deed.save(officer)
    problems = officer_problems(Officer(branch=key), {"name": "王秀英", "post": "chair"}, TODAY)
    assert bool(problems) is refused


def test_nobody_leaves_before_he_came(add):
    assert told(Officer(branch=add(), since="2024-05", until="2024-04-30")) == [("until", Level.ERROR)]
    assert told(Officer(branch=add("乙工会"), since="2024-05", until="2024")) == []


def test_the_records_know_how_they_are_called(add):
    add(start="2021-06-01", years=5, chair="李建平", staff=3, nature="非公企业", state="merged")
    told = [record.alive().first().title() for record in (Officer, Coverage, StateChange, Headcount, Term)]
    assert told == ["主席 李建平", "示例煤业有限公司", "已并入", "2026-01-01 人数", "届次不详"]


def test_a_union_cannot_be_deleted_while_its_rows_live(book, add):
    from xunion_desktop.basics.errors import Trouble

    key = add(start="2021-06-01", years=5)
    with pytest.raises(Trouble, match="届次"), book.deed("删除") as deed:
        deed.delete(Branch.get_by_id(key))
    assert date.fromisoformat(Term.alive().first().due)


def term(key, **values):
    return Term(branch=key, years=5, **values)


def test_a_new_term_does_not_begin_before_the_one_before(add):
    """EL-10."""
    key = add(start="2021-06-20", years=5, number=4)
    assert told(term(key, number=5, start="2020-01-01")) == [("start", Level.ERROR)]
    assert told(term(key, start="2020-01-01")) == [("start", Level.ERROR)]
    assert told(term(key, number=5, start="2026-06-20")) == []


def test_an_old_term_is_written_down_later(add):
    key = add(start="2021-06-20", years=5, number=4)
    assert told(term(key, number=3, start="2016-06-01")) == []
    assert told(term(key, number=3, start="2022-06-01")) == [("start", Level.ERROR)]


def test_months_that_may_lie_in_order_are_not_refused(add):
    key = add(start="2021-06", years=5, number=4)
    assert [problem for problem in told(term(key, number=5, start="2021-06-20")) if problem[1] is Level.ERROR] == []


@pytest.mark.parametrize(("number", "refused"), [(0, True), (1, False), (99, False), (100, True), (1000, True)])
def test_a_term_has_a_number_from_1_to_99(add, number, refused):
    assert (("number", Level.ERROR) in told(term(add(), number=number, start="2024-06-01"))) is refused


@pytest.mark.parametrize("state", ["merged", "dissolved"])
def test_a_union_is_not_gone_before_the_day(add, state):
    """F."""
    key = add()
    assert told(StateChange(branch=key, since="2026-11-24", state=state)) == [("since", Level.ERROR)]
    assert told(StateChange(branch=key, since="2026-11", state=state)) == []


def test_people_are_not_counted_before_the_day(add):
    """F."""
    assert told(Headcount(branch=add(), since="2026-12-01", staff=3)) == [("since", Level.ERROR)]


def test_an_extension_does_not_end_before_it_begins(add):
    """EL-11."""
    key = add(start="2018-06-20", years=3)
    assert told(StateChange(branch=key, since="2021-06-01", state="extended", until="2021-05-31")) == [
        ("until", Level.ERROR)
    ]
