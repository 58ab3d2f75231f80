"""What stays with the signature in Word: the note of attachments and two lines of text ("此页无正文" is forbidden)."""

import pytest

from tests.paper.word.readback import word
from tests.paper.word.test_official import SIGN, paper
from xunion_desktop.paper.document import Attachments, Document, Present, Text
from xunion_desktop.paper.word.paragraph import plain
from xunion_desktop.paper.word.styles import TEXT
from xunion_desktop.paper.word.together import MOST, SHORT, kept_together

LONG, TWO_LINES, ONE_LINE = "县" * SHORT, "县" * 40, "妥否，请批示。"
NOTE, WHO = Attachments(("概算表",)), Present("出席", ("王海燕",))


def kept(*blocks, kind="official", sign=(SIGN,)):
    """For each paragraph of these blocks whether it is kept with the next."""
    parts = [(block, plain(getattr(block, "text", ""), TEXT)) for block in blocks]
    return [part.keep_next for part in kept_together(parts, Document(kind, "试", (*blocks, *sign)))]


def test_a_last_paragraph_of_two_lines_is_enough():
    assert kept(Text(TWO_LINES), Text(TWO_LINES)) == [False, True]


def test_a_last_paragraph_of_one_line_takes_the_one_before_along():
    assert kept(Text(TWO_LINES), Text(TWO_LINES), Text(ONE_LINE)) == [False, True, True]


def test_the_note_of_attachments_is_no_text():
    assert kept(Text(TWO_LINES), Text(ONE_LINE), NOTE) == [True, True, True]


def test_a_long_paragraph_is_left_alone():
    assert kept(Text(LONG), Text(ONE_LINE)) == [False, True]


def test_a_list_over_pages_is_not_kept_as_a_whole():
    assert kept(Text(TWO_LINES), *[NOTE] * (MOST + 3)) == [*[False] * 4, *[True] * MOST]


def test_without_signature_nothing_is_kept():
    assert kept(Text(TWO_LINES), Text(ONE_LINE), sign=()) == [False, False]


def test_minutes_keep_who_was_present_with_their_text():
    assert kept(Text(TWO_LINES), WHO, WHO, kind="minutes") == [True, True, False]


@pytest.mark.parametrize("words", ["县" * 40, ONE_LINE])
def test_it_is_written_into_the_file(fonts, words):
    read = word(paper(Text(words), NOTE, SIGN), fonts)
    assert read.find("附件：").paragraph_format.keep_with_next
    assert read.find(words).paragraph_format.keep_with_next
