"""The practice county: in a red frame, in its own folder, never mixed with the real book."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.cut_text import cut_texts
from tests.window.backing_up import backed_up
from tests.window.test_protected import log_in
from xunion_desktop.app import LAST_BOOK, Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.home.pages.practice import PracticeFrame, PracticePage
from xunion_desktop.home.pages.welcome import WelcomePage
from xunion_desktop.home.tab import HomePage
from xunion_desktop.office.access import found
from xunion_desktop.office.pages.backup_page import BackupPage
from xunion_desktop.office.practice import STAMP_WORDS, stamped
from xunion_desktop.office.safekeeping import Safekeeping
from xunion_desktop.office.values import office, prefix
from xunion_desktop.paper.pages import Glyphs
from xunion_desktop.store.package import pack, unpack
from xunion_desktop.window import MainWindow


@pytest.fixture
def practice(program: Program) -> MainWindow:
    program.open_demo()
    assert isinstance(program.window, MainWindow)
    program.window.resize(1366, 697)
    return program.window


def frame_of(window: MainWindow) -> PracticeFrame:
    frame = window.centralWidget()
    assert isinstance(frame, PracticeFrame)
    return frame


def change(window: MainWindow) -> None:
    own = office()
    own.contact = "练习的人"
    with window.desk.book.deed("改联系人") as deed:
        deed.save(own)


def opened_anew(program: Program, qtbot: QtBot, before: object) -> None:
    qtbot.waitUntil(lambda: program.window is not before and program.window is not None, timeout=20_000)


# the frame


def test_a_red_frame_says_what_it_is(practice: MainWindow) -> None:
    assert frame_of(practice).word.text() == "练习"
    assert "练习县总工会" in practice.windowTitle()


def test_the_real_book_has_no_frame(window: MainWindow) -> None:
    assert not isinstance(window.centralWidget(), PracticeFrame)


def takes(window: QWidget, width: int, height: int) -> bool:
    """Whether the window can have this size, once what is still to be laid out is laid out."""
    window.resize(width, height)
    return (window.width(), window.height()) == (width, height)


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 1.75])
def test_the_frame_leaves_every_tab_its_room(practice: MainWindow, qtbot: QtBot, factor: float) -> None:
    practice.set_text_size(factor)
    for asking in (False, True):
        frame_of(practice).ask(asking=asking)
        for tab in practice._rooms:
            practice.open_tab(tab)
            qtbot.waitUntil(lambda: not practice.desk.jobs.busy, timeout=20_000)
            qtbot.waitUntil(lambda: takes(practice, 1366, 697))
            assert cut_texts(practice) == []


def test_it_begins_with_the_first_page_and_asks_nothing(practice: MainWindow) -> None:
    assert isinstance(practice.page, HomePage)


# not mixed up


def test_it_lies_in_a_folder_of_its_own_with_its_backups(program: Program, practice: MainWindow) -> None:
    book = practice.desk.book
    assert book.folder.parent == program.places.practice
    assert book.backups_root.parent == program.places.practice


def test_it_is_not_the_book_of_last_time(program: Program, practice: MainWindow) -> None:
    assert not program.settings.get(LAST_BOOK, "")


def test_nothing_of_it_goes_to_a_second_place(program: Program, practice: MainWindow, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="练习县不备份到第二处"):
        Safekeeping(practice.desk.book, program.settings).choose_second(tmp_path / "优盘")


def test_its_backups_stay_beside_it_behind_a_log_in(program: Program, practice: MainWindow, qtbot: QtBot) -> None:
    book = practice.desk.book
    book.keys.protect("王海燕", "一起上山去")
    found(book, "王海燕")
    book.user = "王海燕"
    program.leaving.log_out()
    window = log_in(program, qtbot)
    assert window.desk.book.backups_root.parent == program.places.practice
    frame_of(window)


def test_its_backups_stay_beside_it_after_a_restore(program: Program, practice: MainWindow, qtbot: QtBot) -> None:
    page = backed_up(program, practice, qtbot)
    page.restore(page.shown[0])
    opened_anew(program, qtbot, practice)
    assert program.book is not None
    assert program.book.backups_root.parent == program.places.practice
    assert program.book.database.kept_at is not None
    assert program.book.database.kept_at.is_relative_to(program.places.practice)


def test_a_copy_of_it_that_lies_elsewhere_is_framed_too(program: Program, practice: MainWindow, tmp_path: Path) -> None:
    file = pack(practice.desk.book, tmp_path / "搬家")
    program.open(unpack(file, tmp_path / "搬来的").marker)
    assert isinstance(program.window, MainWindow)
    frame_of(program.window)
    assert program.copies is None
    assert not program.settings.get(LAST_BOOK, "")


def test_its_page_of_backups_says_that_it_makes_none_by_itself(practice: MainWindow) -> None:
    practice.open_menu_page("backup")
    page = practice.page
    assert isinstance(page, BackupPage)
    assert page.card.second.text().startswith("练习县不自动备份")


def test_that_of_the_real_book_says_when_it_makes_them(window: MainWindow) -> None:
    window.open_menu_page("backup")
    page = window.page
    assert isinstance(page, BackupPage)
    assert page.card.second.text().startswith("退出时、每半小时")


def test_it_makes_no_backups_by_itself(program: Program, practice: MainWindow) -> None:
    assert program.copies is None


def test_no_paper_of_it_can_be_taken_for_a_real_one(practice: MainWindow) -> None:
    assert office().name == "练习县总工会"
    assert prefix("letter") == "练习函"
    printing = practice.desk.printing
    assert isinstance(printing, PrintDesk)
    keys = practice.desk.register("branches").keys("overdue")[:1]
    (copy,) = printing.prepare("branches/election_reminder", keys).copies
    for page in copy.pages:
        texts = [stroke.text for stroke in page.strokes() if isinstance(stroke, Glyphs)]
        assert texts.count(STAMP_WORDS) == 2


def test_papers_of_the_real_book_bear_no_stamp(window: MainWindow) -> None:
    printing = window.desk.printing
    assert isinstance(printing, PrintDesk)
    keys = window.desk.register("branches").keys("overdue")[:1]
    (copy,) = printing.prepare("branches/election_reminder", keys).copies
    assert not [
        stroke for page in copy.pages for stroke in page.strokes() if getattr(stroke, "text", "") == STAMP_WORDS
    ]


# in, anew, out


def test_the_menu_leads_there_and_back(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    marker = window.desk.book.marker
    window.open_menu_page("practice")
    page = window.page
    assert isinstance(page, PracticePage)
    assert page.go_button.text() == "打开练习县"
    page.go_button.click()
    opened_anew(program, qtbot, window)
    practice = program.window
    assert isinstance(practice, MainWindow)
    assert practice.desk.book.marker != marker
    practice.open_menu_page("practice")
    assert isinstance(practice.page, PracticePage)
    practice.page.go_button.click()
    opened_anew(program, qtbot, practice)
    assert isinstance(program.window, MainWindow)
    assert program.window.desk.book.marker == marker


def test_where_there_is_no_real_book_the_way_back_is_the_first_page(
    program: Program, practice: MainWindow, qtbot: QtBot
) -> None:
    frame_of(practice).leave_button.click()
    opened_anew(program, qtbot, practice)
    assert isinstance(program.window, WelcomePage)
    assert program.window.about.text().startswith("这里还没有打开过正式的本子：")


def test_what_was_done_in_it_stays_for_the_next_time(program: Program, practice: MainWindow) -> None:
    change(practice)
    program.open_demo()
    assert office().contact == "练习的人"


def test_it_begins_anew_after_one_question(program: Program, practice: MainWindow, qtbot: QtBot) -> None:
    change(practice)
    frame = frame_of(practice)
    frame.anew_button.click()
    assert frame.asking
    frame.yes_button.click()
    opened_anew(program, qtbot, practice)
    assert not office().contact
    assert Branch.alive().count() == 100


@pytest.fixture
def shut(program: Program, practice: MainWindow) -> LoginPage:
    """The log-in of a practice county of which somebody forgot the password."""
    change(practice)
    practice.desk.book.keys.protect("小练", "一起上山去")
    found(practice.desk.book, "小练")
    program.open_demo()
    assert isinstance(program.window, LoginPage)
    return program.window


def test_its_log_in_stands_in_the_frame_and_does_not_lead_to_itself(shut: LoginPage) -> None:
    assert isinstance(shut.framed, PracticeFrame)
    assert shut.framed.anew_button.isVisible()
    assert "打开练习县" not in [button.text() for button in shut.findChildren(QAbstractButton)]


def test_behind_a_forgotten_password_it_begins_anew_without_one(
    program: Program, shut: LoginPage, qtbot: QtBot
) -> None:
    assert isinstance(shut.framed, PracticeFrame)
    shut.framed.anew_button.click()
    shut.framed.yes_button.click()
    opened_anew(program, qtbot, shut)
    assert isinstance(program.window, MainWindow)
    assert not program.window.desk.book.keys.protected
    assert not office().contact


def test_from_its_log_in_one_goes_back_to_the_real_book(
    program: Program, shut: LoginPage, county: Path, qtbot: QtBot
) -> None:
    program.settings.set(LAST_BOOK, str(county))
    assert isinstance(shut.framed, PracticeFrame)
    shut.framed.leave_button.click()
    opened_anew(program, qtbot, shut)
    assert isinstance(program.window, MainWindow)
    assert program.window.desk.book.folder == county


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_words_of_its_log_in_are_cut(program: Program, shut: LoginPage, qtbot: QtBot, factor: float) -> None:
    program.furniture.scale.set_factor(factor)
    qtbot.waitUntil(lambda: takes(shut, 1366, 697))
    qtbot.wait(30)
    assert cut_texts(shut) == []
    program.furniture.scale.set_factor(1.0)


def test_the_log_in_of_the_real_book_has_no_frame(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    window.desk.book.keys.protect("王海燕", "一起上山去")
    found(window.desk.book, "王海燕")
    program.open(window.desk.book.marker)
    opened_anew(program, qtbot, window)
    assert isinstance(program.window, LoginPage)
    assert program.window.framed is None


def test_the_question_can_be_answered_with_no(program: Program, practice: MainWindow) -> None:
    frame = frame_of(practice)
    frame.anew_button.click()
    frame.no_button.click()
    assert not frame.asking
    assert frame.anew_button.isVisible()
    assert program.window is practice


def test_its_marker_opened_by_a_double_click_is_framed_too(program: Program, practice: MainWindow) -> None:
    program.open(practice.desk.book.marker)
    assert isinstance(program.window, MainWindow)
    frame_of(program.window)


# what makes it a practice county


def test_undo_right_after_entering_leaves_its_name_and_stamp(practice: MainWindow, qtbot: QtBot) -> None:
    practice.desk.undo()
    qtbot.waitUntil(lambda: not practice.desk.jobs.busy, timeout=20_000)
    assert practice.desk.book.undoable() is None
    assert (office().name, prefix("letter"), stamped()) == ("练习县总工会", "练习函", True)


def test_the_first_page_offers_no_undo_of_what_made_it(practice: MainWindow) -> None:
    assert isinstance(practice.page, HomePage)
    assert "撤销" not in [button.text() for button in practice.page.findChildren(QAbstractButton)]
