"""Sealed files: encrypted, named by content, never changed."""

from pathlib import Path

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.files import SealedFiles

KEY = bytes(range(32))
SCAN = b"a scan of a certificate" * 100


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "files", KEY)


def on_disk(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_what_was_put_is_got(files: SealedFiles):
    assert files.get(files.put(SCAN)) == SCAN


def test_the_same_content_is_kept_once(files: SealedFiles, tmp_path: Path):
    assert (files.put(SCAN), len(on_disk(tmp_path))) == (files.put(SCAN), 1)


def test_nothing_of_the_content_can_be_read(files: SealedFiles, tmp_path: Path):
    files.put(SCAN)
    assert b"certificate" not in on_disk(tmp_path)[0].read_bytes()


def test_the_name_tells_nothing_without_the_key(tmp_path: Path, files: SealedFiles):
    assert SealedFiles(tmp_path / "others", bytes(32)).put(SCAN) != files.put(SCAN)


def test_a_flipped_byte_is_found(files: SealedFiles, tmp_path: Path):
    name = files.put(SCAN)
    (path,) = on_disk(tmp_path)
    content = bytearray(path.read_bytes())
    content[40] ^= 1
    path.write_bytes(content)
    with pytest.raises(Trouble, match="附件损坏了"):
        files.get(name)


def test_a_file_put_under_another_s_name_is_found(files: SealedFiles, tmp_path: Path):
    first, second = files.put(SCAN), files.put(b"other")
    paths = {path.name: path for path in on_disk(tmp_path)}
    paths[first].write_bytes(paths[second].read_bytes())
    with pytest.raises(Trouble, match="附件损坏了"):
        files.get(first)


def test_a_missing_file_is_told(files: SealedFiles):
    with pytest.raises(Trouble, match="附件不见了"):
        files.get("0" * 64)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "files").write_text("a file where the folder should be")
    with pytest.raises(Trouble):
        SealedFiles(tmp_path / "files", KEY).put(SCAN)


def test_no_unfinished_file_is_left(files: SealedFiles, tmp_path: Path):
    files.put(SCAN)
    assert [path.name[0] for path in on_disk(tmp_path)] != ["."]


def test_the_same_scan_put_again_makes_a_damaged_one_whole(files: SealedFiles, tmp_path: Path):
    name = files.put(SCAN)
    on_disk(tmp_path)[0].write_bytes(b"damaged")
    assert (files.put(SCAN), files.get(name)) == (name, SCAN)
