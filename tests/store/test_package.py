"""Packages: a book moved in one file, proved on both sides; what is damaged or strange puts nothing anywhere."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House, Scan
from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.store.book import Book
from xunion_desktop.store.package import lost_files, pack, unpack
from xunion_desktop.store.proof import Proof
from xunion_desktop.store.record import Record
from xunion_desktop.store.unlocking import ByCode, ByPassword
from xunion_desktop.store.upgrades import SCHEMA


@pytest.fixture
def records() -> tuple[type[Record], ...]:
    return (*VILLAGE, Scan)


@pytest.fixture
def packed(book: Book, tmp_path: Path) -> Path:
    """A package of a book with a house called 东院 and a sealed file; the book is closed."""
    build(book)
    file = pack(book, tmp_path / "stick" / "兴县.xupack")
    book.close()
    return file


@pytest.fixture(autouse=True)
def _stick(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()


def build(book: Book) -> None:
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    book.files.put(b"SECRET scan")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_book_comes_out_as_it_went_in(packed: Path, tmp_path: Path):
    place = unpack(packed, tmp_path / "新电脑" / "兴县")
    assert {*names(place.folder)} == {"兴县.xunion", "book.db", "keyring.json", "files"}
    with Book.open(place.folder, VILLAGE, tmp_path / "other") as book:
        assert [house.name for house in House.select()] == ["东院"]
        assert [book.files.get(name) for name in book.files.names()] == [b"SECRET scan"]


def test_the_moved_book_has_a_replica_id_of_its_own(book: Book, tmp_path: Path):
    build(book)
    replica = book.replica
    file = pack(book, tmp_path / "stick" / "a")
    book.close()
    with Book.open(unpack(file, tmp_path / "乙").folder, VILLAGE, tmp_path / "replicas") as moved:
        assert moved.replica != replica


def test_nothing_can_be_read_in_it(packed: Path):
    content = packed.read_bytes()
    assert not any(word in content for word in (b"SECRET", "东院".encode(), "新增".encode(), b"SQLite format"))


def test_the_ending_is_added(book: Book, tmp_path: Path):
    assert pack(book, tmp_path / "stick" / "兴县").name == "兴县.xupack"


def test_an_older_package_is_replaced(book: Book, tmp_path: Path):
    pack(book, tmp_path / "stick" / "兴县")
    pack(book, tmp_path / "stick" / "兴县")
    assert names(tmp_path / "stick") == ["兴县.xupack"]


def test_the_book_stays_open_and_goes_on(book: Book, tmp_path: Path):
    pack(book, tmp_path / "stick" / "兴县")
    build(book)
    assert House.select().count() == 1


def test_a_protected_book_is_unpacked_with_password_or_code(book: Book, tmp_path: Path):
    build(book)
    book.keys.protect("王海燕", "春天的杏花开了")
    code = book.keys.new_recovery_code()
    file = pack(book, tmp_path / "stick" / "兴县")
    with pytest.raises(Trouble, match="登录"):
        unpack(file, tmp_path / "甲")
    unpack(file, tmp_path / "甲", ByPassword("王海燕", "春天的杏花开了"))
    unpack(file, tmp_path / "乙", ByCode(code))
    assert [(tmp_path / name / "book.db").is_file() for name in ("甲", "乙")] == [True, True]


def refused(file: Path, words: str) -> None:
    """The package is refused, and nothing lies where it should have been unpacked."""
    target = file.parent.parent / "there"
    target.mkdir(exist_ok=True)
    with pytest.raises(Trouble, match=words) as told:
        unpack(file, target / "兴县")
    assert told.value.remedy
    assert names(target) == []


@pytest.mark.parametrize("place", [0.05, 0.3, 0.6, 0.95])
def test_a_flipped_byte_is_found(packed: Path, place: float):
    content = bytearray(packed.read_bytes())
    content[int(len(content) * place)] ^= 1
    packed.write_bytes(content)
    refused(packed, "损坏|不完整|不是本子")


def test_a_package_cut_short_is_found(packed: Path):
    packed.write_bytes(packed.read_bytes()[:-1000])
    refused(packed, "不是本子的打包文件，或已经损坏")


def test_a_file_that_is_no_package(packed: Path):
    packed.write_text("账")
    refused(packed, "不是本子的打包文件")


def test_a_package_that_is_not_there(packed: Path):
    packed.unlink()
    refused(packed, "找不到")


def altered(file: Path, change: Callable[[dict[str, bytes]], object], compression: int = zipfile.ZIP_STORED) -> None:
    """Write the package again with other parts."""
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize("name", ["../evil", "/evil", "files/../../evil", "files/aa/evil", "C:\\evil", "book.lock"])
def test_a_part_that_no_package_holds_is_refused(packed: Path, name: str):
    altered(packed, lambda parts: parts.update({name: b""}))
    refused(packed, "不是本子的打包文件")


def test_compressed_parts_are_refused(packed: Path):
    altered(packed, lambda parts: None, zipfile.ZIP_DEFLATED)
    refused(packed, "不是本子的打包文件")


@pytest.mark.parametrize("part", ["book.db", "keyring.json", "marker.json", "proof.json"])
def test_a_package_without_a_part_is_refused(packed: Path, part: str):
    altered(packed, lambda parts: parts.pop(part))
    refused(packed, "不是本子的打包文件")


def test_a_proof_of_another_book_is_found(packed: Path):
    altered(packed, lambda parts: parts.update({"proof.json": b"{}"}))
    refused(packed, "不完整")


def test_a_package_of_a_newer_program_is_refused(packed: Path, tmp_path: Path):
    def newer(parts: dict[str, bytes]) -> None:
        (tmp_path / "proof.json").write_bytes(parts["proof.json"])
        proof = Proof.read(tmp_path)
        assert proof
        replace(proof, schema=SCHEMA + 1, version="9.0").write(tmp_path, bytes(32))
        parts["proof.json"] = (tmp_path / "proof.json").read_bytes()

    altered(packed, newer)
    refused(packed, "更新版本的程序")


def test_a_place_that_is_taken_is_left_alone(packed: Path, book: Book):
    with pytest.raises(Trouble, match="已经有了"):
        unpack(packed, book.folder)
    with Book.open(book.folder, VILLAGE, book.folder.parent / "replicas"):
        assert House.select().count() == 1


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_packing_that_is_cancelled_leaves_nothing(book: Book, tmp_path: Path, share: float):
    with pytest.raises(Cancelled):
        pack(book, tmp_path / "stick" / "兴县", stopping(share))
    assert names(tmp_path / "stick") == []


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_unpacking_that_is_cancelled_leaves_nothing(packed: Path, tmp_path: Path, share: float):
    with pytest.raises(Cancelled):
        unpack(packed, tmp_path / "stick" / "兴县", progress=stopping(share))
    assert names(tmp_path / "stick") == ["兴县.xupack"]


def stopping(share: float) -> Callable[[int, int], None]:
    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Cancelled

    return stop


def test_a_stick_that_is_pulled_while_packing_is_told(book: Book, tmp_path: Path):
    with pytest.raises(Trouble) as told:
        pack(book, tmp_path / "stick" / "兴县", lambda done, total: shutil.rmtree(tmp_path / "stick", True))
    assert told.value.remedy


def test_a_package_in_the_book_itself_is_refused(book: Book):
    with pytest.raises(Trouble, match="自己的文件夹"):
        pack(book, book.folder / "兴县")


def damage(book: Book) -> str:
    """Keep a sealed file and spoil it."""
    name = book.files.put(b"scan")
    book.files.sealed(name).write_bytes(b"nothing of the kind")
    return name


def test_a_damaged_file_that_no_record_names_stops_nothing(book: Book, tmp_path: Path):
    damage(book)
    assert pack(book, tmp_path / "stick" / "兴县")


def test_a_damaged_file_that_a_record_names_is_packed_with_all_the_rest_and_told(book: Book, tmp_path: Path):
    with book.deed("附件") as deed:
        deed.save(Scan(picture=damage(book)))
    package = pack(book, tmp_path / "stick" / "兴县")
    assert (lost_files(package), unpack(package, tmp_path / "乙").exists()) == (1, True)


@pytest.mark.parametrize("flag", [1, 0x20, 0x40, 0x800])
def test_a_flipped_flag_in_a_package_is_told(book: Book, tmp_path: Path, flag: int):
    package = pack(book, tmp_path / "兴县")
    content = bytearray(package.read_bytes())
    content[content.find(b"PK\x01\x02") + 8 + (flag >> 8)] ^= flag & 0xFF or flag >> 8
    package.write_bytes(content)
    with pytest.raises(Trouble, match="已经损坏"):
        unpack(package, tmp_path / "乙")


def test_a_stick_that_cannot_be_read_is_named_and_not_the_folder_written_to(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    package = pack(book, tmp_path / "兴县")

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("zipfile.ZipExtFile.read", fail)
    with pytest.raises(Trouble, match="xupack"):
        unpack(package, tmp_path / "乙")


def test_within_another_book_none_is_unpacked(packed: Path, tmp_path: Path):
    around = unpack(packed, tmp_path / "新电脑" / "兴县").folder
    with pytest.raises(Trouble, match="里面只放它自己的文件"):
        unpack(packed, around / "岚县")
    assert not (around / "岚县").exists()
