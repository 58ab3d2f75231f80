"""What a clerk does on the page of the unions, by real widgets: filters, the pages beside a union, the letters."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from tests.branches.conftest import TODAY
from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.branches.records.branch import Branch, Coverage
from xunion_desktop.branches.records.course import Headcount, Officer, StateChange, Term
from xunion_desktop.branches.records.dossier import dossier
from xunion_desktop.branches.records.structure import Structure
from xunion_desktop.desk.desk import Desk
from xunion_desktop.people.card import ROOM as PEOPLE

PAGES = ("officers", "terms", "headcounts", "structures", "employers", "states")


@pytest.fixture
def desk(book, furniture, qapp):
    return Desk(book, TODAY, (BRANCHES, PEOPLE), furniture)


@pytest.fixture
def page(desk, qtbot):
    made = BRANCHES.page(desk)
    made.resize(1366, 697)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def mine(add, page):
    """A union with 87 members, in office since May 2024, shown."""
    key = add(
        "示例煤业有限公司工会委员会",
        nature="非公企业",
        start="2024-05-01",
        years=5,
        number=2,
        members=87,
        staff=90,
        members_women=20,
        women_committee=False,
        chair="李建平",
        chair_phone="13900001111",
        day=date(2024, 5, 1),
    )
    page.show_records(key=key)
    return key


def side(page, course):
    page.panel.chips.check(course)
    page.panel.chips.chosen.emit(course)
    return page.panel.body.currentWidget()


def write(form, /, **texts):
    for name, text in texts.items():
        form.editor(name).set_raw(text)
        form.editor(name).edited.emit()


def shown(page):
    return [row.name for row in page.list.register.rows(page.list.model.keys, TODAY)]


def cells(side_page):
    model = side_page.table.model()
    return [[model.index(row, place).data() for place in range(model.columnCount())] for row in range(model.rowCount())]


# ---- filters and letters -------------------------------------------------------------------------------------------


def test_a_filter_shows_its_unions_only(page, mine, add):
    add("乙工会", start="2021-09-01", years=5)
    page.show_records("overdue")
    assert shown(page) == ["乙工会"]
    page.show_records("women")
    assert shown(page) == ["示例煤业有限公司工会委员会"]


@pytest.mark.parametrize("words", ["示例煤业", "slmy", "李建平", "ljp", "13900001111"])
def test_a_word_finds_the_union_or_its_chair(page, mine, add, words):
    add("乙工会")
    page.search.setText(words)
    assert shown(page) == ["示例煤业有限公司工会委员会"]


def test_the_red_button_opens_the_letters_of_all_that_are_overdue(page, add, desk, qtbot):
    keys = {add(name, start="2021-09-01", years=5) for name in ("甲工会", "乙工会")}
    add("丙工会", start="2024-09-01", years=5)
    page.show_records()
    asked = []
    desk.print = lambda form, keys: asked.append((form, set(keys)))
    QTest.mouseClick(page.list.primary, Qt.MouseButton.LeftButton)
    assert asked == [("branches/election_reminder", keys)]


def test_where_none_is_overdue_there_is_no_red_button(page, mine):
    assert not page.list.primary.isVisible()


def test_the_pill_of_a_running_term_says_normal(page, mine):
    assert page.panel.state.words == "正常"


def test_a_unit_without_a_union_says_so_in_the_pill(page, add):
    page.show_records(key=add("乙公司工会", form="none", members=30))
    assert page.panel.state.words == "未建会"


# ---- the form of a union -------------------------------------------------------------------------------------------


def test_the_form_offers_the_offices_words_and_the_programs_types(page, mine):
    form = page.panel.form
    for name, words in (
        ("nature", "事业单位"),
        ("industry", "采矿业"),
        ("township", "康宁镇"),
        ("form", "联合基层工会"),
    ):
        assert form.editor(name).field.findText(words) > 0, name


def test_a_new_union_is_a_single_one_unless_another_type_is_chosen(page):
    page.add()
    form = page.panel.form
    assert form.editor("form").raw() == "单独基层工会"
    write(form, name="乙工会", start="2024.5.1", years="五年")
    assert form.save()
    assert Structure.get().form == "single"


def test_a_new_joint_union_covers_no_unit_of_its_own_name(page):
    page.add()
    write(page.panel.form, name="乙联合工会", form="联合基层工会", nature="联合", start="2024.5.1", years="五年")
    assert page.panel.form.save()
    assert (Structure.get().form, Coverage.alive().count()) == ("joint", 0)


def test_a_womens_committee_that_is_ticked_holds_from_today(page, mine):
    """EL-08: yesterday's filter still shows the union."""
    write(page.panel.form, women_committee="是")
    assert page.panel.form.save()
    register = page.list.register
    assert (register.count("women", as_of=date(2026, 11, 22)), register.count("women", as_of=TODAY)) == (1, 0)


def test_a_missing_womens_committee_is_told_beside_its_field(page, mine):
    """EL-08."""
    assert "应当建立女职工委员会" in page.panel.form.line("women_committee").words.text()


def test_a_unit_with_25_members_and_an_organiser_only_is_doubted(page, mine):
    """ORG-02."""
    write(page.panel.form, form="只有组织员")
    assert "会员已有 87 人，应当建立工会委员会。" in page.panel.form.line("form").words.text()


def test_a_term_in_the_future_is_refused(page, mine):
    """EL-10."""
    write(page.panel.form, start="2026-12-01")
    assert not page.panel.form.save()
    assert "还没有到" in page.panel.form.line("start").words.text()


def test_another_chair_ends_the_old_ones_office(page, mine):
    write(page.panel.form, chair="王秀英", chair_phone="13900002222")
    assert page.panel.form.save()
    old, new = Officer.alive().order_by(Officer.id)
    assert (old.until, new.since, new.holder.name) == ("2026-11-23", "2026-11-23", "王秀英")


# ---- the pages beside a union --------------------------------------------------------------------------------------


@pytest.mark.parametrize("course", PAGES)
def test_every_page_beside_a_union_opens_and_offers_a_new_row(page, mine, course):
    beside = side(page, course)
    beside.add()
    assert beside.form.isVisible()
    assert beside.form.record.branch_id == mine


@pytest.mark.parametrize("course", PAGES)
def test_a_union_without_rows_says_what_the_page_is_for(book, page, add, course):
    with book.deed("新增") as deed:
        branch = deed.save(Branch(name="乙工会"))
    page.show_records(key=branch.id)
    beside = side(page, course)
    assert not beside.table.isVisible()
    assert beside._empty.text()


def test_structures_are_listed_with_their_days(page, mine, change):
    change(mine, women_committee=True)
    page.show_records(key=mine)
    assert cells(side(page, "structures")) == [
        ["2026-11-23", "单独基层工会", "是", "—"],
        ["一直", "单独基层工会", "否", "—"],
    ]


def test_a_change_of_structure_begins_with_what_was_so_before(page, mine):
    beside = side(page, "structures")
    beside.add()
    assert (beside.form.editor("form").raw(), beside.form.editor("women_committee").raw()) == ("单独基层工会", "否")
    write(beside.form, form="联合基层工会", women_committee="是")
    beside.save()
    values = dossier(mine, TODAY)
    assert (values["form"], values["women_committee"]) == ("joint", True)
    assert dossier(mine, date(2026, 11, 22))["form"] == "single"


def test_a_structure_that_was_wrong_is_put_right_for_all_days(page, mine):
    beside = side(page, "structures")
    write(beside.form, women_committee="是")
    beside.save()
    assert page.list.register.count("women", as_of=date(2025, 1, 1)) == 0


def test_the_years_of_a_term_are_a_choice_of_the_law(page, mine):
    """EL-10."""
    field = side(page, "terms").form.editor("years").field
    assert [field.itemText(place) for place in range(field.count())] == ["", "三年", "五年"]


def test_a_committee_too_large_at_the_election_needs_a_reason(page, mine):
    """EL-05, appendix F: error with override."""
    terms = side(page, "terms")
    write(terms.form, seats="9")
    terms.save()
    assert "委员应为 3–7 人，现有 9 人" in terms.form.line("seats").words.text()
    assert Term.get().seats is None
    write(terms.form, override="市总批复同意")
    terms.save()
    assert (Term.get().seats, Term.get().override) == (9, "市总批复同意")


def test_terms_are_listed_the_newest_first(page, mine, change):
    change(mine, start="2026-10-01")
    page.show_records(key=mine)
    assert [row[:3] for row in cells(side(page, "terms"))] == [
        ["第三届", "2026-10-01", "五年"],
        ["第二届", "2024-05-01", "五年"],
    ]


def test_a_count_of_a_day_is_registered(page, mine):
    counts = side(page, "headcounts")
    counts.add()
    write(counts.form, since="2026-11-01", staff="95", members="91")
    counts.save()
    assert dossier(mine, TODAY)["members"] == 91
    assert Headcount.alive().count() == 2


def test_a_count_with_more_members_than_staff_is_refused(page, mine):
    """Appendix F."""
    counts = side(page, "headcounts")
    counts.add()
    write(counts.form, since="2026-11-01", staff="90", members="91")
    counts.save()
    assert Headcount.alive().count() == 1


def test_a_member_leaves(page, mine):
    """EL-30: the chair is vacant from that day on."""
    officers = side(page, "officers")
    write(officers.form, until="2026-11-20")
    officers.save()
    assert page.list.register.count("vacant", as_of=TODAY) == 1
    assert page.list.register.count("vacant", as_of=date(2026, 11, 19)) == 0


def test_nobody_leaves_before_he_came(page, mine):
    officers = side(page, "officers")
    write(officers.form, since="2026-01-01", until="2025-12-31")
    officers.save()
    assert "离任早于任职" in officers.form.line("until").words.text()


def test_officers_are_listed_with_post_name_and_whether_they_serve(page, mine):
    assert cells(side(page, "officers")) == [["主席", "李建平", "在任"]]


def test_a_second_unit_is_covered(page, mine):
    units = side(page, "employers")
    units.add()
    write(units.form, name="示例铝业有限公司", nature="非公企业", industry="制造业", township="康宁镇")
    units.save()
    assert {coverage.employer.name for coverage in Coverage.alive()} == {"示例煤业有限公司", "示例铝业有限公司"}


def test_an_extension_without_its_last_day_is_refused(page, mine):
    """EL-11."""
    states = side(page, "states")
    states.add()
    assert states.form.editor("state").raw() == "延期"
    write(states.form, document="兴工发〔2026〕8号")
    states.save()
    assert StateChange.alive().count() == 0
    assert "延期要写明延到哪一天" in states.form.line("until").words.text()


def test_a_dissolved_union_leaves_all_filters(page, mine):
    states = side(page, "states")
    states.add()
    write(states.form, state="撤销", reason="单位注销")
    states.save()
    counts = page.list.register.counts(as_of=TODAY)
    assert counts == {"all": 1, "overdue": 0, "due60": 0, "vacant": 0, "women": 0, "unbuilt": 0}


def test_what_was_done_beside_a_union_is_one_deed_and_undone(book, page, mine):
    counts = side(page, "headcounts")
    counts.add()
    write(counts.form, since="2026-11-01", staff="95", members="91")
    counts.save()
    assert book.undo().done
    assert dossier(mine, TODAY)["members"] == 87


def test_giving_up_a_row_leaves_the_book_as_it_was(page, mine):
    counts = side(page, "headcounts")
    write(counts.form, members="60")
    counts._give_up()
    assert counts.form.editor("members").raw() == "87"
    assert Headcount.get().members == 87
