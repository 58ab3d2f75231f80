"""Batches found again: looked at, printed again as one deed, exported; void papers stay readable and unprintable."""

from dataclasses import replace

import pdfplumber
import pytest

from tests.documents.conftest import FORM, TODAY
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.room import PaperCard, Room
from xunion_desktop.desk.printing import BrokenOff
from xunion_desktop.documents.forms import shipped_text
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.printed import void
from xunion_desktop.documents.records import PICTURE, REPRINT, VOID, Batch, FormChange, Number, Printing


@pytest.fixture
def prints(book, fonts, items):
    def of_keys(keys, today):
        return [item for item in items if item.key in keys]

    card = PaperCard(FORM, "换届提醒函", "guilds", (), of_keys, lambda: items[0])
    return PrintDesk(book, (Room("rooms", "房间", papers=(card,)),), TODAY, "王海燕", fonts)


@pytest.fixture
def issued(prints, items):
    prepared = prints.prepare(FORM, [item.key for item in items])
    return prints.issue(prepared, prepared.printable, way="printer", printer="HP")


def draw(page):
    return b"JPG"


def test_a_batch_is_found_with_its_numbers_and_pages(prints, issued):
    kept = prints.kept(issued.batch)
    assert [copy.number for copy in kept.copies] == [copy.number for copy in issued.copies]
    assert [copy.pages for copy in kept.copies] == [copy.pages for copy in issued.copies]
    assert kept.numbers == issued.numbers


def test_a_kept_batch_knows_its_paper(prints, issued):
    kept = prints.kept(issued.batch)
    assert (kept.title, kept.paper) == ("换届提醒函", (210.0, 297.0))


def test_a_void_paper_of_a_batch_can_only_be_looked_at(prints, issued, book):
    void(book, [Printing.get_by_id(issued.printings[1])], "名称有误", TODAY)
    kept = prints.kept(issued.batch)
    assert [(copy.check, copy.printable) for copy in kept.copies] == [("可印", True), ("作废", False), ("可印", True)]
    assert kept.copies[1].pages


def test_what_is_not_kept_is_told(prints):
    with pytest.raises(Trouble):
        prints.kept("0" * 32)


def test_printing_again_is_one_deed_with_a_line_for_each(prints, issued, book):
    prints.again(prints.kept(issued.batch), [0, 2], way="printer", printer="HP")
    lines = list(Printing.select().where(Printing.kind == REPRINT))
    assert sorted(line.number_text for line in lines) == [issued.copies[0].number, issued.copies[2].number]
    assert {(line.user, line.printer) for line in lines} == {("王海燕", "HP")}
    assert book.deeds(1)[0].label == "补打换届提醒函 2 份"


def test_printing_again_does_not_double_the_batch(prints, issued):
    prints.again(prints.kept(issued.batch), [0])
    assert len(prints.kept(issued.batch).copies) == 3


def test_a_void_paper_is_not_printed_again(prints, issued, book):
    void(book, [Printing.get_by_id(issued.printings[0])], "名称有误", TODAY)
    with pytest.raises(Trouble) as told:
        prints.again(prints.kept(issued.batch), [0])
    assert "已作废" in told.value.sentence
    assert Printing.select().where(Printing.kind == REPRINT).count() == 0


def test_the_sealed_pdf_is_exported_again(prints, issued, book, tmp_path):
    prints.save_pdf(prints.kept(issued.batch), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == book.files.get(Batch.get().pdf_file)


def test_files_written_again_are_registered_with_them(prints, issued, tmp_path, book):
    before = len(book.deeds())
    prints.save_pdfs(issued, tmp_path, owed=[0, 2])
    lines = list(Printing.select().where(Printing.kind == REPRINT))
    assert sorted(line.number_text for line in lines) == [issued.copies[0].number, issued.copies[2].number]
    assert {(line.way, line.user) for line in lines} == {("pdf", "王海燕")}
    assert len(book.deeds()) == before + 1


def test_files_that_cannot_be_written_again_are_not_registered(prints, issued, tmp_path):
    (tmp_path / "again.pdf").mkdir()
    with pytest.raises(Trouble):
        prints.save_pdf(issued, tmp_path / "again.pdf", owed=[0])
    assert Printing.select().where(Printing.kind == REPRINT).count() == 0


def test_a_void_paper_does_not_go_into_files(prints, issued, book, tmp_path):
    void(book, [Printing.get_by_id(issued.printings[1])], "名称有误", TODAY)
    kept = prints.kept(issued.batch)
    assert len(prints.save_pdfs(kept, tmp_path, owed=[0, 2])) == 2
    prints.save_pdf(kept, tmp_path / "again.pdf")
    with pdfplumber.open(tmp_path / "again.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_a_batch_that_is_all_void_is_not_saved(prints, issued, tmp_path):
    prints.void(issued, "卡纸")
    with pytest.raises(Trouble, match="都已作废"):
        prints.save_pdf(prints.kept(issued.batch), tmp_path / "again.pdf")


def test_one_picture_for_each_page_named_by_the_unit(prints, items, tmp_path):
    prepared = prints.prepare(FORM, [item.key for item in items])
    prints.issue_pictures(prepared, prepared.printable, tmp_path, draw)
    assert sorted(path.name for path in tmp_path.glob("*.jpg")) == sorted(f"{item.name}.jpg" for item in items)
    assert {line.way for line in Printing.select()} == {PICTURE}


def test_where_a_picture_cannot_be_written_no_number_is_taken(prints, items, tmp_path):
    (tmp_path / "file").touch()
    prepared = prints.prepare(FORM, [item.key for item in items])
    with pytest.raises(Trouble):
        prints.issue_pictures(prepared, prepared.printable, tmp_path / "file", draw)
    assert Printing.select().count() == 0


def test_pictures_overwrite_nothing(prints, issued, items, tmp_path):
    for _ in range(2):
        prints.save_pictures(issued, tmp_path, draw)
    assert (tmp_path / f"{items[0].name}（2）.jpg").exists()


def test_a_broken_form_of_the_office_is_told_and_the_shipped_one_printed(prints, items, book, text_of):
    broken = shipped_text(FORM).replace("{工会名称}：", "{工会名称：")
    with book.deed("合并") as deed:
        deed.save(FormChange(form=FORM, text=broken))
    prepared = prints.prepare(FORM, [items[0].key])
    assert "用程序自带的" in prepared.notes[0].sentence
    assert prepared.printable == [0]


def test_lines_of_a_batch_can_be_filtered(prints, issued, desk):
    assert len(desk.register("printings").keys("batch")) == 3


def test_void_lines_are_still_of_the_batch(prints, issued, book):
    prints.void(issued, "没有印成")
    assert {line.kind for line in Printing.select()} == {VOID}
    assert [copy.printable for copy in prints.kept(issued.batch).copies] == [False] * 3


def test_what_is_void_already_keeps_its_reason(prints, issued, book):
    void(book, [Printing.get_by_id(issued.printings[1])], "名称有误", TODAY)
    prints.void(prints.kept(issued.batch), "没有印成")
    assert [number.reason for number in Number.select().order_by(Number.serial)] == ["没有印成", "名称有误", "没有印成"]
    assert book.deeds(1)[0].label == "作废 2 份"


# where the printing of a batch broke off

BROKEN = BrokenOff(1, 0, (0, 1, 2), (1, 2))


@pytest.mark.parametrize("at", [BROKEN, BrokenOff(0, 1, (0,), (0, 1, 2), BROKEN)])
def test_where_a_batch_broke_off_is_found_when_it_is_opened_again(prints, issued, at):
    prints.broke_off(issued, at)
    assert prints.broken_off(prints.kept(issued.batch)) == at


def test_once_it_is_out_nothing_is_found(prints, issued):
    prints.broke_off(issued, BROKEN)
    prints.broke_off(issued, None)
    assert prints.broken_off(issued) is None


def test_one_paper_of_it_printed_again_does_not_change_where_it_broke_off(prints, issued):
    prints.broke_off(issued, BROKEN)
    alone = prints.once_more(issued.printings[2])
    prints.broke_off(alone, BrokenOff(0, 0, (0,), (0,)))
    assert (prints.broken_off(issued), prints.broken_off(alone)) == (BROKEN, None)
    prints.broke_off(alone, None)
    assert prints.broken_off(issued) == BROKEN


def test_of_papers_that_are_not_kept_nothing_is_noted(prints, issued, book):
    prints.broke_off(replace(issued, batch=""), BROKEN)
    assert book.drafts.all() == []
