"""Forms of this office: changed, kept, taken, restored; a broken one yields to the shipped one (design §4)."""

import pytest

from tests.documents.conftest import FORM, TODAY
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.documents.duties import duties
from xunion_desktop.documents.forms import (
    State,
    current_form,
    form_fault,
    keep_form,
    restore_form,
    save_form,
    shipped_text,
    standing,
    standings,
    take_form,
)
from xunion_desktop.documents.records import FormChange, FormOrigin

OWN = shipped_text(FORM).replace("专此函达。", "请予支持。")
BROKEN = OWN.replace("{工会名称}：", "{工会名称：")
LINE = BROKEN[: BROKEN.index("{工会名称：")].count("\n") + 1


def merged_in(book, text, shipped_hash="0" * 64):
    """A change as it comes from another PC or an older program."""
    with book.deed("合并") as deed:
        deed.save(FormChange(form=FORM, text=text, shipped_hash=shipped_hash))


def test_every_shipped_form_is_listed(book):
    assert standings()[FORM].state is State.SHIPPED


def test_a_changed_form_is_printed_with(book):
    save_form(book, FORM, OWN)
    assert current_form(FORM).text == OWN
    assert standing(FORM).state is State.CHANGED


def test_a_change_knows_what_it_was_made_from(book):
    save_form(book, FORM, OWN)
    assert standing(FORM).origin == shipped_text(FORM)


def test_the_shipped_form_is_kept_once(book):
    save_form(book, FORM, OWN)
    save_form(book, FORM, OWN.replace("请予支持", "望予支持"))
    assert FormOrigin.select().count() == 1


def test_a_form_that_is_not_understood_is_not_kept(book):
    with pytest.raises(Trouble) as told:
        save_form(book, FORM, BROKEN)
    assert f"第 {LINE} 行" in told.value.sentence
    assert FormChange.select().count() == 0


def test_the_shipped_text_is_no_change(book):
    save_form(book, FORM, OWN)
    save_form(book, FORM, shipped_text(FORM))
    assert standing(FORM).state is State.SHIPPED


def test_a_change_can_be_undone(book):
    save_form(book, FORM, OWN)
    assert book.undo().done
    assert standing(FORM).state is State.SHIPPED


def test_restoring_brings_the_shipped_form_back_and_can_be_undone(book):
    save_form(book, FORM, OWN)
    restore_form(book, FORM)
    assert current_form(FORM).text == shipped_text(FORM)
    book.undo()
    assert current_form(FORM).text == OWN


def test_restoring_a_shipped_form_is_no_deed(book):
    before = len(book.deeds(10))
    restore_form(book, FORM)
    assert len(book.deeds(10)) == before


def test_a_broken_change_yields_to_the_shipped_form(book):
    merged_in(book, BROKEN)
    assert current_form(FORM).text == shipped_text(FORM)
    assert standing(FORM).state is State.BROKEN


def test_a_broken_change_is_told_with_line_and_remedy(book):
    merged_in(book, BROKEN)
    fault = form_fault(FORM)
    assert fault is not None
    assert f"第 {LINE} 行" in fault.sentence
    assert "恢复原样" in fault.remedy


def test_no_fault_where_nothing_is_wrong(book):
    assert form_fault(FORM) is None


def test_another_shipped_form_than_it_was_made_from_is_newer(book):
    merged_in(book, OWN)
    assert standing(FORM).state is State.NEWER


def test_keeping_the_own_form_settles_it(book):
    merged_in(book, OWN)
    keep_form(book, FORM)
    assert standing(FORM).state is State.CHANGED
    assert current_form(FORM).text == OWN


def test_taking_the_new_form_gives_the_own_one_up(book):
    merged_in(book, OWN)
    take_form(book, FORM)
    assert current_form(FORM).text == shipped_text(FORM)
    assert book.deeds(1)[0].label == "采用新的模板：换届提醒函"


def test_a_form_that_there_is_not_is_told(book):
    with pytest.raises(Trouble):
        save_form(book, "rooms/nothing", OWN)


def test_nothing_is_due_while_the_forms_are_as_they_should_be(book):
    save_form(book, FORM, OWN)
    assert duties(TODAY) == []


def test_a_newer_shipped_form_is_due(book):
    merged_in(book, OWN)
    assert [(duty.text, duty.page) for duty in duties(TODAY)] == [("换届提醒函：程序自带的模板有了新版。", "forms")]


def test_a_broken_form_is_due_first(book):
    merged_in(book, BROKEN)
    assert "用不了" in duties(TODAY)[0].text


def test_a_form_that_is_shipped_no_more_is_nobody_s_duty(book):
    with book.deed("合并") as deed:
        deed.save(FormChange(form="rooms/gone", text=OWN))
    assert duties(TODAY) == []
