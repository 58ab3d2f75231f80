"""Forms: read, found faulty with line and remedy, filled with words (design.md §4)."""

import tomllib

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import refuses
from xunion_desktop.basics.resources import form_file, resource
from xunion_desktop.paper.document import Address, Mark, Number, Remark, Sign, Text, Title
from xunion_desktop.paper.formreading import NUMBERS
from xunion_desktop.paper.forms import load_form, shipped_form
from xunion_desktop.paper.headings import faces

REMINDER = "branches/election_reminder"

SMALL = """[form]
id = "branches/small"
title = "小函"
kind = "letter"
paper = "A4"

[[word]]
name = "工会名称"
required = true
sample = "示例工会"

[[block]]
type = "to"
text = "{工会名称}："
"""


@pytest.fixture(scope="module")
def reminder():
    return shipped_form(REMINDER)


@pytest.fixture
def words(reminder):
    return reminder.sample()


def texts(form, words):
    return [block.text for block in form.document(words).all(Text)]


def test_the_reminder_knows_what_it_is(reminder):
    assert (reminder.id, reminder.title, reminder.kind, reminder.number) == (REMINDER, "换届提醒函", "letter", "letter")


def test_the_reminder_lists_every_word_it_uses(reminder):
    assert reminder.word_names() == {word.name for word in reminder.words}


def test_the_reminder_becomes_a_letter_of_all_its_parts(reminder, words):
    kinds = [type(block) for block in reminder.document(words).blocks]
    assert kinds == [Mark, Number, Title, Address, Text, Text, Text, Sign, Remark]


def test_an_overdue_term_is_said_so(reminder, words):
    assert texts(reminder, words)[0] == (
        "你单位工会第五届委员会于2021年9月1日选举产生，任期五年，已于2026年8月31日届满，至今尚未换届。"
    )


def test_a_term_not_yet_over_counts_the_days(reminder, words):
    coming = {**words, "已届满": "", "将届满": "是", "剩余天数": "7", "届满日": "2026年11月30日"}
    assert texts(reminder, coming)[0].endswith("将于2026年11月30日届满（剩余7天）。")


def test_a_term_known_to_the_month_counts_no_days(reminder, words):
    coming = {**words, "已届满": "", "将届满": "是", "剩余天数": "", "届满日": "2026年12月"}
    assert texts(reminder, coming)[0].endswith("将于2026年12月届满。")


def test_without_its_number_a_committee_still_reads_well(reminder, words):
    assert texts(reminder, {**words, "届次": ""})[0].startswith("你单位工会委员会于2021年9月1日选举产生")


def test_without_a_day_to_report_by_the_sentence_still_reads_well(reminder, words):
    assert "经同级党组织同意后，向我会报送换届选举请示。" in texts(reminder, {**words, "报送期限": ""})[1]


def test_the_law_is_named(reminder, words):
    """EL-10, EL-11: 工会法第十六条; 延期一般不超过半年."""
    paragraph = texts(reminder, words)[1]
    assert "《中华人民共和国工会法》第十六条和《工会基层组织选举工作条例》" in paragraph
    assert "延期一般不超过半年" in paragraph


def test_without_contact_there_is_no_remark(reminder, words):
    assert reminder.document({**words, "联系人": ""}).first(Remark) is None


def test_without_phone_the_remark_names_only_the_person(reminder, words):
    assert reminder.document({**words, "联系电话": ""}).first(Remark) == Remark("（联系人：王海燕）")


def test_a_number_may_be_provisional(reminder, words):
    assert reminder.document(words, provisional=True).first(Number) == Number("兴工函〔2026〕38号", provisional=True)


def test_the_place_of_a_number_not_yet_given_is_kept(reminder, words):
    assert reminder.document({**words, "文号": ""}, provisional=True).first(Number) == Number("", provisional=True)


def test_a_missing_word_is_a_problem_that_refuses(reminder, words):
    problems = reminder.problems({**words, "任期起": " "})
    assert [problem.field for problem in problems] == ["任期起"]
    assert refuses(problems)


def test_a_word_that_may_be_missing_is_none(reminder, words):
    assert reminder.problems({**words, "届次": "", "联系人": "", "报送期限": ""}) == []


def test_the_hash_does_not_see_the_kind_of_line_ends():
    assert load_form(SMALL).hash == load_form(SMALL.replace("\n", "\r\n")).hash


def test_the_hash_sees_a_changed_word():
    assert load_form(SMALL).hash != load_form(SMALL.replace("小函", "大函")).hash


def test_a_text_of_several_lines_is_several_paragraphs():
    form = load_form(SMALL + '[[block]]\ntype = "text"\ntext = """\n第一段。\n\n第二段。\n"""\n')
    assert texts(form, {"工会名称": "示例工会"}) == ["第一段。", "第二段。"]


def test_a_form_that_does_not_exist_is_trouble():
    with pytest.raises(Trouble, match="没有"):
        shipped_form("branches/no_such_form")


def test_a_form_under_another_name_is_trouble():
    with pytest.raises(Trouble, match=r"第 2 行.*branches/other"):
        load_form(SMALL, "branches/other")


FAULTS = {
    "no TOML": (SMALL.replace('"小函"', "小函"), 3, "写法不对"),
    "an open quote": (SMALL.replace('"A4"', '"A4'), 5, "写法不对"),
    "nothing at all": ("", 1, "[form]"),
    "no title": (SMALL.replace('title = "小函"\n', ""), 1, "title"),
    "an unknown kind": (SMALL.replace('"letter"', '"poem"'), 4, "poem"),
    "an unknown paper": (SMALL.replace('"A4"', '"B5"'), 5, "B5"),
    "an unknown key": (SMALL.replace('paper = "A4"', 'papier = "A4"'), 5, "papier"),
    "an unknown table": (SMALL + "[[blokc]]\n", 1, "blokc"),
    "an unknown block": (SMALL.replace('"to"', '"too"'), 13, "too"),
    "an unknown word": (SMALL.replace("{工会名称}", "{工会}"), 14, "工会"),
    "an unknown word in when": (SMALL + 'when = "届次"\n', 15, "届次"),
    "an unknown spelling": (SMALL.replace("{工会名称}", "{工会名称|火星文}"), 14, "火星文"),
    "an open bracket": (SMALL.replace("{工会名称}", "[{工会名称}"), 14, "括号"),
    "a word twice": (SMALL + '[[word]]\nname = "工会名称"\n', 16, "两次"),
    "a word without name": (SMALL.replace('name = "工会名称"\n', ""), 7, "name"),
    "a switch in words": (SMALL.replace("required = true", 'required = "是"'), 9, "true"),
    "a text without quotes": (SMALL.replace('sample = "示例工会"', "sample = 5"), 10, "引号"),
    "no block": (SMALL[: SMALL.index("[[block]]")], 1, "block"),
    "a block that is no list": (SMALL.replace("[[block]]", "[block]"), 12, "[[block]]"),
}


@pytest.mark.parametrize(("text", "line", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_broken_form_names_its_line_and_the_remedy(text, line, says):
    with pytest.raises(Trouble) as caught:
        load_form(text)
    assert f"第 {line} 行" in caught.value.sentence
    assert says in caught.value.sentence
    assert "README" in caught.value.remedy


def test_the_readme_speaks_of_every_block_and_spelling():
    from xunion_desktop.paper.formblocks import BLOCKS
    from xunion_desktop.paper.words import SPELLINGS

    readme = (form_file(REMINDER).parents[1] / "README.md").read_text(encoding="utf-8")
    assert [word for word in [*BLOCKS, *SPELLINGS] if f"`{word}`" not in readme] == []


def test_a_kind_of_number_that_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(Trouble, match="“number”不能是“zzz”，可用的有：document、office、letter、circular"):
        load_form(SMALL.replace('paper = "A4"', 'paper = "A4"\nnumber = "zzz"'), "branches/small")


def test_the_kinds_of_number_are_those_that_the_office_has():
    office = tomllib.loads(resource("office.toml").read_text(encoding="utf-8"))
    assert tuple(prefix["role"] for prefix in office["prefix"]) == NUMBERS


def test_the_four_items_of_the_recovery_sheet_all_begin_with_a_heading():
    sheet = shipped_form("office/recovery_sheet")
    items = [block.text for block in sheet.document(sheet.sample()).all(Text) if block.text[1:2] == "、"]
    assert [faces(text)[0][0] for text in items] == ["黑体"] * 4
