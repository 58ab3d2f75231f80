"""Trying a form: faults with line and remedy, real words, the longest words, and the comparison of three forms."""

import pytest

from tests.documents.conftest import FORM, TODAY
from xunion_desktop.basics.resources import form_ids
from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.catalogue import ROOMS
from xunion_desktop.documents.card import ROOM as DOCUMENTS
from xunion_desktop.documents.formcompare import Mark, compare, compare_forms
from xunion_desktop.documents.formparts import faults, not_given, parts, spoken, with_known_words
from xunion_desktop.documents.forms import shipped_text
from xunion_desktop.documents.formtrial import Offer, try_form, try_longest, understood
from xunion_desktop.documents.kinds import LETTER
from xunion_desktop.paper.forms import load_form, shipped_form
from xunion_desktop.paper.formtext import FormText

TEXT = shipped_text(FORM)


@pytest.fixture
def offer(book):
    return Offer(shipped_form(FORM), (BRANCHES,), TODAY)


def changed(old, new):
    assert old in TEXT
    return TEXT.replace(old, new)


# parts


def test_every_block_is_a_part_with_a_chinese_name():
    assert [part.title for part in parts(FormText(TEXT))][:4] == ["发文机关标志", "发文字号", "标题", "主送机关"]


def test_a_part_says_when_it_is_printed():
    assert parts(FormText(TEXT))[4].when == "已届满"


def test_a_part_of_several_texts_names_each():
    assert [field.label for field in parts(FormText(TEXT))[8].fields] == ["署名", "成文日期"]


@pytest.mark.parametrize("form_id", form_ids())
def test_every_text_of_every_form_has_a_chinese_name(form_id):
    shown = [(part.title, field.label) for part in parts(FormText(shipped_text(form_id))) for field in part.fields]
    assert [name for pair in shown for name in pair if name.isascii() and name] == []


@pytest.mark.parametrize("form_id", form_ids())
def test_every_shipped_form_is_without_fault(form_id):
    assert faults(FormText(shipped_text(form_id)), {}, typed=True) == []


@pytest.mark.parametrize("form_id", form_ids())
def test_every_word_of_every_shipped_form_is_given(form_id, book):
    offer = Offer(shipped_form(form_id), ROOMS, TODAY)
    assert list(not_given(FormText(shipped_text(form_id)), offer.words)) == []


def test_an_offered_word_is_listed_by_itself(offer):
    text = with_known_words(FormText(changed("专此函达。", "专此函达。{上级工会}")), offer.words)
    assert "上级工会" in load_form(text.text, FORM).word_names()


def test_a_word_that_nobody_gives_is_a_fault(offer):
    found = faults(FormText(changed("专此函达。", "专此函达。{主席生日}")), offer.words)
    assert [fault.sentence for fault in found] == ["没有“主席生日”这个词。"]


LISTED = '[[word]]\nname = "主席生日"\nsample = "3月8日"\n\n[[block]]'


@pytest.fixture
def listed():
    """A word that the room does not give, listed by hand in 原文 and printed."""
    return changed("专此函达。", "专此函达。{主席生日}").replace("[[block]]", LISTED, 1)


def test_a_word_that_is_listed_by_hand_and_never_given_is_a_fault(offer, listed):
    form, (fault,) = understood(listed, FORM, offer.words)
    line = listed[: listed.index("专此函达")].count("\n") + 1
    assert (form, fault.sentence, fault.line) == (None, "没有“主席生日”这个词。", line)
    assert fault.remedy == "请从“可用的词”里点一个放进来，或者去掉花括号。"


def test_a_part_that_waits_for_a_word_never_given_is_a_fault(offer):
    text = changed('when = "已届满"', 'when = "主席生日"').replace("[[block]]", LISTED, 1)
    _, (fault,) = understood(text, FORM, offer.words)
    line = text[: text.index('when = "主席生日"')].count("\n") + 1
    assert (fault.sentence, fault.line) == ("没有“主席生日”这个词，这一块永远不会印。", line)


def test_a_paper_written_freely_may_have_words_of_the_office_s_own(book):
    offer = Offer(shipped_form(LETTER), (DOCUMENTS,), TODAY)
    text = shipped_text(LETTER).replace("[[block]]", LISTED, 1).replace('text = "{正文}"', 'text = "{正文}{主席生日}"')
    form, found = understood(text, LETTER, offer.words, typed=offer.typed)
    assert ("主席生日" in form.word_names(), found) == (True, ())


def misspelt(offer, text):
    return [fault.sentence for fault in faults(FormText(text), offer.words, typed=offer.typed)]


def test_a_date_is_not_written_as_an_amount(offer):
    text = changed("专此函达。", "专此函达。{届满日|大写金额}")
    form, (fault,) = understood(text, FORM, offer.words)
    line = text[: text.index("{届满日|")].count("\n") + 1
    assert (form, fault.line) == (None, line)
    assert fault.sentence == "“届满日”（如 2026年8月31日）写不成“大写金额”。"
    assert fault.remedy == "请改成 {届满日}，或者换一个词。"


@pytest.mark.parametrize("word", ["年", "邮政编码"])
def test_a_number_that_is_no_amount_is_not_written_as_one(offer, word):
    text = changed("专此函达。", f"专此函达。{{{word}|大写金额}}")
    form, (fault,) = understood(text, FORM, offer.words)
    assert (form, fault.sentence) == (None, f"“{word}”（如 {offer.words[word]}）不是金额，写不成“大写金额”。")
    assert fault.remedy == f"请改成 {{{word}}}，或者换一个词。"


def test_a_year_is_not_read_as_a_number(offer):
    """二千零二十六年 is written nowhere."""
    assert misspelt(offer, changed("专此函达。", "{年|中文数字}年")) == ["“年”（如 2026）是年份，写不成“中文数字”。"]


@pytest.mark.parametrize("word", ["{工会名称|中文日期}", "{届满日|中文数字}", "[{届满日|大写金额}]"])
def test_a_spelling_must_be_for_its_word(offer, word):
    assert len(misspelt(offer, changed("专此函达。", f"专此函达。{word}"))) == 1


@pytest.mark.parametrize("word", ["{届满日|中文日期}", "{今天|中文日期}", "{年|中文日期}"])
def test_a_word_may_be_written_in_a_spelling_of_its_own_kind(offer, word):
    assert misspelt(offer, changed("专此函达。", f"专此函达。{word}")) == []


def test_a_word_of_the_office_s_own_is_judged_by_its_sample(book):
    offer = Offer(shipped_form(LETTER), (DOCUMENTS,), TODAY)
    listed, printed = LISTED.replace("主席生日", "金额"), '{正文}{金额|大写金额}"'
    text = shipped_text(LETTER).replace("[[block]]", listed, 1).replace('{正文}"', printed)
    assert misspelt(offer, text) == ["“金额”（如 3月8日）写不成“大写金额”。"]
    assert misspelt(offer, text.replace('"3月8日"', '"1,680.32"')) == []


def test_how_a_word_of_the_office_s_own_shows_that_it_is_an_amount_is_told(book):
    offer = Offer(shipped_form(LETTER), (DOCUMENTS,), TODAY)
    listed = LISTED.replace("主席生日", "金额").replace("3月8日", "1680")
    text = shipped_text(LETTER).replace("[[block]]", listed, 1).replace('{正文}"', '{正文}{金额|大写金额}"')
    (fault,) = faults(FormText(text), offer.words, typed=True)
    assert fault.remedy == "请改成 {金额}，或者换一个词；确实是金额，就在原文里把它的示例写成 1,680.00 这样。"


def test_a_missing_bracket_is_told_with_its_line(offer):
    broken = changed("{工会名称}：", "{工会名称：")
    form, found = understood(broken, FORM, offer.words)
    assert form is None
    assert [fault.line for fault in found] == [broken[: broken.index("{工会名称：")].count("\n") + 1]


def test_an_empty_part_is_a_fault(offer):
    found = faults(FormText(changed('"专此函达。"', '""')), offer.words)
    assert found[0].sentence == "这一块是空的。"


def test_what_is_no_form_at_all_is_told_with_its_line(offer):
    form, found = understood(changed('kind = "letter"', "kind = letter"), FORM, offer.words)
    assert form is None
    assert found[0].line == 8


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "letter"', "kind = letter", "写法不对，读不懂。"),
        ('paper = "A4"', 'paper = "A4"\ncolour = "red"', ""),
        ('type = "remark"', 'type = "poem"', "没有“poem”这种内容，可用的有："),
    ],
)
def test_a_fault_does_not_tell_its_line_twice(offer, old, new, said):
    _, (fault,) = understood(changed(old, new), FORM, offer.words)
    assert fault.sentence.startswith(said)
    assert "行" not in fault.sentence
    assert not fault.sentence.startswith("有错")


# trying


def test_a_form_is_tried_with_real_words(offer, fonts, text_of):
    trial = try_form(shipped_form(FORM), {**offer.sample(), "工会名称": "兴县示例中学工会"}, fonts)
    assert "兴县示例中学工会" in text_of(trial.pages)


def test_a_form_that_is_not_understood_cannot_be_tried(offer):
    form, found = understood(changed("{工会名称}：", "{工会名称："), FORM, offer.words)
    assert form is None
    assert found


def test_a_character_in_no_font_is_a_problem(offer, fonts):
    form = load_form(changed("专此函达。", "专此函达\U000f0000。"), FORM)
    trial = try_form(form, offer.sample(), fonts)
    assert "U+F0000" in trial.problems[0].sentence


def test_the_longest_words_of_the_shipped_form_fit(offer, fonts):
    assert try_longest(shipped_form(FORM), {**offer.sample(), **offer.longest()}, fonts) == []


def test_what_the_longest_words_overflow_is_told(offer, fonts):
    form = load_form(changed('name = "{本会名称}"', 'name = "{本会名称}{工会名称}办公室"'), FORM)
    assert "署名" in try_longest(form, {**offer.sample(), **offer.longest()}, fonts)[0].sentence


def test_words_of_the_room_come_first(offer):
    assert next(iter(offer.words)) == "工会名称"


def test_a_word_shows_how_it_looks(offer):
    assert offer.words["届满日"] == "2026年8月31日"


# comparing


def test_forms_are_spoken_by_their_parts():
    assert "正文｜专此函达。" in spoken(FormText(TEXT))


def test_a_changed_line_stands_beside_the_old_one():
    rows = compare(["甲", "乙"], ["甲", "乙"], ["甲", "乙了"])
    assert [row.alike for row in rows] == [True, False]
    assert rows[1].own == (("乙", Mark.SAME), ("了", Mark.NEW))


def test_a_new_line_stands_before_what_follows():
    rows = compare(["甲", "乙"], ["甲", "新", "乙"], ["甲", "乙"])
    assert [row.new for row in rows][1] == (("新", Mark.NEW),)
    assert rows[1].old == rows[1].own == ()


def test_a_line_that_is_gone_is_struck():
    rows = compare(["甲", "乙"], ["甲"], ["甲", "乙"])
    assert rows[1].new == (("乙", Mark.GONE),)


def test_both_may_differ_at_one_place():
    rows = compare(["甲乙丙"], ["甲丙"], ["甲乙丁"])
    assert rows[0].new == (("甲", Mark.SAME), ("乙", Mark.GONE), ("丙", Mark.SAME))
    assert rows[0].own == (("甲乙", Mark.SAME), ("丙", Mark.GONE), ("丁", Mark.NEW))


def test_three_forms_are_compared_by_their_texts():
    rows = compare_forms(TEXT, changed("专此函达。", "特此函达。"), changed("{文号}", "{文号}号"))
    assert len([row for row in rows if not row.alike]) == 2
