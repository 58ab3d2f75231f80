"""A book that is damaged or gone comes back while no book is open: by password, by recovery code, from a package."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desk.answers import Answers
from tests.desk.county import Union
from tests.desk.cut_text import cut_texts
from xunion_desktop.desk.furniture import Furniture
from xunion_desktop.desk.messages import Note
from xunion_desktop.home.pages.rescue import RescuePage
from xunion_desktop.office.users import Right, User
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.package import pack
from xunion_desktop.store.replica import default_replicas
from xunion_desktop.store.shelf import default_root
from xunion_desktop.store.unlocking import ByPassword

OWNER, WORD = "王海燕", "一起上山去"
RECORDS = (Union, User, Right)


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))


@pytest.fixture
def books(tmp_path: Path) -> Path:
    return tmp_path / "books"


@pytest.fixture
def code(books: Path) -> str:
    """The recovery code of a protected book with one union and one backup on this PC."""
    with Book.create(books / "兴县", (Union,), owner=(OWNER, WORD)) as book:
        with book.deed("登记") as deed:
            deed.save(Union(name="兴县示例小学工会"))
        code = book.keys.new_recovery_code()
        Backups.under(book.backups_root, book).make(book, "手动")
        pack(book, books.parent / "搬家")
    return code


@pytest.fixture
def path(books: Path, code: str) -> Path:
    return books / "兴县" / "兴县.xunion"


@pytest.fixture
def open_page(furniture: Furniture, books: Path, qtbot: QtBot):
    def make(lost: Path | None = None) -> RescuePage:
        page = RescuePage(furniture, books, lambda: RECORDS, lost)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: bool(page.shown), timeout=5000)
        return page

    return make


def brought_back(page: RescuePage, qtbot: QtBot) -> list[str]:
    """Restore; the names of the unions in the book then."""
    with qtbot.waitSignal(page.rescued, timeout=20_000) as rescued:
        page.go_button.click()
    with Book.open(rescued.args[0], (Union,), unlock=ByPassword(OWNER, WORD)):
        return [str(union.name) for union in Union.alive()]


def test_a_damaged_book_comes_back_by_the_password(open_page, path, qtbot):
    (path.parent / "book.db").write_bytes(b"nothing")
    page = open_page(path)
    assert page.target == path.parent
    assert page.where.text().endswith("那里现在的本子整个留在旁边，不会丢。")
    assert page.fields.user.currentText() == OWNER
    page.fields.password.setText(WORD)
    assert brought_back(page, qtbot) == ["兴县示例小学工会"]
    assert len(list(path.parent.parent.glob("兴县（恢复前*"))) == 1


def test_a_book_that_is_gone_comes_back_by_the_recovery_code(open_page, path, code, qtbot):
    shutil.rmtree(path.parent)
    page = open_page()
    page.fields.by_code.click()
    page.fields.code.setText(code)
    assert brought_back(page, qtbot) == ["兴县示例小学工会"]


def test_a_keyring_that_is_gone_is_that_of_the_backup(open_page, path, qtbot):
    (path.parent / "keyring.json").unlink()
    page = open_page(path)
    page.fields.password.setText(WORD)
    assert brought_back(page, qtbot) == ["兴县示例小学工会"]


def test_it_may_get_another_name(open_page, path, qtbot):
    page = open_page()
    page.name.setText("兴县旧账")
    page.name.textEdited.emit("兴县旧账")
    page.fields.password.setText(WORD)
    assert brought_back(page, qtbot) == ["兴县示例小学工会"]
    assert path.is_file()


def refused(page: RescuePage, said: list[Note], qtbot: QtBot) -> None:
    """The practice county is cleared when practice begins anew, with all that lies there."""
    page.fields.user.setEditText(OWNER)
    page.fields.password.setText(WORD)
    page.go_button.click()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[-1].text == "练习县的文件夹里不能放别的本子。"


def test_under_a_new_name_it_does_not_come_to_the_practice_county(open_page, path, tmp_path, said: list[Note], qtbot):
    county = tmp_path / "home" / "practice" / "兴县"
    shutil.copytree(path.parent, county)
    page = open_page(county / path.name)
    assert page.target == county
    page.name.setText("岚县")
    page.name.textEdited.emit("岚县")
    refused(page, said, qtbot)
    assert not (county.parent / "岚县").exists()


def test_nor_does_a_package(furniture, path, files: Answers, tmp_path, said: list[Note], qtbot):
    page = RescuePage(furniture, tmp_path / "home" / "practice", lambda: RECORDS)
    qtbot.addWidget(page)
    page.show()
    files.path = tmp_path / "搬家.xupack"
    page.file_button.click()
    refused(page, said, qtbot)


@pytest.fixture
def empty_page(furniture: Furniture, books: Path, path: Path, tmp_path: Path, qtbot: QtBot) -> RescuePage:
    """On another PC: the backups lie on a stick."""
    shutil.move(default_root(default_replicas()), tmp_path / "优盘" / "备份")
    shutil.rmtree(path.parent)
    page = RescuePage(furniture, books, lambda: RECORDS)
    qtbot.addWidget(page)
    page.show()
    return page


def test_without_backups_it_says_what_to_do(empty_page):
    assert empty_page.told.text() == "这台电脑上没有备份，请插上优盘，选它的文件夹。"
    assert not empty_page.go_button.isVisible()


def test_the_backups_of_a_stick_are_found_from_its_root(empty_page, files: Answers, tmp_path, qtbot):
    files.path = tmp_path / "优盘"
    empty_page.folder_button.click()
    qtbot.waitUntil(lambda: bool(empty_page.shown))
    empty_page.fields.password.setText(WORD)
    assert brought_back(empty_page, qtbot) == ["兴县示例小学工会"]


def test_a_folder_without_backups_is_told(empty_page, files: Answers, tmp_path, qtbot):
    (tmp_path / "空").mkdir()
    files.path = tmp_path / "空"
    empty_page.folder_button.click()
    qtbot.waitUntil(lambda: empty_page.told.text().endswith("里没有备份，请换一个文件夹。"))


@pytest.mark.parametrize("way", ["password", "code"])
def test_a_package_is_opened_by_either(empty_page, files: Answers, tmp_path, code, qtbot, way):
    files.path = tmp_path / "搬家.xupack"
    empty_page.file_button.click()
    if way == "code":
        empty_page.fields.by_code.click()
        empty_page.fields.code.setText(code)
    else:
        empty_page.fields.user.setEditText(OWNER)
        empty_page.fields.password.setText(WORD)
    assert brought_back(empty_page, qtbot) == ["兴县示例小学工会"]


def test_a_wrong_password_is_told_and_may_be_typed_again(open_page, path, said: list[Note], qtbot):
    (path.parent / "book.db").write_bytes(b"nothing")
    page = open_page(path)
    page.fields.password.setText("一起下山去")
    page.go_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].text == "密码不对。"
    qtbot.waitUntil(page.go_button.isEnabled)
    page.fields.password.setText(WORD)
    assert brought_back(page, qtbot) == ["兴县示例小学工会"]


@pytest.mark.parametrize(("name", "told"), [("兴县?", "名称里不能有 ?"), ("con", "“con”是 Windows"), (" ", "名称空着")])
def test_a_name_that_no_folder_may_have_is_refused(open_page, path, said: list[Note], name: str, told: str):
    page = open_page()
    page.name.setText(name)
    page.go_button.click()
    assert said[-1].text.startswith(told)


def test_an_open_book_asks_for_nothing(furniture, books, qtbot):
    with Book.create(books / "岚县", (Union,)) as book:
        Backups.under(book.backups_root, book).make(book, "手动")
    page = RescuePage(furniture, books, lambda: RECORDS)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.shown))
    assert not page.fields.isVisible()
    assert page.hint.text() == "这份备份不用密码。"


def test_f1_leads_to_its_help(open_page, path, qtbot):
    page = open_page(path)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.help_wanted):
        QTest.keyClick(page.name, Qt.Key.Key_F1)


@pytest.mark.parametrize("factor", [1.0, 1.75])
def test_no_words_are_cut(open_page, path, furniture, qtbot, factor):
    page = open_page(path)
    furniture.scale.set_factor(factor)
    page.resize(1366, 697)
    qtbot.wait(30)
    assert cut_texts(page) == []


def test_a_name_that_no_folder_can_have_is_told_and_nothing_breaks(open_page, code: str) -> None:
    page = open_page()
    page.name.setText("兴" * 90)
    page.name.textEdited.emit(page.name.text())
    page.go()
    assert page.focusWidget() is page.name
