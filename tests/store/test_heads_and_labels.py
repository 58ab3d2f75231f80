"""Heads are signed by the book key; labels are chained by hashes of their own; keys of one purpose tell nothing."""

import sys
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.book import Book
from xunion_desktop.store.checking import check
from xunion_desktop.store.ciphers import derived
from xunion_desktop.store.entries import DeedEntry, LabelEntry
from xunion_desktop.store.erasure import erase
from xunion_desktop.store.heads import Head, SignedHeads
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.labels import chained_deeds
from xunion_desktop.store.record import BLANK
from xunion_desktop.store.unlocking import ByCode, ByPassword, key_of

KEY = bytes(range(32))
HEADS = (Head("a1", "people", 7, b"\x01" * 32), Head("a1", "store", 9, b"\x02" * 32))


def test_heads_are_read_as_they_were_written():
    signed = SignedHeads.of(HEADS, KEY)
    assert SignedHeads.read(signed.said()) == signed


@pytest.mark.parametrize("forged", [HEADS[:1], (), (HEADS[0]._replace(number=8), HEADS[1]), HEADS[::-1]])
def test_heads_that_were_changed_are_not_genuine(forged: tuple[Head, ...]):
    signed = SignedHeads.of(HEADS, KEY)
    assert signed.genuine(KEY)
    assert not SignedHeads(forged, signed.signature).genuine(KEY)


def test_heads_of_another_key_are_not_genuine():
    assert not SignedHeads.of(HEADS, bytes(32)).genuine(KEY)


def test_a_book_that_was_never_closed_has_none_and_that_is_genuine():
    assert SignedHeads().genuine(KEY)


def test_each_purpose_has_a_key_of_its_own():
    keys = {KEY, derived(KEY, b"files"), derived(KEY, b"heads"), derived(bytes(32), b"files")}
    assert len(keys) == 4
    assert {len(key) for key in keys} == {32}


@pytest.fixture
def labelled(book: Book) -> Book:
    with book.deed("新增房屋 东院") as deed:
        deed.save(House(name="东院"))
    with book.deed("新增房屋 东院") as deed:
        deed.save(House(name="东院"))
    return book


def test_the_same_label_has_another_hash_each_time(labelled: Book):
    first, second = chained_deeds().values()
    assert first.label != second.label


def test_a_blanked_label_keeps_its_hash(labelled: Book):
    before = chained_deeds()
    erase(labelled, House.select().order_by(House.id).get(), "本人要求")
    after = chained_deeds()
    assert all(after[key] == told for key, told in before.items())
    labels = [entry.label for entry in DeedEntry.select().order_by(DeedEntry.clock)]
    assert sorted(labels[:2]) == ["新增房屋 东院", f"新增房屋 {BLANK}"]


def test_a_deed_of_an_older_program_is_chained_with_its_label(labelled: Book):
    with labelled.database.writing():
        labelled.database.write(f'DELETE FROM "{LabelEntry._meta.table_name}" WHERE 1 = ?', [(1,)])
    assert {told.label for told in chained_deeds().values()} == {"新增房屋 东院"}
    assert [finding.sentence for finding in check(labelled)]


def test_without_log_in_nobody_is_asked():
    assert key_of(Keyring.of(KEY), None) == KEY


def test_who_has_no_password_is_told_what_to_do():
    with pytest.raises(Trouble, match="要登录才能打开") as told:
        key_of(Keyring.of(KEY).with_password("甲", "secret", KEY).closed(), None)
    assert "恢复码" in told.value.remedy


@pytest.mark.skipif(sys.platform == "win32", reason="there the key of the other tests is kept by the system")
def test_a_book_whose_key_stayed_on_another_pc_opens_by_the_code():
    keyring, code = Keyring.of(KEY).with_recovery(KEY)
    moved = Keyring(check=keyring.check, recovery=keyring.printed().recovery, machine_key=True)
    with pytest.raises(Trouble, match="原来那台电脑"):
        key_of(moved, None)
    assert key_of(moved, ByCode(code)) == KEY


def test_passwords_are_not_shown_where_bugs_are_told():
    assert "secret" not in repr(ByPassword("甲", "secret")) + repr(ByCode("secret"))
    assert KEY.hex() not in repr(Keyring.of(KEY))
    assert repr(KEY) not in repr(Keyring.of(KEY))


def test_a_book_is_opened_or_made_with_a_log_in(tmp_path: Path):
    Book.create(tmp_path / "甲", VILLAGE, tmp_path / "replicas", ("王海燕", "一起上山去")).close()
    keyring = Keyring.read(tmp_path / "甲" / "keyring.json")
    key = keyring.unlock("王海燕", "一起上山去")
    with Book.open_or_create(tmp_path / "甲", VILLAGE, tmp_path / "replicas", lambda _: key) as book:
        assert book.keys.keyring.fits(key)
