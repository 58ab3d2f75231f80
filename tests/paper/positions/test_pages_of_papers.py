"""How many pages a paper has, which of them are numbered, where the 版记 stands; the same bytes in every run."""

import pytest

from tests.paper.positions.papers import NO_ANNEX, TINY, document_of, pages_of, paper
from tests.paper.positions.reading import FONTS, is_foot, printed
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.measures import GAP
from xunion_desktop.paper.pages import Layer, Path
from xunion_desktop.paper.typeset import typeset

PAGES = {
    "file of one page": 2,  # the 版记 stands on the back
    "file of two pages": 2,
    "joint of two": 2,
    "upward of one signer": 2,
    "letter of one page": 1,
    "minutes of one page": 2,
}


def numbers(name):
    return [next((row.text for row in paper(name).on(page) if is_foot(row)), "") for page in _pages(name)]


def _pages(name):
    return range(1, len(paper(name).sheets) + 1)


@pytest.mark.parametrize(("name", "count"), PAGES.items())
def test_a_paper_has_so_many_pages(name, count):
    assert len(pages_of(name)) == count


@pytest.mark.parametrize("name", ["file as shipped", "joint as shipped", "upward as shipped", "minutes as shipped"])
def test_the_sample_of_an_official_paper_has_two_pages_or_more(name):
    assert len(pages_of(name)) >= 2


def test_the_back_of_one_page_is_numbered():
    assert numbers("file of one page") == ["—1—", "—2—"]


def test_a_letter_of_one_page_has_no_number():
    assert numbers("letter of one page") == [""]


def full_second_page():
    """A file whose second page has no room for the 版记."""
    shipped = shipped_form("documents/file")
    lines = "\n".join(f"第{number}段要求，请遵照执行。" for number in range(1, 23))
    return shipped.document({**shipped.sample(), **NO_ANNEX, "正文": lines})


def test_a_blank_page_stands_before_the_imprint_and_neither_is_numbered():
    document = full_second_page()
    read = printed(document, typeset(document, FONTS).pages)
    assert len(read.sheets) == 4
    assert [bool(read.on(page)) for page in (1, 2, 3, 4)] == [True, True, False, True]
    assert [any(is_foot(row) for row in read.on(page)) for page in (1, 2, 3, 4)] == [True, True, False, False]


def test_without_imprint_no_page_is_added():
    shipped = shipped_form("documents/file")
    words = {**shipped.sample(), **NO_ANNEX, "正文": TINY, "抄送": "", "印发机关": "", "印发日期": ""}
    assert len(typeset(shipped.document(words), FONTS).pages) == 1


@pytest.mark.parametrize("name", ["file as shipped", "joint of six", "upward of three signers", "minutes as shipped"])
def test_the_same_paper_twice_is_the_same_bytes(name):
    assert printed(document_of(name), typeset(document_of(name), FONTS).pages).data == paper(name).data


def seals(name):
    """The circles that show where the seals go: left, top, right, bottom."""
    for page in pages_of(name):
        for op in page.strokes(Layer.SCREEN):
            if isinstance(op, Path):
                xs = [x for _, numbers in op.steps for x in numbers[-2:-1]]
                ys = [y for _, numbers in op.steps for y in numbers[-1:]]
                yield min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(("name", "count"), [("file of one page", 1), ("joint of three", 3), ("joint of six", 6)])
def test_every_union_has_the_place_of_its_seal(name, count):
    assert len(list(seals(name))) == count


@pytest.mark.parametrize("name", ["joint of two", "joint of three", "joint of six"])
def test_no_two_seals_touch(name):
    circles = list(seals(name))
    for place, (left, top, right, bottom) in enumerate(circles):
        for other in circles[place + 1 :]:
            assert right < other[0] or left > other[2] or bottom < other[1] or top > other[3]


@pytest.mark.parametrize("name", ["joint of two", "joint of three", "joint of six"])
def test_the_seals_stand_in_the_text_area(name):
    assert min(left for left, *_ in seals(name)) >= 28 - 0.01
    assert max(right for _, _, right, _ in seals(name)) <= 184.01
    assert max(bottom for *_, bottom in seals(name)) <= 263


def test_minutes_are_not_sealed():
    assert list(seals("minutes as shipped")) == []


def test_the_remark_stands_a_row_under_the_date_of_several_unions():
    last = paper("joint of six")
    remark = last.find("此件公开发布")
    (date,) = (row for row in last.on(remark.page) if row.text.endswith("2026年11月24日"))
    assert remark.top - date.bottom == pytest.approx(GAP, abs=0.1)
