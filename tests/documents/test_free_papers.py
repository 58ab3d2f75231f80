"""What the forms of the free papers are given, and what stands between a draft and the printer."""

from datetime import date

import pytest

from xunion_desktop.basics.problems import Level, refuses
from xunion_desktop.documents.draft_problems import beside_their_words, draft_problems
from xunion_desktop.documents.drafting import prepare
from xunion_desktop.documents.forms import current_form
from xunion_desktop.documents.kinds import EVERY, FORMATS, GENRES, LETTER, MINUTES, PLAIN, format_of, genre
from xunion_desktop.documents.papers import PAPERS, items, longest
from xunion_desktop.documents.paragraphs import tidied
from xunion_desktop.documents.sketch import Sketch
from xunion_desktop.documents.starting import starting_words
from xunion_desktop.documents.words import GROUPS, LONG, OFFERS, filled_in
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.measures import CELL
from xunion_desktop.paper.pages import Glyphs

TODAY = date(2026, 11, 23)
OWN = {"本会名称": "兴县总工会", "上级工会": "吕梁市总工会", "今天": "2026年11月23日"}


def item(record, form=LETTER):
    [found] = items(form, [record.id], TODAY)
    return found


def test_what_is_left_empty_goes_without_saying(draft):
    words = item(draft()).words
    assert (words["署名"], words["成文日期"], words["发文机关标志"]) == ("兴县总工会", "2026年11月23日", "兴县总工会")


def test_drafts_are_listed_by_their_titles():
    assert {card.names for card in PAPERS} == {"标题"}


def test_what_is_written_is_not_filled_in(draft):
    assert item(draft(署名="兴县总工会办公室")).words["署名"] == "兴县总工会办公室"


def test_the_day_of_printing_follows_the_day_of_the_paper():
    assert filled_in({"成文日期": "2026年11月1日"}, OWN)["印发日期"] == "2026年11月1日"


def test_the_body_comes_tidy(draft):
    assert item(draft(正文="　　甲\n\n\t乙")).words["正文"] == "甲\n乙"


def test_the_names_of_those_present_stay_apart(draft):
    words = item(
        draft(MINUTES, 出席="王海燕　李　明 张海龙", 请假="赵敏　孙立", 列席="白云峰（办公室）　冯建军"), MINUTES
    ).words
    assert (words["出席"], words["请假"], words["列席"]) == (
        "王海燕　李明　张海龙",
        "赵敏　孙立",
        "白云峰（办公室）　冯建军",
    )


@pytest.fixture
def apart(draft, fonts):
    """How many cells lie from one character to another in the print of a draft."""

    def measured(form, first, second, **words):
        prepared = prepare(current_form(form), [item(draft(form, **words), form)], TODAY, fonts)
        strokes = (stroke for page in prepared.copies[0].pages for stroke in page.strokes())
        [line] = [one for one in strokes if isinstance(one, Glyphs) and first in one.text and second in one.text]
        start, end = (line.xs[line.text.index(char)] for char in (first, second))
        return round((end - start) / CELL, 1)

    return measured


def test_the_names_of_those_present_are_printed_apart(apart):
    assert apart(MINUTES, "王", "李", 出席="王海燕　李建平　张海龙") == 4


@pytest.mark.parametrize(
    ("form", "words"),
    [(LETTER, {"附注": "联系人：王海燕　电话：0358-1234567"}), (PLAIN, {"正文": "联系人：王海燕　电话：0358-1234567"})],
)
def test_a_wide_blank_is_printed(apart, form, words):
    assert apart(form, "燕", "电", **words) == 2


def test_a_table_in_running_text_is_told_before_printing(draft):
    found = item(draft(正文="姓名\t职务\n张三\t主席")).problems
    assert any("正文里有 2 行像是表格" in problem.sentence for problem in found)


def test_room_to_sign_is_printed(apart):
    text = "请予批准。\n单位（盖章）　　　　年　月　日"
    assert [apart(PLAIN, *pair, 正文=text) for pair in ("）年", "年月", "月日")] == [5, 2, 2]


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_shipped_form_shows_as_its_sample_can_be_typed_so(form):
    """A draft's words are tidied, those of the sample are not: both must print the same."""
    sample = {word: text.strip("\n") for word, text in shipped_form(form).sample().items()}
    assert tidied(sample) == sample


@pytest.mark.parametrize("form", FORMATS)
def test_the_longest_words_are_tidy(form):
    words = longest(form).words
    assert tidied(words) == words


def test_a_paper_is_named_by_its_title(draft):
    record = draft()
    assert (item(record).kind, item(record).key, item(record).name) == ("manuscript", record.id, record.title())


def test_drafts_of_another_format_are_left_out(draft):
    letter, plain = draft(), draft(PLAIN)
    assert [one.key for one in items(PLAIN, [letter.id, plain.id, "gone"], TODAY)] == [plain.id]


def test_papers_come_in_the_order_of_the_keys(draft):
    first, second = draft(), draft()
    assert [one.key for one in items(LETTER, [second.id, first.id], TODAY)] == [second.id, first.id]


def test_an_issued_paper_gets_no_second_number(draft, issue_drafts):
    """DC-30."""
    record = draft()
    issue_drafts(record)
    [problem] = item(record).problems
    assert (problem.level, problem.rule) == (Level.ERROR, "DC-30")
    assert "兴工函〔2026〕1号" in problem.sentence


def test_a_paper_without_number_may_be_printed_again(draft, issue_drafts):
    record = draft(PLAIN)
    issue_drafts(record, form=PLAIN)
    assert item(record, PLAIN).problems == ()


def test_every_offered_word_is_given(draft):
    assert set(item(draft()).words) == set(OFFERS)


def test_the_longest_words_are_all_offered_words():
    assert set(longest().words) == set(OFFERS)


def test_words_stand_in_one_group_each():
    grouped = [word for _, words in GROUPS for word in words]
    assert sorted(grouped) == sorted(OFFERS)
    assert set(OFFERS) >= LONG


def test_every_card_is_a_format_of_the_register():
    assert {card.form for card in PAPERS} <= set(FORMATS)
    assert all((card.register, card.title) == ("drafts", FORMATS[card.form]) for card in PAPERS)


def test_a_county_union_writes_these_kinds_of_papers():
    """DC-02."""
    assert {one.name for one in GENRES} == {"通知", "通报", "决定", "意见", "请示", "报告", "批复", "函", "纪要"}


def test_a_kind_is_known_by_its_name():
    assert (genre("函").form, genre("公告"), format_of(LETTER), format_of("dues/x")) == (LETTER, None, "函", "dues/x")


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_every_kind_begins_with_a_title_that_names_it(kind):
    words = starting_words(kind.name, OWN)
    assert set(words) <= set(OFFERS)
    assert all(text.strip() for text in words.values())


# problems


@pytest.fixture
def problems(free_forms, fonts):
    """The problems of a letter with these words."""
    whole = filled_in({"标题": "关于某事的函", "正文": "现函告如下。"}, OWN)
    return lambda **words: draft_problems(current_form(LETTER), "函", {**whole, **words}, fonts)


def test_a_finished_letter_has_no_problems(problems):
    assert problems() == []


def test_a_missing_word_is_told_beside_it(problems):
    [problem] = problems(标题="")
    assert (problem.field, problem.level) == ("标题", Level.ERROR)


def test_a_gap_of_the_starting_text_is_told(problems):
    [problem] = problems(正文="为××，现函告如下。")
    assert (problem.field, problem.level) == ("正文", Level.DOUBT)


def test_a_gap_outside_the_running_text_is_not_printed(problems):
    problem = problems(主送="××局")[0]
    assert (problem.field, problem.level) == ("主送", Level.ERROR)


def test_a_character_in_no_font_is_told_beside_its_word(problems):
    [problem] = problems(主送="县\U0001f600局")
    assert (problem.field, problem.level) == ("主送", Level.ERROR)


def test_a_word_that_the_format_does_not_print_is_not_judged(problems):
    assert problems(出席="××") == []


def test_headings_out_of_order_are_told(problems):
    [problem] = problems(正文="一、甲\n三、乙")
    assert (problem.field, problem.level) == ("正文", Level.DOUBT)


def test_what_the_kind_of_paper_demands_is_told(problems):
    """DC-02."""
    [problem] = problems(主送="兴县人民法院")
    assert (problem.field, problem.level) == ("主送", Level.DOUBT)


def test_what_is_unfinished_is_told_again_before_printing(draft):
    assert [problem.field for problem in item(draft(正文="为××，函告如下。")).problems] == ["正文"]


def test_what_is_told_beside_a_word_is_not_told_again(problems, fonts):
    words = {"主送": "县\U0001f600局"}
    told = problems(**words)
    assert beside_their_words(told, words, fonts) == []


def test_the_longest_joint_paper_has_several_marks_signatures_and_signers():
    (card,) = (card for card in PAPERS if card.form == "documents/joint")
    words = card.longest().words
    assert [len(words[name].splitlines()) for name in ("发文机关标志", "署名", "签发人")] == [4, 4, 4]


def test_a_draft_that_is_typed_on_and_not_saved_is_not_printed(draft, book):
    """The number would stand on words that the clerk has changed already."""
    record = draft()
    book.drafts.save(Sketch(record).place, {"正文": "改过的正文。"})
    (item,) = items(LETTER, [record.id], TODAY)
    assert [problem.sentence for problem in item.problems if problem.level is Level.ERROR] == [
        "这份稿子有没保存的修改。"
    ]


def test_what_is_typed_on_another_draft_is_no_matter(draft, book):
    record, other = draft(), draft()
    book.drafts.save(Sketch(other).place, {"正文": "改过的正文。"})
    (item,) = items(LETTER, [record.id], TODAY)
    assert not refuses(list(item.problems))


def test_a_request_without_room_for_a_signer_can_be_printed(draft):
    """DC-02: told, not refused, where 签发人 cannot be written."""
    (item,) = items(LETTER, [draft(genre="请示").id], TODAY)
    assert not refuses(list(item.problems))
    assert any("签发人" in problem.sentence for problem in item.problems)
