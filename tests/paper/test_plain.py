"""The plain sheet: no red, on the grid, its code large and whole; the recovery sheet is one."""

import io
import re

import pdfplumber
import pytest

from xunion_desktop.basics.problems import refuses
from xunion_desktop.paper.document import Code, Document, Sign, Subtitle, Text, Title
from xunion_desktop.paper.forms import load_form, shipped_form
from xunion_desktop.paper.measures import LEFT, RIGHT, SIZES
from xunion_desktop.paper.pages import RED, Glyphs, Path
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.plain import lay_out_plain
from xunion_desktop.paper.typeset import typeset

SHEET = "office/recovery_sheet"


def proof(document, fonts):
    setting = typeset(document, fonts)
    assert setting.problems == []
    with pdfplumber.open(io.BytesIO(pdf_bytes(setting.pages, fonts=fonts, title="试"))) as pdf:
        return [(page.extract_text(), page.chars, page.rects + page.curves + page.lines) for page in pdf.pages]


@pytest.fixture(scope="module")
def sheet(fonts):
    form = shipped_form(SHEET)
    return proof(form.document(form.sample()), fonts)


def test_the_recovery_sheet_is_one_page(sheet):
    assert len(sheet) == 1


def test_the_code_stands_whole_in_one_line(sheet):
    assert "ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2" in sheet[0][0].splitlines()


def test_the_code_is_large(sheet):
    assert min(char["size"] for char in sheet[0][1] if char["text"] in "FGHJK") >= SIZES["二号"]


def test_the_code_has_a_frame_around_it(sheet):
    _, chars, frames = sheet[0]
    letters = [char for char in chars if char["size"] > SIZES["二号"]]
    (frame,) = frames
    assert frame["x0"] < min(char["x0"] for char in letters)
    assert frame["x1"] > max(char["x1"] for char in letters)
    assert frame["top"] < min(char["top"] for char in letters)
    assert frame["bottom"] > max(char["bottom"] for char in letters)


@pytest.mark.parametrize("code", ["WWWWW-MMMMM-WWWWW-MMMMM-WWWWW", "ABCDE", "MWQGD-WMQ0G-OWMDQ-GOWMQ-WMDOG"])
def test_a_code_of_wide_letters_is_set_smaller_and_stays_in_its_frame(compositor, code):
    (page,) = lay_out_plain(Document("plain", "试", (Code(code),)), compositor)
    (frame,) = (op for op in page.strokes() if isinstance(op, Path))
    left, right = (side(x for _, (x, *_) in frame.steps[:-1]) for side in (min, max))
    (run,) = (op for op in page.strokes() if isinstance(op, Glyphs))
    line = compositor.line(code, "黑体", run.size)
    assert LEFT - 0.01 <= left < run.x - 2
    assert run.x + line.width + 2 < right <= RIGHT + 0.01


def test_a_code_that_would_be_too_small_to_read_refuses(fonts):
    assert refuses(typeset(Document("plain", "试", (Code("WMWMW-" * 12),)), fonts).problems)


def test_a_line_of_the_title_that_is_too_long_is_set_smaller(compositor):
    (page, *_) = lay_out_plain(Document("plain", "试", (Title("县" * 30 + "\n" + "工"),)), compositor)
    long, short = (op for op in page.strokes() if isinstance(op, Glyphs))
    assert long.size < short.size == SIZES["二号"]
    assert long.x >= LEFT - 0.01
    assert long.xs[-1] <= RIGHT


def test_the_sub_title_is_broken_by_sense(compositor):
    text = "——2026年12月28日在兴县总工会第十二届委员会第三次全体会议上"
    (page,) = lay_out_plain(Document("plain", "试", (Title("工作报告"), Subtitle(text))), compositor)
    rows: dict[float, str] = {}
    for op in page.strokes():
        if isinstance(op, Glyphs) and op.size == SIZES["三号"]:
            rows[op.y] = rows.get(op.y, "") + op.text
    assert list(rows.values()) == ["——2026年12月28日在兴县总工会", "第十二届委员会第三次全体会议上"]


def test_it_says_whose_it_is_and_what_to_do(sheet):
    text = re.sub(r"\s", "", sheet[0][0])
    assert text.startswith("恢复单")
    for words in ("兴县总工会的本子“兴县总工会”", "锁在保险柜里", "谁也打不开本子", "2026年11月23日"):
        assert words in text


def test_nothing_on_it_is_red(compositor):
    form = shipped_form(SHEET)
    pages = lay_out_plain(form.document(form.sample()), compositor)
    assert RED not in {stroke.colour for page in pages for stroke in page.strokes()}


def test_a_long_text_goes_on_and_the_next_pages_are_numbered(fonts):
    texts = tuple(Text("请各基层工会认真组织，按时报送。" * 6) for _ in range(12))
    pages = proof(
        Document("plain", "通知", (Title("关于安排"), *texts, Sign("兴县总工会", "2026年11月23日", seal=False))), fonts
    )
    assert len(pages) == 3
    assert ["—" in text for text, _, _ in pages] == [False, True, True]


def test_a_code_is_not_parted_from_the_lines_around_it_by_a_gap(compositor):
    document = Document("plain", "试", (Text("上面"), Code("ABCDE"), Text("下面")))
    (page,) = lay_out_plain(document, compositor)
    places = {stroke.text: stroke.y for stroke in page.strokes() if hasattr(stroke, "text")}
    assert places["上面"] < places["ABCDE"] < places["下面"]


def test_a_missing_code_prints_nothing(fonts):
    form = shipped_form(SHEET)
    assert [problem.field for problem in form.problems({**form.sample(), "恢复码": ""})] == ["恢复码"]


def test_a_character_of_the_code_that_no_font_has_is_told(fonts):
    assert typeset(Document("plain", "试", (Code("\U000f0000"),)), fonts).problems


def test_a_form_may_be_plain():
    text = (
        '[form]\nid = "a/b"\ntitle = "申请"\nkind = "plain"\npaper = "A4"\n[[block]]\ntype = "title"\ntext = "申请书"\n'
    )
    assert load_form(text, "a/b").document({}).blocks == (Title("申请书"),)
