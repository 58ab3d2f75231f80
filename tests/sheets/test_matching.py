from dataclasses import replace

import pytest

from xunion_desktop.basics.problems import Level
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.plan_rows import Action

CODE, OTHER = "81141123MC2851987Y", "81141123MC3525956W"
WIDTHS = str.maketrans("（）", "()")
NEW, UPDATE, SAME, REFUSED = Action.NEW, Action.UPDATE, Action.SAME, Action.REFUSED


@pytest.fixture
def plan(sheet, importer):
    """Plans rows of name, code and chair."""

    def make(*rows, known=()):
        importer.known = list(known)
        return read_plan(sheet(["工会名称", "信用代码", "工会主席"], *rows), importer)

    return make


def actions(plan):
    return [row.action for row in plan.rows]


def marks(row):
    return [(problem.field, problem.level) for problem in row.problems]


def test_the_code_finds_the_record_though_the_name_has_changed(plan, known):
    [row] = plan(["新名工会", CODE], known=[known("k", name="旧名工会", code=CODE)]).rows
    assert (row.key, row.matched_by, row.action) == ("k", "code", UPDATE)
    assert marks(row) == [("name", Level.DOUBT)]


def test_the_name_finds_the_record_where_there_is_no_code(plan, known):
    [row] = plan(["甲工会", ""], known=[known("k", name="甲工会", code=CODE)]).rows
    assert (row.key, row.matched_by, row.action) == ("k", "name", SAME)


def test_a_code_is_added_to_a_record_that_had_none(plan, known):
    [row] = plan(["甲工会", CODE], known=[known("k", name="甲工会", code="")]).rows
    assert (row.changed_values(), marks(row)) == ({"code": CODE}, [])


def test_a_mended_code_finds_its_record_by_the_name_and_is_doubted(plan, known):
    [row] = plan(["甲工会", CODE], known=[known("k", name="甲工会", code=OTHER)]).rows
    assert (row.action, marks(row)) == (UPDATE, [("code", Level.DOUBT)])


def test_the_code_of_one_record_with_the_name_of_another_is_refused(plan, known):
    records = [known("a", name="甲工会", code=CODE), known("b", name="乙工会", code=OTHER)]
    [row] = plan(["乙工会", CODE], known=records).rows
    assert [problem.sentence for problem in row.errors] == ["信用代码是“甲工会”的，名称却是“乙工会”的。"]


def test_a_name_that_the_book_has_twice_is_refused(plan, known):
    [row] = plan(["甲工会", ""], known=[known("a", name="甲工会"), known("b", name="甲工会")]).rows
    assert row.action is REFUSED
    assert "2 家" in row.errors[0].sentence


def test_not_the_same_union_makes_a_new_one(plan, known):
    result = plan(["甲工会", OTHER], known=[known("k", name="甲工会", code=CODE)])
    result.separate(result.rows[0])
    assert (result.rows[0].action, result.rows[0].matched) == (NEW, None)
    result.separate(result.rows[0], False)
    assert result.rows[0].action is UPDATE


def test_not_the_same_union_may_not_have_the_same_code(plan, known):
    result = plan(["甲工会", CODE], known=[known("k", name="甲工会", code=CODE)])
    result.separate(result.rows[0])
    assert marks(result.rows[0]) == [("code", Level.ERROR)]


def test_the_same_code_twice_in_the_sheet_is_written_once(plan):
    result = plan(["甲工会", CODE], ["乙工会", CODE])
    assert actions(result) == [NEW, REFUSED]
    assert marks(result.rows[0]) == [("code", Level.DOUBT)]
    assert "第 2 行信用代码相同" in result.rows[1].errors[0].sentence


def test_the_same_name_twice_without_codes_is_written_once(plan):
    assert actions(plan(["甲工会", ""], ["甲工会", CODE])) == [NEW, REFUSED]


def test_the_same_name_with_different_codes_is_two_unions_and_doubted(plan):
    result = plan(["甲工会", CODE], ["甲工会", OTHER])
    assert actions(result) == [NEW, NEW]
    assert [marks(row) for row in result.rows] == [[("name", Level.DOUBT)]] * 2


def test_the_clerk_may_say_that_two_of_the_same_name_are_two(plan):
    result = plan(["甲工会", ""], ["甲工会", ""])
    result.separate(result.rows[1])
    assert actions(result) == [NEW, NEW]


def test_two_rows_for_one_record_of_the_book_are_written_once(plan, known):
    result = plan(["旧名工会", ""], ["新名工会", CODE], known=[known("k", name="旧名工会", code=CODE)])
    assert actions(result) == [SAME, REFUSED]


@pytest.fixture
def alike(importer):
    """Names that differ only in the width of brackets are spelled a little differently."""
    importer.targets = tuple(
        replace(target, alike=lambda name: name.translate(WIDTHS)) if target.name == "name" else target
        for target in importer.targets
    )


@pytest.mark.usefixtures("alike")
def test_a_name_spelled_a_little_differently_is_found_and_doubted(plan, known):
    [row] = plan(["甲(煤)工会", ""], known=[known("k", name="甲（煤）工会")]).rows
    assert (row.key, row.action, marks(row)[0]) == ("k", UPDATE, ("name", Level.DOUBT))
    assert row.doubts[0].sentence == "名称略有不同：本子里是“甲（煤）工会”，表里是“甲(煤)工会”。"


@pytest.mark.usefixtures("alike")
def test_two_codes_tell_apart_what_is_spelled_alike(plan, known):
    [row] = plan(["甲(煤)工会", CODE], known=[known("k", name="甲（煤）工会", code=OTHER)]).rows
    assert (row.action, row.doubts) == (NEW, [])


@pytest.mark.usefixtures("alike")
def test_of_two_that_are_spelled_alike_none_is_taken(plan, known):
    records = [known("a", name="甲（煤)工会"), known("b", name="甲(煤）工会")]
    [row] = plan(["甲(煤)工会", ""], known=records).rows
    assert (row.action, marks(row)[0]) == (NEW, ("name", Level.DOUBT))


@pytest.mark.usefixtures("alike")
def test_names_of_the_sheet_spelled_alike_are_two_and_doubted(plan):
    result = plan(["甲（煤）工会", ""], ["甲(煤)工会", ""], ["乙工会", ""])
    assert actions(result) == [NEW, NEW, NEW]
    assert ["名称略有不同" in "".join(p.sentence for p in row.doubts) for row in result.rows] == [True, True, False]


def test_correcting_one_of_two_doubles_frees_the_other(plan):
    result = plan(["甲工会", CODE], ["乙工会", CODE])
    result.correct(result.rows[0], "code", OTHER)
    assert actions(result) == [NEW, NEW]


def test_leaving_out_one_of_two_doubles_frees_the_other(plan):
    result = plan(["甲工会", CODE], ["乙工会", CODE])
    result.leave_out(result.rows[0])
    assert actions(result) == [Action.LEFT_OUT, NEW]
