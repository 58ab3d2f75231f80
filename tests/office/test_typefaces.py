"""Which font serves which role of the paper: nothing of it is silent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from xunion_desktop.basics.resources import resource
from xunion_desktop.office.condition import Line, State
from xunion_desktop.office.typefaces import fonts, names_in
from xunion_desktop.paper.fonts import ROLES, FontBook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The fonts of the program, as linked files that a test may replace."""
    (tmp_path / "fonts").mkdir()
    for file in resource("fonts").iterdir():
        if file.is_file():
            (tmp_path / "fonts" / file.name).symlink_to(file)
    return tmp_path / "fonts"


def lines(folder: Path | None = None, system: Path | None = None) -> dict[str, Line]:
    return {line.title: line for line in fonts(FontBook(folder), [system] if system else [])}


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


def test_a_font_of_the_system_that_is_missing_is_told(tmp_path: Path) -> None:
    told = lines(system=tmp_path)
    assert "没有“仿宋_GB2312”“仿宋”，不影响打印" in told["字体 仿宋"].sentence
    assert "没有“方正小标宋”" in told["字体 小标宋"].sentence


def test_a_font_of_the_system_that_is_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "SIMFANG.TTF").touch()
    assert "也有“仿宋”，没有用它" in lines(system=tmp_path)["字体 仿宋"].sentence


def test_of_two_the_one_that_regulations_name_is_told(tmp_path: Path) -> None:
    for name in ("simfang.ttf", "仿宋_GB2312.ttf"):
        (tmp_path / name).touch()
    assert "也有“仿宋_GB2312”" in lines(system=tmp_path)["字体 仿宋"].sentence


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path, ignore_errors=True)
    assert names_in([tmp_path]) == set()
