"""A protected book in the window, from the first day to a lost password: as a clerk goes through it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.county import TODAY
from tests.desk.cut_text import cut_texts
from tests.desk.hands import write_in
from tests.window.backing_up import backed_up
from xunion_desktop import catalogue
from xunion_desktop.app import Program
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import EVERY_ROOM, Grant, Level, Role
from xunion_desktop.branches.demo import demo
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.desk.messages import Note
from xunion_desktop.desk.waiting_page import WaitingPage
from xunion_desktop.home.pages.welcome import WelcomePage
from xunion_desktop.office.access import add_user, found, write_grants
from xunion_desktop.office.filling import fill
from xunion_desktop.office.pages.password_page import PasswordPage
from xunion_desktop.office.pages.recovery_page import RecoveryPage
from xunion_desktop.office.pages.users_page import UsersPage
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.log import Logged
from xunion_desktop.store.unlocking import ByPassword
from xunion_desktop.window import MainWindow

OWNER, WORD = "王海燕", "一起上山去"
READER, CLERK = "李明", "张春梅"


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A protected county with three users, closed; and its recovery code."""
    folder = tmp_path_factory.mktemp("protected")
    classes = catalogue.record_classes()
    with Book.create(folder / "兴县", classes, folder / "replicas", (OWNER, WORD)) as book:
        fill(book)
        found(book, OWNER)
        demo(book, branches=12, members=500, seed=1, today=TODAY)
        add_user(book, READER, Role.READER, WORD)
        add_user(book, CLERK, Role.CLERK, WORD)
        code = book.keys.new_recovery_code()
        book.keys.confirm_recovery(code)
    return folder / "兴县", code


@pytest.fixture
def code(made_once: tuple[Path, str]) -> str:
    return made_once[1]


@pytest.fixture
def path(made_once: tuple[Path, str], tmp_path: Path) -> Path:
    shutil.copytree(made_once[0], tmp_path / "兴县")
    return tmp_path / "兴县"


@pytest.fixture
def door(program: Program, path: Path) -> LoginPage:
    program.open(path)
    assert isinstance(program.window, LoginPage)
    return program.window


def main(program: Program) -> MainWindow:
    assert isinstance(program.window, MainWindow)
    return program.window


def log_in(program: Program, qtbot: QtBot, name: str = OWNER, word: str = WORD) -> MainWindow:
    page = program.window
    assert isinstance(page, LoginPage)
    page.password.choose(name)
    page.password.password.setText(word)
    page.password.deed.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    window = main(program)
    window.leave_page(window.page)  # it asks for the own union first
    window.resize(1366, 697)
    return window


@pytest.fixture
def window(program: Program, door: LoginPage, qtbot: QtBot) -> MainWindow:
    return log_in(program, qtbot)


@pytest.fixture
def as_reader(program: Program, door: LoginPage, qtbot: QtBot) -> MainWindow:
    return log_in(program, qtbot, READER)


def entries(window: MainWindow) -> list[str]:
    window.menu.aboutToShow.emit()
    return [action.text().partition("\t")[0] for action in window.menu.actions()]


def quiet(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.furniture.jobs.busy)


# the first day


@pytest.fixture
def first_day(program: Program, qtbot: QtBot) -> MainWindow:
    program.start("", demo=False)
    page = program.window
    assert isinstance(page, WelcomePage)
    page.go()
    page.owner.owner.setText(OWNER)
    page.owner.password.first.setText(WORD)
    page.owner.password.second.setText(WORD)
    page.go()
    page.go()
    qtbot.waitUntil(lambda: isinstance(getattr(program.window, "page", None), RecoveryPage), timeout=10_000)
    return main(program)


def test_a_password_at_the_first_start_makes_a_protected_book_of_ones_own(
    program: Program, first_day: MainWindow
) -> None:
    book = first_day.desk.book
    assert book.keys.protected
    assert book.user == OWNER
    assert first_day.desk.rights.is_admin


def test_its_recovery_sheet_is_shown_to_be_printed(first_day: MainWindow) -> None:
    page = first_day.page
    assert isinstance(page, RecoveryPage)
    texts = [stroke.text for stroke in page._pages[0].strokes() if hasattr(stroke, "text")]
    (code,) = [text for text in texts if text.count("-") == 4]
    assert first_day.desk.book.keys.keyring.unlock_by_code(code) == first_day.desk.book.keys.key


def test_the_code_is_kept_nowhere(program: Program, first_day: MainWindow, tmp_path: Path) -> None:
    page = first_day.page
    assert isinstance(page, RecoveryPage)
    texts = [stroke.text for stroke in page._pages[0].strokes() if hasattr(stroke, "text")]
    (code,) = [text for text in texts if text.count("-") == 4]
    page.taken = True
    page.leave()
    program.close()
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert kept
    for spelling in (code, code.replace("-", "")):
        assert [file for file in kept if spelling.encode() in file.read_bytes()] == []


def test_without_a_password_the_book_opens_for_everybody(program: Program, qtbot: QtBot) -> None:
    program.start("", demo=False)
    page = program.window
    assert isinstance(page, WelcomePage)
    for _step in range(3):
        page.go()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=10_000)
    assert not main(program).desk.book.keys.protected
    assert not isinstance(main(program).page, RecoveryPage)


# any day


def test_a_protected_book_begins_with_its_log_in(door: LoginPage) -> None:
    assert [door.password.name.itemText(place) for place in range(3)] == [OWNER, READER, CLERK]


def test_who_logs_in_is_in_the_status_line_and_every_deed_is_his(program: Program, window: MainWindow) -> None:
    assert window.status.left.text().startswith("王海燕（管理员）")
    branch = Branch.alive().first()
    branch.remark = "核对过"
    with window.desk.book.deed("改备注") as deed:
        deed.save(branch)
    assert window.desk.book.deeds(1)[0].user == OWNER


def test_the_last_log_in_is_told(program: Program, door: LoginPage, qtbot: QtBot) -> None:
    said: list[str] = []
    program.furniture.messages.said.connect(lambda note: said.append(f"{note.text}：{note.second}"))
    log_in(program, qtbot)
    log_out(program, qtbot)
    log_in(program, qtbot)
    assert said[0].startswith("王海燕，已登录：上次登录 2")
    assert [text.startswith("王海燕，已登录：上次登录 ") for text in said] == [True, True]


def test_the_door_shows_who_was_in_as_what_and_how_much_is_in_the_book(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    log_out(program, qtbot)
    page = program.window
    assert isinstance(page, LoginPage)
    assert page.password.name.currentText() == f"{OWNER}　管理员"
    assert page.password.foot.text().startswith("上次登录 今天 ")
    assert any("已加密　•　11 家基层工会" in label.text() for label in page.findChildren(QLabel))


def log_out(program: Program, qtbot: QtBot) -> None:
    program.leaving.log_out()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage))


def test_wrong_passwords_meanwhile_are_told(program: Program, door: LoginPage, qtbot: QtBot) -> None:
    said: list[str] = []
    program.furniture.messages.said.connect(lambda note: said.append(note.second))
    door.password.password.setText("不知道的密码")
    door.password.deed.click()
    qtbot.waitUntil(lambda: door.password.note is not None)
    log_in(program, qtbot)
    assert said[0].endswith("这中间输错过 1 次密码，不是您输错的请告诉管理员。")


def test_log_out_is_written_down_and_lets_another_in(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    log_out(program, qtbot)
    again = log_in(program, qtbot, CLERK)
    assert again.desk.book.user == CLERK
    assert again.desk.book.log_lines(1, Logged.LOGOUT)[0].user == OWNER


def test_another_book_may_be_opened_from_the_log_in(program: Program, door: LoginPage) -> None:
    door.password.other_button.click()
    assert isinstance(program.window, WelcomePage)


def test_a_lost_password_is_replaced_with_the_code_and_nothing_is_lost(
    program: Program, door: LoginPage, code: str, qtbot: QtBot
) -> None:
    door.password.forgot_button.click()
    door.code.code.setText(code)
    door.code.name.setCurrentIndex(door.code.name.findData(OWNER))
    door.code.first.setText("另外一个密码")
    door.code.second.setText("另外一个密码")
    door.code.deed.click()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    assert main(program).desk.book.user == OWNER
    assert Branch.alive().count() == 12
    log_out(program, qtbot)
    log_in(program, qtbot, OWNER, "另外一个密码")


# the lock


def test_ctrl_l_locks_and_the_password_unlocks_the_same_page(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    window.open_tab("branches")
    page: Any = window.page
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(page.list.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.locking.door is not None)
    assert not window.isVisible()
    locked = program.locking.door
    assert locked is not None
    locked.page.password.password.setText(WORD)
    locked.page.password.deed.click()
    qtbot.waitUntil(window.isVisible)
    assert window.page is page


def test_what_was_typed_is_kept_when_it_locks(program: Program, window: MainWindow) -> None:
    window.open_tab("branches")
    form = window.page.panel.form  # type: ignore[attr-defined]
    write_in(form.editor("remark").field, "写到一半")
    window.lock_wanted.emit()
    assert window.desk.book.drafts.load(form.place()) == {"remark": "写到一半"}


def test_another_may_log_in_instead(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    window.lock_wanted.emit()
    locked = program.locking.door
    assert locked is not None
    locked.page.password.other_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage))
    assert log_in(program, qtbot, CLERK).desk.book.user == CLERK
    assert program.locking.door is None


def test_a_locked_window_is_copied_too_before_it_closes(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    backups = Backups.under(window.desk.book.backups_root, window.desk.book)
    window.lock_wanted.emit()
    assert program.locking.door is not None
    page = program.locking.door.page
    assert not page.close()
    assert page.findChildren(WaitingPage)
    qtbot.waitUntil(page.isHidden, timeout=20_000)
    assert [backup.reason for backup in backups.all()] == ["退出"]


def test_a_window_unlocked_after_a_shutdown_was_called_off_is_copied_before_it_closes(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    backups = Backups.under(window.desk.book.backups_root, window.desk.book)
    window.lock_wanted.emit()
    program.leaving.session_ends(None)
    assert program.locking.door is not None
    program.locking.door.page.password.password.setText(WORD)
    program.locking.door.page.password.deed.click()
    qtbot.waitUntil(window.isVisible)
    window.close()
    qtbot.waitUntil(window.isHidden, timeout=20_000)
    assert [backup.reason for backup in backups.all()] == ["退出"]


# rights


def test_a_reader_is_offered_no_users_and_writes_nothing(as_reader: MainWindow) -> None:
    assert "用户与权限" not in entries(as_reader)
    assert {"改密码", "锁屏", "退出登录"} <= set(entries(as_reader))
    as_reader.open_tab("branches")
    assert not as_reader.page.add_button.isEnabled()  # type: ignore[attr-defined]
    texts = [words.text() for words in as_reader.page.findChildren(QLabel)]
    assert "您的角色是“查看”，“基层工会”只能看，不能改。" in texts


def test_a_reader_undoes_nothing_either(program: Program, as_reader: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    program.furniture.messages.said.connect(lambda note: said.append(note.text))
    as_reader.desk.undo()
    quiet(program, qtbot)
    qtbot.waitUntil(lambda: bool(said))
    assert "只能看，不能改" in said[-1]
    assert Branch.alive().count() == 12


def test_a_room_that_may_not_be_seen_has_no_tab_and_is_not_found(
    program: Program, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    with Book.open(path, catalogue.record_classes(), tmp_path / "replicas", ByPassword(OWNER, WORD)) as book:
        write_grants(book, {(Role.READER, "branches"): Grant(Level.HIDDEN)})
    program.open(path)
    window = log_in(program, qtbot, READER)
    assert "branches" not in window._rooms
    assert [room.id for room in window.desk.rooms if room.search and room.id == "branches"] == []
    assert all("branch" not in deed.kinds for deed in window.desk.deeds(50))


# users


@pytest.fixture
def users(window: MainWindow) -> UsersPage:
    window.open_menu_page("users")
    page = window.page
    assert isinstance(page, UsersPage)
    return page


def names(page: UsersPage) -> list[tuple[str, str]]:
    model = page.users.model
    return [(model.index(row, 0).data(), model.index(row, 2).data()) for row in range(model.rowCount())]


def test_a_user_is_added_and_logs_in(program: Program, users: UsersPage, qtbot: QtBot) -> None:
    card = users.users
    card.name.setText("赵敏")
    card.new.first.setText("第一次的密码")
    card.new.second.setText("第一次的密码")
    card.add_button.click()
    quiet(program, qtbot)
    assert ("赵敏", "在用") in names(users)
    log_out(program, qtbot)
    assert log_in(program, qtbot, "赵敏", "第一次的密码").desk.rights.role is Role.CLERK


def choose(page: UsersPage, name: str) -> None:
    page.users.table.selectRow([known for known, _ in names(page)].index(name))


def test_a_user_is_stopped_after_a_question(program: Program, users: UsersPage, qtbot: QtBot) -> None:
    asked = []
    program.furniture.messages.said.connect(asked.append)
    choose(users, READER)
    users.users.stop_button.click()
    asked[-1].answers[0].act()
    assert (READER, "停用") in names(users)
    log_out(program, qtbot)
    page = program.window
    assert isinstance(page, LoginPage)
    assert page.password.name.findText(READER) == -1


def test_a_password_is_reset_without_the_old_one(program: Program, users: UsersPage, qtbot: QtBot) -> None:
    choose(users, READER)
    for field in users.users.again.lines:
        field.setText("重设的密码")
    users.users.password_button.click()
    quiet(program, qtbot)
    log_out(program, qtbot)
    log_in(program, qtbot, READER, "重设的密码")


def test_a_role_is_changed(program: Program, users: UsersPage) -> None:
    choose(users, READER)
    users.users.role.setCurrentText(Role.TREASURER)
    users.users.role_button.click()
    assert users.users.user is not None
    assert users.users.user.role == Role.TREASURER


def test_the_last_administrator_is_not_stopped(program: Program, users: UsersPage) -> None:
    notes = []
    program.furniture.messages.said.connect(notes.append)
    choose(users, OWNER)
    users.users.stop_button.click()
    notes[-1].answers[0].act()
    assert "唯一的管理员" in notes[-1].text
    assert (OWNER, "在用") in names(users)


def test_rights_are_changed_as_one_deed(window: MainWindow, users: UsersPage) -> None:
    shown = users.rights.lists[Role.READER, EVERY_ROOM]
    assert not users.rights.save_button.isEnabled()
    shown.setCurrentIndex(shown.findText("不可见"))
    shown.activated.emit(shown.currentIndex())
    assert users.rights.changed() == {(Role.READER, EVERY_ROOM): Grant(Level.HIDDEN)}
    users.rights.save_button.click()
    assert window.desk.book.deeds(1)[0].label == "改各角色的权限"
    assert not users.rights.save_button.isEnabled()


def test_a_new_code_makes_the_old_one_void_once_it_is_on_paper(
    program: Program, window: MainWindow, users: UsersPage, code: str, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asked = []
    program.furniture.messages.said.connect(asked.append)
    users.code_button.click()
    asked[-1].answers[0].act()
    qtbot.waitUntil(lambda: isinstance(window.page, RecoveryPage))
    keyring = window.desk.book.keys.keyring
    assert keyring.unlock_by_code(code) == window.desk.book.keys.key
    page = window.page
    assert isinstance(page, RecoveryPage)
    monkeypatch.setattr(program.furniture.files, "save", lambda *_asked: tmp_path / "恢复单.pdf")
    page.save_pdf()
    with pytest.raises(Trouble):
        window.desk.book.keys.keyring.unlock_by_code(code)


def test_minutes_are_chosen_for_this_pc(program: Program, users: UsersPage) -> None:
    users.minutes.setCurrentIndex(users.minutes.findData(30))
    users.minutes.activated.emit(users.minutes.currentIndex())
    assert program.locking.minutes == 30


def test_a_book_may_stop_to_ask_and_begin_again(
    program: Program, window: MainWindow, users: UsersPage, qtbot: QtBot
) -> None:
    asked = []
    program.furniture.messages.said.connect(asked.append)
    users.open_button.click()
    assert "谁打开这台电脑，谁就能看" in asked[-1].second
    asked[-1].answers[0].act()
    book = window.desk.book
    assert (book.keys.protected, book.user) == (False, "")
    users.name.setText(OWNER)
    for field in users.new.lines:
        field.setText("从此的密码")
    users.protect_button.click()
    qtbot.waitUntil(lambda: isinstance(window.page, RecoveryPage))
    assert (book.keys.protected, book.user) == (True, OWNER)
    assert "在这以前拷到别处的备份、打包文件、整个文件夹的复制件，不用密码就能打开" in asked[-1].second
    assert asked[-1].stays
    assert "退出登录" in entries(window)


def test_everybody_changes_his_own_password(program: Program, as_reader: MainWindow, qtbot: QtBot) -> None:
    as_reader.open_menu_page("password")
    page = as_reader.page
    assert isinstance(page, PasswordPage)
    page.old.setText(WORD)
    for field in page.new.lines:
        field.setText("自己改的密码")
    page.deed.click()
    quiet(program, qtbot)
    log_out(program, qtbot)
    log_in(program, qtbot, READER, "自己改的密码")


def test_a_wrong_old_password_changes_nothing(program: Program, as_reader: MainWindow, qtbot: QtBot) -> None:
    notes = []
    program.furniture.messages.said.connect(notes.append)
    as_reader.open_menu_page("password")
    page = as_reader.page
    assert isinstance(page, PasswordPage)
    page.old.setText("猜一个密码")
    for field in page.new.lines:
        field.setText("自己改的密码")
    page.deed.click()
    quiet(program, qtbot)
    assert notes[-1].text == "密码不对。"
    assert as_reader.page is page


# the recovery sheet


@pytest.fixture
def sheet(window: MainWindow, qtbot: QtBot) -> RecoveryPage:
    page = RecoveryPage(window.desk, window.desk.book.keys.new_recovery_code(), printers=[])
    window.show_page(page, "恢复单")
    return page


def test_leaving_without_paper_is_asked_about(program: Program, window: MainWindow, sheet: RecoveryPage) -> None:
    asked = []
    program.furniture.messages.said.connect(asked.append)
    sheet.leave()
    assert window.page is sheet
    assert asked[-1].text == "恢复单还没有打印，也没有存 PDF。"
    asked[-1].answers[0].act()
    assert window.page is not sheet


def test_closing_the_window_over_it_is_asked_about_too(
    program: Program, window: MainWindow, sheet: RecoveryPage, qtbot: QtBot
) -> None:
    asked: list[Note] = []
    program.furniture.messages.said.connect(asked.append)
    window.close()
    assert window.isVisible()
    assert asked[-1].text == "恢复单还没有打印，也没有存 PDF。"
    with qtbot.waitSignal(window.closed):
        asked[-1].answers[0].act()


def test_so_is_logging_out_over_it(program: Program, window: MainWindow, sheet: RecoveryPage, qtbot: QtBot) -> None:
    asked: list[Note] = []
    program.furniture.messages.said.connect(asked.append)
    window.log_out_wanted.emit()
    assert program.window is window
    asked[-1].answers[0].act()
    qtbot.waitUntil(lambda: isinstance(program.window, LoginPage))


def test_once_it_is_saved_the_window_closes_at_once(
    window: MainWindow, sheet: RecoveryPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.desk.files, "save", lambda *_asked: tmp_path / "恢复单.pdf")
    sheet.save_pdf()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_sheet_that_goes_with_what_lay_over_the_tab_says_so(
    program: Program, window: MainWindow, sheet: RecoveryPage
) -> None:
    said: list[Note] = []
    program.furniture.messages.said.connect(said.append)
    window.stack.clear_over(window.stack.tab)
    assert said[-1].text == "恢复单还没有打印，也没有存 PDF。"


def test_another_page_over_the_sheet_says_that_it_is_not_on_paper(
    program: Program, window: MainWindow, sheet: RecoveryPage
) -> None:
    said: list[Note] = []
    program.furniture.messages.said.connect(said.append)
    window.open_menu_page("users")
    assert said[-1].text == "恢复单还没有打印，也没有存 PDF。"
    assert "返回就看得到" in said[-1].second
    window.leave_page(window.page)
    assert window.page is sheet


def test_a_pdf_says_that_it_holds_the_code(
    program: Program, sheet: RecoveryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = []
    program.furniture.messages.said.connect(notes.append)
    monkeypatch.setattr(program.furniture.files, "save", lambda *_asked: tmp_path / "恢复单.pdf")
    sheet.save_pdf()
    assert (tmp_path / "恢复单.pdf").read_bytes().startswith(b"%PDF")
    assert "请删掉它" in notes[-1].second
    assert sheet.taken


def test_without_a_printer_it_can_still_be_saved(sheet: RecoveryPage) -> None:
    assert not sheet.print_button.isEnabled()
    assert sheet.pdf_button.isEnabled()


def test_nothing_of_it_is_in_the_print_register(window: MainWindow, sheet: RecoveryPage) -> None:
    assert window.desk.register("printings").count() == 0


@pytest.mark.parametrize("factor", [1.0, 1.75])
@pytest.mark.parametrize("page", ["users", "password", "sheet"])
def test_no_words_are_cut(window: MainWindow, qtbot: QtBot, page: str, factor: float) -> None:
    if page == "sheet":
        window.show_page(RecoveryPage(window.desk, "ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2", printers=[]), "恢复单")
    else:
        window.open_menu_page(page)
    window.set_text_size(factor)
    window.resize(1366, 697)
    qtbot.wait(30)
    assert cut_texts(window) == []
    assert window.height() <= 697


# backups by themselves


def test_an_import_copies_the_book_first(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    seen = []
    window.desk.before_long_deed(lambda done, total: seen.append((done, total)))
    qtbot.waitUntil(lambda: "上次备份 今天" in window.status.left.text())
    (backup,) = Backups.under(window.desk.book.backups_root, window.desk.book).all()
    assert backup.reason == "导入前"


def test_a_protected_book_is_restored_and_goes_on_under_its_user(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    page = backed_up(program, window, qtbot)
    assert program.book is not None
    with program.book.deed("新增工会") as deed:
        deed.save(Branch(name="兴县示例供电所工会"))
    page.restore(page.shown[0])
    qtbot.waitUntil(lambda: program.window is not window, timeout=20_000)
    assert isinstance(program.window, MainWindow)
    assert not Branch.alive().where(Branch.name == "兴县示例供电所工会").exists()
    assert program.book.user == OWNER
    assert program.book.keys.protected


def test_a_lock_while_the_last_copy_is_made_does_not_keep_the_program(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    union = Branch.alive().first()
    union.remark = "核对过"
    with window.desk.book.deed("改备注") as deed:
        deed.save(union)
    window.close()
    window.lock_wanted.emit()
    door = program.locking.door
    assert door is not None
    assert door.page.isVisible()
    qtbot.waitUntil(door.page.isHidden, timeout=20_000)
    assert window.isHidden()
