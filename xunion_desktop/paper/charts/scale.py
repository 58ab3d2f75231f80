"""Scale: from values to millimetres, with ticks at round numbers; many thousands are told in 万."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
WHOLE_STEPS = (1.0, 2.0, 5.0, 10.0)
WAN = 10_000
WAN_FROM = 100_000  # from here on an axis counts in 万


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``low`` to ``high`` in steps; both are multiples of the step, and zero lies between them."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """The values at which the axis has a line."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + self.step * n, 10) for n in range(count + 1)]

    def share(self, value: float) -> float:
        """Where a value lies: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def scale_for(values: Sequence[float], most_ticks: int = 6) -> Scale:
    """The scale of an axis that holds these values and zero; whole values get whole steps."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if low == high:
        high = 1.0
    whole = all(value == int(value) for value in values)
    least = (high - low) / (most_ticks - 1)
    step = _step(max(1.0, least), WHOLE_STEPS) if whole and least < 10 else _step(least, STEPS)
    return Scale(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step)


def _step(least: float, steps: Sequence[float]) -> float:
    """The smallest round number that is not smaller."""
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in steps if step * power >= least * (1 - 1e-9))


def counted_in(values: Sequence[float]) -> tuple[int, str]:
    """What the values are divided by to be read with ease, and the word for it."""
    return (WAN, "万") if max(map(abs, values), default=0.0) >= WAN_FROM else (1, "")


def shown(value: float) -> str:
    """A value as a reader wants it: no needless zeros, at most two decimals."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def percentages(values: Sequence[float]) -> list[float]:
    """The share of each value in per cent, to one decimal; together they are 100.0 (largest remainder)."""
    whole = sum(values)
    if not whole:
        return [0.0] * len(values)
    exact = [value / whole * 1000 for value in values]
    parts = [floor(part) for part in exact]
    order = sorted(range(len(values)), key=lambda at: parts[at] - exact[at])
    for at in order[: 1000 - sum(parts)]:
        parts[at] += 1
    return [part / 10 for part in parts]
