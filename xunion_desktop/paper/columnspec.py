"""The columns of a table as a form writes them: one line a column, its headings, then how it is set.

工会/名称 | 宽
会员/合计 | 数 合计
联系电话  | 号码 22-30毫米
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xunion_desktop.basics.money import read_amount

from .blockkind import grid_rows
from .tabular import Column
from .words import Unreadable

KINDS = {
    "文字": "text",
    "居中": "choice",
    "序号": "serial",
    "数": "whole",
    "金额": "money",
    "百分比": "percent",
    "日期": "date",
    "号码": "phone",
}
WEIGHTS = {"宽": 3.0, "窄": 0.0}
LEVELS = 3
WIDEST = 400  # mm
_WIDTH = re.compile(r"(\d+)(?:-(\d+))?毫米")


def read_columns(text: str) -> tuple[Column, ...]:
    """Understand the columns of a table; Unreadable where one is not understood."""
    columns = tuple(_column(cells) for cells in grid_rows(text))
    if columns[0].total:
        raise Unreadable(f"第一栏“{columns[0].label}”求合计，“合计”两个字就没有地方写")
    return columns


def columns_by_head(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of a table that brings its own headings: numbers are known by their values."""
    return tuple(Column((label or "　",), _kind_of(label, [row[at] for row in rows])) for at, label in enumerate(head))


def _column(cells: list[str]) -> Column:
    path = tuple(part.strip() for part in cells[0].split("/"))
    if len(cells) > 2 or not all(path) or len(path) > LEVELS:
        raise Unreadable(f"栏目“{cells[0]}”应当写成“名称 | 种类”，上下级之间用 /，最多{LEVELS}级")
    how: dict[str, str | float | bool] = {}
    for word in cells[1].split() if len(cells) > 1 else ():
        how |= _how(word, cells[0])
    return Column(path, **how)  # type: ignore[arg-type]


def _how(word: str, label: str) -> dict[str, str | float | bool]:
    found = _WIDTH.fullmatch(word)
    if found:
        if not all(1 <= int(width[:9]) <= WIDEST for width in found.groups() if width):
            raise Unreadable(f"栏目“{label}”的宽度只能写 1 到 {WIDEST} 毫米")
        return {"least": float(found[1]), "most": float(found[2] or found[1])}
    if word in KINDS:
        return {"kind": KINDS[word]}
    if word in WEIGHTS:
        return {"weight": WEIGHTS[word]}
    if word in {"合计", "合并"}:
        return {"total": True} if word == "合计" else {"merge": True}
    offered = "、".join([*KINDS, *WEIGHTS, "合计", "合并", "20-40毫米"])
    raise Unreadable(f"栏目“{label}”的“{word}”看不懂，可用的有：{offered}")


def _kind_of(label: str, values: Sequence[str]) -> str:
    if label == "序号":
        return "choice"
    filled = [value for value in values if value]
    return "whole" if filled and all(read_amount(value) is not None for value in filled) else "text"
