"""Numbers are taken only when papers are really printed: gapless, kept, and never undone (DC-30, design §4)."""

from dataclasses import replace
from datetime import date

import pytest

from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.documents.drafting import prepare
from xunion_desktop.documents.issuing import Occasion, issue
from xunion_desktop.documents.printed import pages_of
from xunion_desktop.documents.records import ISSUED, PRINTER, Batch, Number, Printing
from xunion_desktop.paper.forms import load_form
from xunion_desktop.paper.pages import Layer

TODAY = date(2026, 11, 23)


def serials(year=2026):
    return [number.serial for number in Number.select().where(Number.year == year).order_by(Number.serial)]


def test_issue_takes_numbers_in_order(items, print_out):
    issued = print_out(items)
    assert [copy.number for copy in issued.copies] == [f"兴工函〔2026〕{serial}号" for serial in (1, 2, 3)]
    assert issued.numbers == "兴工函〔2026〕1–3号"


def test_next_issue_goes_on_without_a_gap(items, print_out):
    print_out(items[:2])
    print_out(items[2:])
    assert serials() == [1, 2, 3]


def test_count_begins_anew_each_first_of_january(items, print_out):
    print_out(items, date(2026, 12, 31))
    print_out(items[:1], date(2027, 1, 1))
    assert serials(2027) == [1]


def test_numbers_are_counted_anew_inside_the_deed(book, form, items, fonts, print_out):
    early = prepare(form, items[:1], TODAY, fonts)
    print_out(items[1:])
    issued = issue(book, early, [0], Occasion(TODAY), fonts)
    assert (early.copies[0].number, issued.numbers) == ("兴工函〔2026〕1号", "兴工函〔2026〕3号")


def test_only_chosen_copies_are_issued(book, form, items, fonts):
    prepared = prepare(form, items, TODAY, fonts)
    issued = issue(book, prepared, [2, 0], Occasion(TODAY), fonts)
    assert [copy.name for copy in issued.copies] == [items[0].name, items[2].name]
    assert serials() == [1, 2]


def test_issued_number_is_printed_black(items, print_out, text_of):
    (copy, *_) = print_out(items).copies
    assert "〔2026〕" in text_of(copy.pages, Layer.DATA)


def test_cancelled_issue_leaves_no_trace(book, form, items, fonts):
    def stop(done, total):
        raise Cancelled

    deeds = len(book.deeds())
    with pytest.raises(Cancelled):
        issue(book, prepare(form, items, TODAY, fonts), [0, 1], Occasion(TODAY), fonts, stop)
    assert (serials(), Printing.select().count(), len(book.deeds())) == ([], 0, deeds)


def test_run_with_a_refused_copy_is_refused_whole(book, form, guilds, item_of, fonts):
    prepared = prepare(form, [item_of(guilds[0]), item_of(guilds[1], 任期起="")], TODAY, fonts)
    with pytest.raises(Trouble, match="有问题，不能印"):
        issue(book, prepared, [0, 1], Occasion(TODAY), fonts)
    assert serials() == []


def test_nothing_chosen_is_trouble_in_words(book, form, items, fonts):
    with pytest.raises(Trouble, match="没有可印的文件"):
        issue(book, prepare(form, items, TODAY, fonts), [], Occasion(TODAY), fonts)


def test_issue_is_one_deed(book, items, print_out):
    before = len(book.deeds())
    print_out(items)
    assert len(book.deeds()) == before + 1


def test_undo_refuses_an_issue(book, items, print_out):
    print_out(items)
    outcome = book.undo(book.deeds(1)[0].id)
    assert not outcome.done
    assert serials() == [1, 2, 3]


def test_undo_of_the_import_lists_the_letters_in_its_way(book, guilds, items, print_out):
    print_out(items[:1])
    outcome = book.undo()
    assert (outcome.done, outcome.label) == (False, "导入台账")
    assert any("兴工函〔2026〕1号" in sentence and items[0].name in sentence for sentence in outcome.obstacles)


def test_print_register_says_what_went_to_whom(items, print_out):
    print_out(items[:1], user="王海燕", way=PRINTER, printer="示例打印机")
    line = Printing.get()
    assert (line.form_title, line.name, line.number_text) == ("换届提醒函", items[0].name, "兴工函〔2026〕1号")
    assert (line.day, line.user, line.way, line.printer) == ("2026-11-23", "王海燕", "printer", "示例打印机")
    assert (line.number.state, line.sheets) == (ISSUED, 1)


def test_words_and_hash_of_the_form_are_kept(items, print_out, form):
    print_out(items[:1])
    line = Printing.get()
    assert line.given_words["工会名称"] == items[0].name
    assert line.form_hash == form.hash


def test_pages_of_each_number_are_found_again(book, items, print_out):
    issued = print_out(items)
    lines = Printing.select().order_by(Printing.first_page)
    assert [tuple(pages_of(book, line)) for line in lines] == [copy.pages for copy in issued.copies]


def test_batch_keeps_its_pdf(book, items, print_out):
    print_out(items)
    assert book.files.get(Batch.get().pdf_file).startswith(b"%PDF")


def test_form_without_a_number_takes_none_and_keeps_no_batch(book, form, items, fonts):
    plain = load_form(form.text.replace('number = "letter"\n', ""), form.id)
    issued = issue(book, prepare(plain, items, TODAY, fonts), [0], Occasion(TODAY), fonts)
    assert (issued.numbers, serials(), Batch.select().count()) == ("", [], 0)
    assert Printing.get().form_hash == plain.hash


def test_draft_of_a_changed_copy_is_printed_as_changed(book, form, items, fonts, text_of):
    prepared = prepare(form, items[:1], TODAY, fonts)
    changed = replace(prepared.copies[0], words={**prepared.copies[0].words, "届次": "第六届"})
    issued = issue(book, replace(prepared, copies=(changed,)), [0], Occasion(TODAY), fonts)
    assert "第六届" in text_of(issued.copies[0].pages)
