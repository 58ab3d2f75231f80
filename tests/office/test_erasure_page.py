"""依法删除个人信息: what is told, what is refused, and what is left when it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desk.cut_text import cut_texts
from xunion_desktop.basics.room import Need, Room
from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.messages import Note
from xunion_desktop.office.card import ROOM as OFFICE
from xunion_desktop.office.filling import fill
from xunion_desktop.office.pages.bin_page import BinPage
from xunion_desktop.office.pages.erasure_page import ErasurePage
from xunion_desktop.office.records import RECORDS, Holiday
from xunion_desktop.people.card import ROOM as PEOPLE
from xunion_desktop.people.records import Person
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.log import Logged
from xunion_desktop.store.record import BLANK, Record

TODAY = date(2026, 11, 23)
Finish = Callable[[], None]


def needed(kind: str, key: str, today: date) -> list[Need]:
    """Another room, where whoever is called 在任 holds an office."""
    del kind, today
    serves = "在任" in Person.get_by_id(key).name
    return [Need("还是“示例工会”的主席。", "先填上离任日期。", "branches", "union-1")] if serves else []


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (*RECORDS, *PEOPLE.records(), *BRANCHES.records())  # whoever links to people belongs to the book


@pytest.fixture
def desk(tmp_book: Book, furniture: Furniture) -> Desk:
    return Desk(tmp_book, TODAY, (PEOPLE, OFFICE, Room("other", "别的房间", needs=needed)), furniture)


@pytest.fixture
def tmp_book(tmp_path, records):  # the office's own fixture ``book`` knows no people
    with Book.create(tmp_path / "兴县", records, replicas=tmp_path / "replicas") as book:
        fill(book)
        yield book


@pytest.fixture
def person(tmp_book: Book) -> Person:
    with tmp_book.deed("新增人员 郭志强") as deed:
        return deed.save(Person(name="郭志强", phone="13800000042", nation="汉族"))


@pytest.fixture
def page(desk: Desk, person: Person, qtbot: QtBot) -> ErasurePage:
    return shown(ErasurePage(desk, person), qtbot)


def shown(page: ErasurePage, qtbot: QtBot) -> ErasurePage:
    qtbot.addWidget(page)
    page.resize(1366, 600)
    page.show()
    return page


def words(page: ErasurePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_it_tells_what_will_be_blanked(page: ErasurePage):
    assert "姓名、手机、民族，它们以前的值" in words(page)


@pytest.mark.parametrize("told", ["不能撤销", "操作记录一条不少", "最长再留 36 个月", "第四十七条"])
def test_it_tells_what_that_means(page: ErasurePage, told: str):
    assert told in words(page)


def test_without_a_reason_nothing_is_done(page: ErasurePage, person: Person, said: list[Note]):
    page.deed.click()
    assert Person.get_by_id(person.id).name == "郭志强"
    assert "原因" in said[-1].text


def test_enter_in_the_reason_only_leads_to_the_button(page: ErasurePage, person: Person, qtbot: QtBot):
    page.reason.setText("本人申请")
    qtbot.keyClick(page.reason, "\r")
    assert page.deed.hasFocus() or page.focusWidget() is page.deed
    assert Person.get_by_id(person.id).name == "郭志强"


def test_all_values_are_gone_and_the_chain_is_whole(page: ErasurePage, person: Person, tmp_book: Book, finish: Finish):
    page.reason.setText("本人申请")
    page.deed.click()
    finish()
    left = Person.get_by_id(person.id)
    assert (left.name, left.phone, left.nation) == (BLANK, None, None)
    assert check(tmp_book) == []


def test_it_is_logged_with_its_reason(page: ErasurePage, tmp_book: Book, finish: Finish):
    page.reason.setText("本人申请")
    page.deed.click()
    finish()
    assert [line.reason for line in tmp_book.log_lines(event=Logged.ERASED)] == ["本人申请"]


def test_it_goes_back_when_it_is_done(page: ErasurePage, desk: Desk, finish: Finish):
    left = list[object]()
    desk.page_left.connect(left.append)
    page.reason.setText("本人申请")
    page.deed.click()
    finish()
    assert left == [page]


@pytest.fixture
def chair(tmp_book: Book) -> Person:
    with tmp_book.deed("新增人员") as deed:
        return deed.save(Person(name="在任的人"))


def test_who_holds_an_office_is_not_erased_and_it_is_told_what_to_do_first(desk: Desk, chair: Person, qtbot: QtBot):
    page = shown(ErasurePage(desk, chair), qtbot)
    assert "还是“示例工会”的主席。" in words(page)
    assert not page.deed.isVisible()


def test_the_note_leads_to_where_that_is_done(desk: Desk, chair: Person, qtbot: QtBot):
    page, led = shown(ErasurePage(desk, chair), qtbot), list[tuple[str, str]]()
    desk.register_wanted.connect(lambda register, chip, keys, key: led.append((register, key)))
    next(button for button in page.findChildren(QPushButton) if button.text() == "去处理").click()
    assert led == [("branches", "union-1")]


def test_an_office_taken_up_while_the_page_is_open_still_counts(
    desk: Desk, person: Person, tmp_book: Book, qtbot: QtBot, said: list[Note]
):
    page = shown(ErasurePage(desk, person), qtbot)
    person.name = "在任的人"
    with tmp_book.deed("改名") as deed:
        deed.save(person)
    page.reason.setText("本人申请")
    page.deed.click()
    assert Person.get_by_id(person.id).name == "在任的人"
    assert "还是“示例工会”的主席。" in said[-1].second


def test_who_was_erased_is_told_so(page: ErasurePage, desk: Desk, person: Person, finish: Finish, qtbot: QtBot):
    page.reason.setText("本人申请")
    page.deed.click()
    finish()
    assert "已经删除过了" in words(shown(ErasurePage(desk, Person.get_by_id(person.id)), qtbot))


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_text_is_cut(page: ErasurePage, desk: Desk, factor: float, qtbot: QtBot):
    desk.scale.set_factor(factor)
    qtbot.wait(10)
    assert cut_texts(page) == []


class TestBin:
    """From the recycle bin."""

    @pytest.fixture
    def bin_page(self, tmp_book: Book, desk: Desk, person: Person, qtbot: QtBot) -> BinPage:
        with tmp_book.deed("加节假日") as deed:
            day = deed.save(Holiday(day="2027-01-02", works=True, name="元旦调休"))
        for record in (day, person):
            with tmp_book.deed(f"删除{record.title()}") as deed:
                deed.delete(record)
        page = BinPage(desk)
        qtbot.addWidget(page)
        page.resize(1366, 620)
        page.show()
        qtbot.waitUntil(lambda: len(page.shown) == 2)
        return page

    def choose(self, page: BinPage, kind: str) -> None:
        page.table.selectRow(next(place for place, item in enumerate(page.shown) if item.kind == kind))

    def test_it_is_offered_for_a_person_alone(self, bin_page: BinPage):
        offered = []
        for kind in ("person", "holiday"):
            self.choose(bin_page, kind)
            offered.append(not bin_page.erase_button.isHidden())
        assert offered == [True, False]

    def test_a_deleted_person_is_erased_and_stays_in_the_bin(
        self, bin_page: BinPage, desk: Desk, person: Person, tmp_book: Book, finish: Finish, qtbot: QtBot
    ):
        led = list[ErasurePage]()
        desk.page_wanted.connect(lambda page, _title: led.append(page))
        self.choose(bin_page, "person")
        bin_page.erase_button.click()
        page = shown(led[0], qtbot)
        page.reason.setText("本人申请")
        page.deed.click()
        finish()
        left = Person.get_by_id(person.id)
        assert (left.name, left.deleted_at is not None, check(tmp_book)) == (BLANK, True, [])
