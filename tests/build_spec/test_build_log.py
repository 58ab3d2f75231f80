"""The log of a build says in a sentence where it cannot be written."""

import errno
import os
from pathlib import Path

import pytest
from build_log import Failed, Log, make_folder

TOLD = r"^没有做成：写不进“.*dist”。请在自己能写的文件夹里做$"


def refusing(number):
    """What the system says to root as well where the disk, or the right, does not let one write."""

    def refuse(place, *_args, **_kwargs):
        raise OSError(number, os.strerror(number), str(place))

    return refuse


@pytest.fixture(params=[errno.EACCES, errno.EPERM, errno.EROFS], ids=errno.errorcode.get)
def number(request):
    return request.param


@pytest.fixture
def unwritable(tmp_path, monkeypatch, number):
    """A place where nobody may make anything; root may everywhere, so the refusal is made up."""
    monkeypatch.setattr(Path, "mkdir", refusing(number))
    return tmp_path / "克隆" / "dist"


def test_the_log_that_cannot_be_written_ends_the_build_with_a_sentence(unwritable):
    with pytest.raises(SystemExit, match=TOLD):
        Log(unwritable / "windows.log")


def test_so_does_one_whose_folder_is_there(tmp_path, monkeypatch, number):
    (tmp_path / "dist").mkdir()
    monkeypatch.setattr(Path, "write_text", refusing(number))
    with pytest.raises(SystemExit, match=TOLD):
        Log(tmp_path / "dist" / "windows.log")


def test_a_folder_that_cannot_be_made_is_told(unwritable):
    with pytest.raises(Failed, match="没有权建文件夹"):
        make_folder(unwritable)


def test_what_has_nothing_to_do_with_rights_is_not_told_as_that(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "write_text", refusing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        Log(tmp_path / "windows.log")
