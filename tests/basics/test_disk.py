"""Files are written whole or not at all; a name that Windows says is in use is asked for again."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from xunion_desktop.basics.disk import new_folder, patiently, sync_folder, write_whole

AT_ONCE = (0, 0, 0)


class Refused(PermissionError):
    """What Windows raises; other systems have no such number."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "in use")
        self.winerror = winerror


class Name:
    """A name on the disk that is held by another program for the first tries."""

    def __init__(self, refusals: int, winerror: int) -> None:
        self.tries, self._refusals, self._winerror = 0, refusals, winerror

    def take(self) -> str:
        self.tries += 1
        if self.tries <= self._refusals:
            raise Refused(self._winerror)
        return "taken"


@pytest.mark.parametrize("lasting", [True, False])
def test_a_file_is_replaced_whole(tmp_path: Path, lasting: bool):
    path = tmp_path / "note"
    path.write_bytes(b"old")
    write_whole(path, b"new", lasting=lasting)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"new", [path])


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").touch()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    path = tmp_path / "note"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_whole(path, b"new")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


def test_the_longest_name_of_linux_can_be_written(tmp_path: Path):
    path = tmp_path / ("长" * 85)
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize(("shared", "mode"), [(False, 0o600), (True, 0o644)])
def test_only_what_leaves_the_book_may_be_read_by_others(tmp_path: Path, shared: bool, mode: int):
    write_whole(tmp_path / "file", b"x", shared=shared)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_name_that_a_scanner_holds_is_asked_for_again(number: int):
    name = Name(2, number)
    assert (patiently(name.take, AT_ONCE), name.tries) == ("taken", 3)


def test_patience_has_an_end():
    name = Name(99, 32)
    with pytest.raises(Refused):
        patiently(name.take, AT_ONCE)
    assert name.tries == len(AT_ONCE) + 1


@pytest.mark.parametrize("fault", [PermissionError(errno.EACCES, "no"), Refused(1920), FileNotFoundError()])
def test_other_faults_are_told_at_once(fault: OSError):
    tries = []

    def act() -> None:
        tries.append(1)
        raise fault

    with pytest.raises(type(fault)):
        patiently(act, AT_ONCE)
    assert tries == [1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows syncs no folders")
@pytest.mark.parametrize(("number", "told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_only_a_folder_that_cannot_be_synced_at_all_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: bool
):
    def fail(_handle: int) -> None:
        raise OSError(number, "fault")

    monkeypatch.setattr(os, "fsync", fail)
    if told:
        with pytest.raises(OSError, match="fault"):
            sync_folder(tmp_path)
    else:
        sync_folder(tmp_path)


def test_a_new_folder_goes_again_where_nothing_came_into_it(tmp_path: Path):
    with pytest.raises(OSError, match="full"), new_folder(tmp_path / "a" / "b"):
        raise OSError("full")
    assert list(tmp_path.iterdir()) == []


def test_what_came_into_it_stays_and_so_do_folders_that_were_there(tmp_path: Path):
    (tmp_path / "there").mkdir()
    with pytest.raises(OSError, match="full"), new_folder(tmp_path / "there"):
        raise OSError("full")
    with new_folder(tmp_path / "a"):
        (tmp_path / "a" / "sample").touch()
    with pytest.raises(OSError, match="full"), new_folder(tmp_path / "a" / "b"):
        raise OSError("full")
    assert {path.name for path in tmp_path.rglob("*")} == {"there", "a", "sample"}
