"""Two builds are held against each other file by file."""

from pathlib import Path

import alike
import pytest


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    (folder / "_internal").mkdir(parents=True)
    (folder / "program.exe").write_bytes(b"MZ")
    (folder / "_internal" / "字体.ttf").write_bytes(b"font")
    return folder


def test_a_sum_is_of_the_bytes_and_not_of_the_time(built):
    before = alike.sums(built)
    (built / "program.exe").touch()
    assert alike.sums(built) == before


def test_every_file_has_its_place_in_the_folder(built):
    assert set(alike.sums(built)) == {"program.exe", "_internal/字体.ttf"}


def test_the_same_bytes_differ_nowhere(built):
    assert alike.differences(alike.sums(built), alike.sums(built)) == []


def test_a_changed_byte_is_named(built):
    before = alike.sums(built)
    (built / "_internal" / "字体.ttf").write_bytes(b"fond")
    assert alike.differences(before, alike.sums(built)) == ["_internal/字体.ttf"]


def test_a_file_that_only_one_has_is_named(built):
    before = alike.sums(built)
    (built / "new.dll").write_bytes(b"")
    assert alike.differences(before, alike.sums(built)) == alike.differences(alike.sums(built), before) == ["new.dll"]


def test_what_differs_is_said(built, tmp_path, capsys):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "program.exe").write_bytes(b"MZ")
    assert alike.main([str(built), str(tmp_path / "other")]) == 1
    assert capsys.readouterr().out == "_internal/字体.ttf\n"
    assert alike.main([str(built), str(built)]) == 0


def test_a_folder_that_is_not_there_proves_nothing(built, capsys):
    with pytest.raises(SystemExit) as ended:
        alike.main([str(built), "哪儿都没有"])
    assert ended.value.code == 2
    assert "没有文件夹“哪儿都没有”" in capsys.readouterr().err
