"""Every page of the window and of a record, at every text size in 1366 × 697: no words are cut (rule 13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desk.cut_text import cut_texts
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.branches.words import REMINDER
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.pages.draft_genres import GenrePage
from xunion_desktop.documents.pages.drafts_list import open_draft
from xunion_desktop.documents.sketch import NEW_PLACE, Sketch
from xunion_desktop.documents.tab import PARTS, DocumentsPage
from xunion_desktop.window import MainWindow

SIZES = (1.0, 1.25, 1.5, 1.75)
WIDTH, HEIGHT = 1366, 697
LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
STRIP = Trouble("无法保存：没有写入“/media/示例优盘”的权限。", "请换一个位置，如桌面。")


def settle(window: MainWindow, qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: not window.desk.jobs.busy, timeout=20_000)
    qtbot.wait(30)
    return window.page


def home(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    window.open_tab("home")
    yield "home"


def unions(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    """The list, then every page of a union, each with its newest row open and with a new one."""
    window.open_tab("branches")
    yield "list"
    page = window.page
    assert isinstance(page, RegisterPage)
    page.pair.slide(over=True)
    for text in list(page.panel.chips._texts):
        page.panel.chips.check(text.id)
        page.panel.chips.chosen.emit(text.id)
        yield text.id
        add = getattr(page.panel.body.currentWidget(), "add", None)
        if add is not None:
            add()
            yield f"{text.id} new"


def importing(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    window.open_tab("branches")
    window.desk.import_into("branches")
    yield "file"
    window.page.read(LEDGER)  # type: ignore[attr-defined]
    settle(window, qtbot)
    yield "doubts"
    window.page.go_on()  # type: ignore[attr-defined]
    yield "next"


def printing(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    window.open_tab("branches")
    window.desk.print(REMINDER, window.desk.register("branches").keys("overdue")[:12])
    settle(window, qtbot)
    yield "print"


def papers(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    """公文: every part, the kinds to begin with, a draft with much to be said, its pages over it."""
    window.open_tab("documents")
    page = window.page
    assert isinstance(page, DocumentsPage)
    for part in PARTS:
        page.open(part.id)
        yield part.id
        if hasattr(page.part, "pair"):
            page.part.pair.slide(over=True)
            yield f"{part.id} record"
            page.part.pair.slide(over=False)
    window.desk.book.drafts.save(NEW_PLACE, {"标题": "关于进一步做好全县基层工会委员会换届选举工作的通知"})
    window.desk.show_page(GenrePage(window.desk), "起草")
    yield "kinds"
    for draft in Manuscript.alive().order_by(Manuscript.id):
        body = "请于26年05月前(含当日)答复,专此函达.\n一、甲\n三、乙××"
        window.desk.book.drafts.save(Sketch(draft).place, {"正文": body, "标题": "", "成文日期": "后天"})
        open_draft(window.desk, draft.id)
        yield f"draft {draft.form}"
        window.page.pair.slide(over=True)  # type: ignore[attr-defined]
        yield f"pages {draft.form}"


def menu(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    window.open_tab("home")
    for room in window.desk.rooms:
        if room.page is not None and room.id not in {"home", "branches", "documents"}:
            window.open_room(room)
            yield room.id
    for card in (*window.menu.pages(), *window.menu.more):
        window.open_menu_page(card.id)
        yield card.id
    for register in ("values", "words", "holidays"):
        window.desk.open_register(register)
        yield register
        page = getattr(window.page, "register_page", None)
        if page is not None:
            page.pair.slide(over=True)
            yield f"{register} record"
    window.help("")
    yield "help"


WAYS: tuple[Callable[[MainWindow, QtBot], Iterator[str]], ...] = (home, unions, importing, printing, papers, menu)


@pytest.mark.parametrize("factor", SIZES)
@pytest.mark.parametrize("way", WAYS)
def test_no_page_cuts_its_words_or_needs_a_taller_window(
    window: MainWindow, qtbot: QtBot, way: Callable[[MainWindow, QtBot], Iterator[str]], factor: float
) -> None:
    window.set_text_size(factor)
    found = []
    for place in way(window, qtbot):
        page = settle(window, qtbot)
        if window.width() > WIDTH or window.height() > HEIGHT:
            found.append(f"{place}: the window grew to {window.width()}×{window.height()}")
        if window.minimumSizeHint().height() > HEIGHT:
            found.append(f"{place}: {window.minimumSizeHint().height()} px, page {page.minimumSizeHint().height()}")
        found += [f"{place}: {problem}" for problem in cut_texts(window)]
        window.desk.messages.trouble(STRIP)
        qtbot.wait(20)
        if window.minimumSizeHint().height() > HEIGHT:
            found.append(f"{place}: with a message it needs {window.minimumSizeHint().height()} px")
        window.messages.clear()
        window.resize(WIDTH, HEIGHT)
    assert not found, "\n".join(found)


def room(page: RegisterPage) -> int:
    """How many fields are seen of the record at once."""
    field = next(iter(page.panel.form._lines.values())).editor.field
    return page.panel.body.height() // field.height()


@pytest.mark.parametrize("register", ["branches", "values"])
def test_large_text_leaves_a_record_room_for_some_fields(window: MainWindow, qtbot: QtBot, register: str) -> None:
    """Rule 13: it lies over the list with its title and its buttons; what is between scrolls."""
    window.set_text_size(1.75)
    window.desk.open_register(register)
    page = getattr(window.page, "register_page", window.page)
    page.pair.slide(over=True)
    settle(window, qtbot)
    assert room(page) >= 3
    assert (page.panel.title.isVisible(), page.panel.save_button.isVisible()) == (True, True)


def test_large_text_leaves_a_page_of_a_record_room_for_some_rows(window: MainWindow, qtbot: QtBot) -> None:
    window.set_text_size(1.75)
    for place in unions(window, qtbot):
        if place == "officers":
            break
    settle(window, qtbot)
    course = window.page.panel.body.currentWidget()  # type: ignore[attr-defined]
    head = course.table.horizontalHeader().height()
    assert (course.height() - course.save_button.height() - head) // course.table.row_height() >= 2
