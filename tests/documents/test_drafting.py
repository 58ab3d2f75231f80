"""Before anything is printed: every problem is said, and numbers are shown but not taken (DC-30)."""

from datetime import date

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.documents.drafting import prepare
from xunion_desktop.documents.records import Number
from xunion_desktop.office.records import Office, Prefix
from xunion_desktop.paper.pages import Layer

TODAY = date(2026, 11, 23)


def test_draft_takes_no_number(book, form, items, fonts):
    prepare(form, items, TODAY, fonts)
    assert Number.select().count() == 0


def test_draft_shows_the_numbers_that_would_be_given(book, form, items, fonts):
    prepared = prepare(form, items, TODAY, fonts)
    assert [copy.number for copy in prepared.copies] == [f"兴工函〔2026〕{serial}号" for serial in (1, 2, 3)]


def test_number_of_a_draft_stands_on_the_screen_layer_only(book, form, items, fonts, text_of):
    (page, *_) = prepare(form, items, TODAY, fonts).copies[0].pages
    assert "〔2026〕" in text_of([page], Layer.SCREEN)
    assert "〔2026〕" not in text_of([page], Layer.DATA, Layer.PREPRINT)


def test_copy_without_problems_can_be_printed(book, form, items, fonts):
    (copy, *_) = prepare(form, items, TODAY, fonts).copies
    assert (copy.check, copy.problems) == ("可印", ())


def test_sheets_are_counted(book, form, items, fonts):
    assert prepare(form, items, TODAY, fonts).sheets == 3


def test_paper_and_format_are_known(book, form, items, fonts):
    prepared = prepare(form, items, TODAY, fonts)
    assert (prepared.paper, prepared.format) == ((210.0, 297.0), "信函格式（GB/T 9704）")


def test_missing_word_refuses_the_copy(book, form, guilds, item_of, fonts):
    (copy,) = prepare(form, [item_of(guilds[0], 任期起="")], TODAY, fonts).copies
    assert not copy.printable
    assert copy.check == "不能印"


def test_refused_copy_uses_up_no_number(book, form, guilds, item_of, fonts):
    bad, good = item_of(guilds[0], 任期起=""), item_of(guilds[1])
    prepared = prepare(form, [bad, good], TODAY, fonts)
    assert [copy.number for copy in prepared.copies] == ["", "兴工函〔2026〕1号"]
    assert prepared.printable == [1]


def test_character_in_no_font_is_counted_and_named(book, form, guilds, item_of, fonts):
    (copy,) = prepare(form, [item_of(guilds[0], 工会名称="示例\U000323af工会")], TODAY, fonts).copies
    assert copy.check == "缺字 1"
    assert any("\U000323af" in problem.sentence for problem in copy.problems)


def test_problem_of_the_room_comes_through(book, form, guilds, item_of, fonts):
    vacant = Problem("台账里没有现任主席。", level=Level.DOUBT)
    item = item_of(guilds[0])
    doubtful = PaperItem(item.kind, item.key, item.name, item.words, (vacant,))
    (copy,) = prepare(form, [doubtful], TODAY, fonts).copies
    assert vacant in copy.problems
    assert copy.check == "请看"
    assert copy.printable


def test_paper_printed_last_month_is_a_doubt(book, form, items, fonts, print_out):
    print_out(items[:1], date(2026, 10, 19))
    (copy, *_) = prepare(form, items, TODAY, fonts).copies
    (problem,) = copy.problems
    assert problem.sentence == "10-19 已印原件，文号 兴工函〔2026〕1号。"
    assert problem.level is Level.DOUBT
    assert copy.check == "上月印过"


def test_paper_printed_another_year_is_said_with_its_year(book, form, items, fonts, print_out):
    print_out(items[:1], date(2025, 10, 19))
    (copy, *_) = prepare(form, items, TODAY, fonts).copies
    assert copy.problems[0].sentence.startswith("2025-10-19 已印原件")


def test_letter_without_contact_leaves_the_line_out(book, form, items, fonts, text_of):
    assert "联系人" not in text_of(prepare(form, items, TODAY, fonts).copies[0].pages)


def test_letter_shows_the_contact_that_is_set(book, form, items, fonts, text_of):
    own = Office.get()
    own.contact = "王海燕"
    with book.deed("改本单位资料") as deed:
        deed.save(own)
    assert "（联系人：王海燕）" in text_of(prepare(form, items, TODAY, fonts).copies[0].pages)


def test_without_prefix_nothing_can_be_numbered(book, form, items, fonts):
    with book.deed("删代字") as deed:
        deed.delete(Prefix.get(Prefix.role == "letter"))
    prepared = prepare(form, items, TODAY, fonts)
    assert prepared.printable == []
    assert "代字" in prepared.copies[0].problems[0].sentence


def test_progress_is_told_for_each_copy(book, form, items, fonts):
    told = []
    prepare(form, items, TODAY, fonts, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
