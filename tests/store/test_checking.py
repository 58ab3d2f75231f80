"""The check: a whole book gives nothing, and whatever was done to it outside the program is found and named."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from tests.store.village import VILLAGE, House, Letter, Villager
from xunion_desktop.basics.problems import Level
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.bin import empty
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.database import unlock
from xunion_desktop.store.erasure import erase
from xunion_desktop.store.heads import SignedHeads
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.log import Logged
from xunion_desktop.store.restored import sentence_of

Tamper = Callable[..., None]


def told(book: Book, *backups: Path) -> list[str]:
    """What the check finds, without what is only good to know."""
    return [finding.sentence for finding in check(book, backups) if finding.level is not Level.HINT]


@pytest.fixture
def lived(book: Book) -> Book:
    """A book in which something of everything was done."""
    with book.deed("新增", user="小李") as deed:
        house = deed.save(House(name="东院", code="A1", built="2001-05"))
        deed.save(House(name="西院"))
        deed.save(Villager(name="甲", id_number="110101199001011234", house=house))
    house.name = "南院"
    with book.deed("改名") as deed:
        deed.save(house)
    with book.deed("删") as deed:
        deed.delete(Villager.get())
    book.undo()
    book.redo()
    with book.deed("发文") as deed:
        deed.save(Letter(number="1号", about_kind="house", about_key=house.id))
    return book


@pytest.fixture
def tamper(lived: Book) -> Tamper:
    """Write into the database as somebody would who has the key and a tool of the driver."""

    def write(*statements: str) -> None:
        other = apsw.Connection(str(lived.place.database))
        unlock(other, lived.keys.key)
        for sql in statements:
            other.execute(sql)
        other.close()

    return write


def reopened(book: Book) -> Book:
    """The same book, closed and opened again."""
    book.close()
    return Book.open(book.folder, VILLAGE, book.folder.parent / "replicas")


def test_a_book_that_was_used_is_whole(lived: Book):
    assert check(lived) == []


def test_an_empty_book_is_whole(book: Book):
    assert check(book) == []


def test_an_altered_entry_is_named(lived: Book, tamper: Tamper):
    tamper("""UPDATE store_journal SET plain = '{"name":"北院"}' WHERE number = 2""")
    (first, *_) = told(lived)
    assert "变更记录第 2 条" in first
    assert "小李 新增，房屋“西院”" in first
    assert "内容被改过" in first


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("DELETE FROM store_journal WHERE number = 2", "前面少了记录"),
        ("UPDATE store_journal SET clock = clock + 1 WHERE number = 2", "与前一条接不上"),
        ("UPDATE store_journal SET clock = 1 << 62 WHERE number = 2", "与前一条接不上"),
        ("UPDATE store_journal SET clock = clock + 1 WHERE number = 1", "和它那台电脑的名称对不上"),
        ("UPDATE store_replica SET machine = '别人的电脑'", "和它那台电脑的名称对不上"),
        ("DELETE FROM store_replica", "和它那台电脑的名称对不上"),
        ("UPDATE store_deed SET role = 'logged' WHERE label = '改名'", "与前一条接不上"),
        ("UPDATE store_deed SET undoes = NULL WHERE role = 'undone'", "与前一条接不上"),
        ("UPDATE store_deed SET role = 'undone' WHERE label = '改名'", "说不通"),
        ("UPDATE store_deed SET role = 'redone' WHERE label = '改名'", "说不通"),
        ("UPDATE store_deed SET undoes = id WHERE label = '改名'", "说不通"),
        ("UPDATE store_deed SET fixed = NOT fixed WHERE label = '发文'", "与前一条接不上"),
        ("UPDATE store_deed SET kinds = 'villager' WHERE label = '改名'", "对不上"),
        ("UPDATE store_deed SET undone_by = id WHERE label = '改名'", "有没有撤销"),
        ("UPDATE store_deed SET undone_by = NULL WHERE role = 'undone'", "有没有撤销"),
        (
            "UPDATE store_deed SET label = '整理' WHERE label = '改名'; UPDATE store_label SET salt = NULL",
            "与前一条接不上",
        ),
        ("UPDATE store_deed SET label = '（已删除个人信息）'; UPDATE store_label SET salt = NULL", "与前一条接不上"),
        ("UPDATE store_deed SET label = '整理' WHERE label = '改名'", "与前一条接不上"),
        ("UPDATE store_deed SET user = '小王' WHERE label = '新增'", "与前一条接不上"),
        ("UPDATE store_label SET hash = x'00'", "与前一条接不上"),
        ("DELETE FROM store_deed WHERE label = '改名'", "与前一条接不上"),
        ("UPDATE store_deed SET count = 9 WHERE label = '改名'", "对不上"),
        ("UPDATE store_journal SET plain = NULL, secret = NULL, salt = NULL WHERE number = 1", "却没有清除的记录"),
        ("DELETE FROM store_journal WHERE number = (SELECT max(number) FROM store_journal)", "后面少了或多了记录"),
    ],
)
def test_a_touched_journal_is_found(lived: Book, tamper: Tamper, sql: str, sentence: str):
    tamper(sql)
    assert any(sentence in each for each in told(lived))


def test_entries_that_changed_places_are_found(lived: Book, tamper: Tamper):
    tamper(
        "UPDATE store_journal SET number = -1 WHERE number = 1",
        "UPDATE store_journal SET number = 1 WHERE number = 2",
        "UPDATE store_journal SET number = 2 WHERE number = -1",
    )
    assert "变更记录第 1 条" in told(lived)[0]


CUT = (
    "DELETE FROM store_journal WHERE deed IN (SELECT id FROM store_deed WHERE label = '发文')",
    "DELETE FROM store_deed WHERE label = '发文'",
    "DELETE FROM letter",
    "UPDATE store_head SET (number, chain) = (SELECT number, chain FROM store_journal ORDER BY number DESC LIMIT 1)",
)


def test_a_tail_cut_off_before_the_last_head_is_found(lived: Book, tamper: Tamper):
    with reopened(lived) as again:
        tamper(*CUT)
        assert ["本子的钥匙文件里记下的变更记录末尾" in each for each in told(again)] == [True]


def test_a_tail_cut_off_after_the_last_head_leaves_no_trace(lived: Book, tamper: Tamper):
    """As the threat model says."""
    tamper(*CUT)
    assert told(lived) == []


def test_heads_are_kept_at_close_and_signed(lived: Book):
    heads = tuple(lived.heads())
    lived.close()
    kept = Keyring.read(lived.place.keyring).heads
    assert (kept.heads, kept.genuine(lived.keys.key), kept.genuine(bytes(32))) == (heads, True, False)


def test_heads_that_somebody_changed_are_found(lived: Book):
    lived.close()
    said = json.loads(lived.place.keyring.read_text())
    said["heads"] = []
    lived.place.keyring.write_text(json.dumps(said))
    with reopened(lived) as again:
        assert any("末尾被改过" in each for each in told(again))
        assert any("钥匙文件有一处损坏" in each for each in told(again))


def test_the_heads_of_a_backup_must_lie_in_the_chain(lived: Book, tamper: Tamper, tmp_path: Path):
    backup = tmp_path / "2026-11-24_083100"
    backup.mkdir()
    lived.keys.keyring.with_heads(lived.heads(), lived.keys.key).write(backup / "keyring.json")
    assert told(lived, backup) == []
    tamper(*CUT)
    assert [each.startswith("备份 2026-11-24_083100") for each in told(lived, backup)] == [True]


TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.mark.parametrize(("hour", "level"), [(9, Level.ERROR), (11, Level.HINT), (12, Level.HINT), (13, Level.ERROR)])
def test_only_backups_between_the_copy_and_its_restore_may_know_more(
    lived: Book, tamper: Tamper, hour: int, level: Level
):
    """The copy of 10 o'clock is restored at 12; a tail cut off otherwise stays an error for good."""
    backups = Backups.under(lived.backups_root, lived)
    backup = backups.make(lived, "手动", now=TEN.replace(hour=hour))
    tamper(*CUT)
    with reopened(lived) as again:
        again.log(Logged.RESTORED, sentence_of((TEN + timedelta(hours=2)).astimezone(), TEN.astimezone(), ""))
        found = [finding for finding in check(again, [backup.folder]) if finding.sentence.startswith("备份")]
    assert {finding.level for finding in found} == {level}


def test_a_folder_of_backups_is_compared_whole(lived: Book, tamper: Tamper):
    backups = Backups.under(lived.backups_root, lived)
    made = [backups.make(lived, "手动") for _ in range(2)]
    assert told(lived, backups.place) == []
    assert told(lived, lived.backups_root) == []
    tamper(*CUT)
    said = "".join(told(lived, lived.backups_root))
    assert all(backup.folder.name in said for backup in made)


def test_a_damaged_backup_is_told(lived: Book):
    backup = Backups.under(lived.backups_root, lived).make(lived, "手动")
    (backup.folder / "proof.json").write_text("{}")
    assert ["只对照了它的钥匙文件" in each for each in told(lived, backup.folder)] == [True]
    (backup.folder / "keyring.json").write_text("{}")
    assert ["没有对照" in each for each in told(lived, backup.folder)] == [True]


def test_what_is_no_backup_of_this_book_is_told(lived: Book, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    Keyring.of(bytes(32)).write(tmp_path / "other" / "keyring.json")
    found = told(lived, tmp_path / "gone", tmp_path / "empty", tmp_path / "other")
    assert [each.partition("”")[2] for each in found] == [
        "，没有对照。",
        "里没有备份，没有对照。",
        "里没有这个本子的备份，没有对照。",
    ]


def test_heads_taken_out_of_a_keyring_are_told_and_stay_in_the_log(lived: Book):
    lived.close()
    replace(Keyring.read(lived.place.keyring), heads=SignedHeads()).write(lived.place.keyring)
    with reopened(lived) as again:
        assert any("没有变更记录的末尾" in each for each in told(again))
        assert any("没有变更记录的末尾" in line.sentence for line in again.log_lines())
    with reopened(lived) as again:
        assert any("没有变更记录的末尾" in each for each in told(again))


UNREADABLE = (
    "UPDATE house SET state = 5, name = x'ff' WHERE name = '西院'",
    "UPDATE villager SET house_id = NULL, name = x'00ff'",
    "UPDATE store_deed SET first = 'abc' WHERE label = '改名'",
    "UPDATE store_deed SET clock = 'abc' WHERE label = '改名'",
    "UPDATE store_deed SET label = x'ff' WHERE label = '改名'",
    "UPDATE store_journal SET clock = 'x' WHERE number = 2",
    "UPDATE store_journal SET number = 'x' WHERE number = 2",
    "UPDATE store_journal SET schema = 'x' WHERE number = 2",
    "UPDATE store_journal SET chain = 'xx' WHERE number = 2",
    "UPDATE store_journal SET plain = 'xx', salt = 5 WHERE number = 2",
    "UPDATE store_head SET chain = 'xx'",
    "UPDATE store_label SET salt = 'xx', hash = 7",
    "UPDATE store_replica SET machine = x'ff'",
)


@pytest.mark.parametrize("sql", UNREADABLE)
def test_whatever_is_written_with_a_tool_is_found_and_stops_no_check(lived: Book, tamper: Tamper, sql: str):
    tamper(sql)
    with reopened(lived) as again:
        assert told(again)
        assert not any("没能做完" in each for each in told(again))


def test_a_record_whose_title_cannot_be_read_is_named_by_its_key(
    lived: Book, tamper: Tamper, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(House, "title", lambda house: {"new": "新", "old": "旧"}[house.state])
    tamper("UPDATE house SET state = 'x' WHERE name = '西院'")
    (said,) = told(lived)
    assert "名称读不出来" in said
    assert "状态在程序之外被改过" in said


def test_what_is_sorted_and_searched_by_must_fit(lived: Book, tamper: Tamper):
    tamper("UPDATE house SET search_text = '' WHERE name = '西院'")
    assert told(lived) == ["房屋“西院”排序和查找用的内容，和它自己对不上。"]


def test_an_erasure_before_excuses_no_values_that_went_later(lived: Book, tamper: Tamper):
    house = House.get(House.name == "西院")
    erase(lived, house, "本人要求")
    house = House.get_by_id(house.id)
    house.remark = "又写了"
    with lived.deed("又写") as deed:
        deed.save(house)
    assert told(lived) == []
    tamper("UPDATE store_journal SET plain = NULL, secret = NULL, salt = NULL WHERE act = 'update' AND clock ="
           " (SELECT max(clock) FROM store_journal)")  # fmt: skip
    assert any("却没有清除的记录" in each for each in told(lived))


def test_a_record_altered_outside_is_named_with_its_field(lived: Book, tamper: Tamper):
    tamper("UPDATE house SET code = 'B2' WHERE name = '南院'")
    assert told(lived) == ["房屋“南院”的编号在程序之外被改过。"]


def test_a_record_removed_outside_is_found(lived: Book, tamper: Tamper):
    tamper("DELETE FROM house WHERE name = '西院'")
    assert told(lived) == ["一条房屋在程序之外被删掉了。"]


def test_a_record_added_outside_is_found(lived: Book, tamper: Tamper):
    tamper(
        "INSERT INTO house (id, sort_key, search_text, name, state, remark)"
        " VALUES ('0123456789abcdef0123456789abcdef', '', '', '黑户', 'new', '')"
    )
    assert told(lived) == ["房屋“黑户”不是程序写进去的，变更记录里没有它。"]


def test_a_record_hidden_outside_is_found(lived: Book, tamper: Tamper):
    tamper("UPDATE house SET deleted_at = '2026-01-01' WHERE name = '西院'")
    assert told(lived) == ["房屋“西院”在程序之外被删除或恢复过。"]


def test_a_link_that_leads_nowhere_is_found(lived: Book, tamper: Tamper):
    tamper("UPDATE villager SET house_id = 'nowhere'")
    assert "有一条村民指向的房屋不在本子里。" in told(lived)


def test_what_was_erased_and_taken_out_of_the_bin_is_no_fault(lived: Book):
    erase(lived, House.get(House.name == "西院"), "本人要求")
    empty(lived, datetime(2100, 1, 1, tzinfo=UTC))
    assert check(lived) == []


def test_an_impossible_date_is_a_doubt(lived: Book):
    with lived.deed("新增") as deed:
        deed.save(House(name="北院", built="2026-02-31"))
    (finding,) = check(lived)
    assert (finding.level, finding.sentence) == (Level.DOUBT, "房屋“北院”的建成不是一个可能的日期。")


def test_an_entry_about_nothing_is_a_doubt(lived: Book):
    with lived.deed("发文") as deed:
        deed.save(Letter(number="2号", about_kind="house", about_key="0" * 32))
    assert told(lived) == ["信件“2号”说的那条房屋不在本子里。"]


def test_a_file_that_nobody_names_is_good_to_know(lived: Book):
    lived.files.put(b"photo")
    (finding,) = check(lived)
    assert (finding.level, "1 个附件" in finding.sentence) == (Level.HINT, True)


def test_a_flipped_byte_in_the_database_is_found(lived: Book):
    with lived.deed("导入") as deed:
        deed.insert_many(House, [{"name": f"第{number}院", "remark": "长" * 300} for number in range(500)])
    lived.close()
    content = bytearray(lived.place.database.read_bytes())
    content[len(content) // 2] ^= 1
    lived.place.database.write_bytes(content)
    with reopened(lived) as again:
        assert told(again)


def test_progress_is_told(lived: Book):
    steps: list[tuple[int, int]] = []
    check(lived, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(number, 8) for number in range(8)]


def test_a_check_changes_nothing(lived: Book):
    before = (lived.heads(), len(lived.deeds()))
    check(lived)
    assert (lived.heads(), len(lived.deeds())) == before


def test_the_database_is_not_read_without_the_key(lived: Book):
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(lived.place.database).execute("SELECT * FROM store_journal")
