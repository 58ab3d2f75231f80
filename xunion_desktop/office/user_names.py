"""The names that users log in with: they stand in lists, in the journal and on what goes out in clear."""

from __future__ import annotations

import re

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.wording import has_unseen

LONGEST = 20
_RESERVED = frozenset({"恢复码", "管理员", "系统"})  # the program says these itself
_FIT = re.compile(r"[\w·•.\- ]*\w[\w·•.\- ]*")  # letters of any script


def read_user_name(text: str) -> str:
    """The name as it is kept; Trouble says what is wrong with it."""
    name = text.strip()
    if not name:
        raise Trouble("没有填用户的名字。", "请填姓名，登录时就选这个名字。")
    if len(name) > LONGEST:
        raise Trouble(f"用户的名字太长，最多 {LONGEST} 个字。", "请填姓名。")
    if has_unseen(name) or not _FIT.fullmatch(name) or "  " in name:
        raise Trouble("用户的名字里有不能用的符号。", "只能用汉字、字母、数字和间隔号。")
    if name in _RESERVED:
        raise Trouble(f"“{name}”不能当用户的名字。", "请填姓名。")
    return name
