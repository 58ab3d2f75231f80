"""A form that is looked at with a paper of thirty pages: laid out beside, so that no key waits for it."""

import pytest

from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.documents.kinds import LETTER
from xunion_desktop.documents.pages.forms_editor import FormEditor

BODY = "\n".join(["各基层工会要高度重视，认真做好各项准备工作。"] * 600)


@pytest.fixture
def page(desk, draft, qtbot):
    draft(正文=BODY)
    made = FormEditor(desk, LETTER)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.show()
    qtbot.waitUntil(lambda: len(made.viewer.pages) > 20, timeout=20_000)
    return made


def write_remark(page, text):
    """Write this behind the number."""
    _, box = next((where, box) for where, box in page.texts.fields.boxes.items() if "文号" in box.toPlainText())
    box.setPlainText(f"{{文号}}{text}")


def test_it_is_laid_out_after_what_was_typed(page, qtbot):
    before = page.viewer.pages
    write_remark(page, "甲")
    page.redraw()
    assert page.viewer.pages is before
    qtbot.waitUntil(lambda: page.viewer.pages is not before, timeout=20_000)


def test_the_latest_text_is_shown(page, text_of, qtbot):
    seen = []
    show, page.viewer.show_pages = page.viewer.show_pages, lambda pages: (seen.append(text_of(pages[:1])), show(pages))
    for text in ("甲", "乙", "丙"):
        write_remark(page, text)
        page.redraw()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    qtbot.wait(300)
    assert [text.count("丙") for text in seen] == [1]


def told(page):
    return [note.second.text() for note in page.side.findChildren(NoteCard) if not note.isHidden()]


def test_a_fault_is_told_beside_too(page, qtbot):
    write_remark(page, "{主席生日}")
    qtbot.waitUntil(lambda: any("没有“主席生日”这个词。" in second for second in told(page)), timeout=20_000)
