"""Rights: what a role may do in each room. Data in, answers out; the program keeps to them, cryptography does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

EVERY_ROOM = "*"


class Role(StrEnum):
    """What a user is in the office; stored as it is shown."""

    ADMIN = "管理员"
    CLERK = "经办"
    TREASURER = "财务"
    READER = "查看"


class Level(StrEnum):
    """What a role may do in a room."""

    HIDDEN = "hidden"
    SEE = "see"
    WRITE = "write"


LEVEL_WORDS = {Level.HIDDEN: "不可见", Level.SEE: "看", Level.WRITE: "改"}


@dataclass(frozen=True)
class Grant:
    """One line of the table of rights: the level, and whether masked values may be shown in clear for a reason."""

    level: Level
    clear: bool = False

    @property
    def words(self) -> str:
        """改，可看原文."""
        return LEVEL_WORDS[self.level] + ("，可看原文" if self.clear else "")


NOTHING = Grant(Level.HIDDEN)
EVERYTHING = Grant(Level.WRITE, clear=True)


@dataclass(frozen=True)
class Rights:
    """The rights of who is at the desk. ``grants`` by room; the line of ``EVERY_ROOM`` stands for those not named."""

    role: Role = Role.ADMIN
    grants: Mapping[str, Grant] = field(default_factory=dict)

    @property
    def is_admin(self) -> bool:
        """Whether users, rights and the recovery code may be changed; an administrator may do everything."""
        return self.role is Role.ADMIN

    def grant(self, room: str) -> Grant:
        """What holds in that room."""
        if self.is_admin:
            return EVERYTHING
        return self.grants.get(room, self.grants.get(EVERY_ROOM, NOTHING))

    def may_see(self, room: str) -> bool:
        """Whether the room is shown at all."""
        return self.grant(room).level is not Level.HIDDEN

    def may_write(self, room: str) -> bool:
        """Whether records of the room may be changed."""
        return self.grant(room).level is Level.WRITE

    def sees_clear(self, room: str) -> bool:
        """Whether masked values of the room may be shown or taken out in clear, for a reason."""
        return self.may_see(room) and self.grant(room).clear

    def why_not(self, title: str) -> str:
        """Why records of the room of that title may not be changed, as one sentence."""
        return f"您的角色是“{self.role}”，“{title}”只能看，不能改。"


ALL_RIGHTS = Rights()
"""Of a book without log-in, and of an administrator."""
