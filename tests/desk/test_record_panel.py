"""The right card: whose record it is, its pages, what can be done with it, what is not saved yet."""

from dataclasses import replace

import pytest

from tests.desk.county import PLAN, ROOM, TODAY, Union
from tests.desk.hands import write_in
from xunion_desktop.basics.room import Room, SidePage
from xunion_desktop.desk.boxes import label
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.record_panel import BASIC, HISTORY, RecordPanel

built: list[str] = []


def build(desk, key):
    built.append(key)
    return label(f"会员页 {key}")


SIDE = SidePage("members", "union", lambda key: f"会员 {len(key)}", build)


@pytest.fixture
def make(book, furniture, qtbot):
    built.clear()
    desk = Desk(book, TODAY, (Room(ROOM.id, ROOM.title, ROOM.records, ROOM.registers, side_pages=(SIDE,)),), furniture)

    def make(plan=PLAN):
        panel = RecordPanel(desk, plan, (SIDE,))
        qtbot.addWidget(panel)
        panel.resize(520, 600)
        panel.show()
        return panel

    return make


@pytest.fixture
def union(make, keys):
    return make().form._desk.register("unions").rows(keys[:2], TODAY)


@pytest.fixture
def panel(make, union):
    made = make()
    made.show_record(union[0])
    return made


def words(panel):
    return [chip.text() for chip in panel.chips._buttons.values()]


def test_the_head_says_who_and_what(panel):
    assert panel.title.text() == "示例城关小学工会"
    assert panel.second.text() == "会员 7 人"
    assert (panel.state.words, panel.badge.words) == ("届满", "")


def test_its_pages_are_chips_and_the_changes_stand_last(panel):
    assert words(panel) == ["基本信息", "会员 32", "变更"]


def test_a_page_is_built_once_for_each_record(panel, union):
    panel.chips._choose("members")
    panel.chips._choose(BASIC)
    panel.chips._choose("members")
    assert built == [union[0].id]
    panel.show_record(union[1])
    assert built == [union[0].id, union[1].id]


def test_on_other_pages_there_is_no_save_of_the_form(panel):
    panel.chips._choose(HISTORY)
    assert not panel.save_button.isVisible()
    panel.chips._choose(BASIC)
    assert panel.save_button.isVisible()


def test_without_a_record_nothing_can_be_printed_or_deleted(panel):
    panel.show_record(None)
    assert panel.title.text() == "没有选中记录"
    assert not panel._paper_buttons[0].isEnabled()
    assert not panel.delete_button.isVisible()
    assert words(panel) == ["基本信息"]


def test_a_new_record_has_its_form_alone(panel):
    panel.show_new()
    assert panel.title.text() == "新增工会"
    assert panel.adding
    assert words(panel) == ["基本信息"]
    assert not panel._paper_buttons[0].isEnabled()


def test_the_paper_is_printed_for_this_record(panel, union, monkeypatch):
    asked = []
    monkeypatch.setattr(panel._desk, "print", lambda form, keys: asked.append((form, keys)))
    panel._paper_buttons[0].click()
    assert asked == [("unions/reminder", (union[0].id,))]


def test_what_is_typed_shuts_deleting_and_opens_saving(panel):
    assert (panel.save_button.isEnabled(), panel.delete_button.isVisible()) == (False, True)
    write_in(panel.form.editor("chair").field, "郭")
    assert panel.badge.words == "未保存"
    assert (panel.save_button.isEnabled(), panel.delete_button.isVisible()) == (True, False)
    assert panel.give_up_button.isVisible()


def test_the_same_record_read_again_keeps_what_is_typed(panel, union):
    write_in(panel.form.editor("chair").field, "郭")
    typed = panel.form.editor("chair").raw()
    panel.form.keep_draft()
    panel.show_record(union[0])
    assert panel.form.editor("chair").raw() == typed


def test_f2_opens_the_first_page(panel):
    panel.chips._choose(HISTORY)
    panel.edit()
    assert panel.chips.current == BASIC
    assert panel.body.currentWidget() is panel._form_page


def test_saving_from_another_page_saves_the_form(panel, union, qtbot):
    write_in(panel.form.editor("chair").field, "郭")
    panel.chips._choose(HISTORY)
    with qtbot.waitSignal(panel.saved) as told:
        panel.save()
    assert told.args == [union[0].id]


def test_a_page_that_can_be_saved_is_saved_itself(make, union):
    saved = []

    def page(desk, key):
        made = label("能存的一页")
        made.save = lambda: saved.append(key)
        return made

    panel = make()
    panel._pages = {"own": SidePage("own", "union", lambda key: "自己的", page)}
    panel.show_record(union[0])
    panel.chips._choose("own")
    panel.save()
    assert saved == [union[0].id]


def test_in_a_narrow_window_it_leads_back_to_the_list(panel, qtbot):
    assert not panel.back_button.isVisible()
    panel.set_narrow(narrow=True)
    with qtbot.waitSignal(panel.closed):
        panel.back_button.click()


def test_records_changed_elsewhere_build_the_pages_anew(panel, union):
    panel.chips._choose("members")
    panel.refresh_pages()
    assert built == [union[0].id] * 2
    assert panel.chips.current == "members"


def test_deleting_is_asked_for_and_can_be_undone(panel, union, said, desk):
    panel.delete_button.click()
    assert said[-1].text == "删除“示例城关小学工会”吗？"
    said[-1].answers[0].act()
    assert not Union.alive().where(Union.id == union[0].id).exists()
    assert desk.book.undo().done
    assert Union.alive().where(Union.id == union[0].id).exists()


def test_no_to_deleting_leaves_it(panel, union, said):
    panel.delete_button.click()
    said[-1].answers[1].act()
    assert Union.alive().where(Union.id == union[0].id).exists()


def test_what_only_the_program_writes_is_not_deleted_by_hand(make, union):
    form = replace(PLAN.form, fixed=frozenset(PLAN.form.names()))
    panel = make(replace(PLAN, form=form))
    panel.show_record(union[0])
    assert not panel.delete_button.isVisible()
    assert panel.form.editor("name").field.isReadOnly()


def test_a_very_long_name_does_not_push_the_page_away(panel, union):
    union[0].name = "某" * 400
    panel.show_record(union[0])
    assert len(panel.title.text()) < 200
    assert panel.title.toolTip() == "某" * 400
