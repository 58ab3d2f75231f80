"""Spoiling: a right paper with one defect, made on its pages before they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.paper.positions.papers import document_of, pages_of
from tests.paper.positions.reading import Printed, printed
from xunion_desktop.paper.measures import MM
from xunion_desktop.paper.pages import BLACK, RED, Glyphs, Layer, Page, Rect, Stroke

Spoil = Callable[[Stroke], Stroke | None]
Defect = Callable[[list[Page]], list[Page]]


def spoiled(name: str, defect: Defect) -> Printed:
    """The paper with the defect, printed and read back."""
    return printed(document_of(name), defect(list(pages_of(name))))


def each(page: int, spoil: Spoil) -> Defect:
    """Every stroke of a page (from 1; negative = from the end) as ``spoil`` makes it; None is left out."""

    def defect(pages: list[Page]) -> list[Page]:
        place = page - 1 if page > 0 else page
        strokes = (spoil(stroke) for stroke in pages[place].strokes())
        pages[place] = replace(pages[place], ops=tuple(stroke for stroke in strokes if stroke is not None))
        return pages

    return defect


def where(pages: list[Page], page: int, text: str, *, last: bool = False) -> tuple[int, Glyphs]:
    """The first run (or the last) that holds this text; page 0 = on whichever page it stands."""
    numbers = range(1, len(pages) + 1) if page == 0 else [page if page > 0 else len(pages) + 1 + page]
    found = [
        (number, op)
        for number in numbers
        for op in pages[number - 1].strokes(Layer.DATA, Layer.PREPRINT)
        if isinstance(op, Glyphs) and text in op.text
    ]
    assert found, f"{text} is not on page {page}"
    return found[-1 if last else 0]


def on_row(page: int, text: str, change: Callable[[Glyphs], Glyphs | None], *, last: bool = False) -> Defect:
    """The runs on the baseline of the run that holds this text."""

    def defect(pages: list[Page]) -> list[Page]:
        number, run = where(pages, page, text, last=last)
        return each(number, lambda op: change(op) if isinstance(op, Glyphs) and op.y == run.y else op)(pages)

    return defect


def run_moved(page: int, text: str, dx: float = 0.0, dy: float = 0.0, *, last: bool = False) -> Defect:
    """The run alone shifted by so many mm."""

    def defect(pages: list[Page]) -> list[Page]:
        number, run = where(pages, page, text, last=last)
        return each(number, lambda op: replace(run, x=run.x + dx, y=run.y + dy) if op == run else op)(pages)

    return defect


def moved(page: int, text: str, dx: float = 0.0, dy: float = 0.0, *, last: bool = False) -> Defect:
    """The row shifted by so many mm."""
    return on_row(page, text, lambda run: replace(run, x=run.x + dx, y=run.y + dy), last=last)


def without(page: int, text: str, *, last: bool = False) -> Defect:
    """The row left out."""
    return on_row(page, text, lambda _: None, last=last)


def in_font(page: int, text: str, font: str, *, last: bool = False) -> Defect:
    """The run set in another font."""

    def defect(pages: list[Page]) -> list[Page]:
        number, run = where(pages, page, text, last=last)
        return each(number, lambda op: replace(run, font=font) if op == run else op)(pages)

    return defect


def of_size(page: int, text: str, size: float) -> Defect:
    """The row in another size."""
    return on_row(page, text, lambda run: replace(run, size=size))


def at_pitch(page: int, text: str, share: float) -> Defect:
    """The row with its characters nearer to each other."""
    return on_row(
        page,
        text,
        lambda run: replace(run, pitch=run.pitch * share, offsets=tuple(offset * share for offset in run.offsets)),
    )


def reading(page: int, text: str, other: str) -> Defect:
    """A run with other characters in the place of these."""
    return on_row(page, text, lambda run: replace(run, text=run.text.replace(text, other)))


def char_in_font(page: int, text: str, char: str, font: str) -> Defect:
    """One character of a run in another font, in its place."""

    def defect(pages: list[Page]) -> list[Page]:
        number, run = where(pages, page, text)
        place = run.text.index(char)
        one = Glyphs(font, run.size, char, run.xs[place], run.y)
        rest = replace(run, text=run.text.replace(char, "", 1), offsets=_without(run, place), pitch=0.0)
        here = each(number, lambda op: rest if op == run else op)(pages)
        here[number - 1] = replace(here[number - 1], ops=(*here[number - 1].ops, one))
        return here

    return defect


def _without(run: Glyphs, place: int) -> tuple[float, ...]:
    return tuple(x - run.x for at, x in enumerate(run.xs) if at != place)


def row_added(page: int, text: str, dy: float) -> Defect:
    """The run a second time, lower or higher."""

    def defect(pages: list[Page]) -> list[Page]:
        number, run = where(pages, page, text)
        here = pages[number - 1]
        pages[number - 1] = replace(here, ops=(*here.ops, replace(run, y=run.y + dy)))
        return pages

    return defect


def in_black(page: int, text: str) -> Defect:
    """The red row black."""
    return on_row(page, text, lambda run: replace(run, colour=BLACK))


def rule(page: int, place: int, *, red: bool, change: Callable[[Rect], Rect | None]) -> Defect:
    """One rule of a page, counted from the top, changed or left out."""

    def defect(pages: list[Page]) -> list[Page]:
        at = page - 1 if page > 0 else page
        rules = [op for op in pages[at].strokes() if isinstance(op, Rect) and (op.colour == RED) == red]
        chosen = sorted(rules, key=lambda op: op.y)[place]
        return each(page, lambda op: change(chosen) if op == chosen else op)(pages)

    return defect


def no_rule(page: int, place: int, *, red: bool) -> Defect:
    """One rule left out."""
    return rule(page, place, red=red, change=lambda _: None)


def shifted_rule(page: int, place: int, dy: float, *, red: bool) -> Defect:
    """One rule shifted."""
    return rule(page, place, red=red, change=lambda op: replace(op, y=op.y + dy))


def short_rule(page: int, place: int, *, red: bool) -> Defect:
    """One rule 5 mm too short."""
    return rule(page, place, red=red, change=lambda op: replace(op, width=op.width - 5))


def thick_rule(page: int, place: int, *, red: bool) -> Defect:
    """One rule of 0.7 mm."""
    return rule(page, place, red=red, change=lambda op: replace(op, height=0.7))


def from_row_on(page: int, text: str, dy: float) -> Defect:
    """This row of text and all below it shifted."""

    def defect(pages: list[Page]) -> list[Page]:
        number, run = where(pages, page, text)
        return each(number, lambda op: _lower(op, dy) if isinstance(op, Glyphs) and op.y >= run.y else op)(pages)

    return defect


def lowered(page: int, dy: float) -> Defect:
    """All text of a page shifted."""
    return each(page, lambda op: _lower(op, dy) if isinstance(op, Glyphs) else op)


def _lower(run: Glyphs, dy: float) -> Glyphs:
    return replace(run, y=run.y + dy)


def carried_down(page: int, text: str) -> Defect:
    """The last character of a row before the first one of the row below."""

    def defect(pages: list[Page]) -> list[Page]:
        number, some = where(pages, page, text)
        runs = [op for op in pages[number - 1].strokes(Layer.DATA) if isinstance(op, Glyphs)]
        run = max((op for op in runs if op.y == some.y), key=lambda op: op.x)
        below = min((op for op in runs if op.y > run.y + 1), key=lambda op: (op.y, op.x))
        last = Glyphs(run.font, run.size, run.text[-1], below.x - run.size / MM, below.y)
        rest = replace(run, text=run.text[:-1], offsets=run.xs and _without(run, len(run.text) - 1), pitch=0.0)
        pages = each(number, lambda op: rest if op == run else op)(pages)
        pages[number - 1] = replace(pages[number - 1], ops=(*pages[number - 1].ops, last))
        return pages

    return defect


def to_a_page_of_its_own(page: int, text: str, *, last: bool = False) -> Defect:
    """This row and all text below it on a new page after this one."""

    def defect(pages: list[Page]) -> list[Page]:
        number, run = where(pages, page, text, last=last)
        ops = list(pages[number - 1].strokes())
        stays = [op for op in ops if not (isinstance(op, Glyphs) and op.y >= run.y)]
        goes = [op for op in ops if op not in stays]
        here = pages[number - 1]
        return [*pages[: number - 1], replace(here, ops=tuple(stays)), replace(here, ops=tuple(goes)), *pages[number:]]

    return defect


def without_page(page: int) -> Defect:
    """A page left out."""
    return lambda pages: [one for place, one in enumerate(pages, 1) if place != page]


def on_paper(width: float, height: float) -> Defect:
    """Another size of paper."""
    return lambda pages: [replace(page, width=width, height=height) for page in pages]
