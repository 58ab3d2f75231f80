"""self-test: the main things done once in a passing folder, each told in one line."""

import tempfile
from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from xunion_desktop import __version__
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.branches.demo import demo
from xunion_desktop.catalogue import IMPORTERS, ROOMS, register
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.office.checkup import examine
from xunion_desktop.office.condition import State
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.sheets.plan import read_plan
from xunion_desktop.sheets.read import read_workbook
from xunion_desktop.sheets.write import write_register
from xunion_desktop.store.book import Book

from .books import open_book, passing_book
from .console import Code, answer, say
from .sample import Sampler

Check = Callable[[Book, Path, date], str]
BRANCHES, MEMBERS = 30, 2000


def fonts(book: Book, folder: Path, today: date) -> str:  # noqa: ARG001 - what every check is given
    """The fonts are there and know what every letter needs."""
    lacking = FontBook().missing("兴县总工会关于〔2026〕38号：“”，。", "仿宋")
    return f"字体里没有 {''.join(lacking)}" if lacking else ""


def lock(book: Book, folder: Path, today: date) -> str:  # noqa: ARG001 - what every check is given
    """The database on the disk cannot be read without its key."""
    return "" if not book.place.database.read_bytes().startswith(b"SQLite format") else "本子没有加密"


def undo(book: Book, folder: Path, today: date) -> str:  # noqa: ARG001 - what every check is given
    """A deed can be taken back and done again."""
    records = register("branches", today)
    before = records.count(as_of=today)
    undone, none_left, redone = book.undo(), records.count(as_of=today), book.redo()
    whole = undone.done and redone.done and not none_left and records.count(as_of=today) == before
    return "" if whole else f"撤销、重做之后不一样了：{'；'.join(undone.obstacles)}"


def sheets(book: Book, folder: Path, today: date) -> str:  # noqa: ARG001 - what every check is given
    """A register that was exported can be imported again and changes nothing."""
    records = register("branches", today)
    file = folder / "台账.xlsx"
    write_register(file, records.title, records.columns, records.rows(records.keys(as_of=today), today))
    plan = read_plan(read_workbook(file).first(), IMPORTERS["branches"].open(today))
    return "" if len(plan.rows) == BRANCHES and not plan.refused else f"导出再导入，{len(plan.refused)} 行读不回来"


def papers(book: Book, folder: Path, today: date) -> str:
    """Every form can be printed."""
    made = Sampler(PrintDesk(book, ROOMS, today), folder, today).all()
    return "".join(problem for one in made for problem in one.problems)


def condition(book: Book, folder: Path, today: date) -> str:  # noqa: ARG001 - what every check is given
    """体检: what must be mended on this PC or in the book; what is only to be looked at is no fault."""
    lines = examine(book, datetime.now().astimezone())
    return "；".join(f"{line.title}：{line.sentence}{line.remedy}" for line in lines if line.state is State.MEND)


CHECKS: dict[str, Check] = {
    "字体": fonts,
    "加密": lock,
    "撤销和重做": undo,
    "表格": sheets,
    "印刷件": papers,
    "体检": condition,
}


def run(options: Namespace) -> int:
    """Do every check, and the 体检 of the office's own book where one is named; 1 where one failed."""
    with tempfile.TemporaryDirectory(prefix="xunion-") as folder, passing_book() as book:
        demo(book, branches=BRANCHES, members=MEMBERS, seed=1, today=options.today)
        results = {name: outcome(check, book, Path(folder), options.today) for name, check in CHECKS.items()}
    if options.book:
        with open_book(options.book) as book:
            results[f"体检“{book.name}”"] = outcome(condition, book, book.folder, options.today)
    if options.json:
        answer({"version": __version__, "checks": {name: fault or "ok" for name, fault in results.items()}})
    else:
        say(f"工会工作台 {__version__}", *(f"{name}：{fault or '正常'}" for name, fault in results.items()))
    return Code.PROBLEMS if any(results.values()) else Code.DONE


def outcome(check: Check, book: Book, folder: Path, today: date) -> str:
    """What a check found wrong, "" if nothing; trouble counts as found."""
    try:
        return check(book, folder, today)
    except Trouble as trouble:
        return f"{trouble.sentence}{trouble.remedy}"
