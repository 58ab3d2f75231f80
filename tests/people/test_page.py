"""人员, the page of the window's menu: everybody once, found, filtered, edited, never in clear by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.hands import write_in
from xunion_desktop.basics.rights import Rights, Role
from xunion_desktop.basics.room import Need, Room
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.register_sub_page import RegisterSubPage
from xunion_desktop.office.card import ROOM as OFFICE
from xunion_desktop.office.pages.erasure_page import ErasurePage
from xunion_desktop.people.card import ROOM
from xunion_desktop.people.records import Person
from xunion_desktop.people.registers import people_register
from xunion_desktop.people.tab import people_page
from xunion_desktop.store.book import Book
from xunion_desktop.store.erasure import erase
from xunion_desktop.store.record import BLANK, Record

TODAY = date(2026, 11, 23)
MAN = "141123198001010015"  # fictional


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (*OFFICE.records(), *ROOM.records())


@pytest.fixture
def people(book: Book) -> list[Person]:
    """Three people, two of one name."""
    with book.deed("新增人员") as deed:
        return [
            deed.save(Person(name="郭志强", id_number=MAN, phone="13800000042")),
            deed.save(Person(name="单玉梅")),
            deed.save(Person(name="单玉梅", phone="13900000017")),
        ]


@pytest.fixture
def desk(book: Book, furniture: Furniture) -> Desk:
    return Desk(book, TODAY, (ROOM, OFFICE), furniture)


@pytest.fixture
def page(desk: Desk, people: list[Person], qapp: QApplication) -> Iterator[RegisterSubPage]:
    del qapp, people
    made = people_page(desk)
    made.resize(1366, 640)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def shown(chip: str, text: str = "") -> list[str]:
    register = people_register(TODAY)
    return [row.name for row in register.rows(register.keys(chip=chip, text=text), TODAY)]


CHIPS = {
    "all": ["郭志强", "单玉梅", "单玉梅"],
    "with_id": ["郭志强"],
    "without_id": ["单玉梅", "单玉梅"],
    "without_phone": ["单玉梅"],
    "same_name": ["单玉梅", "单玉梅"],
    "erased": [],
}


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("chip", CHIPS)
def test_a_chip_shows_whom_it_names(chip: str) -> None:
    assert shown(chip) == CHIPS[chip]


@pytest.mark.usefixtures("people")
def test_names_are_found_as_people_are_called() -> None:
    assert shown("all", "syu") == []
    assert shown("all", "sym") == ["单玉梅", "单玉梅"]


def test_who_was_erased_lacks_nothing_and_shares_no_name(book: Book, people: list[Person]) -> None:
    for person in people[1:]:
        erase(book, person, "本人申请")
    assert (shown("without_id"), shown("same_name"), len(shown("erased"))) == ([], [], 2)


def test_numbers_are_masked_in_the_list(page: RegisterSubPage) -> None:
    model = page.register_page.list.model
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert "141123********0015" in cells
    assert "138****0042" in cells


def test_a_name_is_put_right_and_the_change_is_told(page: RegisterSubPage, people: list[Person], book: Book) -> None:
    page.show_records(key=people[0].id)
    panel = page.register_page.panel
    panel.form.editor("name").field.clear()
    write_in(panel.form.editor("name").field, "郭志刚")
    panel.save()
    assert Person.get_by_id(people[0].id).name == "郭志刚"
    assert book.history("person", people[0].id)[0].values["name"] == ("郭志强", "郭志刚")


def test_the_button_leads_to_the_page_that_tells_what_is_lost(
    page: RegisterSubPage, people: list[Person], desk: Desk
) -> None:
    led = list[object]()
    desk.page_wanted.connect(lambda other, _title: led.append(other))
    page.show_records(key=people[0].id)
    page.register_page.panel.act_buttons[0].click()
    (other,) = led
    assert isinstance(other, ErasurePage)
    assert other.record.id == people[0].id


def test_who_is_no_administrator_is_not_offered_it(
    book: Book, furniture: Furniture, people: list[Person], qapp: QApplication
) -> None:
    del qapp, people
    clerk = Desk(book, TODAY, (ROOM, OFFICE), furniture, rights=Rights(Role.CLERK, {}))
    made = people_page(clerk)
    assert made.register_page.panel.act_buttons == []
    made.deleteLater()


def test_who_was_erased_is_not_offered_it_again(
    page: RegisterSubPage, people: list[Person], book: Book, qtbot: QtBot
) -> None:
    page.show_records(key=people[0].id)
    erase(book, people[0], "本人申请")
    panel = page.register_page.panel
    qtbot.waitUntil(panel.act_buttons[0].isHidden)
    assert panel.title.text() == BLANK


def test_every_room_is_asked_who_is_still_needed(book: Book, furniture: Furniture) -> None:
    def needs(kind: str, key: str, today: date) -> list[Need]:
        return [Need(f"{kind} {key} {today}", "", "people", key)]

    other = Room("other", "别的房间", needs=needs)
    assert [need.sentence for need in Desk(book, TODAY, (ROOM, other), furniture).needs("person", "1")] == [
        f"person 1 {TODAY}"
    ]
