"""check: says nothing is wrong, or names the entry that was touched outside the program."""

import apsw
import pytest

from xunion_desktop.store.database import unlock
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring


@pytest.fixture
def tampered(county):
    """The county's book after somebody with the key and a tool of the driver was at it."""
    place = BookFolder.of(county)
    key = Keyring.read(place.keyring).free_key()
    assert key is not None
    database = apsw.Connection(str(place.database))
    unlock(database, key)
    database.execute("UPDATE store_journal SET plain = CAST('{}' AS BLOB) WHERE kind = 'branch' AND number % 100 = 7")
    database.close()
    return county


def test_a_book_as_the_program_left_it_is_whole(run, county):
    said = run("check", "--book", county)
    assert (said.code, said.out.startswith("没有发现问题")) == (0, True)


def test_a_tampered_journal_is_told_by_entry(run, tampered):
    said = run("check", "--book", tampered)
    assert said.code == 1
    assert "变更记录第 " in said.out
    assert "内容被改过" in said.out
    assert "导入" in said.out


def test_the_findings_are_told_to_a_program(run, tampered):
    data = run("check", "--book", tampered, "--json").data
    assert data["whole"] is False
    first = data["findings"][0]
    assert (first["level"], bool(first["deed"]), "内容被改过" in first["sentence"]) == ("error", True, True)


def test_a_whole_book_is_told_to_a_program(run, county):
    assert run("check", "--book", county, "--json").data == {"whole": True, "findings": []}


def test_backups_may_be_held_against_it(run, county):
    run("check", "--book", county)  # closing keeps the heads
    assert run("check", "--book", county, "--backups", county).code == 0


def test_a_book_that_is_not_there_is_trouble(run):
    assert run("check", "--book", "nowhere").code == 3
