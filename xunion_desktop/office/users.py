"""Who works with the book, in which role, and what each role may do: records that no undo takes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from xunion_desktop.basics.rights import LEVEL_WORDS, Grant, Level, Rights, Role
from xunion_desktop.store.fields import Choice, Text, YesNo
from xunion_desktop.store.record import Record

UNKNOWN, NO_PASSWORD, STILL_OPENS = "没有登记", "没有密码", "停用，还有密码"
ROLES = tuple((str(role), str(role)) for role in Role)


class User(Record):
    """One who logs in. The password is no part of it: it wraps the key of the book in the keyring."""

    label: ClassVar[str] = "用户"
    fixed: ClassVar[bool] = True
    person: ClassVar[bool] = True
    sort_source: ClassVar[str] = "name"
    search_sources: ClassVar[tuple[str, ...]] = ("name",)

    name = Text(verbose_name="用户", help_text="登录时选的名字，一般写姓名", unique=True)
    role = Choice(verbose_name="角色", help_text="管理员、经办、财务、查看", choices=ROLES, default=str(Role.CLERK))
    active = YesNo(verbose_name="在用", help_text="停用的用户不能登录", default=True)


class Right(Record):
    """What one role may do in one room; the room “*” stands for every room that has no line of its own."""

    label: ClassVar[str] = "权限"
    fixed: ClassVar[bool] = True

    role = Choice(verbose_name="角色", help_text="哪个角色", choices=ROLES)
    room = Text(verbose_name="房间", help_text="房间的代号，* 是其余各房间")
    level = Choice(
        verbose_name="程度",
        help_text="不可见、看、改",
        choices=tuple((str(level), word) for level, word in LEVEL_WORDS.items()),
        default=str(Level.SEE),
    )
    clear = YesNo(verbose_name="可看原文", help_text="写明原因后可以看打了星号的内容", default=False)

    def title(self) -> str:
        """Write role and room."""
        return f"{self.role}：{self.room}"

    @property
    def grant(self) -> Grant:
        """What it grants."""
        return Grant(Level(self.level), bool(self.clear))


def users() -> list[User]:
    """Give all users, those in use first."""
    return sorted(User.alive(), key=lambda user: (not user.active, user.sort_key))


@dataclass(frozen=True)
class Listed:
    """One line of the list of users: who is written down, or only has a password (``user`` None): a backup came back.

    ``opens`` = the keyring knows him: he can log in whatever is written down.
    """

    name: str
    user: User | None
    opens: bool

    @property
    def role(self) -> Role:
        """What he may do."""
        return Role(self.user.role) if self.user is not None else Role.READER

    @property
    def state(self) -> str:
        """在用, 停用, or what must be settled."""
        if self.user is None:
            return UNKNOWN
        if self.user.active:
            return "在用" if self.opens else NO_PASSWORD
        return STILL_OPENS if self.opens else "停用"

    @property
    def settled(self) -> bool:
        """Whether list and keyring say the same of him."""
        return self.state in ("在用", "停用")


def listed(names: Iterable[str]) -> list[Listed]:
    """Give all users, and the ``names`` of the keyring of whom nothing is written down."""
    names, known = list(names), users()
    unknown = sorted(set(names) - {str(user.name) for user in known})
    return [
        *(Listed(name, None, opens=True) for name in unknown),
        *(Listed(str(user.name), user, user.name in names) for user in known),
    ]


def user_called(name: str) -> User | None:
    """Give the user of that name."""
    found: User | None = User.alive().where(User.name == name).first()
    return found


def admins() -> list[User]:
    """Give the administrators that can log in."""
    return [user for user in users() if user.active and user.role == Role.ADMIN]


def rights_of(name: str, founder: str = "") -> Rights:
    """Give the rights of who is logged in ("" = nobody had to, or it was the recovery code).

    A name without a line here gets what 查看 may do. Where there is no administrator left (an old backup came back),
    the ``founder`` is one: who got a password first.
    """
    if not name or (name == founder and not admins()):
        return Rights(Role.ADMIN)
    user = user_called(name)
    role = Role(user.role) if user is not None and user.active else Role.READER
    return Rights(role, grants_of(role))


def grants_of(role: Role) -> dict[str, Grant]:
    """Give what a role may do, by room."""
    rows = Right.alive().where(Right.role == str(role)).order_by(Right.id)
    return {row.room: row.grant for row in rows}
