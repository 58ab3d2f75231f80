"""The small parts of copies: space, faults on the way, stages of a progress, folders built beside."""

from __future__ import annotations

import os
from pathlib import Path

import apsw
import pytest

from xunion_desktop.basics.disk import size_of
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.building import UNFINISHED, built_beside, remove, sweep
from xunion_desktop.store.copying import copy_lasting, copying_told, demand_space, megabytes
from xunion_desktop.store.stages import WHOLE, stage


def test_a_disk_without_room_is_told_before_anything_is_written(tmp_path: Path):
    with pytest.raises(Trouble, match="磁盘空间不够：这里要 ") as told:
        demand_space(tmp_path, 10**18)
    assert "换一个位置" in told.value.remedy


def test_a_disk_with_room_is_no_matter(tmp_path: Path):
    demand_space(tmp_path, 1)


def test_sizes_are_written_in_megabytes():
    assert megabytes(12_345_678) == "12.3 MB"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (apsw.FullError("full"), "磁盘满了，没有写成“优盘”"),
        (apsw.IOError("io"), "读写“优盘”时出错"),
        (apsw.CantOpenError("no"), "读写“优盘”时出错"),
        (apsw.CorruptError("bad"), "损坏"),
        (OSError(28, "full"), "磁盘满了，没有写成“优盘”"),
        (OSError(5, "io"), "优盘"),
    ],
)
def test_faults_on_the_way_name_the_place(fault: Exception, words: str):
    with pytest.raises(Trouble, match=words) as told, copying_told(Path("优盘")):
        raise fault
    assert told.value.remedy


def test_a_bug_stays_a_bug():
    with pytest.raises(apsw.SQLError), copying_told(Path("优盘")):
        raise apsw.SQLError("no such table")


def test_a_file_is_copied_whole_into_a_new_folder(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"content")
    copy_lasting(tmp_path / "a", tmp_path / "new" / "b")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "new").iterdir()] == [("b", b"content")]


def test_a_file_that_cannot_be_copied_leaves_nothing(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        copy_lasting(tmp_path / "missing", tmp_path / "new" / "b")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_file_that_is_not_there_has_no_size(tmp_path: Path):
    assert size_of(tmp_path / "missing") == -1


# stages


def test_the_stages_of_a_job_make_one_progress():
    told: list[int] = []
    for start, end in ((0, 0.25), (0.25, 1)):
        part = stage(lambda done, total: told.append(done * 100 // total), start, end)
        part(0, 4)
        part(4, 4)
    assert told == [0, 25, 25, 100]


def test_a_stage_of_a_stage_is_a_part_of_it():
    told: list[tuple[int, int]] = []
    stage(stage(lambda done, total: told.append((done, total)), 0.5, 1), 0, 0.5)(1, 1)
    assert told == [(WHOLE * 3 // 4, WHOLE)]


def test_who_wants_no_progress_gets_none():
    stage(None, 0, 1)(1, 2)


# building beside


def test_a_folder_is_there_whole_at_the_end(tmp_path: Path):
    with built_beside(tmp_path / "a") as building:
        (building / "part").write_text("x")
        assert not (tmp_path / "a").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_after_a_fault_nothing_is_left(tmp_path: Path):
    with pytest.raises(FileNotFoundError), built_beside(tmp_path / "a") as building:
        (building / "missing").read_text()
    assert list(tmp_path.iterdir()) == []


def test_what_is_removed_is_gone_under_its_name(tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    remove(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_unfinished_and_old_is_swept_away(tmp_path: Path):
    names = (f"{UNFINISHED}old", f"{UNFINISHED}fresh", "mine")
    for name in names:
        (tmp_path / name).mkdir()
    for name in (names[0], names[2]):
        os.utime(tmp_path / name, (0, 0))
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(names[1:])
