"""Where the program keeps things on this PC."""

from xunion_desktop.basics.places import PORTABLE_MARK, find_places


def test_all_lies_under_the_users_own_folder(tmp_path):
    places = find_places(tmp_path / "program", tmp_path / "home")
    assert {places.data.parent, places.settings.parent, places.logs.parent} == {tmp_path / "home"}


def test_a_portable_program_keeps_all_beside_itself(tmp_path):
    (tmp_path / PORTABLE_MARK).touch()
    places = find_places(tmp_path, tmp_path / "home")
    assert places.settings.parent == tmp_path / "data"


def test_versions_in_folders_of_their_own_share_the_data_beside_them(tmp_path):
    folders = tmp_path / "程序-0.1.0", tmp_path / "程序-0.2.0"
    for folder in (tmp_path, *folders):
        folder.mkdir(exist_ok=True)
        (folder / PORTABLE_MARK).touch()
    assert {find_places(folder).data for folder in folders} == {tmp_path / "data" / "books"}


def test_a_mark_above_an_installed_program_means_nothing(tmp_path):
    (tmp_path / PORTABLE_MARK).touch()
    assert find_places(tmp_path / "program", tmp_path / "home").settings.parent == tmp_path / "home"


def test_without_a_home_the_system_names_the_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("XUNION_HOME")
    assert "xunion_desktop" in find_places(tmp_path).data.parts


def test_another_home_can_be_named(tmp_path, monkeypatch):
    monkeypatch.setenv("XUNION_HOME", str(tmp_path / "第二个县"))
    assert find_places(tmp_path).data == tmp_path / "第二个县" / "books"


def test_a_stick_may_have_another_letter_today(tmp_path):
    places = find_places(tmp_path / "program", tmp_path / "F")
    book = places.data / "兴县" / "兴县.xunion"
    book.parent.mkdir(parents=True)
    book.touch()
    assert places.today(tmp_path / "E" / "books" / "兴县" / "兴县.xunion") == book
    assert places.today(tmp_path / "E" / "books" / "岚县" / "岚县.xunion").parts[-4:-2] == ("E", "books")


def test_a_book_that_is_where_it_was_stays_there(tmp_path):
    places = find_places(tmp_path / "program", tmp_path / "home")
    for folder in (places.data / "兴县", tmp_path / "别处" / "兴县"):
        folder.mkdir(parents=True)
        (folder / "兴县.xunion").touch()
    assert places.today(tmp_path / "别处" / "兴县" / "兴县.xunion").parent == tmp_path / "别处" / "兴县"


def test_looking_for_places_writes_nothing(tmp_path):
    find_places(tmp_path, tmp_path / "home")
    assert list(tmp_path.iterdir()) == []
