"""What leaves the book is written whole or not at all, readable for others, never over a file in use."""

import errno
import os
import stat
import sys

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.saving import SavedLast, save


def test_writes_the_file_and_leaves_nothing_beside_it(tmp_path):
    save(tmp_path / "a.xlsx", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.xlsx", b"new")]


def test_a_file_open_in_wps_is_not_written_over(tmp_path):
    (tmp_path / "branches.xlsx").write_bytes(b"old")
    (tmp_path / ".~branches.xlsx").touch()
    with pytest.raises(Trouble) as caught:
        save(tmp_path / "branches.xlsx", b"new")
    assert str(caught.value) == "无法保存：文件正在 WPS 中打开。请先关闭 branches.xlsx，再存一次。"
    assert (tmp_path / "branches.xlsx").read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_it_may_be_read_by_others_on_this_pc(tmp_path):
    save(tmp_path / "a.xlsx", b"new")
    assert stat.S_IMODE((tmp_path / "a.xlsx").stat().st_mode) == 0o644


def test_a_missing_folder_is_made_where_that_is_wanted(tmp_path):
    save(tmp_path / "新" / "a.pdf", b"%PDF", new_folder=True)
    assert (tmp_path / "新" / "a.pdf").read_bytes() == b"%PDF"


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "文件").touch()
    with pytest.raises(Trouble, match="没有文件夹"):
        save(tmp_path / "文件" / "a.pdf", b"", new_folder=True)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(Trouble, match="没有文件夹"):
        save(tmp_path / "没有" / "a.xlsx", b"")


def test_a_folder_of_the_same_name_stays_and_no_rest_is_left(tmp_path):
    (tmp_path / "a.xlsx" / "里").mkdir(parents=True)
    with pytest.raises(Trouble, match="是文件夹"):
        save(tmp_path / "a.xlsx", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("number", "sentence"), [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, "权限"), (errno.EIO, "磁盘")]
)
def test_what_the_disk_says_is_told_to_the_clerk(tmp_path, monkeypatch, number, sentence):
    def fail(handle):
        raise OSError(number, "")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(Trouble, match=sentence) as caught:
        save(tmp_path / "a.xlsx", b"")
    assert caught.value.remedy
    assert not list(tmp_path.iterdir())


def test_a_folder_made_for_what_does_not_come_goes_again(tmp_path, monkeypatch):
    def fail(handle):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(Trouble, match="磁盘已满"):
        save(tmp_path / "s" / "branches" / "a.pdf", b"", new_folder=True)
    assert not list(tmp_path.iterdir())


def test_what_is_written_last_is_not_there_before_the_end(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    with SavedLast(tmp_path / "a.pdf") as file:
        file.write(b"new")
        assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"new")]


def test_a_fault_before_the_end_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    file = SavedLast(tmp_path / "a.pdf")
    file.write(b"new")
    file.__exit__(Trouble)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"old")]


def test_nothing_written_is_nothing_saved(tmp_path):
    with SavedLast(tmp_path / "a.pdf"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names there")
def test_what_is_no_file_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Trouble, match="不是普通的文件"):
        save(tmp_path / "pipe", b"new")
    assert (tmp_path / "pipe").is_fifo()
