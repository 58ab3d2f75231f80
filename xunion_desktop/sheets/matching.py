"""Rows and records that are the same thing: in the book (code first, else name), and twice in the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.sheets.importer import Existing, Importer, Known, Target
from xunion_desktop.sheets.plan_rows import PlanRow


@dataclass
class Match:
    """The record of the book that a row is about, by which column it was found, and what is odd about it."""

    known: Known | None = None
    by: str = ""
    problems: list[Problem] = field(default_factory=list)


def target_of(importer: Importer, name: str) -> Target:
    """The target of that name."""
    return next(target for target in importer.targets if target.name == name)


def label_of(importer: Importer, name: str) -> str:
    """The label of a target's column."""
    return target_of(importer, name).column.label


def find_match(importer: Importer, existing: Existing, values: Mapping[str, Any]) -> Match:
    """Look the row up by the columns of ``match_by``, the surest first."""
    for name in importer.match_by:
        found = existing.find(name, values.get(name))
        if len(found) > 1:
            sentence = f"本子里有 {len(found)} {importer.measure}的{label_of(importer, name)}都是“{values[name]}”。"
            return Match(problems=[Problem(sentence, name, remedy="请补上能分清的代码。")])
        if found:
            return Match(found[0], name, _odd(importer, existing, values, found[0], name))
    return _alike_match(importer, existing, values)


def _alike_match(importer: Importer, existing: Existing, values: Mapping[str, Any]) -> Match:
    """The one record whose name is spelled a little differently, unless their codes tell them apart."""
    target = target_of(importer, importer.match_by[-1])
    here = values.get(target.name)
    found = existing.find_alike(target, here) if isinstance(here, str) else []
    found = [known for known in found if not _told_apart(importer, values, known.values)]
    if not found:
        return Match()
    label, there = target.column.label, "”、“".join(known.title for known in found)
    sentence = f"{label}略有不同：本子里是“{there}”，表里是“{here}”。"
    if len(found) > 1:
        return Match(
            problems=[Problem(sentence, target.name, Level.DOUBT, remedy="分不清是哪一个，按新的写入；请核对。")]
        )
    remedy = f"当作同一{importer.measure}，改用表里的{label}；请核对。"
    return Match(found[0], target.name, [Problem(sentence, target.name, Level.DOUBT, remedy=remedy)])


def _told_apart(importer: Importer, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether both have a code, and not the same."""
    return any(one.get(name) and other.get(name) and one[name] != other[name] for name in importer.match_by[:-1])


def _odd(importer: Importer, existing: Existing, values: Mapping[str, Any], known: Known, by: str) -> list[Problem]:
    """Doubts about a match: found by one column, it differs in another."""
    problems = []
    for name in importer.match_by:
        here, there = values.get(name), known.values.get(name)
        if name == by or here is None or not there or here == there:
            continue
        label, found_by = label_of(importer, name), label_of(importer, by)
        others = [other for other in existing.find(name, here) if other.key != known.key]
        if others:
            sentence = f"{found_by}是“{known.title}”的，{label}却是“{others[0].title}”的。"
            problems.append(Problem(sentence, name, remedy=f"请核对{label}和{found_by}。"))
        else:
            sentence = f"按{found_by}认出“{known.title}”，但{label}不同，会改为“{here}”。"
            remedy = f"请核对是不是同一{importer.measure}。"
            problems.append(Problem(sentence, name, Level.DOUBT, remedy=remedy))
    return problems


def separate_problems(importer: Importer, existing: Existing, values: Mapping[str, Any]) -> list[Problem]:
    """A row that the clerk says is somebody else may not carry the code of a record in the book."""
    return [
        Problem(f"{label_of(importer, name)}与本子里的“{found[0].title}”相同。", name, remedy="请改正代码。")
        for name in importer.match_by[:-1]
        if (found := existing.find(name, values.get(name)))
    ]


def mark_doubles(importer: Importer, rows: Iterable[PlanRow]) -> None:
    """Mark rows of the sheet that are about the same record: the later ones are refused, the first is doubtful."""
    taking_part = [row for row in rows if not row.left_out]
    for row in taking_part:
        row.doubling = []
    for name in importer.match_by[:-1]:
        for group in _groups(taking_part, name):
            _mark(importer, group, name)
    for group in _groups([row for row in taking_part if not row.doubling], importer.match_by[-1]):
        _mark_names(importer, group)
    by_key: dict[str, list[PlanRow]] = {}
    for row in taking_part:
        if row.matched and not row.doubling:
            by_key.setdefault(row.key, []).append(row)
    for group in by_key.values():
        if len(group) > 1:
            _mark(importer, group, "")
    _mark_alike(importer, [row for row in taking_part if not row.doubling])


def _groups(rows: Sequence[PlanRow], name: str) -> list[list[PlanRow]]:
    """Rows that share a value."""
    groups: dict[Any, list[PlanRow]] = {}
    for row in rows:
        value = row.values.get(name)
        if value is not None:
            groups.setdefault(value, []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def _mark(importer: Importer, group: Sequence[PlanRow], name: str) -> None:
    first, *others = group
    what = f"{label_of(importer, name)}相同" if name else f"对上的是本子里同一{importer.measure}"
    first.doubling.append(
        Problem(f"与{others[0].label}{what}。", name, Level.DOUBT, remedy="只写入这一行；请核对哪一行对。")
    )
    for row in others:
        row.doubling.append(Problem(f"与{first.label}{what}。", name, remedy="请改正，或不导入其中一行。"))


def _mark_names(importer: Importer, group: Sequence[PlanRow]) -> None:
    """The same name twice: with different codes these may be two, otherwise nobody can tell them apart."""
    name = importer.match_by[-1]
    codes = [tuple(row.values.get(code) for code in importer.match_by[:-1]) for row in group]
    apart = len(set(codes)) == len(codes) and all(any(code) for code in codes)
    if not apart and not all(row.separate for row in group[1:]):
        _mark(importer, group, name)
        return
    for row, other in zip(group, [*group[1:], group[0]], strict=True):
        sentence = f"与{other.label}{label_of(importer, name)}相同，但按两{importer.measure}写入。"
        row.doubling.append(Problem(sentence, name, Level.DOUBT, remedy="请核对。"))


def _mark_alike(importer: Importer, rows: Sequence[PlanRow]) -> None:
    """Names in the sheet that are spelled a little differently: written as two, and doubted."""
    target = target_of(importer, importer.match_by[-1])
    groups: dict[str, list[PlanRow]] = {}
    for row in rows:
        name = row.values.get(target.name)
        if target.alike and isinstance(name, str):
            groups.setdefault(target.alike(name), []).append(row)
    for group in groups.values():
        for row, other in zip(group, [*group[1:], group[0]], strict=True):
            if row is not other and not _told_apart(importer, row.values, other.values):
                sentence = f"与{other.label}{target.column.label}略有不同（“{other.title}”）。"
                remedy = f"按两{importer.measure}写入，请核对是不是同一{importer.measure}。"
                row.doubling.append(Problem(sentence, target.name, Level.DOUBT, remedy=remedy))
