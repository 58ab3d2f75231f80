"""Pages: what stands where, in millimetres from the paper's top left corner, y downwards.

This display list is all that a back end sees: ``pdf.py`` writes it, the window and the printer draw it with Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

BLACK = "#000000"
RED = "#FF0000"  # DC-12: the mark and the rules of an official paper
GREY = "#8A94A0"  # only for what is shown and not printed


class Layer(StrEnum):
    """When an operation is drawn."""

    DATA = "data"  # always
    PREPRINT = "preprint"  # left out where the paper already carries it (套打)
    SCREEN = "screen"  # shown in the window only, never printed and never written


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of characters of one font file and size on one baseline.

    ``font`` is the file's role (fang, kai, biaosong, hei, song, rare, latin). The first glyph's origin is at ``x``; the
    others follow every ``pitch`` mm, or, where the pitch is 0, at ``x`` + ``offsets`` (one per character).
    """

    font: str
    size: float  # points
    text: str
    x: float
    y: float  # the baseline
    pitch: float = 0.0
    offsets: tuple[float, ...] = ()
    colour: str = BLACK
    layer: Layer = Layer.DATA
    record: str = ""

    @property
    def xs(self) -> tuple[float, ...]:
        """Where each character's origin stands."""
        if self.offsets:
            return tuple(self.x + offset for offset in self.offsets)
        return tuple(self.x + self.pitch * index for index in range(len(self.text)))


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle: a rule of an official paper, a grey head of a table."""

    x: float
    y: float
    width: float
    height: float
    colour: str = BLACK
    layer: Layer = Layer.DATA
    record: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke, ``width`` mm thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str = BLACK
    layer: Layer = Layer.DATA
    record: str = ""


Step = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Path:
    """Strokes and curves: steps ('M', (x, y)), ('L', (x, y)), ('C', (x1, y1, x2, y2, x, y)), ('Z', ()).

    Stroked ``width`` mm thick where the width is not 0 (``dash`` mm on, off), filled where ``fill`` names a colour.
    """

    steps: tuple[Step, ...]
    width: float = 0.0
    colour: str = BLACK
    fill: str = ""
    dash: tuple[float, ...] = ()
    layer: Layer = Layer.DATA
    record: str = ""


Stroke = Glyphs | Rect | Line | Path


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that stand alike on many pages: drawn once and referred to."""

    ops: tuple[Stroke, ...]
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Remember a hash of what is written where: one over everything, and for each page anew, is slow."""
        hashed = hash(tuple([(op.text, op.x, op.y) if isinstance(op, Glyphs) else op for op in self.ops]))
        object.__setattr__(self, "_hash", hashed)

    def __hash__(self) -> int:
        return self._hash


Op = Stroke | Group


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet, ``width`` × ``height`` mm; ``number`` counts from 1 within the document."""

    width: float
    height: float
    ops: tuple[Op, ...]
    number: int = 1

    def strokes(self, *layers: Layer) -> Iterator[Stroke]:
        """Every operation with the groups opened; only of these layers where any are named."""
        for op in self.ops:
            for stroke in op.ops if isinstance(op, Group) else (op,):
                if not layers or stroke.layer in layers:
                    yield stroke
