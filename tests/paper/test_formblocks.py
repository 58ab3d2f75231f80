"""What the blocks of a form make of words of several lines (forms/README.md)."""

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.paper.document import (
    Address,
    Annex,
    Attachments,
    Corner,
    Imprint,
    Mark,
    Present,
    Remark,
    Sign,
    Signer,
    Text,
    Title,
)
from xunion_desktop.paper.forms import load_form

HEAD = '[form]\nid = "a/b"\ntitle = "试"\nkind = "official"\npaper = "A4"\n'


def blocks(block, **words):
    long = "".join(f'[[word]]\nname = "{name}"\nlong = true\n' for name in words)
    return load_form(f"{HEAD}{long}[[block]]\n{block}\n").document(words).blocks


def test_each_line_of_the_mark_is_a_union():
    found = blocks('type = "mark"\ntext = "{甲}"\nword = "文件"', 甲="兴县总工会\n兴县财政局")
    assert found == (Mark("兴县总工会", "文件"), Mark("兴县财政局", "文件"))


def test_a_mark_may_have_no_word():
    assert blocks('type = "mark"\ntext = "{甲}"', 甲="兴县总工会") == (Mark("兴县总工会"),)


def test_a_corner_has_what_is_given():
    found = blocks('type = "corner"\nsecrecy = "{甲}"\nurgency = "{乙}"', 甲="", 乙="特急")
    assert found == (Corner(urgency="特急"),)


def test_a_corner_without_anything_is_not_there():
    assert blocks('type = "corner"\nsecrecy = "{甲}"', 甲="") == ()


def test_each_line_is_a_signer():
    assert blocks('type = "signer"\ntext = "{甲}"', 甲="王海燕\n李建国\n") == (Signer("王海燕"), Signer("李建国"))


def test_the_writers_breaks_of_a_title_are_kept():
    assert blocks('type = "title"\ntext = "{甲}"', 甲="关于换届\n的函") == (Title("关于换届\n的函"),)


def test_each_line_of_a_text_is_a_paragraph_with_its_inner_blanks():
    assert blocks('type = "text"\ntext = "{甲}"', 甲="\n一段。\n\n签字：　　日期：\n") == (
        Text("一段。"),
        Text("签字：　　日期："),
    )


def test_what_follows_to_you_begins_at_the_left_edge():
    found = blocks('type = "text"\ntext = "{甲}"', 甲="特此申请。\n此致\n兴县示例人民法院\n附：副本一份")
    assert [block.flush for block in found] == [False, False, True, False]


def test_respects_begin_at_the_left_edge():
    found = blocks('type = "text"\ntext = "{甲}"', 甲="此致\n兴县总工会\n敬礼！")
    assert [block.flush for block in found] == [False, True, True]


def test_a_word_that_is_not_long_stays_in_one_line():
    form = load_form(f'{HEAD}[[word]]\nname = "甲"\n[[block]]\ntype = "to"\ntext = "{{甲}}："\n')
    assert form.document({"甲": "示例\n工会"}).blocks == (Address("示例工会："),)


def test_a_typed_colon_is_not_doubled():
    assert blocks('type = "to"\ntext = "{甲}："', 甲="示例工会：") == (Address("示例工会："),)


def test_names_of_attachments_lose_numbers_and_stops():
    found = blocks('type = "attachments"\ntext = "{甲}"', 甲="1. 名额分配表。\n2．报名表；\n2026年安排")
    assert found == (Attachments(("名额分配表", "报名表", "2026年安排")),)


@pytest.mark.parametrize(
    "name",
    [
        "2026.1—6月经费收缴情况表",
        "100.5万元预算表",
        "1.5万元预算表",
        "5:1比例表",
        "1:1比例表",
        "12.9活动方案",
        "3、5号楼平面图",
        "附件清单",
    ],
)
def test_digits_that_are_a_name_s_own_stay(name):
    assert blocks('type = "attachments"\ntext = "{甲}"', 甲=name) == (Attachments((name,)),)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("附件：1.名额分配表", "名额分配表"),
        ("附件1：名额分配表", "名额分配表"),
        ("附件：名额分配表", "名额分配表"),
        ("1、3月份报表", "3月份报表"),
        ("1.2026年预算表", "2026年预算表"),
        ("1.10月报表", "10月报表"),
        ("1.1—6月报表", "1—6月报表"),
    ],
)
def test_a_number_that_is_the_place_s_goes(typed, name):
    assert blocks('type = "attachments"\ntext = "{甲}"', 甲=typed) == (Attachments((name,)),)


def test_numbers_without_names_are_no_attachments():
    assert blocks('type = "attachments"\ntext = "{甲}"', 甲="1.\n2.") == ()


def test_annexes_are_parted_by_dashes_and_numbered():
    found = blocks('type = "annex"\ntext = "{甲}"', 甲="名额分配表\n各一名。\n---\n报名表\n姓名：\n单位：")
    assert found == (
        Annex(1, "名额分配表", (Text("各一名。"),)),
        Annex(2, "报名表", (Text("姓名："), Text("单位："))),
    )


def test_the_only_annex_has_no_number():
    assert blocks('type = "annex"\ntext = "{甲}"', 甲="名额分配表\n各一名。\n---\n") == (
        Annex(0, "名额分配表", (Text("各一名。"),)),
    )


def test_those_present_are_listed_line_by_line():
    found = blocks('type = "present"\nlabel = "出席"\ntext = "{甲}"', 甲="王海燕\n李建国")
    assert found == (Present("出席", ("王海燕", "李建国")),)


def test_nobody_on_leave_is_no_block():
    assert blocks('type = "present"\nlabel = "请假"\ntext = "{甲}"', 甲="\n") == ()


def test_each_line_of_the_name_signs_with_the_same_date():
    found = blocks('type = "sign"\nname = "{甲}"\ndate = "{乙}"', 甲="兴县总工会\n兴县财政局", 乙="2026年11月23日")
    assert found == (Sign("兴县总工会", "2026年11月23日"), Sign("兴县财政局", "2026年11月23日"))


@pytest.mark.parametrize("typed", ["联系人：王海燕", "（联系人：王海燕）"])
def test_a_remark_gets_its_brackets_once(typed):
    assert blocks('type = "remark"\ntext = "{甲}"', 甲=typed) == (Remark("（联系人：王海燕）"),)


def test_the_date_of_the_imprint_does_not_say_twice_that_it_was_printed():
    (found,) = blocks('type = "imprint"\ndate = "{甲}"', 甲="2026年11月24日印发")
    assert found == Imprint(date="2026年11月24日")


def test_the_imprint_takes_what_is_given():
    found = blocks('type = "imprint"\ncopies = "{甲}"\noffice = "{乙}"', 甲="吕梁市总工会", 乙="")
    assert found == (Imprint("吕梁市总工会"),)


def test_a_word_may_be_long_with_a_hint_and_offers():
    form = load_form(
        f'{HEAD}[[word]]\nname = "甲"\nlong = true\nhint = "一行一个"\noffered = ["乙", "丙"]\n'
        '[[block]]\ntype = "to"\ntext = "{甲}"\n'
    )
    (word,) = form.words
    assert (word.long, word.hint, word.offered) == (True, "一行一个", ("乙", "丙"))


def test_offers_that_are_no_list_are_named_with_their_line():
    with pytest.raises(Trouble, match=r"第 8 行.*offered"):
        load_form(f'{HEAD}[[word]]\nname = "甲"\noffered = "乙"\n[[block]]\ntype = "to"\ntext = "{{甲}}"\n')


def test_every_block_tells_its_texts():
    annex = Annex(0, "表", (Text("字"), Present("出席", ("人",))))
    assert list(annex.texts()) == [("小标宋", "表"), ("仿宋", "字"), ("黑体", "出席"), ("仿宋", "人")]
