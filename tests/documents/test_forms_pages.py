"""公文 → 模板 in the window: the list, one form being changed, the comparison after an upgrade."""

from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.desk.cut_text import cut_texts
from tests.documents.conftest import FORM, TODAY
from xunion_desktop.basics.rights import Grant, Level, Rights, Role
from xunion_desktop.desk.desk import Desk
from xunion_desktop.documents import records as document_records
from xunion_desktop.documents.card import ROOM
from xunion_desktop.documents.forms import State, save_form, shipped_text, standing
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.pages.forms_compare import ComparePage
from xunion_desktop.documents.pages.forms_editor import FormEditor
from xunion_desktop.documents.pages.forms_page import FormsPage
from xunion_desktop.documents.pages.forms_texts import FIELDS, SOURCE
from xunion_desktop.documents.records import FormChange
from xunion_desktop.office import records as office_records
from xunion_desktop.office.card import ROOM as OFFICE
from xunion_desktop.office.filling import fill
from xunion_desktop.store.book import Book

FREE = "documents/plain"
OWN = shipped_text(FORM).replace("专此函达。", "请予支持。")
REMARK = (7, "text")  # 专此函达。


@pytest.fixture
def book(tmp_path):
    records = (*office_records.RECORDS, *document_records.RECORDS, Manuscript)
    with Book.create(tmp_path / "兴县", records, replicas=tmp_path / "replicas") as book:
        fill(book)
        yield book


@pytest.fixture
def desk(book, furniture):
    return Desk(book, TODAY, (ROOM, OFFICE), furniture)


@pytest.fixture
def open_form(desk, qtbot):
    def make(form_id=FORM, at=desk):
        page = FormEditor(at, form_id)
        qtbot.addWidget(page)
        page.resize(1366, 620)
        page.show()
        return page

    return make


@pytest.fixture
def page(open_form):
    return open_form()


@pytest.fixture
def forms(desk, qtbot):
    made = FormsPage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.show()
    return made


def write(page, where, text):
    page.texts.fields.boxes[where].setPlainText(text)
    page.redraw()


def told(page):
    return [label.text() for label in page.side.findChildren(QWidget) if hasattr(label, "text")]


def newer(book, text=OWN):
    with book.deed("合并") as deed:
        deed.save(FormChange(form=FORM, text=text, shipped_hash="0" * 64))


# the list


def test_the_forms_of_the_rooms_that_may_be_seen_are_listed(forms):
    assert {form_id.partition("/")[0] for form_id in forms.shown} == {"documents", "office"}


def test_the_chosen_form_is_seen(forms, text_of):
    forms.table.selectRow(forms.shown.index("office/recovery_sheet"))
    assert "恢复单" in text_of(forms.viewer.pages)


def test_a_changed_form_has_its_chip(forms, book, qtbot):
    save_form(book, FREE, shipped_text(FREE) + "# 改过\n")
    forms.refresh()
    forms.chips.chosen.emit(State.CHANGED.name)
    forms.chips.check(State.CHANGED.name)
    forms._show_rows()
    assert forms.shown == [FREE]


def test_f2_opens_the_form(forms, desk, qtbot):
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        qtbot.keyClick(forms.table, Qt.Key.Key_F2)
    wanted.args[0].deleteLater()
    assert isinstance(wanted.args[0], FormEditor)


def test_the_menu_leads_to_the_forms(desk, qtbot):
    card = next(card for card in ROOM.menu if card.id == "forms")
    page = card.page(desk)
    qtbot.addWidget(page)
    assert page.forms.shown


def test_only_papers_of_this_format_are_offered_to_look_with(book, desk, open_form):
    with book.deed("起草") as deed:
        for form, name in ((FREE, "普通稿子"), ("documents/letter", "函")):
            deed.save(Manuscript(name=name, form=form, day=TODAY.isoformat()))
    page = open_form(FREE)
    names = [page.side.samples.itemText(place) for place in range(page.side.samples.count())]
    assert "普通稿子" in names
    assert "函" not in names


# changing


def test_every_text_has_its_box(page):
    assert page.texts.fields.boxes[REMARK].toPlainText() == "专此函达。"


def test_the_page_follows_what_is_typed(page, text_of, qtbot):
    page.texts.fields.boxes[REMARK].setPlainText("请予支持。")
    started = perf_counter()
    qtbot.waitUntil(lambda: "请予支持。" in text_of(page.viewer.pages), timeout=5000)
    assert perf_counter() - started < 2.5  # a quarter of a second, ten times that on a busy machine


def test_a_click_puts_the_word_at_the_cursor(page, qtbot):
    box = page.texts.fields.boxes[REMARK]
    box.setFocus()
    page.texts.stand_at(box)
    box.moveCursor(box.textCursor().MoveOperation.End)
    page.side.words.buttons["上级工会"].click()
    assert box.toPlainText() == "专此函达。{上级工会}"


def test_a_word_that_was_not_listed_is_listed_by_itself(page, book):
    write(page, REMARK, "专此函达{上级工会}。")
    assert page.save()
    assert "上级工会" in {word.name for word in standing(FORM).form.words}


def test_chosen_text_is_put_between_the_brackets(page):
    box = page.texts.fields.boxes[REMARK]
    page.texts.stand_at(box)
    box.selectAll()
    page.texts.put_option()
    assert box.toPlainText() == "[专此函达。]"


def test_a_fault_is_told_beside_its_text_and_at_the_side(page):
    write(page, REMARK, "专此{函达。")
    line = page.texts.form_text.text[: page.texts.form_text.text.index("专此{")].count("\n") + 1
    assert page.texts.fields._faults[REMARK].text().startswith("括号“{”没有成对")
    assert f"正文，第 {line} 行" in told(page)


def test_the_last_good_page_stays_while_there_is_a_fault(page, text_of):
    write(page, REMARK, "专此{函达。")
    assert "专此函达。" in text_of(page.viewer.pages)


def test_a_form_with_a_fault_is_not_saved(page, said):
    write(page, REMARK, "专此{函达。")
    assert not page.save()
    assert said[-1].text == "还不能保存"
    assert FormChange.select().count() == 0


def test_a_missing_character_is_told(page):
    write(page, REMARK, "专此\U000f0000函达。")
    assert any("U+F0000" in text for text in told(page))


def test_what_overflows_is_told(page):
    write(page, (8, "name"), "{本会名称}" * 6)
    assert any("一行放不下" in text for text in told(page))


def test_saving_is_a_deed_that_can_be_undone(page, book, said):
    write(page, REMARK, "请予支持。")
    assert page.save()
    assert book.deeds(1)[0].label == "改模板：换届提醒函"
    assert standing(FORM).state is State.CHANGED
    assert said[-1].answers[0].words == "撤销"


def test_undoing_brings_the_text_back_into_the_page(page, book, qtbot):
    write(page, REMARK, "请予支持。")
    page.save()
    book.undo()
    qtbot.waitUntil(lambda: page.texts.fields.boxes[REMARK].toPlainText() == "专此函达。")


def test_what_is_not_saved_is_kept_as_a_draft(page, open_form):
    write(page, REMARK, "请予支持。")
    assert page.head.badge.words == "未保存"
    page.flush()
    again = open_form()
    assert again.texts.fields.boxes[REMARK].toPlainText() == "请予支持。"


def test_what_is_not_saved_can_be_given_up(page, said):
    write(page, REMARK, "请予支持。")
    page.side.give_up_button.click()
    said[-1].answers[0].act()
    assert page.texts.fields.boxes[REMARK].toPlainText() == "专此函达。"
    assert not page.unsaved


def test_restoring_asks_first(page, book, said):
    write(page, REMARK, "请予支持。")
    page.save()
    page.side.restore_button.click()
    assert standing(FORM).state is State.CHANGED
    said[-1].answers[0].act()
    assert standing(FORM).state is State.SHIPPED


def test_a_paragraph_is_added_and_taken_out(page):
    before = page.texts.form_text.text
    page.texts.fields._add(7)
    assert (8, "text") in page.texts.fields.boxes
    page.texts.fields._drop(8)
    assert page.texts.form_text.text == before


def test_the_source_is_for_the_tinkerer(page):
    page.texts.views.check(SOURCE)
    page.texts.turn(SOURCE)
    page.texts.source.setPlainText(page.texts.source.toPlainText().replace("专此函达。", "请予支持。"))
    page.texts.views.check(FIELDS)
    page.texts.turn(FIELDS)
    assert page.texts.fields.boxes[REMARK].toPlainText() == "请予支持。"


def test_a_fault_in_the_source_is_led_to(page):
    page.texts.views.check(SOURCE)
    page.texts.turn(SOURCE)
    page.texts.source.setPlainText(page.texts.source.toPlainText().replace('kind = "letter"', "kind = letter"))
    page.save()
    assert page.texts.source.textCursor().blockNumber() == 7


def test_a_fault_tells_its_line_once(page, said):
    page.texts.views.check(SOURCE)
    page.texts.turn(SOURCE)
    page.texts.source.setPlainText(page.texts.source.toPlainText().replace('kind = "letter"', "kind = letter"))
    page.save()
    assert said[-1].second.startswith("第 8 行：写法不对，读不懂。")


def test_where_the_cursor_stands_in_the_source_is_told(page):
    page.texts.views.check(SOURCE)
    page.texts.turn(SOURCE)
    page.texts.source.setPlainText(page.texts.source.toPlainText().replace('kind = "letter"', "kind = letter"))
    page.save()
    assert page.texts.place.text().startswith("光标在第 8 行，共 ")


def test_a_fault_out_of_sight_is_scrolled_to(page, qtbot):
    write(page, REMARK, "专此{函达。")
    page.save()
    assert page.texts.fields.boxes[REMARK].visibleRegion().boundingRect().height() > 20


def test_a_word_goes_into_the_body_where_its_part_was_dropped(page, qtbot):
    page.texts.stand_at(page.texts.fields.boxes[REMARK])
    page.texts.fields._drop(7)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page.side.words.buttons["上级工会"].click()
    assert "{上级工会}" in page.texts.form_text.text


def test_who_may_only_look_changes_nothing(book, furniture, open_form):
    rights = Rights(Role.READER, {room.id: Grant(Level.SEE) for room in (ROOM, OFFICE)})
    page = open_form(at=Desk(book, TODAY, (ROOM, OFFICE), furniture, rights=rights))
    assert page.texts.fields.boxes[REMARK].isReadOnly()
    assert not page.side.save_button.isEnabled()
    assert page.side.refused.text()


# after an upgrade


def test_a_newer_shipped_form_is_to_be_settled(book, open_form):
    newer(book)
    page = open_form()
    assert [button.text() for button in page.news.note.buttons] == ["对比", "保留自己的", "采用新的"]


def test_keeping_settles_it(book, open_form):
    newer(book)
    page = open_form()
    page.news.kept.emit()
    assert standing(FORM).state is State.CHANGED
    assert page.news.isHidden()


def test_taking_the_new_one_settles_it(book, open_form):
    newer(book)
    page = open_form()
    page.news.taken.emit()
    assert page.texts.fields.boxes[REMARK].toPlainText() == "专此函达。"


def test_a_broken_form_is_told_and_can_be_restored(book, open_form):
    newer(book, OWN.replace("{工会名称}：", "{工会名称："))
    page = open_form()
    assert "有错" in page.news.note.title.text()
    assert page.head.state.words == State.BROKEN


def test_three_forms_stand_side_by_side(book, desk, qtbot):
    newer(book)
    page = ComparePage(desk, standing(FORM))
    qtbot.addWidget(page)
    assert "请予支持" in page.browser.toPlainText()
    assert "发文机关标志" not in page.browser.toPlainText()


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75])
def test_no_words_are_cut(page, forms, scale, factor, qtbot):
    scale.set_factor(factor)
    write(page, REMARK, "专此{函达。")
    qtbot.wait(30)
    assert cut_texts(page) == []
    assert cut_texts(forms) == []
