"""A Word file of a paper that is not valid says so on every page."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.stamps import STAMP
from xunion_desktop.paper.word.writing import word_bytes

WORDS = "练习，无效"
PAPERS = ("documents/letter", "documents/file", "documents/plain", "branches/roster")


def written(form_id, fonts, stamp=WORDS):
    form = shipped_form(form_id)
    words = {**form.sample(), **({STAMP: stamp} if stamp else {})}
    return docx.Document(io.BytesIO(word_bytes(form.document(words), fonts=fonts)))


def headers(file):
    first = file.sections[0]
    return (first.header, first.even_page_header, first.first_page_header)


def stamps(header):
    return [paragraph for paragraph in header.paragraphs if paragraph.text == WORDS]


@pytest.mark.parametrize("form_id", PAPERS)
def test_every_kind_of_page_bears_the_words_at_both_edges(form_id, fonts):
    assert [len(stamps(header)) for header in headers(written(form_id, fonts))] == [2, 2, 2]


@pytest.mark.parametrize("form_id", PAPERS)
def test_a_valid_paper_bears_none(form_id, fonts):
    assert [len(stamps(header)) for header in headers(written(form_id, fonts, stamp=""))] == [0, 0, 0]


def test_a_later_section_shows_the_header_of_the_first(fonts):
    for section in written("documents/file", fonts).sections[1:]:
        assert section.header.is_linked_to_previous


def test_the_words_hang_in_frames_and_move_nothing(fonts):
    for header in headers(written("documents/letter", fonts)):
        assert all(paragraph._p.pPr.find(qn("w:framePr")) is not None for paragraph in stamps(header))


def test_under_a_table_the_words_leave_the_middle_to_the_page_number(fonts):
    lower = stamps(written("branches/roster", fonts).sections[0].header)[1]
    assert lower._p.pPr.find(qn("w:framePr")).get(qn("w:xAlign")) == "left"
