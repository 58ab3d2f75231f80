"""Where no book may come to be: with the practice county, and where the program keeps what is its own."""

from pathlib import Path

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.office.new_places import demand_new_place


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this PC for all that the program keeps, not made yet."""
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.parametrize("name", ["practice", "backups", "replicas", "logs", "books", "settings.json"])
def test_not_in_the_folders_of_the_program(home: Path, name: str):
    """The folder of the book itself counts: what is in that of the practice county is cleared with it."""
    with pytest.raises(Trouble, match="不能放"):
        demand_new_place(home / f"{name}.xunion")
    assert not home.exists()


@pytest.mark.parametrize("name", ["practice", "backups", "replicas", "logs"])
def test_nor_within_them(home: Path, name: str):
    with pytest.raises(Trouble, match="不能放"):
        demand_new_place(home / name / "兴县")


def test_nor_around_them(home: Path):
    for folder in (home.with_name("home.xunion"), home.parent):
        with pytest.raises(Trouble, match="程序自己要用的"):
            demand_new_place(folder)


def test_a_link_leads_to_the_same_place(home: Path, tmp_path: Path):
    home.mkdir()
    (tmp_path / "链接").symlink_to(home, target_is_directory=True)
    for name in ("backups.xunion", "practice/兴县"):
        with pytest.raises(Trouble, match="不能放"):
            demand_new_place(tmp_path / "链接" / name)


def test_so_does_a_path_from_within(home: Path, monkeypatch: pytest.MonkeyPatch):
    home.mkdir()
    monkeypatch.chdir(home)
    with pytest.raises(Trouble, match="不能放"):
        demand_new_place(Path("backups.xunion"))


def test_anywhere_else_it_may(home: Path, tmp_path: Path):
    for folder in (home / "books" / "兴县", tmp_path / "优盘" / "practice", home / "practice2"):
        demand_new_place(folder)
