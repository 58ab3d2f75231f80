"""The register of drafts, the kinds to begin with, the boxes they are typed in."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextLayout

from xunion_desktop.documents.kinds import LETTER, PLAIN
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.pages import draft_genres
from xunion_desktop.documents.pages.draft_genres import GenrePage, begin
from xunion_desktop.documents.pages.draft_text import Headings, TextBox
from xunion_desktop.documents.pages.drafts_list import DraftsPage
from xunion_desktop.documents.punctuation import Slip
from xunion_desktop.documents.sketch import FORMAT, NEW_PLACE, Sketch, begun

TODAY = date(2026, 11, 23)


@pytest.fixture
def wanted(desk):
    asked = []
    desk.page_wanted.connect(lambda page, title: asked.append(page))
    yield asked
    for page in asked:
        page.deleteLater()


@pytest.fixture
def page(desk, draft, qtbot):
    draft()
    draft(PLAIN, "方案", 标题="工作方案", day="2026-10-01")
    made = DraftsPage(desk)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


def test_drafts_are_listed(page):
    assert page.list.model.rowCount() == 2
    assert (page.panel.title.text(), page.panel.state.words) == ("关于支持职工之家建设的函", "草稿")


def test_f2_opens_the_draft_on_its_own_page(page, wanted, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert [made.sketch.record.id for made in wanted] == [page.panel.record.id]


def test_the_buttons_beside_it_open_and_copy_it(page, wanted):
    by_words = {button.text(): button for button in page.panel.act_buttons}
    by_words["打开"].click()
    by_words["照此起草"].click()
    assert [made.sketch.new for made in wanted] == [False, True]


def test_a_draft_is_printed_from_beside_the_list(page, desk):
    asked = []
    desk.print = lambda form, keys: asked.append((form, tuple(keys)))
    page.panel.act_buttons[1].click()
    assert asked == [(LETTER, (page.panel.record.id,))]


def test_what_has_a_number_is_not_offered_for_printing(page, issue_drafts, qtbot):
    issue_drafts(page.panel.record)
    qtbot.waitUntil(page.panel.act_buttons[1].isHidden)


def test_ctrl_n_asks_which_kind(page, wanted, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert [type(made) for made in wanted] == [GenrePage]


def test_only_the_remark_is_written_beside_the_list(page):
    assert not page.panel.form.editor("name").field.isEnabled() or page.panel.form.editor("name").field.isReadOnly()
    assert not page.panel.form.editor("remark").field.isReadOnly()


def test_a_draft_is_deleted_and_comes_back(page, said, book):
    page.panel.delete_button.click()
    said[-1].answers[0].act()
    assert Manuscript.alive().count() == 1
    assert book.undo().done
    assert Manuscript.alive().count() == 2


def test_an_issued_draft_is_not_deleted(page, said, issue_drafts):
    issue_drafts(page.panel.record)
    page.panel.delete_button.click()
    assert said[-1].text.startswith("不能删除")


def test_the_pages_are_seen_beside_the_list(page, text_of):
    page.panel.chips.chosen.emit("look")
    assert "县财政局" in text_of(page.panel.body.currentWidget().viewer.pages)


def test_an_issued_one_is_seen_as_it_was_issued(page, issue_drafts, text_of):
    issue_drafts(page.panel.record)
    page.panel.chips.chosen.emit("look")
    assert "兴工函〔2026〕1号" in text_of(page.panel.body.currentWidget().viewer.pages)


# a format that this program does not have: a newer one wrote the draft, or the form was withdrawn

NOT_THERE = "这份稿子用的格式，这一版程序里没有。"


@pytest.fixture
def strange(page, book):
    """The draft that is selected is written in such a format."""
    record = page.panel.record
    record.form = "documents/gone"
    with book.deed("合并") as deed:
        deed.save(record)
    page.list.refresh()
    return page


def test_a_draft_in_a_format_that_is_not_there_is_not_opened(strange, wanted, said, qtbot):
    qtbot.keyClick(strange, Qt.Key.Key_F2)
    assert (wanted, said[-1].text) == ([], NOT_THERE)


def test_nor_is_it_copied(strange, wanted, said):
    next(button for button in strange.panel.act_buttons if button.text() == "照此起草").click()
    assert (wanted, said[-1].text) == ([], NOT_THERE)


def test_nor_one_that_was_kept_in_such_a_format_and_keeps_what_was_typed(page, book, wanted, said, qtbot):
    place = Sketch(page.panel.record).place
    book.drafts.save(place, {FORMAT: "documents/gone", "标题": "新的标题"})
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert (wanted, said[-1].text) == ([], NOT_THERE)
    assert book.drafts.load(place)["标题"] == "新的标题"


def test_its_pages_are_not_seen_beside_the_list(strange, said):
    strange.panel.chips.chosen.emit("look")
    assert not strange.panel.body.currentWidget().viewer.pages
    assert said[-1].text == NOT_THERE


def test_one_that_was_issued_in_it_is_seen_as_it_was_issued(page, book, issue_drafts, text_of):
    record = page.panel.record
    issue_drafts(record)
    record.form = "documents/gone"
    with book.deed("合并") as deed:
        deed.save(record)
    page.panel.chips.chosen.emit("look")
    assert "兴工函〔2026〕1号" in text_of(page.panel.body.currentWidget().viewer.pages)


def test_an_issued_one_whose_pages_are_lost_is_told(page, book, issue_drafts, said):
    issue_drafts(page.panel.record)
    for kept in [path for path in book.files.folder.rglob("*") if path.is_file()]:
        kept.unlink()
    page.panel.chips.chosen.emit("look")
    assert not page.panel.body.currentWidget().viewer.pages
    assert "不见了" in said[-1].text


def test_the_print_menu_is_ordered_by_format(page, desk):
    asked = []
    desk.print = lambda form, keys: asked.append((form, len(keys)))
    page._fill_menu()
    actions = page.print_button.menu().actions()
    assert [action.text() for action in actions[:2]] == ["函（1 件）", "普通稿（1 件）"]
    actions[0].trigger()
    assert asked == [(LETTER, 1)]


# 起草


@pytest.fixture
def genres(desk, free_forms, qtbot, monkeypatch):
    monkeypatch.setattr(draft_genres, "FREE", (LETTER, PLAIN))
    made = GenrePage(desk)
    qtbot.addWidget(made)
    return made


def test_a_kind_begins_with_its_starting_text(genres, wanted):
    genres.buttons["函"].click()
    [made] = wanted
    assert (made.sketch.genre, made.form.words()["标题"]) == ("函", "关于××的函")


def test_every_kind_has_a_button(genres):
    assert {"通知", "请示", "报告", "批复", "通报", "决定", "意见", "纪要", "申请", "方案"} <= set(genres.buttons)


@pytest.fixture
def unsaved(book):
    book.drafts.save(NEW_PLACE, {"标题": "关于某事的函", "@格式": LETTER, "@文种": "函"})


def test_a_draft_begun_and_not_saved_is_offered_first(unsaved, genres, wanted):
    words = [label.text() for label in genres.findChildren(type(genres.findChild(draft_genres.NoteCard).title))]
    assert "上次起草的“关于某事的函”还没有保存" in words
    genres.findChild(draft_genres.NoteCard).buttons[0].click()
    assert [made.form.words()["标题"] for made in wanted] == ["关于某事的函"]


def test_it_is_dropped_only_when_asked(unsaved, genres, said, book, wanted):
    genres.findChild(draft_genres.NoteCard).buttons[1].click()
    assert book.drafts.load(NEW_PLACE)
    said[-1].answers[0].act()
    assert book.drafts.load(NEW_PLACE) is None


def test_another_one_does_not_throw_it_away_unasked(unsaved, free_forms, desk, said, book, wanted):
    begin(desk, begun("函", LETTER, {"标题": "另一份"}, TODAY))
    assert (wanted, book.drafts.load(NEW_PLACE)["标题"]) == ([], "关于某事的函")
    said[-1].answers[0].act()
    assert [made.form.words()["标题"] for made in wanted] == ["另一份"]


# boxes


@pytest.fixture
def box(qtbot):
    made = TextBox()
    qtbot.addWidget(made)
    return made


def pasted(box, text):
    data = QMimeData()
    data.setText(text)
    box.insertFromMimeData(data)
    return box.toPlainText()


@pytest.mark.parametrize(
    ("text", "becomes"),
    [("　　甲\r\n\r\n\t乙", "甲\n乙"), ("甲\n", "甲\n"), ("一、\t目的", "一、目的"), ("", "")],
)
def test_what_is_pasted_comes_in_tidy(box, text, becomes):
    assert pasted(box, text) == becomes


def test_mending_several_places_is_one_step(box):
    box.setPlainText("甲,乙,丙")
    box.mend([Slip(1, 2, "，"), Slip(3, 4, "，")])
    assert box.toPlainText() == "甲，乙，丙"
    box.undo()
    assert box.toPlainText() == "甲,乙,丙"


@pytest.mark.parametrize(
    ("text", "length"),
    [("一、工作目标", 6), ("（一）组织。各单位", 6), ("1.报名", 0), ("各单位", 0)],
)
def test_headings_are_seen_as_such(box, text, length):
    headings = Headings(box.document())
    box.setPlainText(text)
    headings.rehighlight()
    layout: QTextLayout = box.document().firstBlock().layout()
    bold = [one.length for one in layout.formats() if one.format.fontWeight() >= QFont.Weight.Bold]
    assert sum(bold) == length
