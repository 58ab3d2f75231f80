"""费用明细表: begun like any draft, rows pasted from WPS, printed without a number, sums in figures and capitals."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from tests.paper.proofs import read_pdf
from xunion_desktop.basics.problems import Level, refuses
from xunion_desktop.documents.drafting import prepare
from xunion_desktop.documents.forms import current_form
from xunion_desktop.documents.kinds import COSTS
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.pages.draft_genres import GenrePage
from xunion_desktop.documents.pages.draft_page import DraftPage
from xunion_desktop.documents.papers import items
from xunion_desktop.documents.sketch import Sketch, copied
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.word.writing import why_no_word

TODAY = date(2026, 11, 23)
ROWS = "场地租用\t2\t1,500.00\t3,000.00\t两天\n横幅\t1\t680.32\t680.32\t"
CAPITALS = "人民币叁仟陆佰捌拾元叁角贰分"


@pytest.fixture
def costs(book):
    """Save a table with these words."""

    def make(**words):
        record = Manuscript(form=COSTS, genre="费用明细表", day="2026-11-20")
        record.give({"标题": "春节文体活动费用明细表", "内容": ROWS, **words})
        with book.deed("起草") as deed:
            return deed.save(record)

    return make


@pytest.fixture
def prepared(fonts):
    return lambda record: prepare(current_form(COSTS), items(COSTS, [record.id], TODAY), TODAY, fonts)


@pytest.fixture
def page(desk, costs, qtbot):
    made = DraftPage(desk, Sketch(costs()))
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


@pytest.fixture
def begun(desk, qtbot):
    """起草 → 费用明细表."""
    asked = []
    desk.page_wanted.connect(lambda page, title: asked.append(page))
    genres = GenrePage(desk)
    qtbot.addWidget(genres)
    genres.buttons["费用明细表"].click()
    yield asked[0]
    asked[0].deleteLater()


def paste(page, text):
    data = QMimeData()
    data.setText(text)
    page.form.text_box("内容").clear()
    page.form.text_box("内容").insertFromMimeData(data)


def test_the_page_of_kinds_leads_to_its_fields(begun):
    assert begun.form.names() == ["标题", "编制单位", "编制日期", "内容", "注"]


def test_one_goes_on_writing_in_its_rows(page):
    page.activateWindow()
    page.form.focus()
    assert page.focusWidget() is page.form.text_box("内容")


def test_what_is_pasted_from_wps_keeps_its_cells(page):
    paste(page, ROWS.replace("\n", "\r\n") + "\r\n")
    assert page.form.words()["内容"] == f"{ROWS}\n"


def test_what_is_pasted_is_saved_with_its_cells(page):
    paste(page, "饮用水\t60\t32.50\t1,950.00\t箱\r\n\r\n")
    page.save()
    assert Manuscript.get().given["内容"] == "饮用水\t60\t32.50\t1,950.00\t箱"


def test_a_saved_table_is_undone(page, book, qtbot):
    paste(page, "饮用水\t60\t32.50\t1,950.00")
    page.save()
    book.undo()
    qtbot.waitUntil(lambda: page.form.words()["内容"] == ROWS)


def test_tab_parts_two_cells_and_goes_on_from_an_empty_line(page, qtbot):
    page.activateWindow()
    page.form.focus("内容")
    box = page.form.text_box("内容")
    box.clear()
    qtbot.keyClicks(box, "A4")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.keyClicks(box, "2")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert (box.toPlainText(), page.focusWidget() is box) == ("A4\t2\n", False)


def test_cells_stand_below_each_other(page):
    paste(page, "奖品（一等奖，含证书）\t6\t300.00\r\n水\t25\t36.00\r\n")
    box = page.form.text_box("内容")
    cursor, lefts = QTextCursor(box.document()), []
    for row, cell in (("奖", "6"), ("水", "25")):
        cursor.setPosition(box.toPlainText().index(f"\t{cell}", box.toPlainText().index(row)) + 1)
        lefts.append(box.cursorRect(cursor).left())
    assert lefts[0] == lefts[1]


def test_enter_walks_into_the_rows_and_begins_new_ones_there(page, qtbot):
    page.activateWindow()
    date, rows = page.form.line("编制日期").editor.field, page.form.text_box("内容")
    date.setFocus()
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert page.focusWidget() is rows
    rows.clear()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert (rows.toPlainText(), page.focusWidget() is rows) == ("\n", True)


def test_the_sums_are_seen_beside_the_fields(page, text_of):
    text = text_of(page.viewer.pages)
    assert "3,680.32" in text
    assert CAPITALS in text


def test_who_made_it_and_when_goes_without_saying(page, text_of):
    text = text_of(page.viewer.pages)
    assert "编制单位：兴县总工会" in text
    assert "2026年11月23日" in text


def test_marks_in_its_cells_are_not_to_be_mended(page):
    paste(page, '"水,茶"\t2\t3.00\t6.00')
    page.redraw()
    assert page.notes.cards == []


def test_a_sum_that_is_pasted_along_is_told(page):
    paste(page, f"{ROWS}\n合计\t\t\t3,680.32\t")
    page.redraw()
    assert [card.title.text() for card in page.notes.cards] == ["第 3 行写的是“合计”，会再加一遍。"]


NUMBERED = "1\t米面油\t10\t120\t1200\n2\t慰问信\t10\t100\t1000"


@pytest.mark.parametrize(
    "pasted",
    [
        NUMBERED,
        f"序号\t项目\t数量\t单价（元）\t金额\n{NUMBERED}",
        "5.\t米面油\t10\t120\t1200\n６\t慰问信\t10\t100\t1000",
    ],
)
def test_a_pasted_column_of_numbers_is_left_out(page, text_of, pasted):
    paste(page, pasted)
    page.redraw()
    assert page.form.words()["内容"] == "米面油\t10\t120\t1200\n慰问信\t10\t100\t1000"
    assert "2,200.00" in text_of(page.viewer.pages)


def test_rows_saved_with_their_numbers_are_printed_without(prepared, costs, text_of):
    [copy] = prepared(costs(内容=NUMBERED)).copies
    assert "2,200.00" in text_of(copy.pages)


def test_more_cells_than_columns_are_refused_by_their_row(page):
    paste(page, "水\t2\t3.00\t6.00\t瓶\t县城")
    page.redraw()
    assert page.notes.cards[0].title.text() == "第 1 行有 6 格，表头只有 5 栏。"


def test_an_amount_that_is_not_count_times_price_is_told_and_prints(prepared, costs):
    [copy] = prepared(costs(内容="水\t2\t3.00\t6.00\n茶\t2\t5.00\t12.00")).copies
    assert [(problem.level, problem.sentence) for problem in copy.problems] == [
        (Level.DOUBT, "第 2 行的数量乘单价是 10.00，“金额”写的是“12.00”。")
    ]


def test_a_power_of_ten_is_no_sum_of_money(page):
    paste(page, "水\t\t\t1e5")
    page.redraw()
    assert "第 1 行的“金额”写的是“1e5”" in page.notes.cards[0].title.text()


def test_what_is_no_sum_of_money_is_told_by_its_row(page):
    paste(page, "水\t2\t3.00\t六元")
    page.redraw()
    assert "第 1 行" in page.notes.cards[0].title.text()


def test_it_is_printed_without_a_number(prepared, costs):
    """DC-32."""
    [copy] = prepared(costs()).copies
    assert (copy.number, refuses(list(copy.problems))) == ("", False)


def test_the_capitals_are_in_the_pdf(prepared, costs, fonts):
    """DC-32."""
    [copy] = prepared(costs()).copies
    [sheet] = read_pdf(pdf_bytes(copy.pages, fonts=fonts, title="表", author="县总工会"))
    assert CAPITALS in sheet.text.replace(" ", "")


def test_a_pasted_sum_is_told_before_printing_and_prints(prepared, costs):
    [copy] = prepared(costs(内容=f"{ROWS}\n合计\t\t\t3,680.32")).copies
    assert [problem.level for problem in copy.problems] == [Level.DOUBT]


def test_it_can_be_a_word_file(page):
    assert why_no_word(page._setting.document(page.form.words())) == ""


def test_a_copy_has_its_own_day(costs):
    again = copied(costs(编制日期="2026年1月5日"), TODAY)
    assert ("编制日期" in again.words({}), again.words({})["内容"]) == (False, ROWS)
