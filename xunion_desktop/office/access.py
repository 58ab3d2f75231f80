"""Access: the rights of who is logged in, kept to by the book itself, whatever page or command writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.rights import Grant, Rights, Role
from xunion_desktop.basics.room import Room
from xunion_desktop.store.book import Book

from .user_names import read_user_name
from .users import Right, User, admins, rights_of, user_called

ADMIN_ONLY = frozenset({User.kind_of(), Right.kind_of()})
_ASK = "要改的话，请管理员在“用户与权限”里放开。"


def enter(book: Book, rooms: Sequence[Room]) -> Rights:
    """Let who is logged in at the book: the rights, from now on demanded of every deed."""
    rights = rights_in(book)
    room_of = {kind: room for room in rooms for kind in room.kinds}

    def demand(kinds: frozenset[str]) -> None:
        for kind in sorted(kinds & room_of.keys()):
            room = room_of[kind]
            if kind in ADMIN_ONLY and not rights.is_admin:
                raise Trouble("用户和权限只有管理员能改。", _ASK)
            if not rights.may_write(room.id):
                raise Trouble(rights.why_not(room.title), _ASK)

    book.guard(demand, frozenset(kind for kind, room in room_of.items() if not rights.may_see(room.id)))
    return rights


def rights_in(book: Book) -> Rights:
    """Give the rights of who is logged in at the open book."""
    return rights_of(book.user, next(iter(book.keys.names()), ""))


def demand_admin(book: Book, what: str) -> None:
    """Trouble where who is logged in is no administrator; ``what`` only they may do (把本子恢复成备份)."""
    rights = rights_in(book)
    if not rights.is_admin:
        raise not_allowed(str(rights.role), what)


def not_allowed(role: str, what: str) -> Trouble:
    """What is said to who wants to do what only an administrator may."""
    return Trouble(f"您的角色是“{role}”，{what}只有管理员能做。", "请管理员登录后来做。")


def found(book: Book, name: str) -> User:
    """Write down the first administrator of a book that asks for a log-in from now on."""
    name = read_user_name(name)
    user = user_called(name) or User(name=name)
    user.role, user.active = str(Role.ADMIN), True
    with book.deed(f"登记管理员{name}") as deed:
        deed.save(user)
    return user


@contextmanager
def founding(book: Book, name: str) -> Iterator[None]:
    """Write down the first administrator, and do what follows; where that fails he is none again.

    His line cannot be undone as others are: who has a log-in stays written down.
    """
    known = user_called(read_user_name(name))
    before = (known.role, known.active) if known is not None else None
    user = found(book, name)
    try:
        yield
    except BaseException:
        with suppress(Trouble), book.deed(f"登录没有设成，不登记管理员{user.name}") as deed:
            if before is None:
                deed.delete(user)
            else:
                user.role, user.active = before
                deed.save(user)
        raise


def add_user(book: Book, name: str, role: Role, password: str) -> User:
    """Add a user with a first password; Trouble where the name is taken or the password is too short."""
    name = read_user_name(name)
    known = user_called(name)
    if known is not None and known.active:
        raise Trouble(f"已经有用户“{name}”。", "请换一个名字，或在名单里改他的角色。")
    user = known or User(name=name)
    user.role, user.active = str(role), True
    book.keys.set_password(name, password)
    with book.deed(f"新增用户{name}") as deed:
        deed.save(user)
    return user


def change_role(book: Book, user: User, role: Role) -> None:
    """Give a user another role; the last administrator stays one."""
    if role is not Role.ADMIN:
        _demand_another(user)
    user.role = str(role)
    with book.deed(f"改{user.name}的角色为{role}") as deed:
        deed.save(user)


def register(book: Book, name: str, role: Role) -> User:
    """Write down a user who has a password but no line: he came with an old backup."""
    user = User(name=name, role=str(role), active=True)
    with book.deed(f"登记用户{name}") as deed:
        deed.save(user)
    return user


def shut_out(book: Book, name: str) -> None:
    """Take away the password of a name that may not log in, or of whom nothing is written down."""
    book.keys.remove(name)


def deactivate(book: Book, user: User) -> None:
    """Let a user in no more: the password is taken out of the keyring, what he did stays under his name."""
    _demand_another(user)
    if user.name in book.keys.names():
        book.keys.remove(user.name)
    user.active = False
    with book.deed(f"停用用户{user.name}") as deed:
        deed.save(user)


def write_grants(book: Book, grants: Mapping[tuple[Role, str], Grant]) -> None:
    """Write what roles may do in rooms, as one deed."""
    known = {(row.role, row.room): row for row in Right.alive()}
    with book.deed("改各角色的权限") as deed:
        for (role, room), grant in grants.items():
            row = known.get((str(role), room)) or Right(role=str(role), room=room)
            row.level, row.clear = str(grant.level), grant.clear
            deed.save(row)


def _demand_another(user: User) -> None:
    if [admin.id for admin in admins()] == [user.id]:
        raise Trouble(f"“{user.name}”是唯一的管理员，不能停用，也不能改成别的角色。", "请先让另一个人当管理员。")
