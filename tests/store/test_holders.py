"""Users of a book: log-in, forgotten password, changed password, no log-in; and what the log says of them."""

import shutil
from pathlib import Path

import pytest

from tests.store.village import VILLAGE, House
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.attempts import Refused
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.log import Logged
from xunion_desktop.store.unlocking import ByCode, ByPassword, Unlock

WANG = ("王海燕", "一起上山去")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed protected book that holds one house, made once."""
    home = tmp_path_factory.mktemp("protected")
    with Book.create(home / "甲", VILLAGE, home / "replicas", WANG) as book, book.deed("新增") as deed:
        deed.save(House(name="东院"))
    return home / "甲"


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "甲")
    return tmp_path / "甲"


def opened(folder: Path, unlock: Unlock | None = None) -> Book:
    return Book.open(folder, VILLAGE, folder.parent / "replicas", unlock)


def log(book: Book, event: Logged) -> list[str]:
    return [line.sentence for line in book.log_lines(event=event)]


def test_the_owner_of_a_new_book_is_logged_in(tmp_path: Path):
    with Book.create(tmp_path / "甲", VILLAGE, tmp_path / "replicas", WANG) as book:
        assert (book.user, book.keys.protected, book.keys.names()) == ("王海燕", True, ["王海燕"])


def test_a_protected_book_does_not_open_without_a_log_in(folder: Path):
    with pytest.raises(Trouble, match="要登录才能打开"):
        opened(folder)


def test_the_right_password_opens_it(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        assert (House.get().name, book.user) == ("东院", "王海燕")


def test_a_wrong_password_does_not_and_leaves_the_book_free(folder: Path):
    with pytest.raises(Refused, match="密码不对"):
        opened(folder, ByPassword("王海燕", "不是这个"))
    with opened(folder, ByPassword(*WANG)):
        pass


def test_every_deed_carries_who_is_logged_in(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        with book.deed("新增") as deed:
            deed.save(House(name="西院"))
        book.undo()
        assert {line.user for line in book.deeds()} == {"王海燕"}


def test_a_deed_may_name_another_user(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        with book.deed("新增", user="小李") as deed:
            deed.save(House(name="西院"))
        assert book.deeds()[0].user == "小李"


def test_log_ins_are_logged_apart_from_the_deeds(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        (last, first) = book.log_lines(event=Logged.LOGIN)
        assert (last.user, last.word, first.machine) == ("王海燕", "登录", last.machine)
        assert [line.label for line in book.deeds()] == ["新增"]


def test_wrong_passwords_are_logged_after_the_next_log_in(folder: Path):
    for name in ("王海燕", "小偷"):
        with pytest.raises(Refused):
            opened(folder, ByPassword(name, "猜一个"))
    with opened(folder, ByPassword(*WANG)) as book:
        told = log(book, Logged.FAILED)
    assert ["王海燕" in told[1], "不在名单里的名字" in told[0]] == [True, True]
    assert not (folder / "attempts.json").exists()


def test_a_log_in_does_not_take_the_redo_away(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        book.undo()
    with opened(folder, ByPassword(*WANG)) as book:
        assert book.redo().done


def test_a_forgotten_password_loses_nothing(folder: Path):
    """R60: the recovery code gives a new password, nothing is lost."""
    with opened(folder, ByPassword(*WANG)) as book:
        code = book.keys.new_recovery_code()
    with opened(folder, ByCode(code)) as book:
        book.keys.set_password("王海燕", "新的密码词")
        assert log(book, Logged.LOGIN)[0] == "用恢复码打开。"
    with opened(folder, ByPassword("王海燕", "新的密码词")):
        assert House.get().name == "东院"


def test_the_code_before_opens_until_the_new_one_is_on_paper(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        old = book.keys.new_recovery_code()
        book.keys.confirm_recovery(old)
        new = book.keys.new_recovery_code()
        assert (book.keys.has_recovery, book.keys.recovery_confirmed) == (True, False)
    for code in (old, new):
        opened(folder, ByCode(code)).close()
    with opened(folder, ByPassword(*WANG)) as book:
        book.keys.confirm_recovery(new)
        assert book.keys.recovery_confirmed
    opened(folder, ByCode(new)).close()
    with pytest.raises(Refused, match="恢复码不对"):
        opened(folder, ByCode(old))


def test_only_the_fresh_code_is_confirmed(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        lost = book.keys.new_recovery_code()
        fresh = book.keys.new_recovery_code()
        with pytest.raises(Trouble, match="已经换掉了"):
            book.keys.confirm_recovery(lost)
        assert not book.keys.recovery_confirmed
        book.keys.confirm_recovery(fresh)
    opened(folder, ByCode(fresh)).close()


def test_the_printed_code_may_be_printed_again_beside_a_fresh_one(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        printed = book.keys.new_recovery_code()
        book.keys.confirm_recovery(printed)
        book.keys.new_recovery_code()
        book.keys.confirm_recovery(printed)
        assert not book.keys.recovery_confirmed


def test_a_code_that_was_never_printed_is_not_confirmed(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        assert (book.keys.has_recovery, book.keys.recovery_confirmed) == (False, False)
        book.keys.new_recovery_code()
    with opened(folder, ByPassword(*WANG)) as book:
        assert (book.keys.has_recovery, book.keys.recovery_confirmed) == (True, False)


def test_half_a_letter_in_a_password_is_no_bug(folder: Path):
    with pytest.raises(Refused):
        opened(folder, ByPassword("王海燕", "\ud83d"))


def test_a_mistyped_code_is_told_and_costs_no_wait(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        code = book.keys.new_recovery_code()
    wrong = ("B" if code[0] == "A" else "A") + code[1:]
    for _ in range(5):
        with pytest.raises(Refused, match="恢复码输错了") as told:
            opened(folder, ByCode(wrong))
        assert told.value.wait == 0


def test_a_changed_password_does_not_touch_the_book(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        key = book.keys.key
        book.keys.change_password("王海燕", WANG[1], "新的密码词")
    with opened(folder, ByPassword("王海燕", "新的密码词")) as book:
        assert book.keys.key == key
        assert "改了王海燕的密码。" in log(book, Logged.KEYS)


def test_who_does_not_know_the_old_password_cannot_change_it(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book, pytest.raises(Refused):
        book.keys.change_password("王海燕", "不是这个", "新的密码词")


def test_a_locked_window_is_opened_by_the_password(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        book.keys.confirm(*WANG)
        with pytest.raises(Refused):
            book.keys.confirm("王海燕", "不是这个")


def test_another_user_comes_in_by_the_own_password(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        book.keys.set_password("小李", "xiaoli-8")
    with opened(folder, ByPassword("小李", "xiaoli-8")) as book:
        assert book.user == "小李"


def test_the_last_who_can_open_the_book_is_not_taken_out(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        book.keys.set_password("小李", "xiaoli-8")
        book.keys.remove("王海燕")
        with pytest.raises(Trouble, match="最后一个"):
            book.keys.remove("小李")
        assert book.keys.names() == ["小李"]


def test_a_short_password_is_refused(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book, pytest.raises(Trouble, match="至少 6 个字符"):
        book.keys.set_password("小李", "12345")


def test_a_book_without_log_in_may_ask_for_one_from_now_on(book: Book):
    assert (book.keys.protected, book.keys.in_clear, book.user) == (False, True, "")
    book.keys.protect(*WANG)
    book.close()
    with pytest.raises(Trouble, match="要登录"):
        opened(book.folder)


def test_a_protected_book_may_do_without(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        kept_by_the_system = book.keys.open_for_all()
        assert kept_by_the_system is not book.keys.in_clear
    with opened(folder):
        assert House.get().name == "东院"


def test_passwords_lie_nowhere_in_the_folder(folder: Path):
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert WANG[1].encode() not in kept


def test_the_key_of_a_protected_book_lies_nowhere_in_the_folder(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        key = book.keys.key
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not any(form in kept for form in (key, key.hex().encode()))


def test_a_keyring_says_who_can_open_before_anybody_does(folder: Path):
    keyring = Keyring.read(BookFolder.of(folder).keyring)
    assert (keyring.protected, keyring.names()) == (True, ["王海燕"])


def test_heads_are_kept_when_the_password_changes(folder: Path):
    with opened(folder, ByPassword(*WANG)) as book:
        book.keys.set_password("王海燕", "新的密码词")
    keyring = Keyring.read(BookFolder.of(folder).keyring)
    assert keyring.heads.heads
    assert keyring.unlock("王海燕", "新的密码词") == book.keys.key


def test_a_new_book_with_a_short_password_is_not_made(tmp_path: Path):
    with pytest.raises(Trouble, match="至少 6 个字符"):
        Book.create(tmp_path / "乙", VILLAGE, tmp_path / "replicas", ("王海燕", "12345"))
    assert not (tmp_path / "乙").exists()


def test_a_damaged_keyring_is_not_written_over_at_close_as_if_it_were_whole(tmp_path: Path):
    folder, replicas = tmp_path / "甲", tmp_path / "replicas"
    with Book.create(folder, VILLAGE, replicas, ("王海燕", "春天的杏花开了")) as book:
        book.keys.set_password("李明", "冬天的雪下大了")
    keyring = folder / "keyring.json"
    keyring.write_text(keyring.read_text(encoding="utf-8").replace("李明", "李朋"), encoding="utf-8")
    with (
        Book.open(folder, VILLAGE, replicas, ByPassword("王海燕", "春天的杏花开了")) as book,
        book.deed("新增") as deed,
    ):
        deed.save(House(name="东院"))
    assert not Keyring.read(keyring).whole
