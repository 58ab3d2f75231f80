"""The text of a form: strings are found and replaced where they stand, everything else stays as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xunion_desktop.basics.resources import form_ids
from xunion_desktop.paper.forms import load_form, shipped_form
from xunion_desktop.paper.formtext import FormText, quoted

TEXT = '''# 说明，不会印出来
[form]
id = "rooms/paper"
title = "样张"
kind = "plain"
paper = "A4"

[[word]]
name = "甲"
required = true
offered = ["一", "二"]

# 正文从这里起
[[block]]
type = "text"
text = """
第一段{甲}
[于{甲}前]第二段
"""

[[block]]
type = "text"
text = "末段"
'''


def block_text(form_text, place):
    section = form_text.all("block")[place]
    return form_text.get(section, "text")


def test_a_string_is_read_as_it_is_meant():
    assert block_text(FormText(TEXT), 0) == "第一段{甲}\n[于{甲}前]第二段\n"


def test_a_line_in_brackets_inside_a_text_is_no_table():
    assert [section.table for section in FormText(TEXT).sections] == ["form", "word", "block", "block"]


def test_a_list_is_no_string():
    assert FormText(TEXT).all("word")[0].strings.keys() == {"name"}


def test_lines_count_from_one():
    form_text = FormText(TEXT)
    span = form_text.all("block")[0].strings["text"]
    assert list(form_text.lines(span)) == [16, 17, 18, 19]


def test_a_string_is_replaced_and_the_rest_stays():
    form_text = FormText(TEXT)
    changed = form_text.replaced(form_text.all("block")[1].strings["text"], "新的末段")
    assert changed.text == TEXT.replace("末段", "新的末段")


def test_a_new_word_stands_after_the_last():
    changed = FormText(TEXT).with_word("乙", "样子")
    assert changed.words() == ["甲", "乙"]
    assert load_form(changed.text.replace('offered = ["一", "二"]\n', "")).sample()["乙"] == "样子"


def test_the_comment_above_a_block_stays_with_it():
    changed = FormText(TEXT).with_word("乙")
    assert changed.text.index("乙") < changed.text.index("# 正文从这里起") < changed.text.index("[[block]]")


def test_a_paragraph_is_added_after_its_block():
    changed = FormText(TEXT).with_paragraph(0, "插进来的一段")
    assert [block_text(changed, place) for place in range(3)][1:] == ["插进来的一段", "末段"]


def test_a_block_is_taken_out():
    changed = FormText(TEXT).without_block(0)
    assert [block_text(changed, place) for place in range(len(changed.all("block")))] == ["末段"]


def test_what_belongs_to_a_block_goes_with_it():
    text = TEXT.replace(
        '[[block]]\ntype = "text"\ntext = "末段"', '[[block.column]]\nhead = "列"\n\n[[block]]\ntext = "末段"'
    )
    form_text = FormText(text)
    assert [key for key, _ in form_text.block_strings(0)] == ["type", "text", "head"]
    assert "列" not in form_text.without_block(0).text


def test_windows_line_ends_do_not_count():
    assert FormText(TEXT.replace("\n", "\r\n")).text == TEXT


def test_a_broken_string_is_shown_as_it_is_written():
    form_text = FormText('[[block]]\ntext = "\\q"\n')
    assert block_text(form_text, 0) == '"\\q"'


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_every_string_comes_back_as_it_was(value):
    form_text = FormText(f"[[block]]\ntext = {quoted(value)}\n")
    assert block_text(form_text, 0) == value


@pytest.mark.parametrize("form_id", form_ids())
def test_every_string_of_every_shipped_form_can_be_written_again(form_id):
    form = shipped_form(form_id)
    form_text = FormText(form.text)
    for place in range(len(form_text.all("block"))):
        for number in range(len(form_text.block_strings(place))):
            _, span = form_text.block_strings(place)[number]
            form_text = form_text.replaced(span, form_text.value(span))
    assert load_form(form_text.text, form_id).blocks == form.blocks
