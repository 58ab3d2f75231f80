"""A page of the help with a picture fits the width it is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from xunion_desktop.desk.help_text import HelpText


@pytest.fixture
def text(tmp_path: Path, qtbot: QtBot) -> HelpText:
    (tmp_path / "pictures").mkdir()
    picture = QPixmap(1024, 300)
    picture.fill("red")
    picture.save(str(tmp_path / "pictures" / "home.png"))
    (tmp_path / "home.md").write_text("# 首页\n\n正文。\n\n![首页](pictures/home.png)\n", encoding="utf-8")
    (tmp_path / "gone.md").write_text("# 没有图\n\n![首页](pictures/gone.png)\n\n正文。\n", encoding="utf-8")
    made = HelpText(tmp_path)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    made.show_page("home")
    return made


def widths(text: HelpText) -> list[float]:
    return [shown.width() for _place, shown in text._pictures()]


def levels(text: HelpText) -> list[int]:
    found, block = [], text.document().begin()
    while block.isValid():
        found.append(block.blockFormat().headingLevel())
        block = block.next()
    return found


def shown_width(text: HelpText) -> float:
    """As wide as the document says that it draws."""
    return text.document().idealWidth()


def test_a_picture_that_fits_stays_as_it_is(text: HelpText) -> None:
    assert widths(text) == [1024]
    assert shown_width(text) >= 1024


@pytest.mark.parametrize("width", [900, 600, 320])
def test_a_picture_is_never_wider_than_the_text(text: HelpText, qtbot: QtBot, width: int) -> None:
    text.resize(width, 600)
    qtbot.waitUntil(lambda: shown_width(text) < width)
    assert text.horizontalScrollBar().maximum() == 0


def test_it_grows_again_with_the_window(text: HelpText, qtbot: QtBot) -> None:
    text.resize(600, 600)
    qtbot.waitUntil(lambda: shown_width(text) < 600)
    text.resize(1200, 600)
    qtbot.waitUntil(lambda: shown_width(text) >= 1024)


def test_a_page_stays_whole_however_often_it_is_laid_out(text: HelpText, qtbot: QtBot) -> None:
    for width in (600, 900, 320, 1200):
        text.resize(width, 300)
        qtbot.wait(10)
        assert levels(text) == [1, 0, 0]


def test_a_picture_that_is_missing_leaves_the_text(text: HelpText) -> None:
    text.show_page("gone")
    assert "正文。" in text.toPlainText()
