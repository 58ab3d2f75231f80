"""The own union and its 代字 are edited as one thing, in one deed."""

from datetime import date

import pytest

from xunion_desktop.basics.problems import Level
from xunion_desktop.office import own_union, values
from xunion_desktop.office.records import Office

TODAY = date(2026, 11, 23)


def test_each_prefix_has_a_column_by_its_role(book):
    assert set(own_union.prefix_columns()) == {"prefix_document", "prefix_office", "prefix_letter", "prefix_circular"}


def test_prefixes_that_are_not_known_bar_nobody_from_writing_the_rest(book):
    unknown = dict.fromkeys(own_union.prefix_columns())
    assert not any(column.required for column in own_union.prefix_columns().values())
    assert own_union.problems(values.office(), {"contact": "王海燕", **unknown}, TODAY) == []
    with book.deed("改本单位资料") as deed:
        own_union.write(deed, values.office(), {"contact": "王海燕", **unknown})
    assert (values.office().contact, values.prefix("letter")) == ("王海燕", None)


def test_prefixes_are_read_as_values(book):
    assert own_union.read(Office.get())["prefix_letter"] == "兴工函"


def test_both_are_written_in_one_deed(book):
    with book.deed("改本单位资料") as deed:
        own_union.write(deed, values.office(), {"contact": "王海燕", "prefix_letter": "兴县工函"})
    assert (values.office().contact, values.prefix("letter")) == ("王海燕", "兴县工函")


def test_prefix_with_brackets_is_refused_at_its_field(book):
    (problem,) = own_union.problems(values.office(), {"prefix_letter": "兴工函〔2026〕"}, TODAY)
    assert (problem.field, problem.rule) == ("prefix_letter", "DC-30")


def test_one_prefix_for_two_uses_is_refused(book):
    given = {"prefix_document": "兴工发", "prefix_letter": "兴工发"}
    (problem,) = own_union.problems(values.office(), given, TODAY)
    assert problem.field == "prefix_letter"


def test_wrong_check_digit_of_the_own_code_is_refused(book):
    problems = own_union.problems(values.office(), {"code": "81141123MC2851987Z"}, TODAY)
    assert [problem.field for problem in problems] == ["code"]


def test_names_that_nobody_sees_whole_are_refused_at_their_fields(book):
    given = {"name": "兴县\u200b总工会", "short_name": "县" * 41, "superior": "\u202e市总工会"}
    problems = own_union.problems(values.office(), given, TODAY)
    assert [problem.field for problem in problems] == ["name", "short_name", "superior"]


@pytest.fixture
def older(book):
    """The own union as an older program let it be named."""
    office = values.office()
    office.superior = "县" * 41
    with book.deed("改本单位资料") as deed:
        deed.save(office)
    return values.office()


def test_a_name_too_long_that_an_older_program_took_is_doubted_and_bars_nobody_from_writing_the_rest(older):
    (problem,) = own_union.problems(older, {"superior": older.superior, "contact": "王海燕"}, TODAY)
    assert (problem.field, problem.level) == ("superior", Level.DOUBT)


def test_another_name_too_long_is_refused_in_its_place(older):
    (problem,) = own_union.problems(older, {"superior": "市" * 41}, TODAY)
    assert (problem.field, problem.level) == ("superior", Level.ERROR)


def test_empty_name_is_refused(book):
    problems = own_union.problems(values.office(), {"name": None}, TODAY)
    assert [problem.field for problem in problems] == ["name"]
