"""Products: whether 数量 × 单价 is the 金额 of a row. Cells that slipped into the next column show, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from xunion_desktop.basics.money import show_amount
from xunion_desktop.basics.problems import Level, Problem

from .tabular import Table
from .totals import NOTHING, SUMS, read_value

_FACTORS = ("数量", "单价", "金额")
_COUNTED = re.compile(r"\s*([\d.,]+)\s*[^\d\s.,]*\s*")  # 2, 2箱; not 12人×3天
_IN_WORDS = frozenset("一二两三四五六七八九十百千万半若")


def product_problems(table: Table) -> list[Problem]:
    """A DOUBT for each row whose amount is another one, or whose count or price is no number."""
    labels = [column.label for column in table.columns if column.kind != "serial"]
    if not all(factor in labels for factor in _FACTORS):
        return []
    places = [labels.index(factor) for factor in _FACTORS]
    return [
        Problem(f"第 {number} 行的{said}。", level=Level.DOUBT, remedy="请核对各格是不是在自己的栏里。")
        for number, row in enumerate(table.rows, 1)
        if not any("".join(cell.split()) in SUMS for cell in row)
        for said in _doubt([row[at].strip() if at < len(row) else "" for at in places])
    ]


def _doubt(cells: Sequence[str]) -> Iterator[str]:
    count, price, amount = cells
    if count in NOTHING or price in NOTHING:
        return
    number, each, whole = _counted(count), read_value(price), read_value(amount)
    if number is None and not any(char.isdecimal() or char in _IN_WORDS for char in count):
        yield f"“数量”写的是“{count}”，不是数"
    elif each is None:
        yield f"“单价”写的是“{price}”，不是数"
    elif number is not None and whole is not None and (due := _to_the_fen(number * each)) != whole:
        yield f"数量乘单价是 {show_amount(int(due * 100))}，“金额”写的是“{amount}”"


def _counted(cell: str) -> Decimal | None:
    found = _COUNTED.fullmatch(cell)
    return read_value(found[1]) if found else read_value(cell)


def _to_the_fen(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
