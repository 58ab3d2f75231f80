"""Nothing is lost silently: every character of every form stands on a page, or the paper says that it is not printable.

Each word of each form is filled with too much, in turn: forty lines, one line without end, a single character.
"""

from collections import Counter

import pytest

from tests.paper.samples import FONTS
from xunion_desktop.basics.problems import refuses
from xunion_desktop.basics.resources import form_ids
from xunion_desktop.basics.room import PaperItem
from xunion_desktop.catalogue import PAPERS, SHEETS
from xunion_desktop.paper.document import Mark, Sign
from xunion_desktop.paper.forms import shipped_form
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.paper.tabular import Ballot, Chart, Table
from xunion_desktop.paper.typeset import typeset

EDGE = 5.0  # mm that a printer can leave free
MANY = "\n".join(f"兴县示例第{number}乡镇总工会" for number in range(1, 41))
TOO_MUCH = {
    "forty lines": MANY,
    "headings only": "\n".join(f"（{number}）张三" for number in "一二三四五六七八九十" * 4),
    "one line without end": "县" * 400,
    "one word without end": "w" * 300,
    "one character": "县",
}


def marks(texts):
    """How often each letter, digit and han stands in these texts."""
    return Counter(char for text in texts for char in text if char.isalnum())


def said(document):
    """The texts of a document as often as they are printed: what several unions share stands once.

    In tables equal cells become one and a head stands over several columns: there every character is looked for once.
    """
    word, date, texts = set(), set(), []
    for block in document.blocks:
        if isinstance(block, Mark):
            word.add(block.word)
            texts.append(block.text)
        elif isinstance(block, Sign):
            date.add(block.date)
            texts.append(block.name)
        elif isinstance(block, Chart):
            texts.append(block.title)  # what its figures need besides is proved in tests/paper/charts
        elif isinstance(block, Table | Ballot):
            texts.append("".join({char for _, text in block.texts() for char in text}))
        else:
            texts += [text for _, text in block.texts()]
    return marks([*texts, *word, *date])


def shown(pages):
    """What stands on the paper, a hair inside its edges."""
    return marks(
        char
        for page in pages
        for op in page.strokes()
        if isinstance(op, Glyphs) and EDGE < op.y < page.height - EDGE
        for char, x in zip(op.text, op.xs, strict=True)
        if EDGE < x < page.width - EDGE
    )


def lost(form_id, words):
    """The characters that are not on the pages of a form with these words, unless a problem stops the printing."""
    form = shipped_form(form_id)
    document = form.document(words)
    setting = typeset(document, FONTS)
    return Counter() if refuses(setting.problems) else said(document) - shown(setting.pages)


def tried():
    """Each word of each form."""
    for form_id in form_ids():
        yield from ((form_id, word.name) for word in shipped_form(form_id).words)


@pytest.mark.parametrize("form_id", form_ids())
def test_the_sample_is_printed_whole(form_id):
    assert not lost(form_id, shipped_form(form_id).sample())


@pytest.mark.parametrize("form_id", form_ids())
def test_the_longest_words_are_printed_whole(form_id):
    card = {**PAPERS, **SHEETS}[form_id]
    longest = card.longest()
    words = longest.words if isinstance(longest, PaperItem) else longest
    assert not lost(form_id, {**shipped_form(form_id).sample(), **words})


@pytest.mark.parametrize(("form_id", "word"), list(tried()))
def test_too_much_in_a_word_is_printed_whole_or_refused(form_id, word):
    sample = shipped_form(form_id).sample()
    found = {name: lost(form_id, {**sample, word: text}) for name, text in TOO_MUCH.items()}
    assert not {name: missing for name, missing in found.items() if missing}
