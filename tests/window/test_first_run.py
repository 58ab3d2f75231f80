"""The first run in the running program: what goes wrong with the new book loses nothing that was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window.test_app import through
from xunion_desktop.app import Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.desk.notes import NoteCard
from xunion_desktop.home.pages.rescue import RescuePage
from xunion_desktop.home.pages.welcome import FIRST_NAME, WelcomePage
from xunion_desktop.office.first_words import FirstWords
from xunion_desktop.office.values import office
from xunion_desktop.window import MainWindow

OWNER, WORD = "王海燕", "一起上山去"
TYPED = {"name": "岚县总工会", "short_name": "岚工会", "superior": "吕梁市总工会", "stem": "岚总", "code": ""}


@pytest.fixture
def page(program: Program, tmp_path: Path) -> WelcomePage:
    """The first page with all filled in, at its last step."""
    program.begin("", demo=False)
    page = program.window
    assert isinstance(page, WelcomePage)
    for name, text in TYPED.items():
        page.union.fields[name].setText(text)
    page.go()
    for field, text in zip(page.owner.fields, (OWNER, WORD, WORD), strict=True):
        field.setText(text)
    page.go()
    page.backups.second = tmp_path / "优盘"
    assert page.step == 2
    return page


def all_is_there(page: WelcomePage, tmp_path: Path) -> bool:
    typed = {name: field.text() for name, field in page.union.fields.items()}
    owner = tuple(field.text() for field in page.owner.fields)
    return (typed, owner, page.backups.second) == (TYPED, (OWNER, WORD, WORD), tmp_path / "优盘")


def refused(page: WelcomePage, qtbot: QtBot) -> str:
    """What is said where the book cannot be made."""
    page.go()
    assert page.waiting
    qtbot.waitUntil(lambda: not page.waiting, timeout=20_000)
    assert page.wrong.isVisible()
    return page.wrong.text()


def books_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_folder_that_cannot_be_written_is_told_and_all_that_was_typed_stays(
    program: Program, page: WelcomePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "books").touch()  # no folder can be made there
    assert "books" in refused(page, qtbot)
    assert program.window is page
    assert page.step == 2
    assert all_is_there(page, tmp_path)
    assert page.go_button.isEnabled()
    assert page.go_button.text() == "新建本子"


def test_another_folder_is_chosen_there_and_then(
    program: Program, page: WelcomePage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "books").touch()
    refused(page, qtbot)
    (tmp_path / "D盘").mkdir()
    monkeypatch.setattr(program.furniture.files, "folder", lambda *_asked: tmp_path / "D盘")
    page.backups.move_button.click()
    assert not page.wrong.isVisible()
    assert page.backups.where.text() == str(tmp_path / "D盘" / "岚县总工会")
    through(page)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert program.book is not None
    assert program.book.place.folder == tmp_path / "D盘" / "岚县总工会"
    assert (office().name, program.book.user) == ("岚县总工会", OWNER)


def test_a_program_whose_own_folder_cannot_be_written_says_so_and_makes_no_book(
    page: WelcomePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "home").touch()
    assert refused(page, qtbot).startswith(f"程序自己的文件夹“{tmp_path / 'home'}”不能写")
    assert books_in(tmp_path / "books") == []


def test_a_real_book_does_not_go_into_the_folder_of_the_practice_county(
    program: Program, page: WelcomePage, qtbot: QtBot
) -> None:
    program.places.practice.mkdir()
    page.backups.put_into(program.places.practice)
    assert refused(page, qtbot).startswith("练习县的文件夹里不能放别的本子。")


def test_a_book_that_cannot_be_settled_is_gone_again_and_can_be_made(
    program: Program, page: WelcomePage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_words: FirstWords, _book: object) -> None:
        raise Trouble("磁盘满了，这一步没有写进去。", "请腾出一些空间后再试。")

    with monkeypatch.context() as patch:
        patch.setattr(FirstWords, "write", full)
        assert refused(page, qtbot).startswith("磁盘满了，这一步没有写进去。请腾出一些空间后再试。")
    assert all_is_there(page, tmp_path)
    assert books_in(tmp_path / "books") == []
    page.go()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)


def test_a_book_that_was_made_and_does_not_open_is_to_be_opened_and_not_made_again(
    page: WelcomePage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_book: object) -> None:
        raise Trouble("程序的一个文件读不出来。", "请重新安装程序。")

    monkeypatch.setattr("xunion_desktop.app.opening.fill", unreadable)
    said = refused(page, qtbot)
    assert said.endswith(
        f"本子已经建在“{tmp_path / 'books' / '岚县总工会'}”里了，办好以后请点“打开已有的本子…”打开它。"
    )
    assert "再点“新建本子”" not in said
    assert page.focusWidget() is page.open


def test_where_somebody_else_made_one_there_meanwhile_it_is_not_taken_for_that_of_the_page(
    page: WelcomePage, tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "books" / "岚县总工会"
    there.mkdir(parents=True)
    (there / "信.docx").touch()
    page.make_wanted.emit(there.with_suffix(".xunion"), None, page.union.words())  # the page has looked before
    qtbot.waitUntil(lambda: page.wrong.isVisible() and not page.waiting, timeout=20_000)
    said = f"“{there}”已经有了，没有新建本子。请换一个名称或位置。填的都还在，办好以后再点“新建本子”。"
    assert page.wrong.text() == said


def test_where_another_book_or_the_practice_county_does_not_open_what_was_typed_stays(
    program: Program, page: WelcomePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "practice").touch()
    (tmp_path / "D盘").mkdir()
    page.backups.put_into(tmp_path / "D盘")
    page.demo.click()
    again = program.window
    assert isinstance(again, WelcomePage)
    assert again is not page
    assert any("practice" in note.title.text() for note in again.findChildren(NoteCard))
    assert again.step == 2
    assert again.backups.books == tmp_path / "D盘"
    assert all_is_there(again, tmp_path)
    again.go()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert program.book is not None
    assert program.book.user == OWNER


def there_and_back(program: Program, page: WelcomePage) -> WelcomePage:
    """To 从备份恢复 and back."""
    page.rescue.click()
    assert isinstance(program.window, RescuePage)
    program.window.back_button.click()
    again = program.window
    assert isinstance(again, WelcomePage)
    assert again is not page
    return again


def test_who_looks_for_a_backup_and_comes_back_finds_all_that_was_typed(
    program: Program, page: WelcomePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "D盘").mkdir()
    page.backups.put_into(tmp_path / "D盘")
    again = there_and_back(program, there_and_back(program, page))
    assert (again.step, again.backups.books) == (2, tmp_path / "D盘")
    assert again.backups.where.text() == str(tmp_path / "D盘" / "岚县总工会")
    assert all_is_there(again, tmp_path)
    again.go()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert program.book is not None
    assert program.book.user == OWNER


def test_back_there_a_proposed_prefix_still_goes_with_the_name(program: Program) -> None:
    program.begin("", demo=False)
    assert isinstance(program.window, WelcomePage)
    rename(program.window, "岚县总工会")
    again = there_and_back(program, program.window)
    assert again.union.fields["stem"].text() == "岚工"
    rename(again, "临县总工会")
    assert again.union.fields["stem"].text() == "临工"


def rename(page: WelcomePage, name: str) -> None:
    page.union.fields["name"].setText(name)
    page.union.fields["name"].textEdited.emit(name)


def test_closing_the_window_meanwhile_leaves_no_half_book(program: Program, page: WelcomePage, qtbot: QtBot) -> None:
    page.go()
    page.close()
    assert page.isVisible()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert office().name == "岚县总工会"


def test_a_bug_on_the_way_leaves_the_page_in_order(
    program: Program, page: WelcomePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *bug: seen.append(bug[1]))
    monkeypatch.setattr("xunion_desktop.office.entering.Book.build", lambda *_asked: 1 / 0)
    page.go()
    qtbot.waitUntil(lambda: bool(seen) and not page.waiting, timeout=20_000)
    assert page.go_button.isEnabled()
    assert page.close()


def test_what_was_proposed_is_made_by_three_times_enter_still(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    program.begin("", demo=False)
    assert isinstance(program.window, WelcomePage)
    through(program.window)
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    assert books_in(tmp_path / "books") == [FIRST_NAME]
