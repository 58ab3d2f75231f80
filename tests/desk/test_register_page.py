"""The page of a register: find, filter, look, edit, print, export; what it shows is what it says."""

from dataclasses import replace

import openpyxl
import pdfplumber
import pytest
from PySide6.QtCore import Qt

from tests.desk.county import PLAN, ROOM, TODAY, Union, fill
from tests.desk.hands import write_in
from xunion_desktop.basics.room import ImporterCard, PaperCard, Room, SidePage
from xunion_desktop.desk import register_count
from xunion_desktop.desk.boxes import label
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.record_panel import BASIC, HISTORY
from xunion_desktop.desk.register_page import RegisterPage

PAPER = PaperCard("unions/reminder", "换届提醒函", "unions", (), lambda keys, today: [], lambda: None)
SIDE = SidePage("members", "union", lambda key: "会员 87", lambda desk, key: label(f"会员页 {key}"))
FULL_ROOM = Room(ROOM.id, ROOM.title, ROOM.records, ROOM.registers, papers=(PAPER,), side_pages=(SIDE,))


@pytest.fixture
def open_page(book, furniture, qtbot):
    def make(plan=PLAN, room=FULL_ROOM, size=(1366, 697)):
        page = RegisterPage(Desk(book, TODAY, (room,), furniture), "unions", plan)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        page.setFocus()
        return page

    return make


@pytest.fixture
def page(open_page, keys):
    return open_page()


def shown(page):
    return [page.list.model.record(row).name for row in range(page.list.model.rowCount())]


def chip_words(page):
    return [chip.text() for chip in page.chips._buttons.values()]


def test_the_chips_carry_true_counts(page):
    assert chip_words(page) == ["全部 8", "任期届满 3", "主席空缺 2", "煤炭 2"]


def test_the_first_record_is_shown_beside_the_list(page):
    assert page.panel.title.text() == "蔡家崖乡供电所工会"
    assert page.panel.state.words == "届满"


def test_a_chip_filters_and_the_button_agrees(page):
    page.chips._choose("overdue")
    assert len(shown(page)) == 3
    assert page.list.primary.text() == "印换届提醒函 3 封"
    assert page.list.said.text() == "3 家任期届满"
    assert page.list.totals.text(0) == "合计 3 家"


def test_words_filter_and_the_counts_follow(page, qtbot):
    qtbot.keyClicks(page.search, "slyy")
    assert shown(page) == ["示例医院工会"]
    qtbot.waitUntil(lambda: chip_words(page)[0] == "全部 1")


def test_nothing_is_searched_while_the_input_method_composes(page, qtbot):
    from tests.desk.hands import compose

    compose(page.search, "yiyuan")
    assert len(shown(page)) == 8
    write_in(page.search, "医院")
    assert shown(page) == ["示例医院工会"]


def test_the_button_takes_the_overdue_ones_of_what_is_searched(page, qtbot):
    qtbot.keyClicks(page.search, "caijia")
    qtbot.waitUntil(lambda: page.list.primary.text() == "印换届提醒函 1 封")
    assert page.list.primary_keys() == list(page.list.model.keys)


def test_without_any_paper_to_print_the_button_goes(page, qtbot):
    page.search.setText("罗峪口")
    qtbot.waitUntil(lambda: not page.list.primary.isVisible())


def test_after_searching_the_first_found_is_shown(page, qtbot):
    qtbot.keyClicks(page.search, "slyy")
    qtbot.waitUntil(lambda: page.panel.title.text() == "示例医院工会")


def test_counting_does_not_disturb_a_new_record(page, qtbot):
    page.search.setText("医院")
    page.add()
    qtbot.waitUntil(lambda: not page.count.waits)
    assert page.panel.title.text() == "新增工会"


def test_the_red_button_opens_the_print_page_for_its_records(page, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(page.desk, "print", lambda form, keys: asked.append((form, len(keys))))
    page.list.primary.click()
    assert asked == [("unions/reminder", 3)]


def test_selected_rows_are_counted_and_summed(page, qtbot):
    page.list.table.clearSelection()
    with qtbot.waitSignal(page.status) as told:
        page.list.table.selectAll()
    assert told.args == ["选中 8 家 · 会员 336"]
    assert page.list.said.text() == "已选 8 家"


def test_ticked_rows_are_what_is_printed(open_page, keys):
    page = open_page(replace(PLAN, ticks=True))
    page.list.model.tick(page.list.model.keys[:2], on=True)
    assert page.list.primary.text() == "印换届提醒函 2 封"
    page.list.untick.click()
    assert page.list.primary.text() == "印换届提醒函 3 封"


def test_certain_records_can_be_shown(page, keys):
    page.show_records(keys=keys[:2], key=keys[1])
    assert set(shown(page)) == {"示例城关小学工会", "示例客运公司工会"}
    assert page.panel.record.id == keys[1]


def test_a_filter_can_be_opened_from_elsewhere(page):
    page.search.setText("医院")
    page.show_records(chip="vacant")
    assert len(shown(page)) == 2
    assert page.search.text() == ""


def test_an_empty_book_says_what_to_do_first(open_page, book, qtbot):
    room = replace(FULL_ROOM, importers=(ImporterCard("unions", "导入台账", lambda today: None),))
    page = open_page(room=room)
    assert page.list.empty.sentence.text() == "还没有台账。先从 Excel 导入。"
    assert page.list.empty.button.text() == "导入台账"


def test_without_an_importer_one_begins_by_adding(open_page, book):
    page = open_page()
    page.list.empty.button.click()
    assert page.panel.form.record is not None


def test_an_empty_filter_can_be_cleared(page):
    page.show_records(keys=["nothing"])
    assert page.list.empty.sentence.text() == "没有符合的记录。"
    page.list.empty.link.click()
    assert len(shown(page)) == 8


def test_an_empty_search_says_what_to_try(page):
    page.search.setText("没有这一家")
    assert page.list.empty.sentence.text() == "没有找到。换一个字，或去掉空格。"


def test_the_pages_of_a_record_are_chips(page):
    assert [chip.text() for chip in page.panel.chips._buttons.values()] == ["基本信息", "会员 87", "变更"]


def test_a_side_page_is_built_when_it_is_first_shown(page):
    page.panel.chips._choose("members")
    assert page.panel.body.currentWidget().text() == f"会员页 {page.panel.record.id}"
    page.list.table.selectRow(1)
    assert page.panel.chips.current == "members"
    assert page.panel.body.currentWidget().text() == f"会员页 {page.panel.record.id}"


def test_the_changes_of_a_record_are_shown_old_and_new(page, book, keys, qtbot):
    union = Union.get_by_id(page.panel.record.id)
    union.chair = "郭大海"
    with book.deed("换主席") as deed:
        deed.save(union)
    page.panel.show_record(page.panel.record)
    page.panel.chips._choose(HISTORY)
    texts = [shown.text() for shown in page.panel.body.currentWidget().findChildren(type(label("")))]
    assert "换主席" in texts
    assert "李建平 → 郭大海" in texts


def test_what_is_typed_carries_a_badge_until_it_is_saved(page):
    field = page.panel.form.editor("chair").field
    field.clear()
    write_in(field, "郭大海")
    assert page.panel.badge.words == "未保存"
    page.panel.save_button.click()
    assert page.panel.badge.words == ""
    assert Union.get_by_id(page.panel.record.id).chair == "郭大海"


def test_giving_up_is_asked_for(page, said):
    field = page.panel.form.editor("chair").field
    write_in(field, "郭")
    page.panel.give_up_button.click()
    assert page.panel.form.unsaved
    said[-1].answers[0].act()
    assert not page.panel.form.unsaved


def test_another_record_keeps_the_draft_of_the_first(page):
    write_in(page.panel.form.editor("chair").field, "郭")
    typed = page.panel.form.editor("chair").raw()
    page.list.table.selectRow(1)
    assert page.panel.badge.words == ""
    page.list.table.selectRow(0)
    assert (page.panel.badge.words, page.panel.form.editor("chair").raw()) == ("未保存", typed)


def test_a_new_record_is_shown_and_selected_once_saved(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.title.text() == "新增工会"
    write_in(page.panel.form.editor("name").field, "东会乡工会")
    qtbot.keyClick(page.panel.form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "东会乡工会" in shown(page)
    assert page.panel.title.text() == "东会乡工会"


def test_f2_goes_into_the_first_field(page, qtbot):
    page.panel.chips._choose(HISTORY)
    qtbot.keyClick(page.list.table, Qt.Key.Key_F2)
    assert page.panel.chips.current == BASIC
    assert page.panel.form.editor("name").field.hasFocus()


def test_what_others_write_is_shown(page, book, qtbot):
    fill(book, 1)
    qtbot.waitUntil(lambda: len(shown(page)) == 9)
    assert chip_words(page)[0] == "全部 9"


def test_a_page_that_nobody_sees_reads_again_when_it_is_seen(page, book, qtbot):
    page.hide()
    with qtbot.waitSignal(page.desk.changed):
        fill(book, 1)
    assert len(shown(page)) == 8
    page.show()
    qtbot.waitUntil(lambda: len(shown(page)) == 9)


def test_a_draft_is_nobody_else_s_business(page, book, qtbot):
    with qtbot.assertNotEmitted(page.desk.changed, wait=50):
        book.drafts.save("union/new", {"name": "x"})


def test_what_is_seen_goes_out_as_excel(page, files, finish, tmp_path):
    files.path = tmp_path / "台账.xlsx"
    page.chips._choose("overdue")
    page.acts.export()
    finish()
    sheet = openpyxl.load_workbook(files.path).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0][:3] == ["工会名称", "行业", "主席"]
    assert len(rows) == 4


def test_what_is_seen_goes_out_as_a_roster(page, files, finish, tmp_path):
    files.path = tmp_path / "名册.pdf"
    page.chips._choose("overdue")
    page.acts.print_roster()
    finish()
    with pdfplumber.open(files.path) as pdf:
        text = pdf.pages[0].extract_text()
        assert pdf.pages[0].width > pdf.pages[0].height
    assert "基层工会台账（任期届满）" in text
    assert "示例城关小学工会" in text


def test_only_picked_rows_go_out(page, files, finish, tmp_path):
    files.path = tmp_path / "台账.xlsx"
    page.list.table.selectAll()
    page.list.table.selectionModel().select(
        page.list.model.index(0, 0), page.list.table.selectionModel().SelectionFlag.Deselect
        | page.list.table.selectionModel().SelectionFlag.Rows,
    )  # fmt: skip
    page.acts.export()
    finish()
    assert openpyxl.load_workbook(files.path).active.max_row == 2 + 7


def test_the_print_menu_offers_the_papers_and_the_roster(page):
    page.acts.fill_menu()
    words = [action.text() for action in page.acts.menu.actions() if action.text()]
    assert words == ["换届提醒函（8 家）", "名册，照现在看到的 8 行存成 PDF"]


def test_in_a_narrow_window_the_record_slides_over_the_list(open_page, keys, qtbot):
    page = open_page(size=(800, 600))
    assert not page.panel.isVisible()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    page.panel.back_button.click()
    assert page.list.isVisible()


def test_large_text_makes_the_window_narrow(page, scale):
    assert page.panel.isVisible()
    scale.set_factor(1.75)
    assert not page.panel.isVisible()


def test_the_window_may_ask_a_page_to_keep_what_is_typed(page, book):
    write_in(page.panel.form.editor("chair").field, "郭")
    page.flush()
    assert book.drafts.all() == [f"union/{page.panel.record.id}"]


def row_of(page, name):
    return next(page.list.model.index(row, 0) for row in range(page.list.model.rowCount()) if shown(page)[row] == name)


def rename(book, key, **values):
    with book.deed("旁边一页上改") as deed:
        record = Union.get_by_id(key)
        for name, value in values.items():
            setattr(record, name, value)
        deed.save(record)


def highlighted(page):
    return [page.list.model.record(index.row()).name for index in page.list.table.selectionModel().selectedRows()]


@pytest.fixture
def leaving(page, book, qtbot):
    """Under 主席空缺 a union whose chair is written down on a side page: it leaves the list."""
    page.chips._choose("vacant")
    record = page.list.model.record(1)
    page.list.table.select_key(record.id)
    rename(book, record.id, chair="李新")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    return record


def test_a_record_that_leaves_the_filter_stays_beside_the_list(page, leaving):
    assert page.panel.title.text() == leaving.name
    assert highlighted(page) == []


def test_the_focus_alone_picks_no_other_record(page, leaving):
    page.search.setFocus()
    page.list.table.setFocus()
    assert (page.panel.title.text(), highlighted(page)) == (leaving.name, [])


def test_the_row_that_is_clicked_is_shown(page, leaving, qtbot):
    other = shown(page)[0]
    place = page.list.table.visualRect(page.list.model.index(0, 0)).center()
    qtbot.mouseClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (page.panel.title.text(), highlighted(page)) == (other, [other])


def test_a_record_that_comes_back_is_marked_again(page, leaving, book, qtbot):
    book.undo()
    qtbot.waitUntil(lambda: highlighted(page) == [leaving.name])
    assert page.panel.title.text() == leaving.name


def test_another_filter_shows_its_first_record(page, leaving):
    page.chips._choose("overdue")
    assert highlighted(page) == [page.panel.title.text()]


def test_an_undo_shows_the_book_again_under_what_is_typed(page, book, qtbot):
    """Only the field that the clerk typed differs from the book."""
    key, before = page.panel.record.id, page.panel.record.members
    rename(book, key, members=77)
    qtbot.waitUntil(lambda: page.panel.form.editor("members").value() == 77)
    write_in(page.panel.form.editor("remark").field, "正在写")
    book.undo()
    qtbot.waitUntil(lambda: page.panel.form.editor("members").value() == before)
    assert page.panel.form.changed() == {"remark": "正在写"}


def test_enter_in_the_last_field_goes_on_to_save_and_saves(page, book, qtbot):
    form = page.panel.form
    write_in(form.editor("remark").field, "写在最后")
    qtbot.keyClick(form.editor("remark").field, Qt.Key.Key_Return)
    assert page.panel.save_button.hasFocus()
    qtbot.keyClick(page.panel.save_button, Qt.Key.Key_Return)
    assert Union.get_by_id(page.panel.record.id).remark == "写在最后"


@pytest.fixture
def long_page(open_page, keys, monkeypatch):
    """A register that is called long from its third record on."""
    monkeypatch.setattr(register_count, "AT_ONCE", 2)
    return open_page()


def test_a_long_register_is_counted_beside_the_window(long_page, qtbot):
    assert chip_words(long_page) == []
    assert len(shown(long_page)) == 8
    qtbot.waitUntil(lambda: chip_words(long_page) == ["全部 8", "任期届满 3", "主席空缺 2", "煤炭 2"])
    assert long_page.list.totals.text(0) == "合计 8 家"


def test_of_a_long_register_the_record_comes_when_the_selection_rests(long_page, qtbot):
    qtbot.waitUntil(lambda: long_page.panel.record is not None)
    first = long_page.panel.record.id
    long_page.list.table.selectRow(2)
    long_page.list.table.selectRow(3)
    assert long_page.panel.record.id == first
    qtbot.waitUntil(lambda: long_page.panel.record.id == long_page.list.model.key(3))


def test_only_the_last_count_is_shown(long_page, qtbot):
    long_page.count.now()
    long_page.search.setText("医院")
    long_page.count.now()
    qtbot.waitUntil(lambda: bool(chip_words(long_page)) and chip_words(long_page)[0] == "全部 1")


def test_a_page_over_certain_records_checks_no_chip(page, keys):
    page.show_records(keys=keys[:3])
    assert page.chips.current == ""
    assert chip_words(page)[0] == "全部 8"
    assert page.list.totals.text(0) == "合计 3 家"
    page.chips._choose("all")
    assert len(shown(page)) == 8


def test_a_form_is_made_when_its_first_record_is_shown(open_page):
    page = open_page()  # nothing is in the book
    assert page.panel.form._lines == {}
    assert page.panel.form.editor("name").raw() == ""


def test_a_record_is_deleted_after_asking_and_the_next_is_shown(page, said, qtbot):
    gone = page.panel.record
    page.panel.delete_button.click()
    assert (said[-1].text, Union.alive().count()) == (f"删除“{gone.name}”吗？", 8)
    said[-1].answers[0].act()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 7)
    assert page.panel.title.text() not in {gone.name, "没有选中记录"}


def test_a_deletion_is_undone(page, book, said, qtbot):
    page.panel.delete_button.click()
    said[-1].answers[0].act()
    book.undo()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 8)


def test_nothing_is_deleted_with_something_typed_and_not_saved(page):
    write_in(page.panel.form.editor("remark").field, "还没保存")
    assert page.panel.delete_button.isHidden()


def test_a_very_long_title_does_not_push_the_form_out(page, book, qtbot):
    rename(book, page.panel.record.id, name="甲" * 300)
    qtbot.waitUntil(lambda: page.panel.title.text() == "甲" * 60 + "…")


def test_a_record_that_lies_over_the_list_has_the_whole_page(open_page, keys):
    page = open_page(size=(800, 600))
    page.pair.slide(over=True)
    assert not page.search.isVisible()
    page._to_search()
    assert page.search.isVisible()
    assert page.list.isVisible()
