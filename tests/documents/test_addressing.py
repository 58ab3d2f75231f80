"""分送: a draft that goes to several by name: one number, a copy for each (DC-30)."""

from datetime import date

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.documents.addressing import each_copy, recipients, sent_by_name
from xunion_desktop.documents.batches import kept_batch
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.copies import READY
from xunion_desktop.documents.figures import live_prints
from xunion_desktop.documents.issuing import Occasion, issue
from xunion_desktop.documents.kinds import LETTER, PLAIN
from xunion_desktop.documents.pages.paper_side import PaperSide
from xunion_desktop.documents.papers import items
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.printed import of_same_number, void
from xunion_desktop.documents.records import VOID, Number, Printing
from xunion_desktop.documents.sketch import Sketch
from xunion_desktop.documents.words import EACH, TO

TODAY = date(2026, 11, 23)
NAMES = ["兴县示例中学工会", "兴县示例水泥厂工会", "兴县示例客运公司工会"]


@pytest.fixture
def sent(draft):
    return draft(**{EACH: "\n".join(NAMES)})


@pytest.fixture
def prints(book, fonts):
    return PrintDesk(book, (ROOM,), TODAY, "王海燕", fonts)


@pytest.fixture
def prepared(prints, sent):
    return prints.prepare(LETTER, [sent.id])


@pytest.fixture
def issued(prints, prepared):
    return prints.issue(prepared, prepared.printable)


def test_names_stand_one_a_line_and_once():
    assert recipients(" 示例中学工会：\n\n示例水泥厂工会\n示例中学工会\n") == ["示例中学工会", "示例水泥厂工会"]


def test_a_paper_without_a_list_has_one_copy():
    assert each_copy({TO: "各基层工会", EACH: " \n"}) == [{TO: "各基层工会"}]
    assert not sent_by_name({EACH: " \n"})


def test_each_copy_is_addressed_to_one(sent):
    assert [item.words[TO] for item in items(LETTER, [sent.id], TODAY)] == NAMES


def test_each_copy_is_named_by_whom_it_goes_to(sent):
    assert [item.name for item in items(LETTER, [sent.id], TODAY)] == NAMES


def test_a_format_without_room_for_an_addressee_has_one_copy(draft):
    record = draft(PLAIN, "其他", **{EACH: "\n".join(NAMES)})
    assert [item.name for item in items(PLAIN, [record.id], TODAY)] == [record.title()]


def test_all_copies_are_to_bear_one_number(prepared):
    assert [copy.number for copy in prepared.copies] == ["兴工函〔2026〕1号"] * 3


def test_other_papers_of_the_run_have_numbers_of_their_own(prints, sent, draft):
    other = draft(标题="关于别的事的函")
    prepared = prints.prepare(LETTER, [sent.id, other.id])
    assert [copy.number[-2:] for copy in prepared.copies] == ["1号", "1号", "1号", "2号"]
    assert prints.issue(prepared, prepared.printable).numbers == "兴工函〔2026〕1–2号"


def test_one_number_is_taken_for_all(issued):
    assert issued.numbers == "兴工函〔2026〕1号"
    assert Number.select().count() == 1
    assert [line.name for line in Printing.select().order_by(Printing.first_page)] == NAMES


def test_every_copy_says_its_addressee(issued, text_of):
    assert [name in text_of(copy.pages) for name, copy in zip(NAMES, issued.copies, strict=True)] == [True] * 3


def test_the_draft_is_issued_under_that_number(issued, sent):
    assert live_prints([sent.id])[sent.id].number_text == "兴工函〔2026〕1号"


def test_it_takes_no_second_number(issued, prints, sent):
    assert prints.prepare(LETTER, [sent.id]).printable == []


# what was left out at first


@pytest.fixture
def rest(prints, prepared, sent):
    """The second of three was left out when the paper was issued; it is prepared again."""
    prints.issue(prepared, [0, 2])
    return prints.prepare(LETTER, [sent.id])


def test_who_was_left_out_can_be_printed_later(rest):
    assert [rest.copies[place].name for place in rest.printable] == [NAMES[1]]
    assert (rest.copies[0].number, rest.copies[0].check) == ("兴工函〔2026〕1号", READY)


def test_who_was_left_out_is_told_of_the_number(rest):
    assert rest.copies[0].problems[-1].sentence == "其他单位的已印发，这一份也用文号 兴工函〔2026〕1号。"


def test_who_has_it_does_not_stand_among_the_rest(rest):
    assert [copy.name for copy in rest.copies] == [NAMES[1]]


def test_a_copy_that_is_left_alone_is_still_listed_by_whom_it_goes_to(rest):
    assert [copy.by_name for copy in rest.copies] == [True]


def test_a_paper_that_goes_to_all_in_one_is_listed_by_its_title(draft):
    assert [item.by_name for item in items(LETTER, [draft().id], TODAY)] == [False]


def test_the_rest_goes_out_under_the_same_number(rest, prints, text_of):
    issued = prints.issue(rest, [0])
    assert (issued.numbers, Number.select().count()) == ("兴工函〔2026〕1号", 1)
    assert "兴工函〔2026〕1号" in text_of(issued.copies[0].pages)
    assert sorted(line.name for line in Printing.select()) == sorted(NAMES)
    assert {line.number.title() for line in Printing.select()} == {"兴工函〔2026〕1号"}


def test_the_rest_is_kept_in_a_batch_of_its_own(rest, prints, book):
    issued = prints.issue(rest, [0])
    assert [copy.name for copy in kept_batch(book, issued.batch).copies] == [NAMES[1]]


def test_when_all_have_it_nothing_is_left_to_print(rest, prints, sent):
    prints.issue(rest, [0])
    assert prints.prepare(LETTER, [sent.id]).printable == []


def test_the_rest_says_what_the_others_said(rest, book, fonts, sent):
    """The day of the paper goes without saying; later copies bear the day of the first ones."""
    later = PrintDesk(book, (ROOM,), date(2026, 12, 5), "王海燕", fonts)
    words = later.prepare(LETTER, [sent.id]).copies[0].words
    assert (words["成文日期"], words[TO]) == ("2026年11月23日", NAMES[1])


def test_the_number_before_is_no_gap_for_the_next_paper(rest, prints, draft, sent):
    both = prints.prepare(LETTER, [sent.id, draft(标题="关于别的事的函").id])
    assert [both.copies[place].number[-2:] for place in both.printable] == ["1号", "2号"]
    assert prints.issue(both, both.printable).numbers == "兴工函〔2026〕1–2号"


def test_a_number_that_is_void_meanwhile_is_not_used(rest, book, fonts):
    void(book, list(Printing.select()), "印坏了", TODAY)
    with pytest.raises(Trouble, match="已经作废"):
        issue(book, rest, [0], Occasion(TODAY), fonts)
    assert Printing.select().count() == 2


def test_a_draft_knows_whom_it_was_not_printed_for(rest, sent, prints):
    assert Sketch(sent).left_out() == [NAMES[1]]
    prints.issue(rest, [0])
    assert Sketch(sent).left_out() == []


def test_voiding_one_voids_those_that_went_out_later_too(rest, prints):
    prints.issue(rest, [0])
    assert of_same_number(Printing.get(Printing.name == NAMES[0])) == 3


def test_a_kept_batch_has_every_copy(issued, book):
    assert [(copy.name, copy.by_name) for copy in kept_batch(book, issued.batch).copies] == [(n, True) for n in NAMES]


def test_the_register_names_the_paper_and_whom_it_went_to(issued, sent):
    assert {line.form_title for line in Printing.select()} == {sent.title()}


def test_papers_are_called_by_their_title(issued, prepared, sent):
    assert issued.called([0, 1]) == sent.title()
    assert prepared.called([1]) == f"{sent.title()}（{NAMES[1]}）"


def test_a_draft_alone_is_called_by_its_title(prints, draft, book):
    record = draft()
    prepared = prints.prepare(LETTER, [record.id])
    issued = prints.issue(prepared, [0])
    kept = kept_batch(book, issued.batch)
    assert {prepared.called([0]), issued.called([0]), kept.called([0])} == {record.title()}
    assert Printing.get().form_title == "函"


def test_papers_of_several_titles_are_called_as_their_form(prints, draft):
    prepared = prints.prepare(LETTER, [draft().id, draft(标题="关于别的事的函").id])
    assert prepared.called([0, 1]) == "函"


def test_a_list_that_was_changed_since_is_not_printed(prints, prepared, sent, book):
    sent.give({**sent.given, EACH: NAMES[0]})
    with book.deed("改") as deed:
        deed.save(sent)
    with pytest.raises(Trouble, match="在排版以后改过"):
        prints.issue(prepared, [1])


def test_one_number_is_void_for_all_of_them(issued, prints):
    line = Printing.get(Printing.name == NAMES[0])
    assert of_same_number(line) == 3
    prints.void(issued, "印坏了")
    assert {line.kind for line in Printing.select()} == {VOID}


def test_who_voids_one_is_told_of_the_others(issued, desk, said, qtbot):
    side = PaperSide(desk, str(Printing.get(Printing.name == NAMES[0]).id))
    qtbot.addWidget(side)
    side.reason.setText("印坏了")
    side.void_button.click()
    assert said[-1].second.startswith("同一文号的 3 份一起作废。")


def test_one_pdf_is_named_by_each(prints, prepared, tmp_path):
    prints.issue_pdfs(prepared, prepared.printable, tmp_path)
    assert sorted(path.stem for path in tmp_path.glob("*.pdf")) == sorted(NAMES)
