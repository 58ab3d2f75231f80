"""体检 of the backups: the latest is whole and young, the older ones are read in turn, there is a second place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.gateway import Progress
from xunion_desktop.store.shelf import Backup

from .condition import Line, State
from .values import SECOND_DAYS, dated_number

DAYS = 3  # after so many without a backup it is told
_HERE, _SECOND = "备份", "第二处备份"
_MAKE = "请到“备份与恢复”立即备份。"
_SHOWN = "%Y-%m-%d %H:%M"


def backup_lines(backups: Backups, key: bytes, now: datetime, progress: Progress | None = None) -> Iterator[Line]:
    """Read the latest backup again and one of the older ones, which may be damaged by now; say how all are."""
    read: list[Backup] = []
    try:
        read.extend(backups.prove_in_turn(key, progress))  # those before a Trouble stay in it
    except Trouble as trouble:
        yield Line(_HERE, State.MEND, trouble.sentence, trouble.remedy)
    every = backups.all()
    yield latest(every, read, now)
    yield from damaged(every[1:])
    yield from ahead(every, now)
    yield second(backups.last_second(), now)


def latest(every: Sequence[Backup], read: Sequence[Backup], now: datetime) -> Line:
    """The last backup is proved and young; which were ``read`` again just now."""
    proved = next((backup for backup in every if backup.proved), None)
    if every and not every[0].proved:
        return Line(_HERE, State.MEND, f"最近一份没有通过验证（{every[0].fault}）。", _MAKE)
    if proved is None:
        return Line(_HERE, State.LOOK, "这台电脑还没有备份。", _MAKE)
    said = f"最近一份 {proved.time:{_SHOWN}}，验过。{_read_again(read)}"
    old = now.astimezone() - proved.time > timedelta(days=DAYS)
    return Line(_HERE, State.LOOK, said, _MAKE) if old else Line(_HERE, State.GOOD, said)


def _read_again(read: Sequence[Backup]) -> str:
    """Which of the backups were read from end to end and found whole just now; none where they could not be read."""
    sound = [f"{backup.time:{_SHOWN}}" for backup in read if backup.proved]
    if len(sound) > 1:
        return f"刚才把它和轮到的 {sound[1]} 那一份从头到尾又读了一遍，都是好的。"
    return "刚才把它从头到尾又读了一遍，是好的。" if sound else ""


def damaged(older: Sequence[Backup]) -> Iterator[Line]:
    """None of those before the latest was damaged since its proof."""
    bad = [backup for backup in older if not backup.proved]
    if bad:
        times = "、".join(f"{backup.time:{_SHOWN}}" for backup in bad[:3])
        said = f"以前的备份有 {len(bad)} 份没有通过验证：{times}{' 等' if len(bad) > 3 else ''}（{bad[0].fault}）。"
        yield Line(_HERE, State.LOOK, said, "恢复时不要选它们，到期会自己清理掉；请看看磁盘是不是快坏了。")


def ahead(every: Sequence[Backup], now: datetime) -> Iterator[Line]:
    """None is dated after today: the clock of the PC was wrong when it was made, or is wrong now."""
    late = [backup for backup in every if backup.time.astimezone().date() > now.astimezone().date()]
    if late:
        said = f"有 {len(late)} 份备份的时间在今天以后（{late[0].time:{_SHOWN}}）。"
        remedy = "请核对电脑的时间。时间对的，就是做那份备份时快了：它照样能恢复，只是别当成最新的。"
        yield Line(_HERE, State.LOOK, said, remedy)


def second(last: datetime | None, now: datetime) -> Line:
    """There is a backup in a second place, and not too old a one."""
    if last is None:
        remedy = "请插上优盘，到“备份与恢复”选第二处。"
        return Line(_SECOND, State.LOOK, "没有第二处备份，电脑坏了就全没了。", remedy)
    if (days := dated_number(SECOND_DAYS, now.date())) and now.astimezone() - last > timedelta(days=days):
        return Line(_SECOND, State.LOOK, f"最近一次 {last:%Y-%m-%d}。", f"请插上优盘，{_MAKE.removeprefix('请')}")
    return Line(_SECOND, State.GOOD, f"最近一次 {last:{_SHOWN}}。")
