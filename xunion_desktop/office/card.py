"""The card of the office: its registers. It has no tab; the window's menu 设置 opens its page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from xunion_desktop.basics.duty import Duty
from xunion_desktop.basics.room import MenuPage, RegisterCard, Room, SheetCard


def _records() -> tuple[type, ...]:
    from .records import RECORDS

    return RECORDS


def _values(today: date) -> Any:
    from .registers import values_register

    return values_register(today)


def _prefixes(today: date) -> Any:
    from .registers import prefixes_register

    return prefixes_register(today)


def _words(today: date) -> Any:
    from .registers import words_register

    return words_register(today)


def _holidays(today: date) -> Any:
    from .registers import holidays_register

    return holidays_register(today)


def _longest_sheet() -> Mapping[str, str]:
    from .recovery import longest_sheet

    return longest_sheet()


def _page(desk: Any) -> Any:
    from .tab import office_page

    return office_page(desk)


def _register_page(register_id: str, desk: Any) -> Any:
    from .pages.value_pages import register_page

    return register_page(desk, register_id)


def _duties(today: date) -> list[Duty]:
    from .duties import duties

    return duties(today)


def _journal(desk: Any) -> Any:
    from .pages.journal_page import JournalPage

    return JournalPage(desk)


def _bin(desk: Any) -> Any:
    from .pages.bin_page import BinPage

    return BinPage(desk)


def _users(desk: Any) -> Any:
    from .pages.users_page import UsersPage

    return UsersPage(desk)


def _password(desk: Any) -> Any:
    from .pages.password_page import PasswordPage

    return PasswordPage(desk)


def _backups(desk: Any) -> Any:
    from .pages.backup_page import BackupPage

    return BackupPage(desk)


def _check(desk: Any) -> Any:
    from .pages.check_page import CheckPage

    return CheckPage(desk)


ROOM = Room(
    id="office",
    title="本单位资料",
    records=_records,
    registers=(
        RegisterCard("values", "年度数值", _values),
        RegisterCard("prefixes", "代字", _prefixes),
        RegisterCard("words", "词表", _words),
        RegisterCard("holidays", "节假日", _holidays),
    ),
    sheets=(SheetCard("office/recovery_sheet", "恢复单", ("本子", "恢复码"), _longest_sheet),),
    duties=_duties,
    page=_page,
    ground=("dated_value", "entry"),
    help="office",
    menu=(
        MenuPage("values", "年度数值", partial(_register_page, "values")),
        MenuPage("words", "词表", partial(_register_page, "words")),
        MenuPage("holidays", "节假日", partial(_register_page, "holidays")),
        MenuPage("users", "用户与权限", _users, admin=True),
        MenuPage("password", "改密码", _password, locked=True),
        MenuPage("journal", "操作记录", _journal),
        MenuPage("bin", "回收站", _bin),
        MenuPage("backup", "备份与恢复", _backups),
        MenuPage("check", "体检", _check),
    ),
)
