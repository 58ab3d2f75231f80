"""What was printed is found again, printed again under its number, or marked 作废; its number stays (DC-30)."""

from datetime import date

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.documents.drafting import prepare
from xunion_desktop.documents.issuing import Occasion, issue, reprint
from xunion_desktop.documents.printed import already_printed, printed_when, void
from xunion_desktop.documents.records import REPRINT, VOID, FormChange, Number, Printing
from xunion_desktop.documents.registers import printings_register
from xunion_desktop.paper.forms import load_form

TODAY = date(2026, 11, 23)
FORM = "branches/election_reminder"


@pytest.fixture
def line(items, print_out):
    """One letter that was printed."""
    print_out(items[:1])
    return Printing.get()


def test_printed_paper_is_found_by_form_and_record(line, items):
    keys = [item.key for item in items]
    assert already_printed(FORM, keys) == {items[0].key: line}
    assert already_printed("branches/other", keys) == {}


def test_latest_original_counts(items, print_out):
    print_out(items[:1], date(2026, 5, 1))
    print_out(items[:1], date(2026, 11, 1))
    assert already_printed(FORM, [items[0].key])[items[0].key].day == "2026-11-01"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 23), "今天印过"),
        (date(2026, 11, 30), "本月印过"),
        (date(2026, 12, 1), "上月印过"),
        (date(2027, 2, 1), "印过"),
    ],
)
def test_how_long_ago_is_said_in_a_few_characters(line, today, said):
    assert printed_when(line, today) == said


def test_reprint_keeps_number_and_pages(book, line, fonts):
    issued = reprint(book, line, Occasion(TODAY), fonts)
    assert issued.numbers == "兴工函〔2026〕1号"
    assert Number.select().count() == 1


def test_reprint_is_a_line_of_its_own(book, line, fonts):
    reprint(book, line, Occasion(date(2026, 12, 1), user="王海燕"), fonts)
    again = Printing.get(Printing.kind == REPRINT)
    assert (again.day, again.user, again.number_text) == ("2026-12-01", "王海燕", line.number_text)


def test_void_number_stays_and_the_next_goes_on(book, line, items, print_out):
    void(book, [line], "单位名称有误", TODAY)
    print_out(items[:1])
    assert [(number.serial, number.state) for number in Number.select().order_by(Number.serial)] == [
        (1, "void"),
        (2, "issued"),
    ]


def test_void_says_why(book, line):
    void(book, [line], "单位名称有误", TODAY)
    assert Printing.get().remark == "2026-11-23 作废：单位名称有误"
    assert Number.get().reason == "单位名称有误"


def test_void_marks_the_reprints_too(book, line, fonts):
    reprint(book, line, Occasion(TODAY), fonts)
    void(book, [line], "内容有误", TODAY)
    assert {each.kind for each in Printing.select()} == {VOID}


def test_void_without_a_reason_is_refused(book, line):
    with pytest.raises(Trouble, match="作废原因"):
        void(book, [line], " ", TODAY)
    assert Printing.get().kind != VOID


def test_void_cannot_be_undone(book, line):
    void(book, [line], "内容有误", TODAY)
    assert not book.undo(book.deeds(1)[0].id).done


def test_void_paper_is_not_printed_again(book, line, fonts):
    void(book, [line], "内容有误", TODAY)
    with pytest.raises(Trouble, match="已作废"):
        reprint(book, Printing.get(), Occasion(TODAY), fonts)


def test_void_paper_no_longer_counts_as_printed(book, line, items):
    void(book, [line], "内容有误", TODAY)
    assert already_printed(FORM, [items[0].key]) == {}


def test_unnumbered_paper_is_printed_again_from_its_words(book, form, items, fonts, text_of):
    plain = load_form(form.text.replace('number = "letter"\n', ""), form.id)
    with book.deed("改模板") as deed:
        deed.save(FormChange(form=FORM, text=plain.text, shipped_hash=form.hash))
    issue(book, prepare(plain, items, TODAY, fonts), [0], Occasion(TODAY), fonts)
    issued = reprint(book, Printing.get(), Occasion(TODAY), fonts)
    assert items[0].name in text_of(issued.copies[0].pages)


def test_unnumbered_paper_of_a_changed_form_is_not_printed_again(book, form, items, fonts):
    plain = load_form(form.text.replace('number = "letter"\n', ""), form.id)
    issue(book, prepare(plain, items, TODAY, fonts), [0], Occasion(TODAY), fonts)
    with pytest.raises(Trouble, match="模板在那以后改过"):
        reprint(book, Printing.get(), Occasion(TODAY), fonts)


def test_register_filters_this_year_and_void(book, line, items, print_out):
    print_out(items[1:2], date(2025, 5, 1))
    void(book, [line], "内容有误", TODAY)
    counts = printings_register(TODAY).counts(as_of=TODAY)
    assert counts == {"all": 2, "year": 1, "batch": 0, "reprint": 0, "void": 1}


def test_register_finds_a_line_by_its_number(book, line):
    assert printings_register(TODAY).keys(text="〔2026〕1号") == [line.id]
