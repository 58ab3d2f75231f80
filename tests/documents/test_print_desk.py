"""The print desk: what window and command line print with."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from tests.ahead import AHEAD, goes_ahead
from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.basics.room import PaperCard, Room
from xunion_desktop.documents.forms import save_form, shipped_text
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.records import VOID, Batch, FormChange, Printing
from xunion_desktop.documents.sealing import sealing
from xunion_desktop.paper.forms import shipped_form

TODAY = date(2026, 11, 23)
FORM = "branches/election_reminder"


@pytest.fixture
def keys(items):
    return [item.key for item in items]


@pytest.fixture
def desk(book, items, fonts):
    by_key = {item.key: item for item in items}
    card = PaperCard(
        FORM, "换届提醒函", "guilds", (), lambda keys, today: [by_key[key] for key in keys], lambda: items[0]
    )
    return PrintDesk(book, [Room("guilds", "工会", papers=(card,))], TODAY, "王海燕", fonts)


def issue_all(desk, keys):
    prepared = desk.prepare(FORM, keys)
    return desk.issue(prepared, prepared.printable)


def test_unknown_paper_is_trouble_in_words(desk):
    with pytest.raises(Trouble, match="没有“branches/none”"):
        desk.prepare("branches/none", [])


def test_a_clock_before_the_last_deed_is_told_of_papers_that_take_a_number(book, desk, keys):
    prepared = desk.prepare(FORM, keys)
    assert desk.wrong_clock(prepared) == ""
    goes_ahead(book)
    issued = desk.issue(prepared, prepared.printable)
    assert f"早于最后一次操作（{AHEAD}）" in desk.wrong_clock(prepared)
    assert desk.wrong_clock(replace(prepared, prefix="")) == ""
    assert issued.numbers


@pytest.fixture
def with_a_word(book):
    """The office prints a word that the room does not give: listed by hand, or given by an older program only."""
    text = shipped_text(FORM).replace("[[block]]", '[[word]]\nname = "联系邮箱"\n\n[[block]]', 1)
    save_form(book, FORM, text.replace("专此函达。", "专此函达，邮箱：{联系邮箱}。"))


def test_a_word_that_the_room_does_not_give_is_told_before_printing(with_a_word, desk, keys):
    (note,) = desk.prepare(FORM, keys).notes
    assert note.sentence.startswith(f"模板“{shipped_form(FORM).title}”第 ")
    assert note.sentence.endswith(" 行：没有“联系邮箱”这个词。")
    assert note.remedy == "印出来是空的。请到“设置 → 模板”去掉它，或换一个词。"


def test_a_form_whose_words_are_all_given_is_not_talked_of(desk, keys):
    assert desk.prepare(FORM, keys).notes == ()


def test_one_pdf_is_the_sealed_one(desk, keys, book, tmp_path):
    desk.save_pdf(issue_all(desk, keys), tmp_path / "函.pdf")
    assert (tmp_path / "函.pdf").read_bytes() == book.files.get(Batch.get().pdf_file)


def test_a_pdf_is_issued_with_its_numbers(desk, keys, book, tmp_path):
    prepared = desk.prepare(FORM, keys)
    issued = desk.issue_pdf(prepared, prepared.printable, tmp_path / "函.pdf")
    assert issued.numbers
    assert (tmp_path / "函.pdf").read_bytes() == book.files.get(Batch.get().pdf_file)


def test_no_number_is_taken_where_the_pdf_cannot_be_written(desk, keys, book, tmp_path):
    (tmp_path / "函.pdf").mkdir()
    before = len(book.deeds())
    with pytest.raises(Trouble, match="是文件夹"):
        desk.issue_pdf(desk.prepare(FORM, keys), [0], tmp_path / "函.pdf")
    assert (Printing.select().count(), Batch.select().count(), len(book.deeds())) == (0, 0, before)


def test_a_deed_that_fails_leaves_no_sealed_file(desk, keys, book, tmp_path):
    (tmp_path / "函.pdf").mkdir()
    with pytest.raises(Trouble):
        desk.issue_pdf(desk.prepare(FORM, keys), [0], tmp_path / "函.pdf")
    assert list(book.files.names()) == []


def test_a_deed_that_fails_leaves_the_files_of_a_kept_batch(desk, keys, book, tmp_path):
    issue_all(desk, keys)
    kept = sorted(book.files.names())
    with suppress(Cancelled), sealing(book) as seal:
        seal(book.files.get(Batch.get().pdf_file))
        raise Cancelled
    assert sorted(book.files.names()) == kept


def test_a_deed_that_fails_leaves_the_old_pdf(desk, keys, tmp_path):
    def stop(done, total):
        raise Cancelled

    (tmp_path / "函.pdf").write_bytes(b"old")
    with pytest.raises(Cancelled):
        desk.issue_pdf(desk.prepare(FORM, keys), [0], tmp_path / "函.pdf", stop)
    assert [(path.name, path.read_bytes()) for path in tmp_path.glob("*.pdf")] == [("函.pdf", b"old")]


def test_each_union_gets_a_pdf_named_by_it(desk, keys, items, tmp_path):
    targets = desk.save_pdfs(issue_all(desk, keys), tmp_path)
    assert [target.name for target in targets] == [f"{item.name}.pdf" for item in items]
    assert all(target.read_bytes().startswith(b"%PDF") for target in targets)


def test_one_pdf_each_is_issued_as_one_deed(desk, keys, items, tmp_path):
    prepared = desk.prepare(FORM, keys)
    issued = desk.issue_pdfs(prepared, prepared.printable, tmp_path)
    assert {path.stem for path in tmp_path.glob("*.pdf")} == {item.name for item in items}
    assert (len(issued.copies), Batch.select().count()) == (len(items), 1)


def test_no_number_is_taken_where_one_of_the_pdfs_cannot_be_written(desk, keys, items, book, tmp_path):
    """The first is written beside its place, the last cannot be; none is left."""

    def take_the_place(done, total):
        (tmp_path / f"{items[-1].name}.pdf").mkdir(exist_ok=True)  # after the names were chosen

    prepared, before = desk.prepare(FORM, keys), len(book.deeds())
    with pytest.raises(Trouble, match="是文件夹"):
        desk.issue_pdfs(prepared, prepared.printable, tmp_path, take_the_place)
    assert (Printing.select().count(), len(book.deeds())) == (0, before)
    assert [path for path in tmp_path.iterdir() if path.is_file() and path.suffix in {".pdf", ".tmp"}] == []


def test_draft_pdf_registers_nothing(desk, keys, tmp_path):
    desk.save_draft(desk.prepare(FORM, keys), tmp_path / "稿.pdf")
    assert (tmp_path / "稿.pdf").read_bytes().startswith(b"%PDF")
    assert Printing.select().count() == 0


def test_way_and_printer_are_registered(desk, keys):
    desk.issue(desk.prepare(FORM, keys), [0], way="printer", printer="示例打印机")
    line = Printing.get()
    assert (line.way, line.printer, line.user) == ("printer", "示例打印机", "王海燕")


def test_failed_print_is_marked_void_as_a_whole(desk, keys):
    desk.void(issue_all(desk, keys), "卡纸")
    assert {line.kind for line in Printing.select()} == {VOID}


def test_one_reprint_is_saved_alone(desk, keys, tmp_path):
    issue_all(desk, keys)
    issued = desk.reprint(Printing.select().order_by(Printing.first_page)[1])
    desk.save_pdf(issued, tmp_path / "补.pdf")
    assert (issued.numbers, issued.sheets) == ("兴工函〔2026〕2号", 1)
    assert (tmp_path / "补.pdf").exists()


def test_form_changed_by_the_office_is_used(desk, keys, book, form, text_of):
    text = form.text.replace("专此函达。", "特此函告。")
    with book.deed("改模板") as deed:
        deed.save(FormChange(form=FORM, text=text, shipped_hash=form.hash))
    assert "特此函告。" in text_of(desk.prepare(FORM, keys[:1]).copies[0].pages)
