"""A day at the office, in a program of its own that is killed in the middle: ``python -m tests.commands.officeday``.

All that it keeps lies under the folder given: its own data, its temporary files, the book, what it copies.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from datetime import date
from pathlib import Path

from xunion_desktop.__main__ import main
from xunion_desktop.app import keep_log
from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.places import find_places, program_folder
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.commands.books import open_book
from xunion_desktop.people.records import Person
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.log import Logged
from xunion_desktop.store.package import pack
from xunion_desktop.store.restoring import Restoring

TODAY = "2026-11-24"
LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
SECRETS = ("欧阳示例丁", "尉迟示例丙", "13912345678", "141123199001011234")


def done(*words: object) -> int:
    """One command."""
    return main([*map(str, words), "--today", TODAY])


def by_commands(book: Path) -> None:
    """What is done without the window."""
    done("demo", "--book", book, "--branches", 20, "--members", 300)
    done("import", "branches", LEDGER, "--book", book, "--commit")
    done("print", "branches/election_reminder", "--book", book, "--chip", "overdue", "--commit")
    done("backup", "--book", book)
    done("backup", "--book", book, "--to", book.parent / "stick")
    done("package", book.parent / "stick" / "兴县", "--book", book)
    done("restore", "--book", book, "--from", book.parent / "stick")
    done("check", "--book", book)
    os.environ["XUNION_PASSWORD"], right = "不是这个", os.environ["XUNION_PASSWORD"]
    done("check", "--book", book)
    os.environ["XUNION_PASSWORD"] = right


def by_window(place: Path) -> None:
    """What the window does, down to the kill: drafts, troubles in the log, copies, and a deed that is not finished."""
    keep_log(find_places(program_folder()).logs)
    book = open_book(str(place))
    name, phone, other, number = SECRETS[0], SECRETS[2], SECRETS[1], SECRETS[3]
    with book.deed(f"新增{name}") as deed:
        person = deed.save(Person(name=name))
        deed.save(Branch(name=f"兴县{name}有限公司工会委员会", remark=f"电话 {phone}"))
    book.files.put(f"{name} {number} {phone}".encode() * 1000)
    book.drafts.save("branch/new", {"name": f"{other} {phone} {number}"})
    book.log(Logged.SHOWN, "查看了身份证号。", reason=f"{other}来电", about=person)
    logging.getLogger("xunion_desktop").warning("trouble: %s", in_code(Trouble(f"{name}不能删除", phone)))
    backups = Backups.under(book.backups_root, book)
    Restoring(book.place, backups.make(book, "自动"), book.database.key).prepare()
    pack(book, place.parent / "stick" / "又一份")
    with book.deed("没做完") as deed:
        deed.insert_many(Person, [{"name": f"{other}{row}"} for row in range(3000)])
        try:
            pack(book, place.parent / "stick" / "半份", lambda done, total: die(done))
        finally:
            die(1)


def die(now: float) -> None:
    """The mains go."""
    if now:
        os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)


if __name__ == "__main__":
    place = Path(sys.argv[1]) / "兴县"
    assert date.fromisoformat(TODAY)
    by_commands(place)
    by_window(place)
