"""The keyring: the book key, in clear or wrapped by passwords and the recovery code."""

import errno
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.keyring import Keyring, new_book_key

KEY = bytes(range(32))
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wrapped() -> Keyring:
    """A closed keyring with two users."""
    return Keyring.of(KEY).with_password("王海燕", "一起上山去", KEY).with_password("小李", "secret1", KEY).closed()


@pytest.fixture
def written(wrapped: Keyring, tmp_path: Path) -> Path:
    """The same, as a file."""
    wrapped.write(tmp_path / "keyring.json")
    return tmp_path / "keyring.json"


def test_a_key_has_256_bits_and_is_random():
    assert len(new_book_key()) == 32
    assert new_book_key() != new_book_key()


def test_without_log_in_the_key_lies_open(tmp_path: Path):
    Keyring.of(KEY).write(tmp_path / "keyring.json")
    keyring = Keyring.read(tmp_path / "keyring.json")
    assert (keyring.free_key(), keyring.protected) == (KEY, False)


def test_a_keyring_of_the_first_format_opens_unchanged(tmp_path: Path):
    said = {"format": 1, "wrap": "none", "key": KEY.hex(), "check": Keyring.of(KEY).check}
    (tmp_path / "keyring.json").write_text(json.dumps(said))
    assert Keyring.read(tmp_path / "keyring.json").free_key() == KEY


def test_a_flipped_digit_of_an_open_key_is_found(tmp_path: Path):
    path = tmp_path / "keyring.json"
    Keyring.of(bytes(32)).write(path)
    path.write_text(path.read_text().replace("0000", "0001", 1))
    with pytest.raises(Trouble, match="钥匙文件损坏"):
        Keyring.read(path)


def test_a_closed_keyring_gives_the_key_to_nobody(written: Path):
    assert Keyring.read(written).protected
    assert KEY.hex() not in written.read_text()


def test_each_user_has_the_key_by_the_own_password(written: Path):
    keyring = Keyring.read(written)
    assert [keyring.unlock("王海燕", "一起上山去"), keyring.unlock("小李", "secret1")] == [KEY, KEY]


def test_names_are_listed_before_anybody_logs_in(written: Path):
    assert Keyring.read(written).names() == ["王海燕", "小李"]


def test_letters_typed_full_width_are_the_same_password(wrapped: Keyring):
    assert wrapped.unlock("小李", "ｓｅｃｒｅｔ１") == KEY


@pytest.mark.parametrize(("name", "password"), [("小李", "secret2"), ("小李", ""), ("小张", "secret1")])
def test_a_wrong_password_is_refused(wrapped: Keyring, name: str, password: str):
    with pytest.raises(Trouble, match="密码不对"):
        wrapped.unlock(name, password)


def test_a_changed_password_wraps_anew_in_the_same_place(wrapped: Keyring):
    changed = wrapped.with_password("王海燕", "新的密码词", KEY)
    assert (changed.unlock("王海燕", "新的密码词"), changed.names()) == (KEY, wrapped.names())
    with pytest.raises(Trouble):
        changed.unlock("王海燕", "一起上山去")


def test_who_was_taken_out_comes_in_no_more(wrapped: Keyring):
    with pytest.raises(Trouble):
        wrapped.without("小李").unlock("小李", "secret1")


def test_a_wrap_does_not_open_under_another_name(wrapped: Keyring):
    """Else a user could put the own password under the name of one with more rights."""
    stolen = replace(wrapped, wraps=(replace(wrapped.wraps[1], name="王海燕"),))
    with pytest.raises(Trouble):
        stolen.unlock("王海燕", "secret1")


def test_two_users_with_one_password_have_nothing_in_common(wrapped: Keyring):
    first, second = Keyring.of(KEY).with_password("甲", "x", KEY).with_password("乙", "x", KEY).wraps
    assert not {first.salt, first.nonce, first.sealed} & {second.salt, second.nonce, second.sealed}


def test_a_damaged_wrap_is_told_as_damage_not_as_a_wrong_password(written: Path):
    said = json.loads(written.read_text())
    said["wraps"][1]["sealed"] = "00" + said["wraps"][1]["sealed"][2:]
    written.write_text(json.dumps(said))
    with pytest.raises(Trouble, match="钥匙文件损坏"):
        Keyring.read(written).unlock("小李", "secret1")


def test_a_damaged_wrap_does_not_keep_the_others_out(written: Path):
    said = json.loads(written.read_text())
    said["wraps"][1]["sealed"] = "00" + said["wraps"][1]["sealed"][2:]
    written.write_text(json.dumps(said))
    assert Keyring.read(written).unlock("王海燕", "一起上山去") == KEY


@pytest.mark.parametrize(("part", "value"), [("memory", 1 << 40), ("time", 10**9), ("lanes", 0), ("salt", "zz")])
def test_a_wrap_that_no_program_made_is_damage(written: Path, part: str, value: object):
    said = json.loads(written.read_text())
    said["wraps"][0][part] = value
    written.write_text(json.dumps(said))
    with pytest.raises(Trouble, match="钥匙文件损坏"):
        Keyring.read(written)


def test_the_recovery_code_gives_the_key(wrapped: Keyring):
    keyring, code = wrapped.with_recovery(KEY)
    assert keyring.unlock_by_code(code) == KEY


def test_the_recovery_code_may_be_typed_carelessly(wrapped: Keyring):
    keyring, code = wrapped.with_recovery(KEY)
    assert keyring.unlock_by_code(f" {code.lower().replace('-', ' ')} ") == KEY


def test_a_new_code_ends_the_one_before(wrapped: Keyring):
    keyring, old = wrapped.with_recovery(KEY)
    keyring, _ = keyring.with_recovery(KEY)
    with pytest.raises(Trouble, match="恢复码不对"):
        keyring.unlock_by_code(old)


def test_a_book_without_code_says_so(wrapped: Keyring):
    with pytest.raises(Trouble, match="没有恢复码"):
        wrapped.unlock_by_code("x")


def test_what_the_log_in_page_reads_loads_no_driver_and_no_ciphers():
    heavy = "apsw", "peewee", "cryptography", "argon2"
    source = (
        "import sys; from xunion_desktop.store import folder, keyring, shelf; "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENODEV, errno.EACCES])
def test_one_that_the_disk_does_not_give_is_told(tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch):
    def fail(_path: Path) -> bytes:
        raise OSError(number, "pulled")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(Trouble, match=r"keyring\.json"):
        Keyring.read(tmp_path / "keyring.json")


@pytest.mark.parametrize("content", ["[" * 100_000, "[]", "null"])
def test_one_that_is_nothing_of_the_kind_is_damaged(tmp_path: Path, content: str):
    (tmp_path / "keyring.json").write_text(content)
    with pytest.raises(Trouble, match="损坏"):
        Keyring.read(tmp_path / "keyring.json")
