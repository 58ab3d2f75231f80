"""Which book a name means."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from xunion_desktop.basics.places import PORTABLE_MARK, find_places
from xunion_desktop.commands import grammar
from xunion_desktop.commands.console import WrongUsage
from xunion_desktop.commands.named_book import book_meant, book_to_restore


@pytest.fixture
def books(tmp_path) -> Path:
    """The books folder of this PC, as the commands find it."""
    return tmp_path / "data" / "books"


def put(folder: Path, name: str = "") -> Path:
    folder.mkdir(parents=True)
    marker = folder / f"{name or folder.name}.xunion"
    marker.touch()
    return marker


@pytest.mark.parametrize("where", ["兴县总工会", "兴县总工会.xunion"])
def test_a_book_among_those_of_the_program_is_found_by_its_name(books, where):
    marker = put(books / "兴县总工会")
    assert book_meant(where, books) == str(marker)


def test_a_book_is_called_as_its_marker_is(books):
    marker = put(books / "旧文件夹", "兴县")
    assert book_meant("兴县", books) == str(marker)


def test_the_practice_county_of_the_window_is_found_by_its_name(books):
    marker = put(books.parent / "practice" / "练习县")
    assert book_meant("练习县", books) == str(marker)


def test_one_in_the_current_folder_is_found_first_where_it_is_the_only_one(books):
    put(Path("兴县"))
    assert book_meant("兴县", books) == str(Path("兴县/兴县.xunion"))


def test_a_folder_here_that_is_no_book_is_not_meant(books):
    marker = put(books / "兴县")
    Path("兴县").mkdir()
    Path("兴县", "信.docx").touch()
    assert book_meant("兴县", books) == str(marker)


def test_two_of_one_name_are_told_with_their_places(books):
    put(books / "兴县")
    put(Path("兴县"))
    with pytest.raises(WrongUsage, match="不止一个") as told:
        book_meant("兴县", books)
    assert str(books / "兴县") in str(told.value)
    assert str(Path("兴县").absolute()) in str(told.value)


def test_among_its_own_books_the_program_finds_one_book_once(books, monkeypatch):
    put(books / "兴县")
    monkeypatch.chdir(books)
    assert Path(book_meant("兴县", books)).samefile(books / "兴县" / "兴县.xunion")


@pytest.mark.parametrize("where", ["./兴县", "别处/兴县", "兴县/", "..", ""])
def test_a_path_is_no_name(books, where):
    put(books / "兴县")
    assert book_meant(where, books) == where


@pytest.mark.parametrize("meant", [book_meant, book_to_restore])
def test_nothing_said_is_not_the_book_that_lies_here(books, monkeypatch, meant):
    monkeypatch.chdir(put(books / "兴县").parent)
    assert meant("", books) == ""


def test_what_a_restore_left_is_meant_by_its_folder_alone(books):
    left = put(books / "兴县（恢复前 2026-11-24 163722）", "兴县")
    assert book_meant("兴县", books) == "兴县"
    assert book_meant(left.parent.name, books) == str(left)


def test_a_lost_book_is_restored_among_those_of_the_window(books):
    assert book_to_restore("兴县.xunion", books) == str(books / "兴县")


@pytest.mark.parametrize("part", ["book.db", "keyring.json"])
def test_a_book_here_that_lost_its_marker_is_restored_here(books, part):
    Path("兴县").mkdir()
    Path("兴县", part).touch()
    assert book_to_restore("兴县", books) == "兴县"
    (books / "兴县").mkdir(parents=True)
    assert book_to_restore("兴县", books) == str(books / "兴县")


@pytest.mark.parametrize("lies_here", ["empty", "backups", "file"])
def test_what_is_no_book_here_does_not_get_the_one_that_is_restored(books, lies_here):
    """The stick that one stands in may hold a folder of that name, with the backups."""
    if lies_here == "file":
        Path("兴县").touch()
    else:
        Path("兴县").mkdir()
    if lies_here == "backups":
        Path("兴县", "2026-11-24_083100").mkdir()
    assert book_to_restore("兴县", books) == str(books / "兴县")


@pytest.mark.parametrize("meant", [book_meant, book_to_restore])
def test_a_name_too_long_for_any_folder_is_no_book(books, meant):
    books.mkdir(parents=True)
    put(books / "岚县")
    assert meant("兴" * 90, books).endswith("兴" * 90)


class OnABadDisk(type(Path())):  # type: ignore[misc]
    """A path on a disk with a bad sector, under the folder 坏的."""

    def stat(self, **how: bool) -> os.stat_result:
        if "坏的" in self.parts:
            raise OSError(errno.EIO, "Input/output error")
        return super().stat(**how)


def test_one_folder_that_cannot_be_looked_at_hides_no_other_book(books):
    marker = put(books / "旧文件夹", "兴县")
    (books / "坏的").mkdir()
    assert book_meant("兴县", OnABadDisk(books)) == str(marker)


def test_a_name_that_no_book_has_is_left_as_it_is(books):
    assert book_meant("兴县", books) == "兴县"


def test_the_portable_program_knows_the_books_beside_it(tmp_path):
    (tmp_path / "优盘").mkdir()
    (tmp_path / "优盘" / PORTABLE_MARK).touch()
    marker = put(tmp_path / "优盘" / "data" / "books" / "兴县")
    assert book_meant("兴县", find_places(tmp_path / "优盘").data) == str(marker)


# on the command line


@pytest.mark.parametrize(
    "arguments", [["--book", "兴县"], ["check", "--book", "兴县"], ["self-test", "--book", "兴县"]]
)
def test_the_window_and_every_command_take_a_name(books, arguments):
    marker = put(books / "兴县")
    assert grammar.read(arguments).book == str(marker)


@pytest.mark.parametrize("arguments", [[], ["self-test"], ["sample", "样张"]])
def test_without_a_book_none_is_opened_for_lying_here(books, monkeypatch, arguments):
    monkeypatch.chdir(put(books / "兴县").parent)
    assert grammar.read(arguments).book == ""


@pytest.mark.parametrize("arguments", [["demo"], ["unpack", "兴县.xupack"]])
def test_a_new_book_is_made_where_it_is_said(books, arguments):
    put(books / "兴县")
    assert grammar.read([*arguments, "--book", "兴县"]).book == "兴县"


def test_a_book_of_the_program_is_checked_by_its_name(run, county, books):
    shutil.copytree(county, books / "兴县总工会")
    (books / "兴县总工会" / "county.xunion").rename(books / "兴县总工会" / "兴县总工会.xunion")
    assert run("check", "--book", "兴县总工会").code in {0, 1}


def test_a_name_too_long_is_told(run, books):
    put(books / "岚县")
    said = run("check", "--book", "兴" * 90)
    assert (said.code, "程序出错" in said.err) == (3, False)


def test_a_name_that_two_books_have_is_wrong_usage(run, books):
    put(books / "兴县")
    put(Path("兴县"))
    said = run("check", "--book", "兴县")
    assert (said.code, said.err.startswith("用法不对：叫“兴县”的本子不止一个")) == (2, True)
