"""The form: what is typed is a draft in the book until 保存 makes it one deed; nothing typed is lost."""

import threading

import pytest
from PySide6.QtCore import Qt

from tests.desk.county import PLAN, Union
from tests.desk.hands import write_in
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.desk.form_plan import FormPlan, Group
from xunion_desktop.desk.record_form import RecordForm
from xunion_desktop.store.columns import Column, Kind


@pytest.fixture
def form(desk, keys, qtbot):
    made = RecordForm(desk, PLAN.form)
    qtbot.addWidget(made)
    made.show()
    made.show_record(Union.get_by_id(keys[0]))
    return made


def type_into(form, name, text, qtbot):
    form.editor(name).field.clear()
    write_in(form.editor(name).field, text)


def test_the_record_is_shown(form):
    assert form.editor("name").raw() == "示例城关小学工会"
    assert not form.unsaved


def test_typing_makes_it_unsaved(form, qtbot):
    with qtbot.waitSignal(form.unsaved_changed) as told:
        type_into(form, "chair", "Zhang", qtbot)
    assert told.args == [True]


def test_typing_it_back_makes_it_saved_again(form, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    type_into(form, "chair", "李建平", qtbot)
    assert not form.unsaved


def test_what_is_typed_is_kept_as_a_draft_by_itself(form, desk, keys, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    qtbot.waitUntil(lambda: desk.book.drafts.load(f"union/{keys[0]}") == {"chair": "Zhang"})


def test_switching_to_another_record_loses_nothing(form, keys, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    form.show_record(Union.get_by_id(keys[1]))
    assert form.editor("chair").raw() == "王秀英"
    form.show_record(Union.get_by_id(keys[0]))
    assert form.editor("chair").raw() == "Zhang"
    assert form.unsaved


def test_a_draft_is_still_there_for_the_next_window(form, desk, keys, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    form.hide()
    again = RecordForm(desk, PLAN.form)
    qtbot.addWidget(again)
    again.show_record(Union.get_by_id(keys[0]))
    assert again.editor("chair").raw() == "Zhang"


@pytest.fixture
def full_disk(desk):
    """No page more fits the database; given room again by calling it."""
    connection = desk.book.database.connection()
    connection.pragma("max_page_count", connection.pragma("page_count"))
    return lambda: connection.pragma("max_page_count", 1_000_000)


def test_a_draft_that_does_not_fit_the_disk_is_told_and_kept_the_next_time(form, desk, keys, said, full_disk):
    long = "Z" * 20_000
    type_into(form, "chair", long, None)
    assert not form.keep_draft()
    assert "磁盘满了" in said[-1].text
    full_disk()
    assert form.keep_draft()
    assert desk.book.drafts.load(f"union/{keys[0]}") == {"chair": long}


def test_what_is_not_understood_is_kept_in_the_draft_too(form, keys, qtbot):
    type_into(form, "members", "十二", qtbot)
    form.show_record(Union.get_by_id(keys[1]))
    form.show_record(Union.get_by_id(keys[0]))
    assert form.editor("members").raw() == "十二"


def test_saving_is_one_deed_and_drops_the_draft(form, desk, keys, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    form.keep_draft()
    with qtbot.waitSignal(form.saved) as told:
        assert form.save()
    assert told.args == [keys[0]]
    assert Union.get_by_id(keys[0]).chair == "Zhang"
    assert desk.book.deeds(1)[0].label == "修改工会 示例城关小学工会"
    assert desk.book.drafts.all() == []
    assert not form.unsaved


def test_only_what_changed_is_written(form, desk, keys, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    form.save()
    assert set(desk.book.history("union", keys[0])[0].values) == {"chair"}


def test_saving_nothing_makes_no_deed(form, desk):
    before = len(desk.book.deeds(10))
    assert not form.save()
    assert len(desk.book.deeds(10)) == before


def test_an_error_keeps_it_from_being_written_and_is_shown_beside_its_field(form, keys, qtbot):
    form.editor("name").field.clear()
    form.editor("name").edited.emit()
    assert not form.save()
    assert form.line("name").words.text() == "没有填工会名称。"
    assert form.editor("name").field.property("level") == "error"
    assert Union.get_by_id(keys[0]).name == "示例城关小学工会"


def test_what_is_not_understood_keeps_it_from_being_written(form, keys, qtbot):
    type_into(form, "members", "十二", qtbot)
    assert not form.save()
    assert "整数" in form.line("members").words.text()


def test_a_doubt_is_shown_and_does_not_refuse(form, keys, qtbot):
    form.editor("chair").field.clear()
    form.editor("chair").edited.emit()
    assert form.editor("chair").field.property("level") == "doubt"
    assert form.save()
    assert Union.get_by_id(keys[0]).chair is None


def test_giving_up_restores_what_the_book_holds(form, desk, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    form.keep_draft()
    form.give_up()
    assert form.editor("chair").raw() == "李建平"
    assert desk.book.drafts.all() == []


def test_a_new_record_is_written_as_new(form, desk, qtbot):
    form.show_new()
    type_into(form, "name", "XinGonghui", qtbot)
    assert form.save()
    assert Union.get(Union.name == "XinGonghui").id == form.record.id
    assert desk.book.deeds(1)[0].label == "新增工会 XinGonghui"


def test_an_empty_field_of_a_new_record_is_not_complained_of_yet(form, qtbot):
    form.show_new()
    type_into(form, "members", "5", qtbot)
    assert form.line("name").problems == []


def test_a_begun_new_record_is_kept(form, keys, qtbot):
    form.show_new()
    type_into(form, "name", "XinGonghui", qtbot)
    form.show_record(Union.get_by_id(keys[0]))
    form.show_new()
    assert form.editor("name").raw() == "XinGonghui"


def test_with_no_record_there_is_nothing_to_edit(form):
    form.show_record(None)
    assert not form.isEnabled()
    assert form.editor("name").raw() == ""


def test_a_long_deed_keeps_the_draft_and_shuts_editing(form, desk, furniture, keys, qtbot):
    type_into(form, "chair", "Zhang", qtbot)
    go_on = threading.Event()
    job = furniture.jobs.run("写入", lambda progress: go_on.wait(5), lambda _: None, writes=True)
    assert desk.book.drafts.load(f"union/{keys[0]}") == {"chair": "Zhang"}
    assert not form.isEnabled()
    with qtbot.waitSignal(job.ended):
        go_on.set()
    qtbot.waitUntil(form.isEnabled)


def test_enter_walks_through_the_form(form, qtbot):
    form.activateWindow()
    form.focus_first()
    qtbot.waitUntil(form.editor("name").field.hasFocus)
    qtbot.keyClick(form.editor("name").field, Qt.Key.Key_Return)
    assert form.editor("trade").field.hasFocus()


def test_a_date_says_how_it_is_read_beside_the_field(form, qtbot):
    type_into(form, "term_end", "0801", qtbot)
    assert form.line("term_end").words.text() == "读作 2026-08-01"


def test_a_room_may_read_and_write_its_own_fields(desk, keys, qtbot):
    written = []
    plan = FormPlan(
        groups=(Group("", ("name", "staff")),),
        make=Union,
        columns={"staff": Column("staff", "职工", Kind.WHOLE)},
        read=lambda record: {"staff": 12},
        write=lambda deed, record, changed: written.append(dict(changed)),
        problems=lambda record, values: [Problem("职工太少。", "staff", Level.DOUBT)] if values["staff"] < 5 else [],
    )
    form = RecordForm(desk, plan)
    qtbot.addWidget(form)
    form.show_record(Union.get_by_id(keys[0]))
    assert form.editor("staff").raw() == "12"
    type_into(form, "staff", "3", qtbot)
    assert [problem.sentence for problem in form.line("staff").problems] == ["职工太少。"]
    form.save()
    assert written == [{"staff": 3}]


def test_judging_leaves_the_record_as_it_is(keys):
    record = Union.get_by_id(keys[0])
    PLAN.form.with_values(record, {"name": "别的"})
    assert record.name == "示例城关小学工会"
