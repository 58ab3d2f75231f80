"""new-password: a forgotten password replaced by a new one, with the recovery code from the safe."""

import os
from argparse import Namespace
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.catalogue import record_classes
from xunion_desktop.office.doorstep import replicas_of
from xunion_desktop.office.entering import settle_code
from xunion_desktop.store.book import Book
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.keyring import Keyring
from xunion_desktop.store.passwords import demand_good
from xunion_desktop.store.unlocking import ByCode

from .console import Code, WrongUsage, answer, say
from .log_in import RECOVERY, asked

NEW = "XUNION_NEW_PASSWORD"


def run(options: Namespace) -> int:
    """Ask for what is not told, then set the new password; nothing in the book is written anew."""
    place = BookFolder.of(options.book)
    keyring = Keyring.read(place.keyring)
    name = whose(keyring.names(), options.user)
    code = os.environ.get(RECOVERY) or asked("恢复码")
    keyring.unlock_by_code(code)  # a wrong one is told before anything else is asked
    password = os.environ.get(NEW) or asked_twice()
    demand_good(password)
    with Book.open(options.book, record_classes(), replicas_of(Path(options.book)), ByCode(code)) as book:
        settle_code(book, name, password)
    if options.json:
        answer({"book": str(place.folder), "user": name})
    else:
        say(f"{name}的新密码已设好，下次登录用新密码。恢复码仍然有效，请把恢复单收好。")
    return Code.DONE


def whose(names: list[str], told: str) -> str:
    """Whose password it is: who was named, the only one there is, or who is named when asked."""
    if not names:
        raise Trouble("这个本子没有设密码，不用登录。")
    name = told or (names[0] if len(names) == 1 else asked("给谁设新密码", input, "、".join(names)))
    if name not in names:
        raise WrongUsage(f"没有“{name}”这个用户，有 {'、'.join(names)}。")
    return name


def asked_twice() -> str:
    """A new password, typed twice the same."""
    first, second = asked("新密码"), asked("再输一遍")
    if first != second:
        raise Trouble("两遍新密码不一样，没有改。", "请再运行一次。")
    return first
