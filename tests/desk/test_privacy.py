"""Sensitive values in the window: masked, in clear for a reason, and only until the record is left (SV-41)."""

import threading
from dataclasses import replace

import openpyxl
import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.desk.county import PLAN, ROOM, TODAY, Union
from tests.desk.hands import write_in
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Rights, Role
from xunion_desktop.desk.cells import Shown
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.history_page import HistoryPage
from xunion_desktop.desk.record_form import RecordForm
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import columns_of

PHONE, MASKED = "13912347120", "139****7120"
BLIND = Rights(Role.TREASURER, {EVERY_ROOM: Grant(Level.WRITE, clear=False)})
READER = Rights(Role.READER, {EVERY_ROOM: Grant(Level.SEE)})


@pytest.fixture
def union(book, keys):
    found = Union.get_by_id(keys[0])
    found.phone = PHONE
    with book.deed("改电话") as deed:
        deed.save(found)
    return Union.get_by_id(keys[0])


@pytest.fixture
def open_form(book, furniture, qtbot, union):
    def make(rights=None):
        desk = Desk(book, TODAY, (ROOM,), furniture, **({"rights": rights} if rights else {}))
        form = RecordForm(desk, PLAN.form)
        qtbot.addWidget(form)
        form.show()
        form.show_record(Union.get_by_id(union.id))
        return form

    return make


@pytest.fixture
def form(open_form):
    return open_form()


def veil(form):
    return form.line("phone").veil


def give_reason(form, qtbot, reason="核对联系电话"):
    qtbot.mouseClick(veil(form).ask_button, Qt.MouseButton.LeftButton)
    write_in(veil(form).reason, reason)
    qtbot.keyClick(veil(form).reason, Qt.Key.Key_Return)


def test_the_form_shows_the_phone_masked(form):
    assert veil(form).closed
    assert veil(form).text.text() == MASKED
    assert not form.editor("phone").isVisible()


def test_a_reason_shows_it_in_clear(form, qtbot):
    give_reason(form, qtbot)
    assert not veil(form).closed
    assert form.editor("phone").raw() == PHONE


def test_the_reason_is_in_the_log_and_the_value_is_not(form, qtbot, book, union):
    give_reason(form, qtbot)
    (line,) = book.log_lines(event=Logged.SHOWN)
    assert (line.sentence, line.reason, line.of_key) == ("查看了工会的电话。", "核对联系电话", union.id)


@pytest.mark.parametrize("reason", ["", " ", "看"])
def test_without_a_reason_nothing_is_shown(form, qtbot, said, reason, book):
    give_reason(form, qtbot, reason)
    assert veil(form).closed
    assert said[-1].text == "没有写明原因。"
    assert book.log_lines(event=Logged.SHOWN) == []


def test_one_may_think_better_of_it(form, qtbot):
    qtbot.mouseClick(veil(form).ask_button, Qt.MouseButton.LeftButton)
    veil(form).shut()
    assert veil(form).text.isVisible()


def test_leaving_the_record_masks_it_again(form, qtbot, keys, union):
    give_reason(form, qtbot)
    form.show_record(Union.get_by_id(keys[1]))
    form.show_record(Union.get_by_id(union.id))
    assert veil(form).closed


def test_leaving_the_page_masks_it_again(form, qtbot):
    give_reason(form, qtbot)
    form.hide()
    form.show()
    assert veil(form).closed


def test_reading_the_same_record_again_does_not(form, qtbot, union):
    give_reason(form, qtbot)
    form.show_record(Union.get_by_id(union.id))
    assert not veil(form).closed


def test_what_is_empty_needs_no_veil(form, keys):
    form.show_record(Union.get_by_id(keys[1]))
    assert not veil(form).closed


def test_a_new_record_is_typed_in_clear(form):
    form.show_new()
    assert not veil(form).closed
    write_in(form.editor("phone").field, PHONE)
    assert form.editor("phone").raw() == PHONE


def test_a_new_number_is_written_without_seeing_the_old_one(form, qtbot, union, book):
    qtbot.mouseClick(veil(form).replace_button, Qt.MouseButton.LeftButton)
    assert form.editor("phone").raw() == ""
    write_in(form.editor("phone").field, "13800000042")
    assert form.save()
    assert Union.get_by_id(union.id).phone == "13800000042"
    assert veil(form).text.text() == "138****0042"
    assert book.log_lines(event=Logged.SHOWN) == []


def test_thinking_better_of_a_new_number_keeps_the_old_one(form, qtbot, union):
    qtbot.mouseClick(veil(form).replace_button, Qt.MouseButton.LeftButton)
    form.give_up()
    assert veil(form).text.text() == MASKED
    assert not form.unsaved


def test_a_draft_is_masked_too(form, qtbot, keys, union):
    qtbot.mouseClick(veil(form).replace_button, Qt.MouseButton.LeftButton)
    write_in(form.editor("phone").field, "13800000042")
    form.show_record(Union.get_by_id(keys[1]))
    form.show_record(Union.get_by_id(union.id))
    assert veil(form).text.text() == "138****0042"
    assert form.unsaved


def test_a_role_without_the_right_has_no_way_to_it(open_form):
    form = open_form(BLIND)
    assert not veil(form).ask_button.isEnabled()
    assert veil(form).ask_button.toolTip() == "您的角色是“财务”，“基层工会”里打了星号的内容不能看原文。"
    assert veil(form).replace_button.isVisible()


def test_nor_by_any_other_way(book, furniture, union):
    desk = Desk(book, TODAY, (ROOM,), furniture, rights=BLIND)
    with pytest.raises(Trouble, match="不能看原文"):
        desk.privacy.reveal(union, columns_of(Union)["phone"], "核对电话")


def test_a_reader_edits_nothing_and_is_told_why(open_form):
    form = open_form(READER)
    assert form.editor("name").field.isReadOnly()
    assert not veil(form).replace_button.isVisible()
    texts = [words.text() for words in form.findChildren(QLabel) if words.isVisible()]
    assert "您的角色是“查看”，“基层工会”只能看，不能改。" in texts


def test_the_history_is_masked(desk, union, qtbot):
    page = HistoryPage(desk, union)
    qtbot.addWidget(page)
    texts = " ".join(words.text() for words in page.findChildren(QLabel))
    assert f"（空） → {MASKED}" in texts
    assert PHONE not in texts


# exports

WITH_PHONE = replace(PLAN, columns=(Shown("name", stretch=True), Shown("phone")))


@pytest.fixture
def open_page(book, furniture, qtbot, union):
    def make(rights=None):
        desk = Desk(book, TODAY, (ROOM,), furniture, **({"rights": rights} if rights else {}))
        page = RegisterPage(desk, "unions", WITH_PHONE)
        qtbot.addWidget(page)
        page.resize(1366, 697)
        page.show()
        return page

    return make


@pytest.fixture
def page(open_page):
    return open_page()


def exported(path):
    sheet = openpyxl.load_workbook(path).active
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def phones(rows):
    return {row[1] for row in rows if len(row) > 1 and row[1] != "电话"}


def test_a_copy_is_masked(page, union):
    page.list.table.select_key(union.id)
    page.list.table.copy_rows()
    assert MASKED in QGuiApplication.clipboard().text()
    assert PHONE not in QGuiApplication.clipboard().text()


def test_an_export_with_phones_asks_first(page, files, tmp_path):
    files.path = tmp_path / "台账.xlsx"
    page.acts.export()
    assert page.acts.strip.isVisible()
    assert page.acts.strip.title.text() == "这里面有电话，平时打星号。"
    assert not files.path.exists()


def test_with_large_text_the_question_takes_the_place_of_the_line_above(page, scale):
    scale.set_factor(1.75)
    page.acts.export()
    assert page.line.isHidden()
    page.acts.strip.hide()
    assert not page.line.isHidden()


def test_with_ordinary_text_it_stands_under_it(page, scale):
    page.acts.export()
    assert not page.line.isHidden()
    scale.set_factor(1.75)
    assert page.line.isHidden()


def test_it_goes_out_masked_without_a_reason(page, files, tmp_path, finish, book):
    files.path = tmp_path / "台账.xlsx"
    page.acts.export()
    page.acts.strip.masked_button.click()
    finish()
    rows = exported(files.path)
    assert phones(rows) == {MASKED}
    assert "含个人信息" not in str(rows)
    assert book.log_lines(event=Logged.TAKEN_OUT) == []


def test_a_reason_lets_it_out_in_clear_with_its_line_and_its_entry(page, files, tmp_path, finish, book):
    book.user = "王海燕"
    files.path = tmp_path / "台账.xlsx"
    page.acts.export()
    write_in(page.acts.strip.reason, "报市总核对")
    page.acts.strip.clear_button.click()
    finish()
    rows = exported(files.path)
    assert PHONE in phones(rows)
    assert rows[-1][0].startswith("含个人信息，仅限“报市总核对”使用，不得外传。导出人：王海燕，导出时间：")
    (line,) = book.log_lines(event=Logged.TAKEN_OUT)
    assert (line.user, line.reason) == ("王海燕", "报市总核对")
    assert line.sentence == "导出基层工会台账 8 条，电话没有打星号。"


def test_no_reason_no_clear_export(page, files, tmp_path):
    files.path = tmp_path / "台账.xlsx"
    page.acts.export()
    page.acts.strip.clear_button.click()
    assert page.acts.strip.isVisible()
    assert not files.path.exists()


def test_who_may_not_see_it_exports_masked_at_once(open_page, files, tmp_path, finish):
    page = open_page(BLIND)
    files.path = tmp_path / "台账.xlsx"
    page.acts.export()
    finish()
    assert not page.acts.strip.isVisible()
    assert phones(exported(files.path)) == {MASKED}


@pytest.mark.parametrize(("reason", "shown", "line"), [("", MASKED, False), ("报市总核对", PHONE, True)])
def test_a_roster_too_on_every_page(page, files, tmp_path, finish, book, reason, shown, line):
    with book.deed("导入") as deed:
        deed.insert_many(Union, [{"name": f"示例第{n}小学工会", "phone": PHONE} for n in range(60)])
    page.show_records()
    files.path = tmp_path / "名册.pdf"
    page.acts.print_roster()
    page.acts.strip._go(reason)
    finish()
    with pdfplumber.open(files.path) as pdf:
        texts = [sheet.extract_text() for sheet in pdf.pages]
    assert len(texts) > 1
    assert all(shown in text for text in texts)
    assert all(("含个人信息，仅限“报市总核对”使用" in text) is line for text in texts)


def test_a_reader_adds_and_imports_nothing_and_is_told_why(open_page, said):
    page = open_page(READER)
    assert not page.add_button.isEnabled()
    assert page.add_button.toolTip() == "您的角色是“查看”，“基层工会”只能看，不能改。"
    page.add()
    assert said[-1].text == "您的角色是“查看”，“基层工会”只能看，不能改。"
    assert not page.panel.adding


def test_a_room_that_may_not_be_seen_is_not_there(book, furniture, union):
    desk = Desk(book, TODAY, (ROOM,), furniture, rights=Rights(Role.READER, {"unions": Grant(Level.HIDDEN)}))
    assert desk.rooms == ()
    assert desk.deeds(10) == []


def test_during_a_long_deed_it_says_at_once_that_it_must_wait(book, furniture, union, qtbot, finish):
    desk = Desk(book, TODAY, (ROOM,), furniture)
    going = threading.Event()
    furniture.jobs.run("导入", lambda _progress: going.wait(10), lambda _done: None, writes=True)
    try:
        with pytest.raises(Trouble, match="正在写入另一项操作"):
            desk.privacy.reveal(union, columns_of(Union)["phone"], "核对电话")
    finally:
        going.set()
        finish()
    desk.privacy.reveal(union, columns_of(Union)["phone"], "核对电话")
