"""A person forgotten by law, from the window: refused while in office, gone for good, told in the log."""

from __future__ import annotations

from contextlib import closing

import apsw
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.desk.hands import write_in
from xunion_desktop import catalogue
from xunion_desktop.branches.records.course import Officer
from xunion_desktop.branches.words import Post
from xunion_desktop.desk.history_page import HistoryPage
from xunion_desktop.desk.register_sub_page import RegisterSubPage
from xunion_desktop.office.pages.erasure_page import ErasurePage
from xunion_desktop.office.pages.journal_page import LOG, JournalPage
from xunion_desktop.people.records import Person
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.database import unlock
from xunion_desktop.store.record import BLANK
from xunion_desktop.window import MainWindow

NAME, FORMER, ID, PHONE = "牛志远", "牛志园", "141123198001010015", "13800990042"  # fictional
SECRETS = (NAME, FORMER, ID, PHONE, "niuzhi", "1980-01-01")


@pytest.fixture
def book(window: MainWindow) -> Book:
    return window.desk.book


@pytest.fixture
def person(book: Book) -> Person:
    """Someone who was renamed, and held an office that ended."""
    with book.deed(f"新增人员 {FORMER}") as deed:
        made = deed.save(Person(name=FORMER, id_number=ID, phone=PHONE, remark=f"{FORMER}的爱人也在会"))
    made.name = NAME
    with book.deed(f"保存人员 {NAME}") as deed:
        deed.save(made)
    last = Officer.alive().first()
    with book.deed(f"{NAME}离任") as deed:
        deed.save(Officer(branch=last.branch_id, holder=made, post=Post.MEMBER.value, until="2024-05-01"))
    return made


def open_people(window: MainWindow, key: str = "") -> RegisterSubPage:
    window.open_room(catalogue.room("people"))
    assert isinstance(window.page, RegisterSubPage)
    if key:
        window.page.show_records(key=key)
    return window.page


def open_erasure(window: MainWindow, key: str) -> ErasurePage:
    open_people(window, key).register_page.panel.act_buttons[0].click()
    assert isinstance(window.page, ErasurePage)
    return window.page


def erase(window: MainWindow, person: Person, qtbot: QtBot) -> RegisterSubPage:
    page = open_erasure(window, person.id)
    write_in(page.reason, "本人书面申请")
    page.deed.click()
    qtbot.waitUntil(lambda: isinstance(window.page, RegisterSubPage))
    assert isinstance(window.page, RegisterSubPage)
    return window.page


def cells(book: Book) -> str:
    """Every cell of the decrypted database, read by the raw driver."""
    with closing(apsw.Connection(str(book.place.database), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        unlock(connection, book.database.key)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
    return "\n".join(
        value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value) for row in rows for value in row
    )


def test_the_menu_leads_to_the_people(window: MainWindow) -> None:
    next(action for action in window.menu.actions() if action.text() == "人员").trigger()
    assert isinstance(window.page, RegisterSubPage)


def test_search_finds_a_person_and_leads_there(window: MainWindow, person: Person) -> None:
    window.desk.open_register("people", key=person.id)
    assert isinstance(window.page, RegisterSubPage)
    assert window.page.register_page.panel.record.id == person.id


def test_before_it_all_can_be_read(book: Book, person: Person) -> None:
    del person
    told = cells(book)
    assert [secret for secret in SECRETS if secret not in told] == []


def test_nothing_can_be_read_in_any_cell(window: MainWindow, book: Book, person: Person, qtbot: QtBot) -> None:
    erase(window, person, qtbot)
    told = cells(book)
    assert [secret for secret in SECRETS if secret in told] == []


def test_check_stays_clean(window: MainWindow, book: Book, person: Person, qtbot: QtBot) -> None:
    erase(window, person, qtbot)
    assert check(book) == []


def test_what_is_typed_and_not_saved_is_not_brought_back(
    window: MainWindow, book: Book, person: Person, qtbot: QtBot
) -> None:
    panel = open_people(window, person.id).register_page.panel
    write_in(panel.form.editor("name").field, NAME)
    window.leave_page(window.page)
    erase(window, person, qtbot)
    window.flush()
    assert NAME not in cells(book)


def test_the_record_says_so_and_the_office_that_ended_still_points_to_it(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    page = erase(window, person, qtbot)
    qtbot.waitUntil(lambda: page.register_page.panel.title.text() == BLANK)
    assert Officer.get(Officer.holder == person.id).title() == f"委员 {BLANK}"


def test_its_history_shows_that_there_was_something_and_not_what(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    erase(window, person, qtbot)
    page = HistoryPage(window.desk, Person.get_by_id(person.id))
    told = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert told.count("内容已依法清除") == 2
    assert [secret for secret in SECRETS if secret in told] == []
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_no_earlier_deed_brings_anything_back(window: MainWindow, book: Book, person: Person, qtbot: QtBot) -> None:
    erase(window, person, qtbot)
    for line in book.deeds(4):
        book.undo(line.id)
    told = cells(book)
    assert [secret for secret in SECRETS if secret in told] == []


def test_the_log_tells_what_and_why(window: MainWindow, person: Person, qtbot: QtBot) -> None:
    erase(window, person, qtbot)
    window.open_menu_page("journal")
    page = window.page
    assert isinstance(page, JournalPage)
    page.chips.check(LOG)
    page.chips.chosen.emit(LOG)
    qtbot.waitUntil(lambda: "依法清除了一条人员的全部内容。" in page.log_card.sentence.text())
    assert page.log_card.reason.text() == "原因：本人书面申请"
    assert BLANK in page.log_card.about.text()


def test_who_holds_an_office_is_refused_and_the_union_is_one_click_away(window: MainWindow) -> None:
    officer = Officer.alive().where(Officer.post == Post.CHAIR.value, Officer.until.is_null()).first()
    page = open_erasure(window, officer.holder_id)
    assert page.needs[0].sentence == f"还是“{officer.branch.name}”的主席。"
    window.desk.open_register(page.needs[0].register, keys=(page.needs[0].key,), key=page.needs[0].key)
    assert window.tabs.current == "branches"
