"""Which font serves which role of the paper: nothing of it is silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.desk import Desk
from xunion_desktop.office.condition import Line, State
from xunion_desktop.office.pages.check_page import CheckPage
from xunion_desktop.office.typefaces import fonts
from xunion_desktop.paper.fonts import ROLES, FontBook
from xunion_desktop.paper.system_fonts import Choice, font_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fonts of the program, as linked files that a test may replace."""
    (tmp_path / "fonts").mkdir()
    for file in resource("fonts").iterdir():
        if file.is_file():
            (tmp_path / "fonts" / file.name).symlink_to(file)
    return tmp_path / "fonts"


def lines(folder: Path | None = None, faces: Sequence[tuple[str, str]] = ()) -> dict[str, Line]:
    return {line.title: line for line in fonts(FontBook(folder), faces)}


def test_every_role_has_a_line_and_every_font_of_the_program_is_good() -> None:
    told = lines()
    assert [title.removeprefix("字体 ") for title in told] == [*ROLES, "数字和字母", "生僻字"]
    assert {line.state for line in told.values()} == {State.GOOD}


def test_a_missing_font_is_named_with_what_to_do(folder: Path) -> None:
    (folder / "fang.ttf").unlink()
    line = lines(folder)["字体 仿宋"]
    assert (line.state, "fang.ttf" in line.sentence, "重新安装" in line.remedy) == (State.MEND, True, True)


def test_a_font_with_one_other_byte_is_named(folder: Path) -> None:
    content = bytearray((folder / "latin.ttf").read_bytes())
    content[-1] ^= 1
    (folder / "latin.ttf").unlink()
    (folder / "latin.ttf").write_bytes(content)
    told = lines(folder)
    assert "可能损坏" in told["字体 数字和字母"].sentence
    assert told["字体 楷体"].state is State.GOOD


def test_without_the_sums_nobody_says_that_all_is_well(folder: Path) -> None:
    (folder / "SHA256SUMS").unlink()
    assert {line.state for line in lines(folder).values()} == {State.MEND}


def test_which_face_prints_is_told_with_the_reason() -> None:
    told = lines(faces=font_lines([Choice("仿宋", "仿宋_GB2312", "系统里有，合格。", Path("simfang.ttf"))]))
    assert told["字体 仿宋"].sentence == "程序自带的文件完好。打印和预览用仿宋_GB2312。系统里有，合格。"


def test_where_no_window_is_only_the_files_are_told() -> None:
    assert {line.sentence for line in lines().values()} == {"程序自带的文件完好。"}


def test_a_broken_font_of_the_program_outweighs_what_the_system_has(folder: Path) -> None:
    (folder / "fang.ttf").unlink()
    assert lines(folder, [("仿宋", "仿宋_GB2312。系统里有。")])["字体 仿宋"].state is State.MEND


def test_the_check_page_tells_what_the_window_prints_with(desk: Desk, finish: Callable[[], None], qtbot: QtBot) -> None:
    page = CheckPage(desk)
    qtbot.addWidget(page)
    finish()
    (choice,) = (one for one in desk.faces.choices if one.role == "仿宋")
    (line,) = (one for one in page.lines if one.title == "字体 仿宋")
    assert choice.face in line.sentence


def test_a_font_that_was_cut_short_keeps_no_other_from_being_told(folder: Path) -> None:
    content = (folder / "song.ttf").read_bytes()
    (folder / "song.ttf").unlink()
    (folder / "song.ttf").write_bytes(content[: len(content) // 2])
    told = lines(folder)
    assert len(told) == len(ROLES) + 2
    assert told["字体 仿宋"].sentence == "程序自带的文件 song.ttf 坏了。"
