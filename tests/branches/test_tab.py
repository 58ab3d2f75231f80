"""The page of the unions, with real widgets over a real book."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.branches.conftest import TODAY
from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.branches.records.branch import Branch, Employer
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.dossier import dossier
from xunion_desktop.branches.records.situations import situations
from xunion_desktop.branches.records.structure import Structure
from xunion_desktop.branches.tab import pill
from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.filling import fill
from xunion_desktop.people.card import ROOM as PEOPLE
from xunion_desktop.people.records import Person

SCHOOL = "兴县示例职业中学工会委员会"


@pytest.fixture
def page(book, furniture, qtbot):
    fill(book)
    desk = Desk(book, TODAY, (BRANCHES, PEOPLE), furniture)
    made = BRANCHES.page(desk)
    made.resize(1366, 697)
    made.show()
    yield made
    made.close()
    made.deleteLater()  # now, not at the end of the run: every page that lives is dressed again for each test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def school(add, page):
    """A union that is overdue by 84 days."""
    key = add(
        SCHOOL,
        code="81141123MC0123450J",
        nature="事业单位",
        start="2021-09-01",
        years=5,
        number=5,
        members=87,
        staff=90,
        chair="白云峰",
        chair_phone="13900001111",
    )
    page.show_records("overdue", key=key)
    return key


def side(page, course):
    page.panel.chips.check(course)
    page.panel.chips.chosen.emit(course)
    return page.panel.body.currentWidget()


def write(form, **texts):
    for name, text in texts.items():
        form.editor(name).set_raw(text)
        form.editor(name).edited.emit()


def test_an_empty_book_says_what_to_do_first(page):
    assert page.list.empty.sentence.text() == "还没有台账。先从 Excel 导入。"
    assert page.list.empty.button.text() == "导入台账"


def test_the_head_of_a_union_says_what_it_is_and_how_it_stands(page, school):
    panel = page.panel
    assert panel.title.text() == SCHOOL
    assert panel.second.text() == "单独基层工会 · 会员 87 人 · 事业单位"
    assert panel.state.words == "届满 84 天"


def test_the_red_button_counts_the_letters(page, school):
    assert page.list.primary.text() == "印换届提醒函 1 封"


def test_the_pages_beside_a_union_have_their_counts(page, school):
    titles = [one.title(school) for one in page.plan.extra_pages]
    assert titles == ["委员会 1", "换届 1", "人数 1", "组织 1", "单位 1", "状态"]


def test_a_new_union_is_saved_with_its_term_counts_and_chair_as_one_deed(book, page):
    page.add()
    form = page.panel.form
    write(form, name=SCHOOL, township="康宁镇", start="2024.5.1", years="三年", chair="白云峰")
    write(form, staff="90", members="87")
    assert form.save()
    assert [line.label for line in book.deeds()] == [f"新增基层工会 {SCHOOL}", "初设本单位资料"]
    values = dossier(Branch.get().id, TODAY)
    assert (values["end"], values["members"], values["chair"]) == ("2027-04-30", 87, "白云峰")


def test_a_wrong_code_is_refused_beside_its_field(page):
    """ORG-45."""
    page.add()
    form = page.panel.form
    write(form, name=SCHOOL, code="81141123MC01234500")
    assert not form.save()
    assert "校验不对" in form.line("code").words.text()
    assert Branch.alive().count() == 0


def test_more_members_than_staff_are_told_beside_the_members(page, school):
    form = page.panel.form
    write(form, members="91")
    assert not form.save()
    assert form.line("members").words.text().startswith("会员 91 人多于职工 90 人。")


def test_a_chair_does_not_audit_himself(page, school):
    """EL-07."""
    officers = side(page, "officers")
    officers.add()
    write(officers.form, name="白云峰", phone="13900001111", post="经审主任")
    officers.save()
    assert "工会主席不能兼任经审委员" in officers.form.line("post").words.text()
    assert Officer.alive().count() == 1


def test_an_audit_chair_of_the_chairs_name_is_another_person_of_that_name(page, school):
    """EL-07: the name alone is a doubt."""
    form = page.panel.form
    write(form, audit_chair="白云峰")
    assert "同名" in form.line("audit_chair").words.text()
    assert form.save()
    chair, auditor = Officer.alive().order_by(Officer.id)
    assert chair.holder_id != auditor.holder_id
    assert page.panel.form.line("audit_chair").words.text() == ""


def test_editing_the_number_of_members_writes_a_count_of_today(page, school):
    write(page.panel.form, members="88")
    assert page.panel.form.save()
    assert Headcount.alive().where(Headcount.since == TODAY.isoformat()).get().members == 88
    assert Term.alive().count() == 1


def test_saving_one_field_leaves_noughts_and_unknowns_alone(page, add):
    key = add("乙工会", members=5, members_women=0, women_committee=False)
    page.show_records(key=key)
    write(page.panel.form, address="蔚汾镇南大街 1 号")
    assert page.panel.form.save()
    assert (Headcount.alive().count(), Structure.get(Structure.branch == key).women_committee) == (1, False)


def test_what_is_typed_survives_a_look_at_another_union(page, school, add):
    other = add("乙工会")
    write(page.panel.form, contact="冯秀兰")
    page.show_records(key=other)
    page.show_records(key=school)
    assert page.panel.form.editor("contact").raw() == "冯秀兰"
    assert page.panel.badge.words == "未保存"


def test_after_an_election_the_new_term_is_registered(page, school):
    terms = side(page, "terms")
    terms.add()
    assert (terms.form.editor("number").raw(), terms.form.editor("years").raw()) == ("6", "五年")
    write(terms.form, start="2026-11-20")
    terms.save()
    assert Term.alive().order_by(Term.start.desc()).first().due == "2031-11-20"
    assert page.list.register.count("overdue", as_of=TODAY) == 0


def test_an_extension_is_registered_and_excuses(page, school):
    """EL-11."""
    states = side(page, "states")
    states.add()
    write(states.form, until="2026-12-31", document="兴工发〔2026〕8号")
    states.save()
    assert StateChange.get().resumes == "2027-01-01"
    assert page.list.register.count("overdue", as_of=TODAY) == 0


def test_an_extension_of_more_than_half_a_year_is_refused(page, school):
    """EL-11: from 2026-09-01 at most to 2027-03-03."""
    states = side(page, "states")
    states.add()
    write(states.form, until="2027-03-04")
    states.save()
    assert StateChange.alive().count() == 0
    assert "最迟 2027-03-03" in states.form.line("until").words.text()


def test_a_union_is_merged(page, school):
    states = side(page, "states")
    states.add()
    write(states.form, state="已并入", reason="并入县直教育系统工会")
    states.save()
    assert page.list.register.rows([school], TODAY)[0].state == "已并入"


def test_a_member_of_the_committee_is_registered_with_the_person(page, school):
    officers = side(page, "officers")
    officers.add()
    write(officers.form, name="马玉梅", phone="13900002222", post="女工委主任")
    officers.save()
    assert dossier(school, TODAY)["women_chair"] == "马玉梅"
    assert Person.alive().count() == 2


def test_a_second_chair_is_refused_until_the_first_has_left(page, school):
    officers = side(page, "officers")
    officers.add()
    write(officers.form, name="王秀英", post="主席")
    officers.save()
    assert "现任主席白云峰还在任" in officers.form.line("post").words.text()
    assert Officer.alive().count() == 1


def test_a_committee_too_small_for_its_members_is_doubted(page, school):
    """EL-05: 87 members, three to seven seats."""
    officers = side(page, "officers")
    officers.add()
    write(officers.form, name="马玉梅", post="委员")
    assert "委员应为 3–7 人，现有 2 人" in officers.form.line("post").words.text()
    page.panel.save()
    assert Officer.alive().count() == 2


def test_a_name_written_wrong_is_put_right_in_the_person(page, school):
    officers = side(page, "officers")
    write(officers.form, name="白云锋")
    officers.save()
    assert [person.name for person in Person.alive()] == ["白云锋"]
    assert Officer.alive().count() == 1


def test_a_unit_that_was_checked_is_no_longer_marked(page, school):
    units = side(page, "employers")
    assert Employer.get().name_derived
    write(units.form, address="蔚汾镇")
    units.save()
    assert (Employer.get().address, Employer.get().name_derived) == ("蔚汾镇", None)


def test_a_wrong_code_of_a_unit_is_told_beside_it(page, school):
    """ORG-45."""
    units = side(page, "employers")
    write(units.form, code="12141123MB0123456H")
    assert "校验不对" in units.form.line("code").words.text()


def test_a_row_is_deleted_only_after_a_question(page, school, said):
    counts = side(page, "headcounts")
    counts.delete_button.click()
    assert Headcount.alive().count() == 1
    said[-1].answers[0].act()
    assert Headcount.alive().count() == 0


def test_the_draft_of_a_new_row_belongs_to_its_union(page, school, add):
    terms = side(page, "terms")
    terms.add()
    write(terms.form, approval="兴工发〔2026〕8号")
    terms.form.keep_draft()
    page.show_records(key=add("乙工会"))
    terms = side(page, "terms")
    terms.add()
    assert terms.form.editor("approval").raw() == ""


@pytest.mark.parametrize(
    ("values", "words", "tone"),
    [
        ({"start": "2021-11-23", "years": 5}, "届满 1 天", "red"),
        ({"start": "2021-11-24", "years": 5}, "今天届满", "amber"),
        ({"start": "2021-11-25", "years": 5}, "还剩 1 天", "amber"),
        ({"start": "2024-05-01", "years": 5}, "正常", "green"),
        ({"start": "2021-09-01", "years": 5, "state": "extended", "until": "2027-02-28"}, "延期", "amber"),
        ({"start": "2021-09-01", "years": 5, "state": "merged"}, "已并入", "grey"),
        ({}, "任期不详", "amber"),
    ],
)
def test_the_pill_of_a_union(add, values, words, tone):
    [row] = situations([add(day=date(2026, 1, 1), **values)], TODAY)
    assert pill(row, TODAY) == (words, tone)


def test_a_new_chair_does_not_inherit_the_phone(page, school):
    form = page.panel.form
    write(form, chair="王秀英")
    assert "原主席的电话" in form.line("chair_phone").words.text()
    assert form.save()
    assert Person.get(Person.name == "王秀英").phone is None
    assert Person.get(Person.name == "白云峰").phone == "13900001111"
    assert dossier(school, TODAY)["chair_phone"] is None


def test_a_new_chair_has_the_phone_that_is_written_with_the_name(page, school):
    form = page.panel.form
    write(form, chair="王秀英", chair_phone="13900002222")
    assert form.save()
    assert dossier(school, TODAY)["chair_phone"] == "13900002222"


def test_the_number_of_a_term_is_understood_in_words(page, school):
    write(page.panel.form, number="第六届")
    assert page.panel.form.values()["number"] == 6


def test_a_term_before_the_last_one_is_refused_on_the_unions_form(book, page, school):
    with book.deed("登记上一届") as deed:
        deed.save(Term(branch=school, number=4, start="2016-09-01", years=5))
    page.show_records("overdue", key=school)
    write(page.panel.form, start="2015-09-01")
    assert not page.panel.form.save()
    assert "早于上一届" in page.panel.form.line("start").words.text()


def test_a_union_written_down_by_mistake_is_deleted_with_its_rows_as_one_deed(book, page, school, said):
    page.panel.delete_button.click()
    said[-1].answers[0].act()
    assert [kind.alive().count() for kind in (Branch, Term, Headcount, Officer, Structure)] == [0] * 5
    assert Person.alive().count() == 1
    assert book.deeds()[0].label == f"删除基层工会 {SCHOOL}"
    assert book.undo().done
    assert dossier(school, TODAY)["chair"] == "白云峰"


def test_what_is_typed_on_a_side_page_is_marked_on_its_chip(book, page, school):
    officers = side(page, "officers")
    officers.add()
    write(officers.form, name="王秀英")
    assert chip_of(page, "officers") == "委员会 1（未保存）"
    page.flush()
    page.show_records("overdue", key=school)
    assert "officers" in page.panel.chips._buttons


def test_a_draft_of_a_side_page_is_marked_when_the_union_is_shown_again(book, page, school):
    book.drafts.save(f"officer/new/{school}", {"name": "王秀英"})
    page.panel.refresh_pages()
    assert chip_of(page, "officers") == "委员会 1（未保存）"
    assert chip_of(page, "terms") == "换届 1"


def chip_of(page, course):
    return next(text.words for text in page.panel.chips._texts if text.id == course)


def test_a_name_of_300_characters_is_refused(page):
    page.add()
    write(page.panel.form, name="甲" * 101)
    assert not page.panel.form.save()
    assert "最多 100 个" in page.panel.form.line("name").words.text()
