"""A day at the office, in a program of its own that is killed in the middle: ``python -m tests.commands.officeday``.

All that it keeps lies under the folder given: its own data, its temporary files, the book, what it copies. Letters,
which the clerk saves in clear, go to the second path given.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from xunion_desktop.__main__ import main
from xunion_desktop.app import Program
from xunion_desktop.basics.errors import Trouble, in_code
from xunion_desktop.basics.places import find_places, program_folder
from xunion_desktop.basics.program_log import keep_log
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.login_page import LoginPage
from xunion_desktop.people.records import Person
from xunion_desktop.store.backup import Backups
from xunion_desktop.store.log import Logged
from xunion_desktop.store.package import pack
from xunion_desktop.store.restoring import Restoring
from xunion_desktop.window import MainWindow

TODAY = "2026-11-24"
LEDGER = Path(__file__).parents[1] / "data" / "branches_ledger.xls"
SECRETS = ("欧阳示例丁", "尉迟示例丙", "13912345678", "141123199001011234")


def done(*words: object) -> int:
    """One command."""
    return main([*map(str, words), "--today", TODAY])


def by_commands(book: Path, saved: Path) -> None:
    """What is done without the window."""
    done("demo", "--book", book, "--branches", 20, "--members", 300)
    done("import", "branches", LEDGER, "--book", book, "--commit")
    done("print", "branches/election_reminder", "--book", book, "--where", "overdue", "--out", saved)
    done("backup", "--book", book, "--to", book.parent / "stick")
    done("package", book.parent / "stick" / "兴县", "--book", book)
    done("restore", "--book", book, "--from", book.parent / "stick")
    os.environ["XUNION_PASSWORD"], right = "不是这个", os.environ["XUNION_PASSWORD"]
    done("check", "--book", book)
    os.environ["XUNION_PASSWORD"] = right


def wait(fact: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: fact() and loop.quit())
    look.start(20)
    QTimer.singleShot(10_000, loop.quit)
    loop.exec()
    look.stop()
    assert fact()


def by_window(place: Path) -> None:
    """What the window does, down to the kill: drafts, troubles in the log, copies, and a deed that is not finished."""
    places = find_places(program_folder())
    keep_log(places.logs)
    program = Program(places, date.fromisoformat(TODAY))
    program.start(str(place), demo=False)
    assert isinstance(program.window, LoginPage)
    program.window.password_given.emit(os.environ["XUNION_USER"], os.environ["XUNION_PASSWORD"])
    wait(lambda: isinstance(program.window, MainWindow))
    program.window.leave_page(program.window.page)  # it asks for the own union first
    program.window.desk.open_register("branches", "all", (), Branch.get().id)
    for line in program.window.findChildren(QLineEdit):
        if line.isVisible() and not line.isReadOnly():
            QTest.keyClicks(line, SECRETS[2])  # in search lines and fields: typed, and not saved
    wait(lambda: bool(program.book.drafts.all()))
    book = program.book
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
        deed.insert_many(Person, [{"name": f"{other}{row}"} for row in range(1000)])
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
    by_commands(place, Path(sys.argv[2]))
    by_window(place)
