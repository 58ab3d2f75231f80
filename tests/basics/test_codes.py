"""Codes that check themselves: ORG-45, ORG-46, phones and cards. All numbers are made up."""

from datetime import date

import pytest

from xunion_desktop.basics.codes import (
    card_problems,
    credit_code_check,
    credit_code_problems,
    id_birth,
    id_number_problems,
    id_sex,
    mask_card,
    mask_id,
    mask_phone,
    phone_problems,
    tidy_code,
    tidy_phone,
)
from xunion_desktop.basics.problems import Level

TODAY = date(2026, 11, 24)
UNION_CODES = ["81141123MC0123450J", "81141123MCA1B2C3X4", "81141123MC0000215T", "81141123MC00000012"]
EMPLOYER_CODE = "91350100M000100Y43"
ID_NUMBERS = ["141123198001010015", "141123197512310023", "14112319900615002X"]


@pytest.mark.parametrize("code", [*UNION_CODES, EMPLOYER_CODE])
def test_the_check_character_of_a_credit_code_is_computed_modulo_31(code):
    assert credit_code_check(code[:17]) == code[17]


@pytest.mark.parametrize("code", ["", *UNION_CODES])
def test_a_right_union_code_has_no_problems(code):
    assert credit_code_problems(code, new=True) == []


def test_a_right_employer_code_has_no_problems():
    assert credit_code_problems(EMPLOYER_CODE, new=True, union=False) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("81141123MC0123450K", "末位应为 J"),
        ("81141123MC0123450", "现为17位"),
        ("81141123MCO123450J", "第11位“O”"),
        ("81141123MCI123450J", "是不是“1”"),
        ("81141123MC-123450J", "第11位“-”"),
        ("81141123mc0123450J", "第9位“m”"),
    ],
)
def test_the_sentence_says_what_is_wrong_with_a_credit_code(code, words):
    (problem,) = credit_code_problems(code, new=True, field="code")
    assert words in problem.sentence
    assert (problem.field, problem.rule) == ("code", "ORG-45")


@pytest.mark.parametrize(("new", "level"), [(True, Level.ERROR), (False, Level.DOUBT)])
def test_a_wrong_code_is_refused_when_new_and_doubted_when_taken_over(new, level):
    (problem,) = credit_code_problems("81141123MC0123450K", new=new)
    assert problem.level is level


def test_an_employers_code_is_not_a_unions():
    (problem,) = credit_code_problems(EMPLOYER_CODE, new=True, union=True)
    assert "以81开头" in problem.sentence


def test_a_unions_code_is_not_an_employers():
    (problem,) = credit_code_problems(UNION_CODES[0], new=True, union=False)
    assert problem.level is Level.ERROR


def test_a_code_of_another_kind_of_union_is_only_doubted():
    code = "89141123MC012345" + "0"
    (problem,) = credit_code_problems(code + credit_code_check(code), new=True)
    assert problem.level is Level.DOUBT


@pytest.mark.parametrize("number", ["", *ID_NUMBERS])
def test_a_right_id_number_has_no_problems(number):
    assert id_number_problems(number, TODAY) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("141123199006150021", "末位应为 X，现为 1"),
        ("14112319900230002X", "出生日期"),
        ("141123189901010015", "出生日期"),
        ("141123202701010019", "出生日期"),
        ("14112319900615002", "现为17位"),
        ("1411231990O615002X", "只有数字"),
        ("1.41123E+17", "当成了数字"),
    ],
)
def test_a_wrong_id_number_is_refused(number, words):
    (problem,) = id_number_problems(number, TODAY, field="id_number")
    assert words in problem.sentence
    assert (problem.level, problem.field, problem.rule) == (Level.ERROR, "id_number", "ORG-46")


def test_an_old_id_number_of_15_places_is_doubted():
    (problem,) = id_number_problems("141123750101001", TODAY)
    assert problem.level is Level.DOUBT


def test_an_old_id_number_still_needs_a_birth_date():
    (problem,) = id_number_problems("141123751301001", TODAY)
    assert problem.level is Level.ERROR


def test_an_unknown_region_is_only_a_hint():
    (problem,) = id_number_problems("991123198001010013", TODAY)
    assert problem.level is Level.HINT


@pytest.mark.parametrize("number", ["810000199006150029", "830000199006150022"])
def test_residents_from_hong_kong_and_taiwan_are_known(number):
    assert id_number_problems(number, TODAY) == []


@pytest.mark.parametrize(
    ("number", "birth", "sex"),
    [
        ("141123198001010015", date(1980, 1, 1), "男"),
        ("141123197512310023", date(1975, 12, 31), "女"),
        ("141123750101001", date(1975, 1, 1), "男"),
        ("14112319900230002X", None, "女"),
        ("1411", None, None),
    ],
)
def test_an_id_number_tells_birth_and_sex(number, birth, sex):
    assert (id_birth(number), id_sex(number)) == (birth, sex)


@pytest.mark.parametrize(
    "number", ["", "13900001111", "0358-6320000", "010-62000000", "03586320000", "0358-6320000-12"]
)
def test_phones_of_both_kinds_have_no_problems(number):
    assert phone_problems(number) == []


@pytest.mark.parametrize("number", ["12900001111", "1390000111", "无", "139000011112", "0358-632"])
def test_an_odd_phone_is_doubted(number):
    (problem,) = phone_problems(number, field="phone")
    assert (problem.level, problem.field) == (Level.DOUBT, "phone")


def test_a_landline_without_area_code_is_told_to_add_it():
    (problem,) = phone_problems("6320000")
    assert "区号" in problem.remedy


def test_each_of_several_phones_is_judged():
    assert phone_problems("13900001111、0358-6320000") == []
    assert "（3 位）" in phone_problems("13900001111、123")[0].sentence


@pytest.mark.parametrize("number", ["", "6222021234567894", "4111111111111111"])
def test_a_card_that_keeps_luhn_has_no_problems(number):
    assert card_problems(number) == []


@pytest.mark.parametrize("number", ["6222021234567890", "62220212345", "62220212345678901234", "6222-0212-3456"])
def test_a_card_is_only_ever_doubted(number):
    assert [problem.level for problem in card_problems(number)] == [Level.DOUBT]


@pytest.mark.parametrize(
    ("text", "tidy"),
    [(" 8114 1123 mc01\u30002345 0j", "81141123MC0123450J"), ("１４１１２３19900615002x", "14112319900615002X")],
)
def test_codes_are_tidied_before_they_are_judged(text, tidy):
    assert tidy_code(text) == tidy


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("139 0000 1111", "13900001111"),
        ("139-0000-1111", "13900001111"),
        ("+86 13900001111", "13900001111"),
        ("(0358)6320000", "0358-6320000"),
        ("０３５８—6320000", "0358-6320000"),
        ("03586320000", "0358-6320000"),
        ("01062000000", "010-62000000"),
        ("13900001111 0358-6320000", "13900001111、0358-6320000"),
        ("13900001111/13900002222", "13900001111、13900002222"),
        ("6320000", "6320000"),
        ("", ""),
    ],
)
def test_phones_are_tidied_before_they_are_judged(text, tidy):
    assert tidy_phone(text) == tidy


def test_masks_leave_what_tells_people_apart():
    assert mask_id("141123198001012217") == "141123********2217"
    assert mask_phone("13900007120") == "139****7120"
    assert mask_phone("0358-6320000、13900007120") == "0358-***0000、139****7120"
    assert mask_card("6222021234560123") == "6222********0123"


@pytest.mark.parametrize("text", ["", "12", "1234567"])
def test_what_is_too_short_to_mask_is_hidden_whole(text):
    assert mask_id(text) == "*" * len(text)
