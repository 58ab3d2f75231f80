"""What is typed and not saved: kept over switching, hiding, closing, a long deed and the next start."""

import shutil
import threading

import pytest
from PySide6.QtCore import Qt

from tests.desk.county import PLAN, ROOM, TODAY, Union
from tests.desk.hands import compose, write_in
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.draft_keeper import DraftKeeper
from xunion_desktop.desk.record_form import RecordForm
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.store.book import Book


@pytest.fixture
def page(desk, keys, qtbot):
    return opened(desk, qtbot)


def opened(desk, qtbot):
    made = RegisterPage(desk, "unions", PLAN)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    return made


def type_chair(page, words):
    field = page.panel.form.editor("chair").field
    field.clear()
    write_in(field, words)
    return page.panel.record.id


def chair(page):
    return page.panel.form.editor("chair").raw()


def test_many_drafts_live_side_by_side(page, book):
    for row, words in enumerate(("郭大海", "马玉梅", "冯秀兰")):
        page.list.table.selectRow(row)
        type_chair(page, words)
    page.flush()
    assert len(book.drafts.all()) == 3
    page.list.table.selectRow(1)
    assert (chair(page), page.panel.badge.words) == ("马玉梅", "未保存")


def test_a_filter_that_hides_the_record_keeps_its_draft(page):
    key = type_chair(page, "郭大海")
    page.search.setText("医院")
    page.count.now()
    page.search.clear()
    page.list.table.select_key(key)
    assert chair(page) == "郭大海"


def test_a_new_record_begun_is_there_after_looking_at_others(page):
    page.add()
    write_in(page.panel.form.editor("name").field, "新工会")
    page.list.table.selectRow(0)
    page.add()
    assert page.panel.form.editor("name").raw() == "新工会"


def test_a_page_that_is_hidden_keeps_what_is_typed(page, book):
    key = type_chair(page, "郭大海")
    page.hide()
    assert book.drafts.load(f"union/{key}") == {"chair": "郭大海"}


def test_the_next_start_shows_the_draft(page, book, furniture, qtbot, tmp_path):
    key = type_chair(page, "郭大海")
    page.flush()
    page.close()
    furniture.jobs.close()
    book.close()
    with Book.open(tmp_path / "book", (Union,), tmp_path / "replicas") as again:
        desk = Desk(again, TODAY, (ROOM,), furniture)
        page = opened(desk, qtbot)
        page.list.table.select_key(key)
        assert (chair(page), page.panel.badge.words) == ("郭大海", "未保存")
        page.close()
        furniture.jobs.close()


def test_a_power_cut_loses_no_more_than_the_last_words(page, book, qtbot, tmp_path):
    """The draft is on the disk as soon as the clerk pauses: a copy taken then is what a power cut leaves."""
    key = type_chair(page, "郭大海")
    qtbot.waitUntil(lambda: book.drafts.load(f"union/{key}") is not None)
    shutil.copytree(tmp_path / "book", tmp_path / "cut")
    page.close()
    page.desk.jobs.close()
    book.close()
    shutil.rmtree(tmp_path / "book")
    (tmp_path / "cut").rename(tmp_path / "book")
    with Book.open(tmp_path / "book", (Union,), tmp_path / "replicas") as left:
        assert left.drafts.load(f"union/{key}") == {"chair": "郭大海"}


def test_words_still_in_the_input_method_are_no_draft(page, book):
    compose(page.panel.form.editor("chair").field, "guo'dahai")
    page.flush()
    assert book.drafts.all() == []


def test_saving_drops_the_draft_for_good(page, book):
    type_chair(page, "郭大海")
    page.flush()
    page.panel.save()
    page.list.table.selectRow(1)
    page.list.table.selectRow(0)
    assert (page.panel.badge.words, book.drafts.all()) == ("", [])


def test_what_another_deed_wrote_is_seen_beside_the_draft(page, book, qtbot):
    key = type_chair(page, "郭大海")
    page.flush()
    with book.deed("改会员数") as deed:
        deed.update_where(Union, {"members": 555}, Union.id == key)
    qtbot.waitUntil(lambda: page.panel.form.editor("members").raw() == "555")
    assert chair(page) == "郭大海"


def test_while_a_long_deed_writes_the_draft_waits(page, book, furniture, qtbot):
    go_on = threading.Event()
    job = furniture.jobs.run("写入", lambda _progress: go_on.wait(5), lambda _: None, writes=True)
    assert not page.panel.form.isEnabled()
    assert page.flush()
    with qtbot.waitSignal(job.ended):
        go_on.set()
    qtbot.waitUntil(page.panel.form.isEnabled)


def test_a_save_during_a_long_deed_says_to_wait(page, furniture, said, qtbot):
    type_chair(page, "郭大海")
    go_on = threading.Event()
    job = furniture.jobs.run("写入", lambda _progress: go_on.wait(5), lambda _: None, writes=True)
    assert not page.panel.form.save()
    assert said[-1].text == "正在写入别的内容"
    with qtbot.waitSignal(job.ended):
        go_on.set()


def test_a_keeper_without_a_place_writes_nothing(desk, keys, book, qapp):
    keeper = DraftKeeper(desk, lambda: {"chair": "郭"}, desk)
    keeper.note()
    assert keeper.keep()
    assert book.drafts.all() == []


def test_standing_at_another_place_begins_anew(desk, keys, book):
    keeper = DraftKeeper(desk, lambda: {"chair": "郭"}, desk)
    keeper.load("union/a")
    keeper.note()
    keeper.load("union/b")
    assert keeper.keep()
    assert book.drafts.all() == []


def test_typing_back_what_the_book_holds_takes_the_draft_away(desk, keys, book, qtbot):
    form = RecordForm(desk, PLAN.form)
    qtbot.addWidget(form)
    form.show()
    form.show_record(Union.get_by_id(keys[0]))
    field = form.editor("chair").field
    write_in(field, "x")
    form.keep_draft()
    assert len(book.drafts.all()) == 1
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    form.keep_draft()
    assert (form.unsaved, book.drafts.all()) == (False, [])
