"""What is due for the safety of the book: copies, what 体检 found, records that are lost, users, the recovery sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime

from xunion_desktop.basics.disk import write_whole
from xunion_desktop.basics.duty import Duty, Urgency
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.book import Book
from xunion_desktop.store.clock import moment
from xunion_desktop.store.deeds import latest_deeds
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.lost import losses

from .backup_lines import DAYS
from .pc_clock import set_back
from .practice import stamped
from .settling import to_settle
from .values import SECOND_DAYS, dated_number

BACKUP_RULE, CHECK_RULE, USERS_RULE = "备份与恢复", "体检", "用户与权限"
_CHECKED = "check.json"


def duties(today: date) -> list[Duty]:
    """Give what is due; a place that cannot be read just now is told by 体检, not here."""
    backups = Backups.of_the_open_book()
    if backups is None:
        return []
    with suppress(Trouble):
        copies = (*_here(backups, today), *_unproved(backups, today), *_second(backups, today))
        copies += tuple(_faults(backups, today))
        return [
            *_clock(today),
            *_lost(today),
            *copies,
            *_users(today),
            *_sheet(Keyring.read(backups.book_place.keyring), today),
        ]
    return []


def note_faults(book: Book, now: datetime, faults: int) -> None:
    """Keep, beside the backups of this PC, how many faults 体检 found in the book."""
    place = Backups.under(book.backups_root, book).place
    with suppress(OSError):  # a PC on which this cannot be written has other lines in 体检
        place.mkdir(parents=True, exist_ok=True)
        said = {"time": now.isoformat(timespec="seconds"), "faults": faults}
        write_whole(place / _CHECKED, json.dumps(said).encode())


def _clock(today: date) -> Iterator[Duty]:
    """What is due, and what is dated, goes by a clock that stands before the last deed."""
    if said := set_back():
        yield Duty(
            "请先校准电脑的时间", today, CHECK_RULE, said.removesuffix("。"), Urgency.RED, deed="去看", page="check"
        )


def _lost(today: date) -> Iterator[Duty]:
    """An older database lies in the place of the book's: a backup is brought back, or an administrator says why not."""
    first = min((loss.line.time for loss in losses() if loss.noted is None), default="")
    if first:
        text, note = "操作记录在程序之外被去掉或换过", f"{first} 打开时发现；从那以前的备份恢复，或者写明原因"
        yield Duty(text, today, BACKUP_RULE, note, Urgency.RED, deed="去恢复", page="backup")


def _sheet(keyring: Keyring, today: date) -> Iterator[Duty]:
    """A recovery sheet that was never printed opens nothing when it is needed."""
    if keyring.protected and (keyring.recovery is None or keyring.coming is not None):
        note = "忘了密码，只有恢复单能打开本子"
        yield Duty("恢复单还没有印出来", today, USERS_RULE, note, Urgency.RED, deed="去印", page="users")


def _users(today: date) -> Iterator[Duty]:
    told = to_settle()
    if told:
        text = f"恢复备份以后，有 {len(told)} 个用户要核对"
        yield Duty(text, today, USERS_RULE, "请管理员来核对", Urgency.RED, deed="去核对", page="users")


def _here(backups: Backups, today: date) -> Iterator[Duty]:
    """What was done before today lies in no proved backup of this PC: the last copies were given up, or failed.

    Those of the practice county are nobody's.
    """
    done = next(latest_deeds(1), None)
    if done is None or moment(done.clock).date() >= today or stamped() or not backups.behind:
        return
    made = (one for one in backups.all() if one.proved and one.time.astimezone().date() <= today)
    last, note = next(made, None), f"最后一次操作是 {done.time}；本子坏了，只有备份能找回来"
    days = (today - last.time.astimezone().date()).days if last else DAYS
    if days > 0:
        text = f"这台电脑已经 {days} 天没有备份" if last else "这台电脑还没有备份"
        urgency = Urgency.RED if days >= DAYS else Urgency.AMBER
        yield Duty(text, today, BACKUP_RULE, note, urgency, deed="去备份", page="backup")


def _unproved(backups: Backups, today: date) -> Iterator[Duty]:
    last = next(iter(backups.all()), None)
    if last is not None and not last.proved:
        text = "最近一次备份没有通过验证"
        yield Duty(text, today, BACKUP_RULE, last.fault, Urgency.RED, deed="去备份", page="backup")


def _second(backups: Backups, today: date) -> Iterator[Duty]:
    """Nothing is said of a book that was never copied at all: it was begun just now."""
    days, last = dated_number(SECOND_DAYS, today), backups.last_second()
    first = next(reversed(backups.all()), None)
    begun = last or (first.time if first is not None else None)
    if days is None or begun is None or (passed := (today - begun.astimezone().date()).days) <= days:
        return
    text = f"第二处备份已经 {passed} 天没有做" if last else "还没有第二处备份"
    note = "请插上优盘；电脑坏了，靠的就是它"
    yield Duty(text, today, BACKUP_RULE, note, Urgency.AMBER, deed="去备份", page="backup")


def _faults(backups: Backups, today: date) -> Iterator[Duty]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((backups.place / _CHECKED).read_bytes())
        if int(said["faults"]) > 0:
            text, note = f"体检在本子里查出 {int(said['faults'])} 处问题", f"{str(said['time'])[:10]} 查的"
            yield Duty(text, today, CHECK_RULE, note, Urgency.RED, deed="去看", page="check")
