"""import: read a ledger, say what it would do to the register, and with --commit do it in one deed."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xunion_desktop.basics.problems import Problem
from xunion_desktop.catalogue import IMPORTERS
from xunion_desktop.sheets.importer import Importer
from xunion_desktop.sheets.plan import ImportPlan, read_plan
from xunion_desktop.sheets.plan_rows import Action, PlanRow
from xunion_desktop.sheets.read import Sheet, read_workbook
from xunion_desktop.sheets.write import write_errors
from xunion_desktop.store.book import Book

from .books import chosen, is_missing, make_book, open_book, passing_book
from .console import Code, answer, say, say_list, spoken


def run(options: Namespace) -> int:
    """Read the plan, write it where asked to; the exit code is 1 where rows were refused.

    A missing book is made only to be written to: its plan is read against a passing one, just as new.
    """
    card = chosen(IMPORTERS, options.register, "能导入的台账")
    sheet = sheet_of(options.file, options.sheet)
    missing = is_missing(options.book)
    with passing_book() if missing else open_book(options.book) as book:
        plan = read_plan(sheet, card.open(options.today))
        if options.commit and not missing:
            write(book, plan, plan.importer)
    if options.commit and missing:
        with make_book(options.book) as book:
            write(book, plan, card.open(options.today))
    if options.errors and (plan.refused or plan.doubtful):
        write_errors(options.errors, plan)
    if options.json:
        answer(account(plan, committed=options.commit))
    else:
        tell(plan, options)
    return Code.PROBLEMS if plan.refused else Code.DONE


def sheet_of(file: Path, name: str) -> Sheet:
    """The sheet of that name, or the first that is visible and not empty; wrong usage names those there are."""
    workbook = read_workbook(file)
    return chosen({sheet.name: sheet for sheet in workbook.sheets}, name, "工作表") if name else workbook.first()


def write(book: Book, plan: ImportPlan, importer: Importer) -> None:
    """Write the good rows, all in one deed that can be undone."""
    with book.deed(f"导入{importer.title}") as deed:
        importer.write(deed, plan)


def account(plan: ImportPlan, *, committed: bool) -> dict[str, Any]:
    """The answer for a program."""
    return {
        "rows": len(plan.rows),
        "good": len(plan.good),
        "refused": [with_reasons(row, row.errors) for row in plan.refused],
        "doubts": [with_reasons(row, row.doubts) for row in plan.rows if row.doubts],
        "new": len(plan.of(Action.NEW)),
        "update": [
            {"row": row.number, "name": row.title, "changes": [str(change) for change in row.changes]}
            for row in plan.of(Action.UPDATE)
        ],
        "same": len(plan.of(Action.SAME)),
        "committed": committed,
    }


def with_reasons(row: PlanRow, problems: list[Problem]) -> dict[str, Any]:
    """One row of the sheet and what is said against it."""
    reasons = [spoken(problem) for problem in problems]
    return {"row": row.number, "serial": row.serial, "name": row.title, "reasons": reasons}


def tell(plan: ImportPlan, options: Namespace) -> None:
    """The answer for a person: counts, changes, refused rows, doubts, and what became of it."""
    good, refused = len(plan.good), len(plan.refused)
    say(f"读到 {len(plan.rows)} 行：能写入 {good} 行，不能写入 {refused} 行，请看 {len(plan.doubtful)} 行。")
    if plan.skipped.sentence():
        say(f"{plan.skipped.sentence()}。")
    say_list("更新", (f"{named(row)}：{'；'.join(map(str, row.changes))}" for row in plan.of(Action.UPDATE)))
    say_list("不能写入", lines(plan.refused, "errors"))
    say_list("写入，但请看", lines(plan.doubtful, "doubts"))
    counts = "，".join(
        f"{action.chinese} {len(plan.of(action))}" for action in (Action.NEW, Action.UPDATE, Action.SAME)
    )
    ending = (
        f"已写入“{options.book}”（可以用 undo 撤销）" if options.commit else "只看结果，没有写入；要写入请加 --commit"
    )
    say(f"{counts}。{ending}。")
    if options.errors and (plan.refused or plan.doubtful):
        say(f"有问题的行另存在 {options.errors}，改好可以再导入。")


def lines(rows: Iterable[PlanRow], which: str) -> list[str]:
    """One line per row with its reasons."""
    return [f"{named(row)}：{''.join(spoken(problem) for problem in getattr(row, which))}" for row in rows]


def named(row: PlanRow) -> str:
    """Where the row stands and whom it is about."""
    return f"{row.label}{row.title}"
