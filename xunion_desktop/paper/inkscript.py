"""The words of the PDF language for one operation: glyph runs, rectangles, lines, paths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from .measures import MM
from .pages import Glyphs, Line, Path, Rect, Stroke

Code = tuple[int, str, float]  # the subset, the code as it is written, the width in 1/1000 em


class FontCodes(dict[str, Code]):
    """One font within one file: the subset, the code and the width of each character that is drawn."""

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__()
        self._font = font
        self._document = document
        self._resources: dict[int, str] = {}

    def __missing__(self, char: str) -> Code:
        subset, code = self._font.splitString(char, self._document)[0]
        self[char] = made = (subset, _escape(code[0]), self._font.face.getCharWidth(ord(char)))
        return made

    def resource(self, subset: int) -> str:
        """The name by which the page's script calls this subset."""
        if subset not in self._resources:
            self._resources[subset] = str(self._font.getSubsetInternalName(subset, self._document))
        return self._resources[subset]


def spell(stroke: Stroke, height: float, fonts: Callable[[str], FontCodes]) -> str:
    """The script that draws this operation on a page ``height`` mm high."""
    if isinstance(stroke, Glyphs):
        return _glyphs(stroke, height, fonts(stroke.font))
    if isinstance(stroke, Rect):
        x, y = _point(stroke.x, stroke.y + stroke.height, height)
        return f"{_colour(stroke.colour)} rg {x} {y} {decimal(stroke.width * MM)} {decimal(stroke.height * MM)} re f"
    if isinstance(stroke, Line):
        start, end = _point(stroke.x1, stroke.y1, height), _point(stroke.x2, stroke.y2, height)
        ink = f"{_colour(stroke.colour)} RG {decimal(stroke.width * MM)} w"
        return f"{ink} {start[0]} {start[1]} m {end[0]} {end[1]} l S"
    return _path(stroke, height)


def _glyphs(run: Glyphs, height: float, codes: FontCodes) -> str:
    """One text object; a new string wherever the next character lies in another subset of the font."""
    coded = [codes[char] for char in run.text]
    if not run.offsets and coded and len({(subset, width) for subset, _, width in coded}) == 1:
        spelled = [(coded[0][0], run.x, *_evenly(coded, run.pitch, run.size))]
    else:
        xs = run.xs
        spelled = [
            (coded[start][0], xs[start], *_shown(coded[start:end], xs[start:end], run.size))
            for start, end in _strings(coded)
        ]
    size, y = decimal(run.size), decimal((height - run.y) * MM)
    strings = [
        f"{codes.resource(subset)} {size} Tf {gap} Tc 1 0 0 1 {decimal(x * MM)} {y} Tm {shown}"
        for subset, x, gap, shown in spelled
    ]
    return f"{_colour(run.colour)} rg BT {' '.join(strings)} ET"


def _evenly(coded: Sequence[Code], pitch: float, size: float) -> tuple[str, str]:
    """Character space and the shown string of characters that are all as wide and stand all as far apart."""
    gap = decimal(pitch * MM - coded[0][2] * size / 1000) if len(coded) > 1 else "0"
    return gap, f"({''.join([code for _, code, _ in coded])}) Tj"


def _strings(coded: Sequence[Code]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch that lies in one subset."""
    start = 0
    for end in range(1, len(coded)):
        if coded[end][0] != coded[start][0]:
            yield start, end
            start = end
    if coded:
        yield start, len(coded)


def _shown(coded: Sequence[Code], xs: Sequence[float], size: float) -> tuple[str, str]:
    """Character space and the shown string: evenly spaced if it is so, else with a correction after each glyph."""
    em = size / 1000
    gaps = [(after - before) * MM - width * em for before, after, (_, _, width) in zip(xs, xs[1:], coded, strict=False)]
    if not gaps or max(gaps) - min(gaps) < 2e-3:
        return decimal(gaps[0]) if gaps else "0", f"({''.join([code for _, code, _ in coded])}) Tj"
    pieces = [f"({code}){decimal(-gap / em)}" for (_, code, _), gap in zip(coded, gaps, strict=False)]
    return "0", f"[{''.join(pieces)}({coded[-1][1]})] TJ"


def _path(path: Path, height: float) -> str:
    words = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    script = ["q"]
    if path.fill:
        script.append(f"{_colour(path.fill)} rg")
    if path.width:
        script.append(f"{_colour(path.colour)} RG {decimal(path.width * MM)} w")
    if path.dash:
        script.append(f"[{' '.join(decimal(part * MM) for part in path.dash)}] 0 d")
    for word, numbers in path.steps:
        points = (_point(x, y, height) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
        script.append(" ".join([part for point in points for part in point] + [words[word]]))
    paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    return " ".join([*script, paint[bool(path.fill), bool(path.width)], "Q"])


def _point(x: float, y: float, height: float) -> tuple[str, str]:
    return decimal(x * MM), decimal((height - y) * MM)


@lru_cache(8192)
def decimal(value: float) -> str:
    """A number of the PDF language: four decimals, none that say nothing."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


@lru_cache(64)
def _colour(code: str) -> str:
    return " ".join(decimal(int(code[place : place + 2], 16) / 255) for place in (1, 3, 5))


def _escape(code: int) -> str:
    char = chr(code)
    if char in "()\\":
        return f"\\{char}"
    return char if 32 <= code < 127 else f"\\{code:03o}"
