"""The log of a build says in a sentence where it cannot be written."""

from pathlib import Path

import pytest
from build_log import Failed, Log, make_folder


@pytest.fixture
def unwritable(tmp_path, monkeypatch):
    """A place where nobody may make anything; root may everywhere, so the refusal is made up."""

    def refuse(folder, *_args, **_kwargs):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "mkdir", refuse)
    return tmp_path / "克隆" / "dist"


def test_the_log_that_cannot_be_written_ends_the_build_with_a_sentence(unwritable):
    with pytest.raises(SystemExit, match=r"^没有做成：写不进“.*dist”。请在自己能写的文件夹里做$"):
        Log(unwritable / "windows.log")


def test_a_folder_that_cannot_be_made_is_told(unwritable):
    with pytest.raises(Failed, match="没有权建文件夹"):
        make_folder(unwritable)
