"""The folder of a book: what a path that is given means."""

from pathlib import Path

import pytest

from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.swapping import ready_beside


def test_a_book_that_is_not_there_yet_may_be_named_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert BookFolder.of(Path("甲.xunion")).folder == Path("甲")


@pytest.mark.parametrize(
    ("here", "given"), [("甲", "甲.xunion"), ("甲", "."), ("甲/files", ".."), ("甲/files", "../甲.xunion")]
)
def test_a_book_is_found_from_inside_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, given: str):
    (tmp_path / "甲" / "files").mkdir(parents=True)
    (tmp_path / "甲" / "甲.xunion").touch()
    monkeypatch.chdir(tmp_path / here)
    found = BookFolder.of(Path(given))
    assert (found.folder, ready_beside(found.folder)) == (tmp_path / "甲", tmp_path / ".甲.ready")


def test_a_lost_marker_is_looked_for_in_the_folder_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "甲").mkdir()
    monkeypatch.chdir(tmp_path / "甲")
    assert BookFolder.of(Path("甲.xunion")).folder == tmp_path / "甲"


@pytest.mark.parametrize("given", ["甲", "甲.xunion", "甲/甲.xunion", "乙", "乙.xunion", "乙/乙.xunion"])
def test_the_folder_of_a_book_to_be_is_that_where_it_will_be_found(tmp_path: Path, given: str):
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "甲.xunion").touch()
    assert BookFolder.to_be(tmp_path / given) == BookFolder.of(tmp_path / given).folder


def test_looking_for_it_finishes_no_restore(tmp_path: Path):
    ready = ready_beside(tmp_path / "甲")
    ready.mkdir()
    assert BookFolder.to_be(tmp_path / "甲.xunion") == tmp_path / "甲"
    assert ready.is_dir()
    BookFolder.of(tmp_path / "甲.xunion")
    assert not ready.exists()
