"""The ledger of unions as it comes from Excel: its columns, what its remarks mean, and what is written of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from xunion_desktop.basics.codes import credit_code_problems, phone_problems
from xunion_desktop.basics.dates import PartialDate, read_date
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.branches import committees, limits, rules
from xunion_desktop.branches.committees import Who
from xunion_desktop.branches.ledger_columns import targets
from xunion_desktop.branches.ledger_meaning import told, understood
from xunion_desktop.branches.records.dossier import HEADS, DossierWriter, afterwards, dossiers
from xunion_desktop.branches.records.learned import learn_headings, learned_headings
from xunion_desktop.branches.rules import Heads, State
from xunion_desktop.branches.words import WITHOUT_COMMITTEE
from xunion_desktop.sheets.cells import plain
from xunion_desktop.sheets.importer import Existing, Known, Progress, Target

if TYPE_CHECKING:
    from xunion_desktop.sheets.plan import ImportPlan
    from xunion_desktop.sheets.plan_rows import PlanRow

_DAY = r"(\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2})"
_FILLED = re.compile(rf"(?:填报|填表|统计|截止|截至)(?:时间|日期)?\s*[:：]?\s*{_DAY}")


class BranchImporter:
    """Brings a ledger of unions into the register. Made afresh for each import."""

    register = "branches"
    title = "基层工会台账"
    measure = "家"
    match_by = ("code", "name")

    def __init__(self, today: date) -> None:
        self.today = today
        self.targets: tuple[Target, ...] = targets(today)
        self._women_from = limits.women_from(today)
        self._term_years = limits.term_years(today)

    def complete(self, values: dict[str, Any]) -> dict[str, Any]:
        """Read what the cells of the row mean together."""
        return understood(values)

    def check(self, values: dict[str, Any]) -> list[Problem]:
        """The rules on the union as it would be: code (ORG-45), term (EL-10), counts (F), EL-07 and EL-08."""
        problems = rules.name_problems(values["name"]) if values.get("name") else []  # an empty one the plan refuses
        problems += _code_problems(values.get("code"))
        problems += self._term_problems(values)
        problems += rules.heads_problems(Heads(*(values.get(name) for name in HEADS)))
        women = values.get("members_women")
        problems += committees.women_problems(women, values.get("women_committee"), self._women_from)
        chair = Who(values.get("chair") or "", phone=values.get("chair_phone") or "")
        problems += committees.audit_problems([Who(values.get("audit_chair") or "")], [chair], "audit_chair")
        problems += _founded_problems(_partial(values.get("founded")))
        problems += phone_problems(values.get("chair_phone") or "", field="chair_phone")
        problems += self._extension_problems(values)
        return problems + told(values)

    def _term_problems(self, values: Mapping[str, Any]) -> list[Problem]:
        """Without a committee there is no term to ask for; one that is told is judged all the same."""
        told = values.get("start") or values.get("years")
        without = values.get("form") in WITHOUT_COMMITTEE or values.get("state") == State.PREPARING
        if without and not told:
            return []
        begun = _partial(values.get("start"))
        found = rules.term_problems(begun, values.get("years"), self.today, self._term_years)
        return found + rules.number_problems(values.get("number"))

    def _extension_problems(self, values: Mapping[str, Any]) -> list[Problem]:
        """An extension has an end (EL-11); one longer than allowed may have been approved: here it is a doubt."""
        if values.get("state") != State.EXTENDED:
            return []
        start, until = _partial(values.get("start")), _partial(values.get("until"))
        due = rules.due_day(start, values["years"]) if start and values.get("years") else date.max
        found = rules.extension_problems(due, until, limit=limits.extension_days(self.today))
        return [replace(problem, level=Level.DOUBT) if until else problem for problem in found]

    def existing(self) -> Existing:
        """The unions of the book with their present values; a post that nobody holds is what a ledger calls vacant."""
        found = ({**row, "vacant": row["chair"] is None} for row in dossiers(self.today))
        return Existing.of(Known(row["id"], row["name"], row) for row in found)

    def write(self, deed: Any, plan: ImportPlan, progress: Progress | None = None) -> None:
        """Write the new unions, and of those known what changed; counts hold from the day the ledger was filled in."""
        writer = DossierWriter(deed, filled_on(plan, self.today))
        rows = plan.writable()
        for done, row in enumerate(rows, 1):
            if row.key:
                before = row.matched.values if row.matched else {}
                writer.change(row.key, _changed(row), afterwards(before, row.values))
            else:
                writer.add(row.values)
            if progress:
                progress(done, len(rows))
        writer.finish()

    def remembered(self) -> dict[str, str]:
        """Headings that the clerk placed in earlier imports."""
        return learned_headings(self.register)

    def remember(self, note: Any, learned: Mapping[str, str]) -> None:
        """Keep the clerk's placements."""
        learn_headings(note, self.register, learned)


def filled_on(plan: ImportPlan, today: date) -> date:
    """Return the day on which the ledger says it was filled in (填报时间：2026年10月20日), else today."""
    for cell in chain.from_iterable(plan.sheet.rows[: plan.header.first]):
        found = _FILLED.search(plain(cell))
        day = read_date(found[1], None) if found else None
        if day and day.exact and day.exact <= today:
            return day.exact
    return today


def _changed(row: PlanRow) -> dict[str, Any]:
    """What a row changes; with another start go number and years as they are told: they are that term's."""
    changed = row.changed_values()
    if "start" in changed:
        changed = {name: row.values[name] for name in ("number", "years") if name in row.values} | changed
    return changed


def _code_problems(code: str | None) -> list[Problem]:
    if not code:
        return [Problem("没有信用代码。", "code", Level.DOUBT, "ORG-45", "以后补上；下次导入按名称认这家。")]
    return credit_code_problems(code, new=False, field="code")


def _founded_problems(founded: PartialDate | None) -> list[Problem]:
    if founded is None or founded.exact:
        return []
    return [Problem("建会时间没有日，照原样记。", "founded", Level.HINT)]


def _partial(iso: str | None) -> PartialDate | None:
    return PartialDate.parse(iso) if iso else None
