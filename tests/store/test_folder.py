"""The folder of a book: what a path that is given means."""

from pathlib import Path

import pytest

from xunion_desktop.store.folder import BookFolder


def test_a_book_that_is_not_there_yet_may_be_named_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert BookFolder.of(Path("甲.xunion")).folder == Path("甲")
