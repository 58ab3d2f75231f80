"""import: read a ledger, say what it would do to the register, and with --commit do it in one deed."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from xunion_desktop.basics.problems import Problem
from xunion_desktop.basics.room import ImporterCard
from xunion_desktop.catalogue import IMPORTERS, REGISTERS
from xunion_desktop.sheets.importer import Importer
from xunion_desktop.sheets.plan import ImportPlan, has_header, read_plan
from xunion_desktop.sheets.plan_rows import Action, PlanRow
from xunion_desktop.sheets.read import Sheet, Workbook, read_workbook
from xunion_desktop.sheets.write import write_errors
from xunion_desktop.store.book import Book

from .backup import backup_before
from .books import chosen, demand_sight, first_code, is_missing, make_book, open_book, passing_book, privacy, tell_code
from .console import Code, answer, say, say_list, spoken
from .log_in import owner_told
from .targets import be_sure_of


@dataclass(frozen=True)
class Done:
    """What was read, and whether anything was written.

    ``others`` names the sheets that were not read, though something stands in them; ``code`` is the recovery code of
    a protected book that was made for it.
    """

    plan: ImportPlan
    others: list[str]
    written: bool
    code: str = ""

    @property
    def doubted(self) -> list[PlanRow]:
        """All rows with something to look at, whether written or not."""
        return [row for row in self.plan.rows if row.doubts]

    @property
    def to_mend(self) -> bool:
        """Whether there are rows for the error workbook."""
        return bool(self.plan.refused or self.doubted)


def run(options: Namespace) -> int:
    """Read the plan, write it where asked to; the exit code is 1 where rows were refused or there are none."""
    card = chosen(IMPORTERS, options.register, "能导入的台账")
    if options.errors:
        be_sure_of(options.errors, [".xlsx"], options.book, source=options.file)
    done = bring_in(card, read_workbook(options.file), options)
    if options.json:
        answer(account(done))
    else:
        tell(done, options)
    return Code.PROBLEMS if done.plan.refused or not done.plan.rows else Code.DONE


def bring_in(card: ImporterCard, workbook: Workbook, options: Namespace) -> Done:
    """Read the plan, save the rows to mend, then write the good ones.

    A missing book is made only to be written to: its plan is read against a passing one, just as new.
    """
    missing = is_missing(options.book)
    owner = owner_told() if missing and options.commit else None
    with passing_book() if missing else open_book(options.book) as book:
        demand_sight(book, REGISTERS[card.register])
        importer = card.open(options.today)
        sheet, others = sheet_of(workbook, options.sheet, importer)
        plan = read_plan(sheet, importer)
        done = Done(plan, others, written=bool(options.commit and plan.writable()))
        if options.errors and done.to_mend:
            write_errors(options.errors, plan, last_line=disclosed(book, done))
        if done.written and not missing:
            backup_before(book, "导入前", options.today)
            write(book, plan, importer)
    if done.written and missing:
        with make_book(options.book, owner=owner) as book:
            write(book, plan, card.open(options.today))
            done = replace(done, code=first_code(book))
    return done


def disclosed(book: Book, done: Done) -> str:
    """Write down that the rows to mend go out as they came; returns the line that goes with them."""
    importer = done.plan.importer
    count = len({row.number for row in (*done.plan.refused, *done.doubted)})
    return privacy(book).take_out_to_mend(importer.title, [target.column for target in importer.targets], count)


def sheet_of(workbook: Workbook, name: str, importer: Importer) -> tuple[Sheet, list[str]]:
    """The sheet of that name, or the first that has a header; and the names of others in which something stands.

    Wrong usage names the sheets there are.
    """
    if name:
        return chosen({sheet.name: sheet for sheet in workbook.sheets}, name, "工作表"), []
    filled = workbook.filled()
    taken = next((sheet for sheet in filled if has_header(sheet, importer)), filled[0])
    return taken, [sheet.name for sheet in filled if sheet is not taken]


def write(book: Book, plan: ImportPlan, importer: Importer) -> None:
    """Write the good rows, all in one deed that can be undone."""
    with book.deed(f"导入{importer.title}") as deed:
        importer.write(deed, plan)


def account(done: Done) -> dict[str, Any]:
    """The answer for a program."""
    plan = done.plan
    return {
        "sheet": plan.sheet.name,
        "other_sheets": done.others,
        "unread": plan.unread,
        "rows": len(plan.rows),
        "good": len(plan.good),
        "refused": [with_reasons(row, row.errors) for row in plan.refused],
        "doubts": [with_reasons(row, row.doubts) for row in done.doubted],
        "new": len(plan.of(Action.NEW)),
        "update": [
            {"row": row.number, "name": row.title, "changes": [str(change) for change in row.changes]}
            for row in plan.of(Action.UPDATE)
        ],
        "same": len(plan.of(Action.SAME)),
        "committed": done.written,
        **({"recovery_code": done.code} if done.code else {}),
    }


def with_reasons(row: PlanRow, problems: list[Problem]) -> dict[str, Any]:
    """One row of the sheet and what is said against it."""
    reasons = [spoken(problem) for problem in problems]
    return {"row": row.number, "serial": row.serial, "name": row.title, "reasons": reasons}


def tell(done: Done, options: Namespace) -> None:
    """The answer for a person: counts, what was not read, changes, refused rows, doubts, and what became of it."""
    plan = done.plan
    good, refused = len(plan.good), len(plan.refused)
    say(f"读到 {len(plan.rows)} 行：能写入 {good} 行，不能写入 {refused} 行，请看 {len(done.doubted)} 行。")
    if plan.skipped.sentence():
        say(f"{plan.skipped.sentence()}。")
    if plan.unread:
        say(f"没有读这些列：{'、'.join(plan.unread)}。")
    if done.others:
        say(f"另有 {len(done.others)} 张表没有读：{'、'.join(done.others)}。用 --sheet 指定。")
    say_list("更新", (f"{named(row)}：{'；'.join(map(str, row.changes))}" for row in plan.of(Action.UPDATE)))
    say_list("不能写入", lines(plan.refused, "errors"))
    say_list("请看", lines(done.doubted, "doubts"))
    actions = (Action.NEW, Action.UPDATE, Action.SAME)
    counts = "，".join(f"{action.chinese} {len(plan.of(action))}" for action in actions)
    say(f"{counts}。{outcome(done, options)}")
    if options.errors and done.to_mend:
        say(f"有问题的行另存在 {options.errors}，里面的内容是原文，改好可以再导入，用完请删掉。")
    tell_code(done.code)


def outcome(done: Done, options: Namespace) -> str:
    """What became of the rows."""
    if not done.plan.rows:
        return "表里没有数据行，没有要写入的。"
    if not done.plan.writable():
        return "没有要写入的，本子没有改动。"
    if not done.written:
        return "只看结果，没有写入；要写入请加 --commit。"
    return f"已写入“{options.book}”（可以用 undo 撤销）。"


def lines(rows: Iterable[PlanRow], which: str) -> list[str]:
    """One line per row with its reasons."""
    return [f"{named(row)}：{''.join(spoken(problem) for problem in getattr(row, which))}" for row in rows]


def named(row: PlanRow) -> str:
    """Where the row stands and whom it is about."""
    return f"{row.label}{row.title}"
