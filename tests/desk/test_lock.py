"""The lock: after some minutes without a touch, or at once; nothing of the window can be seen or done meanwhile."""

import errno
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.exceptions import capture_exceptions
from shiboken6 import delete

from tests.desk.county import ROOM, TODAY, Union
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.settings import Settings
from xunion_desktop.desk.copying_clock import CopyingClock
from xunion_desktop.desk.desk import Desk
from xunion_desktop.desk.lock import MINUTES_SETTING, Lock, minutes_of
from xunion_desktop.desk.locking import Locking
from xunion_desktop.desk.moments import spoken
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.record import columns_of

OWNER, WORD = "王海燕", "一起上山去"


@pytest.fixture
def protected(tmp_path):
    with Book.create(tmp_path / "兴县", (Union,), tmp_path / "replicas", (OWNER, WORD)) as book:
        yield book


@pytest.fixture
def window(qtbot):
    shown = QLineEdit("看得见的内容")
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def locking(furniture, protected, window):
    made = Locking(furniture)
    desk = Desk(protected, TODAY, (ROOM,), furniture)
    made.watch(window, desk)
    made.desk = desk  # kept alive by the test
    yield made
    made.forget()


def lock_and_come_back(locking, protected, window, qtbot):
    """The window goes, the door knows the user, and his password brings the window back."""
    locking.lock()
    assert not window.isVisible()
    page = locking.door.page
    assert page.password.name.currentText() == protected.user
    page.password.password.setText(WORD)
    page.password.deed.click()
    qtbot.waitUntil(window.isVisible, timeout=20_000)


def test_minutes_are_those_of_this_pc(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    assert minutes_of(settings) == 10
    settings.set(MINUTES_SETTING, 30)
    assert minutes_of(settings) == 30
    for odd in ("bad", None, -5, 10**12):
        settings.set(MINUTES_SETTING, odd)
        assert minutes_of(settings) == 10


@pytest.fixture
def lock(furniture, qapp):
    made = Lock(furniture.settings)
    made.watch(on=True)
    yield made
    made.watch(on=False)


def test_a_touch_begins_the_wait_anew(lock, window):
    lock._timer.stop()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert lock._timer.isActive()
    assert lock._timer.interval() == 10 * 60_000


def test_what_is_no_touch_does_not(lock, window):
    lock._timer.stop()
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    assert not lock._timer.isActive()


def test_a_pc_may_never_lock(lock, furniture):
    furniture.settings.set(MINUTES_SETTING, 0)
    lock.watch(on=True)
    assert not lock._timer.isActive()


def test_nothing_is_waited_for_without_log_in(lock, window):
    lock.watch(on=False)
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
    assert not lock._timer.isActive()


def test_ctrl_l_in_any_window_is_due_at_once(lock, window, qtbot):
    over = QLineEdit("查找")
    qtbot.addWidget(over)
    over.show()
    with qtbot.waitSignal(lock.due):
        QTest.keyClick(over, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert over.text() == "查找"


def test_other_keys_are_not(lock, window, qtbot):
    with qtbot.assertNotEmitted(lock.due):
        QTest.keyClick(window, Qt.Key.Key_L)
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def test_when_it_is_due_the_window_is_hidden_behind_the_log_in(locking, window):
    locking._watch.due.emit()
    assert not window.isVisible()
    assert locking.door.page.isVisible()


def test_the_password_brings_it_back(locking, window, qtbot):
    locking.lock()
    page = locking.door.page
    page.password.password.setText(WORD)
    page.password.deed.click()
    qtbot.waitUntil(window.isVisible, timeout=20_000)
    assert locking.door is None


def test_a_wrong_password_does_not(locking, window, qtbot):
    locking.lock()
    locking.door.page.password.password.setText("一起下山去")
    locking.door.page.password.deed.click()
    qtbot.waitUntil(lambda: locking.door.page.password.note is not None, timeout=20_000)
    assert not window.isVisible()


def test_nothing_stays_in_clear_behind_it(locking, protected):
    union = Union(name="示例小学工会", phone="13912347120")
    with protected.deed("新增") as deed:
        deed.save(union)
    column = columns_of(Union)["phone"]
    locking.desk.privacy.reveal(union, column, "核对电话")
    locking.lock()
    assert not locking.desk.privacy.shows(union, column)


@pytest.fixture
def revealed(locking, protected):
    """A phone shown in clear."""
    union = Union(name="示例小学工会", phone="13912347120")
    with protected.deed("新增") as deed:
        deed.save(union)
    locking.desk.privacy.reveal(union, columns_of(Union)["phone"], "核对电话")
    return union


def test_a_number_copied_in_clear_does_not_stay_in_the_clipboard(locking, revealed):
    locking.desk.privacy.cover(revealed)
    QApplication.clipboard().setText("电话 13912347120")
    locking.lock()
    assert QApplication.clipboard().text() == ""


def test_other_words_stay_in_it(locking, revealed):
    QApplication.clipboard().setText("示例小学工会")
    locking.lock()
    assert QApplication.clipboard().text() == "示例小学工会"


def test_a_keyring_that_cannot_be_read_locks_and_unlocks_all_the_same(locking, protected, window, qtbot):
    protected.place.keyring.write_text("nothing")
    lock_and_come_back(locking, protected, window, qtbot)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENODEV, errno.EACCES, errno.ENOENT])
def test_a_stick_that_was_pulled_locks_and_unlocks_all_the_same(locking, protected, window, qtbot, monkeypatch, number):
    def pulled(asked):
        def ask(path, *given, **said):
            if path.is_relative_to(protected.folder):
                raise OSError(number, "pulled")
            return asked(path, *given, **said)

        return ask

    for name in ("read_bytes", "stat"):
        monkeypatch.setattr(Path, name, pulled(getattr(Path, name)))
    lock_and_come_back(locking, protected, window, qtbot)


def fail():
    raise Trouble("读写磁盘出错。")


@pytest.mark.parametrize(("flush", "sentences"), [(fail, ["读写磁盘出错。"]), (lambda: False, [])])
def test_drafts_that_cannot_be_kept_do_not_keep_it_open(locking, window, said, flush, sentences):
    window.flush = flush
    locking.lock()
    assert not window.isVisible()
    assert locking.door.page.note.title.text().startswith("有填了还没保存的内容存不进本子")
    assert [note.text for note in said] == sentences


def test_it_tells_when_it_is_locked_and_by_whom_unlocked(locking, window, qtbot):
    with qtbot.waitSignal(locking.locked):
        locking.lock()
    with qtbot.waitSignal(locking.unlocked) as told:
        locking.forget()
    assert told.args == [False]


def test_what_lies_over_the_window_is_closed(locking, qtbot):
    over = QLineEdit("查找")
    qtbot.addWidget(over)
    over.show()
    locking.lock()
    assert not over.isVisible()


def test_a_book_without_log_in_is_never_locked(furniture, book, window):
    made = Locking(furniture)
    desk = Desk(book, TODAY, (ROOM,), furniture)
    made.watch(window, desk)
    made.lock()
    assert window.isVisible()
    assert made.door is None
    assert not made._watch._timer.isActive()


# the backups that make themselves


@pytest.fixture
def clock(book, furniture, backups):
    return CopyingClock(
        book, lambda reason, progress: backups.make(book, reason, progress), furniture.jobs, furniture.messages
    )


@pytest.fixture
def backups(book):
    return Backups.under(book.backups_root, book)


def write(book):
    with book.deed("新增") as deed:
        deed.save(Union(name="示例小学工会"))


def test_a_changed_book_is_copied_when_it_is_time(clock, book, backups, finish, qtbot):
    write(book)
    with qtbot.waitSignal(clock.made) as made:
        clock.look()
    finish()
    assert made.args[0].proved
    assert [backup.reason for backup in backups.all()] == ["自动"]


def test_it_is_not_copied_again_while_nothing_changed(clock, book, backups, finish):
    write(book)
    clock.look()
    finish()
    clock.look()
    finish()
    assert len(backups.all()) == 1


@pytest.fixture
def gone():
    """How often somebody went on."""
    return []


def leave(clock, gone, qtbot):
    """Leave the book, and wait until one may go."""
    assert not clock.leave(lambda: gone.append("gone"))
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)


def test_leaving_copies_what_was_changed_since_and_goes_on_then(clock, book, backups, gone, qtbot):
    write(book)
    leave(clock, gone, qtbot)
    assert [backup.reason for backup in backups.all()] == ["退出"]
    assert clock.leave(lambda: gone.append("again"))
    assert gone == ["gone"]


def test_who_changed_nothing_may_go_at_once(clock, book, backups, finish, gone):
    write(book)
    clock.look()
    finish()
    assert clock.leave(lambda: gone.append("gone"))
    assert (gone, len(backups.all())) == ([], 1)


def test_nothing_keeps_anybody_from_leaving(clock, book, gone, qtbot):
    write(book)
    book.backups_root.mkdir(parents=True, exist_ok=True)
    clock._backups.place.parent.mkdir(parents=True, exist_ok=True)
    clock._backups.place.write_bytes(b"in the way")
    clock.copy_before("导入前", lambda _done, _all: None)
    assert clock.leave(lambda: gone.append("gone")) or not qtbot.waitUntil(lambda: bool(gone))
    assert clock._backups.place.read_bytes() == b"in the way"


@pytest.mark.parametrize("at_the_end", [True, False])
def test_a_copy_that_fails_is_told_and_logged(clock, book, gone, qtbot, finish, furniture, caplog, at_the_end):
    said = []
    furniture.messages.said.connect(said.append)

    def full(_reason, _progress):
        raise Trouble("磁盘满了。", "请清理磁盘。")

    write(book)
    clock.copy = full
    if at_the_end:
        leave(clock, gone, qtbot)
    else:
        clock.look()
        finish()
    assert [note.text for note in said] == ["磁盘满了。"]
    assert [line.getMessage().partition(":")[0] for line in caplog.records] == ["no backup"]


def test_who_does_not_want_to_wait_leaves_no_half_copy(clock, book, backups, gone, qtbot):
    write(book)
    clock.leaving.connect(lambda job: job.cancel())
    leave(clock, gone, qtbot)
    left = list(backups.place.iterdir()) if backups.place.is_dir() else []
    assert (backups.all(), [path for path in left if path.name != "files"]) == ([], [])


def test_what_was_given_up_is_made_up_for_by_the_next_one(clock, book, furniture, backups, gone, finish, qtbot):
    write(book)
    clock.leaving.connect(lambda job: job.cancel())
    leave(clock, gone, qtbot)
    again = CopyingClock(book, lambda why, told: backups.make(book, why, told), furniture.jobs, furniture.messages)
    again.look()
    finish()
    assert [backup.reason for backup in backups.all()] == ["自动"]


def test_whoever_asked_last_goes_on(clock, book, gone, qtbot):
    write(book)
    assert not clock.leave(lambda: gone.append("first"))
    assert not clock.leave(lambda: gone.append("second"))
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)
    assert gone == ["second"]


def test_a_book_left_at_once_is_copied_no_more(clock, book, backups, gone):
    write(book)
    clock.forgo()
    assert clock.leave(lambda: gone.append("gone"))
    assert backups.all() == []


def test_a_book_that_is_not_left_after_all_is_copied_when_it_is(clock, book, backups, gone, qtbot):
    write(book)
    clock.forgo()
    clock.go_on()
    leave(clock, gone, qtbot)
    assert [backup.reason for backup in backups.all()] == ["退出"]


def test_the_status_line_says_when(clock, book, finish):
    assert clock.last() == ""
    write(book)
    clock.look()
    finish()
    assert clock.last().startswith("上次备份 今天 ")


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, "今天 08:31"),
        (1, "昨天 08:31"),
        (4, "11-20 08:31"),
        (-4, "11-28 08:31"),
        (330, "2025-12-29 08:31"),
        (-5000, "2040-08-02 08:31"),
    ],
)
def test_a_moment_is_said_as_one_says_it(ago, words):
    now = datetime(2026, 11, 24, 8, 31).astimezone()
    assert spoken(now - timedelta(days=ago), now) == words


def test_a_book_that_cannot_be_read_is_told_once_not_every_minute(clock, book, furniture, monkeypatch):
    said = []
    furniture.messages.said.connect(said.append)

    def damaged():
        raise Trouble("本子的数据库损坏了。")

    monkeypatch.setattr(book, "heads", damaged)
    monkeypatch.setattr("xunion_desktop.store.backup.EVERY", timedelta(0))
    clock.look()
    clock.look()
    assert [note.text for note in said] == ["本子的数据库损坏了。"]


def test_a_lock_on_its_way_out_asks_nothing_of_qt(tmp_path, qapp):
    """It hears every event of the program, those of its own end too."""
    lock = Lock(Settings(tmp_path / "settings.json"))
    delete(lock)
    with capture_exceptions() as told:
        assert lock.eventFilter(qapp, QEvent(QEvent.Type.ChildRemoved)) is False
    assert told == []
