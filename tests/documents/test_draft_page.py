"""A draft on its page: typed, seen as pages, kept, saved, mended, printed."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QPushButton

from tests.desk.hands import write_in
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.documents.kinds import LETTER, MINUTES, PLAIN
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.pages.draft_page import DraftPage
from xunion_desktop.documents.pages.draft_setting import DraftSetting
from xunion_desktop.documents.records import Printing
from xunion_desktop.documents.sketch import NEW_PLACE, Sketch, begun, resumed
from xunion_desktop.paper.pages import Layer

TODAY = date(2026, 11, 23)
BODY = "现将有关事项(含附件)函告如下:\n请于26年5月前答复,专此函达."


@pytest.fixture
def opened(desk, qtbot):
    def show(sketch):
        page = DraftPage(desk, sketch)
        qtbot.addWidget(page)
        page.resize(1366, 640)
        page.show()
        return page

    return show


@pytest.fixture
def page(opened, draft):
    return opened(Sketch(draft()))


@pytest.fixture
def new(opened, free_forms):
    return opened(begun("函", LETTER, {"标题": "关于××的函"}, TODAY))


@pytest.fixture
def wanted(desk):
    """The sub pages and registers that were asked for."""
    asked = []
    desk.page_wanted.connect(lambda page, title: asked.append((type(page).__name__, title, page)))
    desk.register_wanted.connect(lambda register, chip, keys, key: asked.append((register, key)))
    desk.page_left.connect(lambda page: asked.append(("left", page)))
    yield asked
    for one in asked:
        if len(one) == 3:
            one[2].deleteLater()


def put(page, word, text):
    """Type over what stands in a field."""
    field = page.form.line(word).editor.field
    field.selectAll()
    if text:
        write_in(field, text)
    else:
        field.clear()


def shown(page, text_of, *layers):
    page.redraw()
    return text_of(page.viewer.pages, *layers)


def click(page, words, qtbot):
    [found] = [one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


# typing


def test_the_pages_are_those_of_the_words(page, text_of):
    text = shown(page, text_of)
    assert "县财政局：" in text
    assert "兴县总工会" in text


def test_the_names_of_those_present_stay_apart_when_they_are_pasted(opened, draft):
    page = opened(Sketch(draft(MINUTES, genre="纪要")))
    data = QMimeData()
    data.setText("  王海燕　李　明 张海龙\r\n")
    page.form.text_box("出席").insertFromMimeData(data)
    assert page.form.words()["出席"] == "王海燕　李明　张海龙\n"


def test_the_names_of_those_present_are_laid_out_apart(desk):
    setting = DraftSetting(desk)
    setting.take(MINUTES)
    assert setting.whole({"出席": "王海燕　李建平"})["出席"] == "王海燕　李建平"


def test_the_number_that_would_be_next_is_shown_in_grey(page, text_of):
    assert "兴工函〔2026〕1号" in shown(page, text_of, Layer.SCREEN)


def test_keys_leaf_through_the_pages(page, qtbot):
    put(page, "正文", "\n".join(["各基层工会要高度重视。"] * 60))
    page.redraw()
    qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert page.viewer.where.text().startswith("第 2 / ")
    qtbot.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert page.viewer.where.text().startswith("第 1 / ")


def test_what_is_typed_is_seen_soon_after(page, text_of, qtbot):
    put(page, "主送", "县税务局")
    qtbot.waitUntil(lambda: "县税务局：" in text_of(page.viewer.pages))


# a long one is laid out beside, so that typing goes on


@pytest.fixture
def long(page, qtbot):
    """A body of some thirty pages, laid out."""
    page.form.line("正文").editor.field.setPlainText("\n".join(["各基层工会要高度重视，认真做好各项准备工作。"] * 600))
    page.redraw()
    qtbot.waitUntil(lambda: len(page.viewer.pages) > 20, timeout=20_000)
    return page


def test_a_long_draft_is_laid_out_after_the_key_that_was_typed(long, qtbot):
    before = long.viewer.pages
    put(long, "主送", "县税务局")
    long.redraw()
    assert long.viewer.pages is before
    qtbot.waitUntil(lambda: long.viewer.pages is not before, timeout=20_000)


def test_of_a_long_draft_the_latest_words_are_shown(long, text_of, qtbot):
    seen = []
    show, long.viewer.show_pages = long.viewer.show_pages, lambda pages: (seen.append(text_of(pages[:1])), show(pages))
    for name in ("县税务局", "县教育局", "县水利局"):
        put(long, "主送", name)
        long.redraw()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    qtbot.wait(300)
    assert ["县水利局：" in text for text in seen] == [True]


def test_a_long_draft_that_is_issued_meanwhile_is_shown_as_it_was_issued(long, book, issue_drafts, text_of, qtbot):
    long.save()
    issue_drafts(Manuscript.get_by_id(long.sketch.record.id))
    long.redraw()
    qtbot.wait(300)
    assert "兴工函〔2026〕1号" in text_of(long.viewer.pages, Layer.DATA)


def test_a_saved_draft_is_not_unsaved(page):
    assert (page.unsaved, page.head.badge.words, page.foot.save_button.isEnabled()) == (False, "", False)


def test_what_is_typed_is_unsaved(page):
    put(page, "主送", "县税务局")
    assert (page.unsaved, page.head.badge.words, page.foot.save_button.isEnabled()) == (True, "未保存", True)


def test_the_title_follows_what_is_typed(page):
    put(page, "标题", "关于另一件事的函")
    assert page.head.title.text() == "关于另一件事的函"


def test_a_day_is_typed_in_any_way_and_printed_in_one(page, text_of):
    put(page, "成文日期", "0801")
    assert "2026年8月1日" in shown(page, text_of)


def test_a_day_that_is_not_understood_is_told_beside_its_field(page):
    put(page, "成文日期", "后天吧")
    page.redraw()
    assert "看不懂这个日期" in page.form.line("成文日期").words.text()


def test_an_empty_field_says_what_is_printed_instead(page):
    assert page.form.line("署名").editor.field.placeholderText() == "空着就印：兴县总工会"


def test_enter_leads_from_title_to_addressee(page, qtbot):
    page.activateWindow()
    page.form.focus("标题")
    qtbot.keyClick(page.form.text_box("标题"), Qt.Key.Key_Return)
    assert page.focusWidget() is page.form.text_box("主送")


def test_one_goes_on_writing_in_the_body(page):
    page.activateWindow()
    page.form.focus()
    assert page.focusWidget() is page.form.text_box("正文")


def test_without_a_title_one_begins_with_it(page):
    page.activateWindow()
    put(page, "标题", "")
    page.form.focus()
    assert page.focusWidget() is page.form.text_box("标题")


def test_enter_begins_a_new_paragraph_in_the_body(page, qtbot):
    body = page.form.text_box("正文")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert body.toPlainText().startswith("\n")


def test_a_missing_word_is_told_beside_its_field(page):
    put(page, "标题", "")
    page.redraw()
    assert "没有填“标题”" in page.form.line("标题").words.text()


def test_a_character_in_no_font_is_told_beside_its_field(page):
    put(page, "主送", "县\U0001f600局")
    page.redraw()
    assert "所有字体里都没有" in page.form.line("主送").words.text()
    assert page.notes.cards == []


def test_a_new_draft_is_not_scolded_for_what_is_not_written_yet(new):
    assert new.form.line("标题").words.isHidden()
    put(new, "标题", "")
    new.redraw()
    assert new.form.line("标题").words.isHidden()


# kept and saved


def test_a_power_cut_loses_nothing(page, opened):
    put(page, "主送", "县税务局")
    page.flush()
    again = opened(Sketch(Manuscript.get_by_id(page.sketch.record.id)))
    assert (again.form.words()["主送"], again.head.badge.words) == ("县税务局", "未保存")


def test_a_new_draft_that_was_not_saved_goes_on(new, opened, book):
    put(new, "主送", "县税务局")
    new.flush()
    again = opened(resumed(book.drafts.load(NEW_PLACE), TODAY))
    assert (again.form.words()["主送"], again.sketch.genre) == ("县税务局", "函")


def test_a_new_draft_is_kept_from_the_start(new, book):
    new.flush()
    assert book.drafts.load(NEW_PLACE)["标题"] == "关于××的函"


def test_saving_is_a_deed_and_drops_what_was_kept(page, book, qtbot):
    put(page, "主送", "县税务局")
    page.flush()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert Manuscript.get().recipient == "县税务局"
    assert (book.drafts.all(), page.head.badge.words) == ([], "")


def test_saving_a_new_draft_puts_it_into_the_book(new, book):
    assert new.save()
    assert [one.name for one in Manuscript.select()] == ["关于××的函"]
    assert (book.drafts.all(), new.sketch.new) == ([], False)


def test_the_saved_body_is_shown_tidy(page):
    put(page, "正文", "　　甲\n\n\t乙")
    page.save()
    assert page.form.text_box("正文").toPlainText() == "甲\n乙"


def test_what_cannot_be_saved_stays_kept(page, book, said):
    put(page, "主送", "县税务局")
    page.flush()

    def refuse(_demand):
        raise Trouble("磁盘满了。")

    book.guard(refuse)
    assert not page.save()
    assert (said[-1].text, page.unsaved, book.drafts.all()) == ("磁盘满了。", True, [page.sketch.place])


def test_a_day_that_is_not_understood_is_not_saved(page):
    put(page, "成文日期", "后天吧")
    assert not page.save()
    assert "成文日期" not in Manuscript.get().given


def test_giving_up_brings_back_what_the_book_holds(page, said, book):
    put(page, "主送", "县税务局")
    page.flush()
    page.foot.give_up_button.click()
    said[-1].answers[0].act()
    assert (page.form.words()["主送"], page.unsaved, book.drafts.all()) == ("县财政局", False, [])


def test_an_undone_change_is_seen(page, book, qtbot):
    put(page, "主送", "县税务局")
    page.save()
    book.undo()
    qtbot.waitUntil(lambda: page.form.words()["主送"] == "县财政局")


def test_undoing_the_draft_itself_closes_its_page(new, book, wanted, qtbot):
    new.save()
    book.undo()
    qtbot.waitUntil(lambda: ("left", new) in wanted)


def test_a_draft_that_is_written_in_another_program_meanwhile_is_left(page, book, wanted, said, qtbot):
    put(page, "标题", "新的标题")
    other = Manuscript.get_by_id(page.sketch.record.id)
    other.form = "documents/gone"
    with book.deed("合并") as deed:
        deed.save(other)
    qtbot.waitUntil(lambda: ("left", page) in wanted)
    assert said[-1].text == "这份稿子用的格式，这一版程序里没有。"
    assert book.drafts.load(page.sketch.place) == {"标题": "新的标题"}


def test_another_format_keeps_what_was_typed(page, text_of):
    put(page, "附注", "联系人：王海燕")
    place = page.head.formats.findData(PLAIN)
    page.head.formats.addItem("普通稿", PLAIN) if place < 0 else None
    page.head.formats.setCurrentIndex(page.head.formats.findData(PLAIN))
    page.head.formats.activated.emit(page.head.formats.currentIndex())
    assert "附注" not in page.form.names()
    assert page.form.words()["附注"] == "联系人：王海燕"
    page.save()
    assert (Manuscript.get().form, Manuscript.get().given["附注"]) == (PLAIN, "联系人：王海燕")


# half-width marks


def test_half_width_marks_are_told(page):
    put(page, "正文", BODY)
    page.redraw()
    assert [card.title.text() for card in page.notes.cards] == [
        "正文里有 5 处半角标点，如“事项(含附件”",
        "正文里有 1 处数字写法不合规定，如“请于26年5月”",
    ]


def test_one_click_mends_them(page, qtbot):
    put(page, "正文", BODY)
    page.redraw()
    click(page, "改成全角", qtbot)
    assert page.form.words()["正文"] == "现将有关事项（含附件）函告如下：\n请于26年5月前答复，专此函达。"


def test_mending_is_taken_back_by_ctrl_z_in_the_field(page, qtbot):
    put(page, "正文", BODY)
    page.redraw()
    click(page, "改成全角", qtbot)
    qtbot.keyClick(page.form.text_box("正文"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.form.words()["正文"] == BODY


def test_mending_is_taken_back_by_the_message(page, said, qtbot):
    put(page, "正文", BODY)
    put(page, "附注", "联系人:王海燕")
    page.redraw()
    click(page, "改成全角", qtbot)
    assert page.form.words()["附注"] == "联系人：王海燕"
    said[-1].answers[0].act()
    assert (page.form.words()["正文"], page.form.words()["附注"]) == (BODY, "联系人:王海燕")


def test_what_is_meant_so_is_left(page, qtbot):
    put(page, "正文", "甲,乙")
    page.redraw()
    click(page, "不改", qtbot)
    assert (page.notes.cards, page.form.words()["正文"]) == ([], "甲,乙")


# printing


def test_printing_saves_first_and_opens_the_print_page(page, wanted, desk):
    asked = []
    desk.print = lambda form, keys: asked.append((form, tuple(keys)))
    put(page, "主送", "县税务局")
    page.print()
    assert asked == [(LETTER, (page.sketch.record.id,))]
    assert Manuscript.get().recipient == "县税务局"


def test_what_is_missing_is_told_before_printing(new, said, desk):
    asked = []
    desk.print = lambda form, keys: asked.append(form)
    put(new, "标题", "")
    new.print()
    assert (asked, said[-1].text) == ([], "还不能印")
    assert "没有填“标题”" in new.form.line("标题").words.text()


@pytest.fixture
def issued(opened, draft, issue_drafts):
    record = draft()
    issue_drafts(record)
    return opened(Sketch(record))


def test_an_issued_paper_is_read_only(issued):
    assert issued.form.text_box("正文").isReadOnly()
    assert (issued.head.state.words, issued.head.formats.isEnabled(), issued.sketch.issued) == (
        "已印发",
        False,
        "兴工函〔2026〕1号",
    )


def test_an_issued_paper_is_shown_as_it_was_issued(issued, text_of):
    assert "兴工函〔2026〕1号" in text_of(issued.viewer.pages, Layer.DATA)
    assert text_of(issued.viewer.pages, Layer.SCREEN).find("拟") < 0


def test_an_issued_paper_leads_to_its_print(issued, wanted):
    issued.print()
    assert wanted == [("printings", Printing.get().id)]


def test_an_issued_paper_is_copied_as_a_new_draft(issued, wanted):
    issued.foot.copy_button.click()
    [(kind, title, made)] = wanted
    assert (kind, title, made.sketch.new) == ("DraftPage", "关于支持职工之家建设的函", True)


def test_a_paper_issued_meanwhile_is_read_only_when_seen_again(page, issue_drafts, qtbot):
    issue_drafts(page.sketch.record)
    qtbot.waitUntil(lambda: page.form.text_box("正文").isReadOnly())


def test_a_draft_is_saved_as_pdf_without_a_number(page, files, finish, tmp_path):
    files.path = tmp_path / "稿.pdf"
    page.save_pdf()
    finish()
    assert files.path.read_bytes().startswith(b"%PDF")
    assert Printing.select().count() == 0


def test_a_draft_is_saved_as_a_word_file(page, files, finish, tmp_path):
    files.path = tmp_path / "函.docx"
    page.save_word()
    finish()
    assert files.path.read_bytes().startswith(b"PK")


# a narrow window


@pytest.fixture
def narrow(page, scale):
    scale.set_factor(1.75)
    page.resize(1366, 640)
    return page


def test_in_a_narrow_window_the_pages_slide_over_the_fields(narrow, qtbot):
    assert not narrow.viewer.isVisible()
    qtbot.mouseClick(narrow.head.look_button, Qt.MouseButton.LeftButton)
    assert narrow.viewer.isVisible()
    assert not narrow.form.isVisible()


def test_escape_leads_back_to_the_fields_and_then_away(narrow, wanted):
    narrow.pair.slide(over=True)
    narrow.leave()
    assert (narrow.form.isVisible(), wanted) == (True, [])
    narrow.leave()
    assert wanted == [("left", narrow)]
