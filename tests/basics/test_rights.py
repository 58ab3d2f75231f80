"""What a role may do in a room."""

import pytest

from xunion_desktop.basics.rights import ALL_RIGHTS, EVERY_ROOM, Grant, Level, Rights, Role

CLERK = Rights(
    Role.CLERK,
    {EVERY_ROOM: Grant(Level.WRITE, clear=True), "office": Grant(Level.SEE), "aid": Grant(Level.HIDDEN, clear=True)},
)


def test_without_log_in_everything_may_be_done():
    assert ALL_RIGHTS.is_admin
    assert ALL_RIGHTS.may_write("office")
    assert ALL_RIGHTS.sees_clear("aid")


@pytest.mark.parametrize(("room", "sees", "writes", "clear"), [
    ("branches", True, True, True),
    ("office", True, False, False),
    ("aid", False, False, False),
])  # fmt: skip
def test_a_room_of_its_own_line_or_of_the_line_of_every_room(room, sees, writes, clear):
    assert (CLERK.may_see(room), CLERK.may_write(room), CLERK.sees_clear(room)) == (sees, writes, clear)


def test_a_role_without_a_line_may_do_nothing():
    assert not Rights(Role.READER).may_see("branches")


def test_an_administrator_cannot_be_shut_out():
    assert Rights(Role.ADMIN, {EVERY_ROOM: Grant(Level.HIDDEN)}).may_write("office")


def test_a_refusal_names_role_and_room():
    assert CLERK.why_not("本单位资料") == "您的角色是“经办”，“本单位资料”只能看，不能改。"


def test_a_grant_in_words():
    assert Grant(Level.WRITE, clear=True).words == "改，可看原文"
    assert Grant(Level.HIDDEN).words == "不可见"
