"""Drafts in the book: their words, what became of them, how they are found."""

from datetime import date

import pytest

from xunion_desktop.documents.figures import FIGURES, live_prints
from xunion_desktop.documents.kinds import PLAIN
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.printed import void
from xunion_desktop.documents.records import Printing
from xunion_desktop.documents.registers import drafts_register
from xunion_desktop.documents.sketch import Sketch
from xunion_desktop.documents.words import BODY

TODAY = date(2026, 11, 23)


@pytest.fixture
def register(book):
    return drafts_register(TODAY)


@pytest.fixture
def row(register):
    """A draft as the register shows it."""
    return lambda record: register.rows([record.id])[0]


def test_words_come_back_as_they_were_given(draft):
    words = {"标题": "关于××的函", "主送": "县财政局", "正文": "甲\n乙", "抄送": "吕梁市总工会"}
    record = draft(**words)
    assert Manuscript.get_by_id(record.id).given == words


def test_words_that_are_empty_are_not_kept(draft):
    assert "附注" not in draft(附注="  ").given


def test_words_replace_those_there_were(draft):
    record = draft(抄送="吕梁市总工会")
    record.give({"标题": "另一份"})
    assert record.given == {"标题": "另一份"}


def test_a_title_of_two_lines_is_told_in_one(draft):
    assert draft(标题="关于做好\n换届工作的通知").title() == "关于做好 换届工作的通知"


def test_a_draft_without_title_is_known_by_its_kind(draft):
    assert draft(标题="").title() == "（没有标题的函）"


def test_minutes_without_title_are_known_by_their_head(draft):
    record = draft(标题="", 纪要名称="兴县总工会主席办公会议纪要", 期号="第11期")
    assert record.title() == "兴县总工会主席办公会议纪要第11期"


def test_a_draft_is_a_draft_until_it_is_printed(draft, row):
    assert (row(draft()).state, row(draft()).number) == ("draft", None)


def test_printing_makes_it_issued_under_its_number(draft, row, issue_drafts):
    record = draft()
    issue_drafts(record)
    assert (row(record).state, row(record).number, row(record).issued) == ("issued", "兴工函〔2026〕1号", "2026-11-23")


def test_a_print_marked_void_makes_it_void(draft, row, issue_drafts, book):
    record = draft()
    issue_drafts(record)
    void(book, list(Printing.select()), "题目有误", TODAY)
    assert (row(record).state, row(record).number) == ("void", None)


def test_a_void_draft_may_be_issued_again_under_the_next_number(draft, row, issue_drafts, book):
    record = draft()
    issue_drafts(record)
    void(book, list(Printing.select()), "题目有误", TODAY)
    issue_drafts(record)
    assert (row(record).state, row(record).number) == ("issued", "兴工函〔2026〕2号")


def test_the_print_of_another_draft_makes_none_issued(draft, row, issue_drafts):
    first, second = draft(), draft()
    issue_drafts(first)
    assert row(second).state == "draft"


# what was issued says so for good: an older change of its words is not undone


@pytest.fixture
def written(draft, book):
    """A draft that was changed once."""
    record = draft()
    Sketch(record).save(book, {**record.given, BODY: "第二稿。"})
    return record


def body(record):
    return Manuscript.get_by_id(record.id).body


def test_an_issued_draft_keeps_its_words_through_undo(written, issue_drafts, book):
    issue_drafts(written)
    outcome = book.undo()
    assert (outcome.done, body(written)) == (False, "第二稿。")
    assert outcome.obstacles[-1].startswith("公文稿“关于支持职工之家建设的函”已按 兴工函〔2026〕1号 印发")


def test_an_issued_draft_keeps_its_words_through_redo(written, issue_drafts, book):
    book.undo()
    first = Manuscript.get_by_id(written.id)
    issue_drafts(first)
    assert not book.redo().done
    assert body(written) == first.body


def test_a_draft_that_is_void_may_be_undone_again(written, issue_drafts, book):
    issue_drafts(written)
    void(book, list(Printing.select()), "题目有误", TODAY)
    assert book.undo().done
    assert body(written) != "第二稿。"


def test_a_remark_on_an_issued_draft_may_be_undone(written, issue_drafts, book):
    issue_drafts(written)
    issued = Manuscript.get_by_id(written.id)
    issued.remark = "已送"
    with book.deed("改备注") as deed:
        deed.save(issued)
    assert book.undo().done


def test_a_draft_that_is_not_issued_is_undone(written, book):
    assert book.undo().done


def test_a_plain_paper_is_issued_without_a_number(draft, row, issue_drafts):
    record = draft(PLAIN, "方案")
    issue_drafts(record, form=PLAIN)
    assert (row(record).state, row(record).number) == ("issued", None)


def test_chips_count_what_they_say(draft, register, issue_drafts):
    draft(day="2025-06-01")
    issue_drafts(draft())
    assert register.counts() == {"all": 2, "draft": 1, "issued": 1, "issued_year": 1, "year": 1, "void": 0}


def test_what_was_issued_last_year_is_not_of_this_year(draft, register, issue_drafts):
    issue_drafts(draft(), today=date(2025, 12, 31))
    assert (register.count("issued"), register.count("issued_year")) == (1, 0)


@pytest.mark.parametrize("word", ["职工之家", "财政局", "zgzj", "函"])
def test_a_draft_is_found_by_title_addressee_initials_and_kind(draft, register, word):
    record = draft()
    assert register.keys(text=word) == [record.id]


def test_a_draft_is_found_by_its_number(draft, register, issue_drafts):
    draft()
    issued = draft()
    issue_drafts(issued)
    assert register.keys(text="兴工函〔2026〕1号") == [issued.id]


def test_the_newest_draft_comes_first(draft, register):
    old, new = draft(day="2026-01-01"), draft(day="2026-11-01")
    assert register.keys() == [new.id, old.id]


def test_the_latest_print_that_is_not_void_is_known(draft, issue_drafts):
    record = draft()
    issue_drafts(record)
    assert live_prints([record.id])[record.id].number_text == "兴工函〔2026〕1号"
    assert live_prints([]) == {}


def test_the_figure_counts_what_was_issued_this_year(draft, issue_drafts):
    [figure] = FIGURES
    draft()
    issued = draft()
    issue_drafts(issued)
    assert (figure.value(TODAY), figure.keys(TODAY), figure.note(TODAY)) == (1, [issued.id], "另有草稿 1 件")


def test_the_figure_counts_nothing_of_another_year(draft, issue_drafts):
    [figure] = FIGURES
    issue_drafts(draft())
    assert (figure.value(date(2025, 12, 31)), figure.value(date(2027, 1, 1))) == (0, 0)


def test_the_figure_opens_the_records_it_counts(register):
    [figure] = FIGURES
    assert register.chip(figure.chip).label == "今年印发"
    assert "2026 年 1 月 1 日" in figure.explain(TODAY)
