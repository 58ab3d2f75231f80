"""一、 and （一） at the head of a paragraph and the faces they are set in."""

from xunion_desktop.paper.headings import faces, is_heading


def test_a_plain_paragraph_is_fangsong():
    assert faces("专此函达。") == (("仿宋", 5),)


def test_a_first_heading_is_heiti():
    assert faces("一、总体要求") == (("黑体", 6), ("仿宋", 0))


def test_a_second_heading_is_kaiti_up_to_its_full_stop():
    assert faces("（十二）摸清底数。逐项核对。") == (("楷体", 9), ("仿宋", 5))


def test_a_long_numbered_sentence_is_plain_text():
    text = "（一）" + "县" * 40 + "。"
    assert faces(text) == (("仿宋", len(text)),)


def test_a_number_of_digits_is_no_heading():
    assert faces("1.摸清底数。")[0][0] == "仿宋"


def test_a_line_that_is_all_heading_is_one():
    assert is_heading("一、总体要求")


def test_a_paragraph_that_goes_on_is_none():
    assert not is_heading("（一）摸清底数。逐项核对。")


def test_a_numbered_sentence_that_is_the_whole_paragraph_is_plain_text():
    assert faces("一、屋面防水：78.2万元。")[0][0] == "仿宋"


def test_a_heading_that_stands_alone_may_take_two_lines():
    text = "一、关于进一步加强和规范全县基层工会委员会按期换届选举工作组织领导和责任落实的总体要求"
    assert faces(text) == (("黑体", len(text)), ("仿宋", 0))


def test_a_numbered_paragraph_without_a_full_stop_is_plain_text_where_it_is_longer():
    assert faces("一、" + "县" * 60)[0][0] == "仿宋"


def test_a_numbered_item_that_a_semicolon_ends_is_plain_text():
    assert faces("（一）身份证复印件；")[0][0] == "仿宋"
