"""A joint signature of more organs than a page has room for goes on, on further pages (联合行文)."""

from dataclasses import replace

import pytest

from tests.paper.proofs import NOON, body, read_pdf, reminder
from xunion_desktop.basics.problems import refuses
from xunion_desktop.paper.document import Remark, Sign
from xunion_desktop.paper.pages import Layer, Path
from xunion_desktop.paper.pdf import pdf_bytes
from xunion_desktop.paper.typeset import typeset

NAMES = tuple(f"兴县示例第{n}局" for n in "一二三四五六七八九甲乙丙丁戊己庚辛壬癸子")
EM = 16 / 72 * 25.4


def signed(count, *, seal=True, lines=4):
    signs = [Sign(name, "2026年11月24日", seal=seal) for name in NAMES[:count]]
    document = reminder(body(lines), without=(Sign, Remark))
    return replace(document, kind="official", blocks=(*document.blocks, *signs))


@pytest.fixture(scope="module")
def sheets(fonts):
    """Of so many organs, with seals or without: the sheets that have a name of theirs."""

    def made(count, *, seal=True, lines=4):
        pages = typeset(signed(count, seal=seal, lines=lines), fonts).pages
        data = pdf_bytes(pages, fonts=fonts, title="试", fixed_date=NOON)
        return [sheet for sheet in read_pdf(data) if "兴县示例第" in sheet.text]

    return made


def names_on(sheet):
    return sheet.text.count("兴县示例第")


def rings(page):
    """Top and bottom of each seal's place."""
    for op in page.strokes(Layer.SCREEN):
        if isinstance(op, Path):
            ys = [numbers[-1] for _, numbers in op.steps if numbers]
            yield min(ys), max(ys)


@pytest.mark.parametrize("seal", [True, False])
def test_twenty_organs_sign_on_two_pages_and_none_is_lost(fonts, sheets, seal):
    assert not refuses(typeset(signed(20, seal=seal), fonts).problems)
    assert [bool(names_on(sheet)) for sheet in sheets(20, seal=seal)] == [True, True]
    assert sum(map(names_on, sheets(20, seal=seal))) == 20


@pytest.mark.parametrize(("count", "seal"), [(12, True), (18, False)])
def test_as_many_as_go_on_a_page_beside_two_lines_of_text_are_not_parted(sheets, count, seal):
    assert [names_on(sheet) for sheet in sheets(count, seal=seal)] == [count]


@pytest.mark.parametrize("seal", [True, False])
@pytest.mark.parametrize("lines", range(2, 24))
def test_two_lines_of_text_stay_with_the_first_names_wherever_the_text_ends(sheets, seal, lines):
    first = sheets(20, seal=seal, lines=lines)[0]
    text = [row for row in first.rows() if row[0].y < first.find(NAMES[0])[0].y]
    assert len(text) >= 2
    assert "".join(char.text for char in text[-1]).startswith("县")


@pytest.mark.parametrize("seal", [True, False])
def test_the_date_stands_under_the_last_name_once(sheets, seal):
    first, last = sheets(20, seal=seal)
    assert ("2026年11月24日" in first.text, last.text.count("2026年11月24日")) == (False, 1)
    assert last.find(NAMES[19])[0].y < last.find("2026年11月24日")[0].y


@pytest.mark.parametrize("seal", [True, False])
def test_names_go_on_at_the_top_of_the_page(sheets, seal):
    row = sheets(20, seal=seal)[1].rows()[0]
    assert row[0].y - 37 < (21 if seal else EM)


@pytest.mark.parametrize("lines", range(2, 24))
def test_every_seal_has_its_place_in_the_text_area(fonts, lines):
    found = [ring for page in typeset(signed(20, lines=lines), fonts).pages for ring in rings(page)]
    assert len(found) == 20
    assert all(top >= 36.9 and bottom <= 262.1 for top, bottom in found)


def test_the_remark_stands_under_the_date_on_the_last_page(fonts):
    document = signed(20)
    pages = typeset(replace(document, blocks=(*document.blocks, Remark("（此件公开发布）"))), fonts).pages
    sheet = read_pdf(pdf_bytes(pages, fonts=fonts, title="试", fixed_date=NOON))[-1]
    assert sheet.find("（此件公开发布）")[0].y - sheet.find("2026年11月24日")[0].y == pytest.approx(10.44, abs=0.1)


def test_remarks_higher_than_a_page_still_refuse(fonts):
    document = signed(20)
    remark = Remark(f"（{'此件公开发布。' * 100}）")
    assert refuses(typeset(replace(document, blocks=(*document.blocks, remark)), fonts).problems)


def test_a_long_name_at_the_left_stays_within_the_text_area(fonts):
    signs = [
        Sign(name, "2026年12月31日") for name in ("兴县经济技术开发区总工会", "兴县人力资源和社会保障局", *NAMES[:2])
    ]
    document = reminder(body(4), without=(Sign, Remark))
    pages = typeset(replace(document, kind="official", blocks=(*document.blocks, *signs)), fonts).pages
    sheet = read_pdf(pdf_bytes(pages, fonts=fonts, title="试", fixed_date=NOON))[-1]
    assert sheet.find("开发区总工会")[0].x >= 28
