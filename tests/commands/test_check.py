"""check: says nothing is wrong, or names the entry that was touched outside the program."""

from contextlib import closing

import apsw
import pytest

from xunion_desktop.store.database import unlock
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring


@pytest.fixture
def driver(county):
    """The county's database in the hands of somebody who has the key and a tool of the driver."""
    place = BookFolder.of(county)
    key = Keyring.read(place.keyring).free_key()
    assert key is not None
    with closing(apsw.Connection(str(place.database))) as database:
        unlock(database, key)
        yield database


@pytest.fixture
def tampered(county, driver):
    """The county's book after many entries were altered."""
    driver.execute("UPDATE store_journal SET plain = CAST('{}' AS BLOB) WHERE kind = 'branch' AND number % 100 = 7")
    driver.close()
    return county


def entry_of(driver, name):
    """The number of the first entry about a union, and the key of the union."""
    query = (
        "SELECT number, branch.id FROM branch JOIN store_journal ON store_journal.key = branch.id WHERE name = ?"
        " ORDER BY number"
    )
    return next(driver.execute(query, [name]))


def a_union(driver, place):
    """The name of the n-th union of the ledger."""
    return list(driver.execute("SELECT name FROM branch ORDER BY id"))[place][0]


def test_a_book_as_the_program_left_it_is_whole(run, county):
    said = run("check", "--book", county)
    assert (said.code, said.out.startswith("没有发现问题")) == (0, True)


def test_a_tampered_journal_is_told_by_entry(run, tampered):
    said = run("check", "--book", tampered)
    assert said.code == 1
    assert "变更记录第 " in said.out
    assert "内容被改过" in said.out
    assert "导入" in said.out


def test_a_value_altered_in_the_journal_is_told_by_its_entry(run, county, driver):
    name = a_union(driver, 40)
    number, _ = entry_of(driver, name)
    altered = "CAST(replace(CAST(plain AS TEXT), ?, '别的工会') AS BLOB)"
    driver.execute(f"UPDATE store_journal SET plain = {altered} WHERE number = ?", [name, number])
    driver.close()
    said = run("check", "--book", county)
    assert said.code == 1
    assert f"变更记录第 {number} 条（" in said.out
    assert name in next(line for line in said.out.splitlines() if f"第 {number} 条" in line)


def test_an_entry_taken_out_is_told_by_the_one_after_it(run, county, driver):
    number, _ = entry_of(driver, a_union(driver, 40))
    driver.execute("DELETE FROM store_journal WHERE number = ?", [number])
    driver.close()
    said = run("check", "--book", county)
    assert said.code == 1
    assert any(f"第 {number + 1} 条" in line and "前面少了记录" in line for line in said.out.splitlines())


def test_entries_that_changed_places_are_told(run, county, driver):
    one, other = (entry_of(driver, a_union(driver, place))[0] for place in (40, 80))
    for old, new in ((one, -1), (other, one), (-1, other)):
        driver.execute("UPDATE store_journal SET number = ? WHERE number = ?", [new, old])
    driver.close()
    said = run("check", "--book", county)
    assert said.code == 1
    assert all(f"变更记录第 {number} 条" in said.out for number in (one, other))


def test_a_record_altered_past_the_journal_is_told_by_name_and_field(run, county, driver):
    name = a_union(driver, 40)
    _, key = entry_of(driver, name)
    driver.execute("UPDATE branch SET name = '别的工会', sort_key = 'x' WHERE id = ?", [key])
    driver.close()
    said = run("check", "--book", county)
    assert said.code == 1
    assert "基层工会“别的工会”的工会名称在程序之外被改过" in said.out


def test_the_findings_are_told_to_a_program(run, tampered):
    data = run("check", "--book", tampered, "--json").data
    assert data["whole"] is False
    first = data["findings"][0]
    assert (first["level"], bool(first["deed"]), "内容被改过" in first["sentence"]) == ("error", True, True)


def test_a_whole_book_is_told_to_a_program(run, county):
    assert run("check", "--book", county, "--json").data == {"whole": True, "findings": []}


def test_backups_may_be_held_against_it(run, county, tmp_path):
    (tmp_path / "优盘").mkdir()
    run("backup", "--book", county, "--to", tmp_path / "优盘")
    assert run("check", "--book", county, "--backups", tmp_path / "优盘").code == 0


def test_what_is_no_backup_is_told(run, county):
    said = run("check", "--book", county, "--backups", county)
    assert said.code == 1
    assert "验证记录读不出来" in said.out


def test_a_book_that_is_not_there_is_trouble(run):
    assert run("check", "--book", "nowhere").code == 3
