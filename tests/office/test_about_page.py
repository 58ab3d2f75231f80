"""关于: news, folders, licences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.desk.cut_text import cut_texts
from xunion_desktop import __version__
from xunion_desktop.basics.places import Places
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.messages import Note
from xunion_desktop.office.pages.about_page import FOLDERS, LICENCES, NEWS, AboutPage


class Manager:
    """The system's file manager, which can be out of order."""

    def __init__(self) -> None:
        self.shown: list[Path] = []
        self.works = True

    def open(self, folder: Path) -> bool:
        self.shown.append(folder)
        return self.works


@pytest.fixture
def manager() -> Manager:
    return Manager()


@pytest.fixture
def page(desk: Desk, manager: Manager, tmp_path: Path, qtbot: QtBot) -> AboutPage:
    places = Places(tmp_path / "books", tmp_path / "settings.json", tmp_path / "logs")
    made = AboutPage(desk, places, open_folder=manager.open)
    qtbot.addWidget(made)
    made.resize(1366, 600)
    made.show()
    return made


def test_the_version_stands_in_the_title_and_in_the_news(page: AboutPage) -> None:
    assert f"工会工作台 {__version__}" in [text.text() for text in page.findChildren(QLabel)]
    assert __version__ in page.findChildren(QTextBrowser)[0].toPlainText()


def test_every_version_that_was_news_is_a_heading() -> None:
    assert f"## {__version__}\n" in resource("news.md").read_text(encoding="utf-8")


def test_the_folder_of_the_book_is_opened(page: AboutPage, manager: Manager) -> None:
    page.open(FOLDERS)
    button = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "打开文件夹：本子")
    button.click()
    assert manager.shown == [page.desk.book.folder]


def test_the_settings_are_a_file_whose_folder_is_opened(page: AboutPage, manager: Manager, tmp_path: Path) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "打开文件夹：设置")
    button.click()
    assert manager.shown == [tmp_path]


def test_a_folder_that_is_not_there_yet_is_told(page: AboutPage, manager: Manager, said: list[Note], tmp_path) -> None:
    page.show_folder(tmp_path / "logs")
    assert manager.shown == []
    assert "还没有建" in said[-1].text


def test_a_folder_that_cannot_be_shown_is_named(
    page: AboutPage, manager: Manager, said: list[Note], tmp_path: Path
) -> None:
    manager.works = False
    page.show_folder(tmp_path)
    assert str(tmp_path) in said[-1].second


def test_each_licence_can_be_read(page: AboutPage) -> None:
    page.open(LICENCES)
    texts = []
    for place in range(page.licences.count()):
        page.licences.setCurrentRow(place)
        texts.append(page.text.toPlainText())
    assert len(texts) == len(page.shipped)
    assert all(texts)


@pytest.mark.parametrize("factor", [1.0, 1.75])
@pytest.mark.parametrize("part", [NEWS, FOLDERS, LICENCES])
def test_no_part_cuts_its_words(page: AboutPage, qtbot: QtBot, part: str, factor: float) -> None:
    page.desk.scale.set_factor(factor)
    page.open(part)
    qtbot.wait(30)
    assert cut_texts(page) == []
