"""A stand-in for the documents: prepares letters of one page, counts what it is asked, writes small files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.desk.printing import BrokenOff
from xunion_desktop.paper.pages import Glyphs, Layer, Page, Rect
from xunion_desktop.paper.pages import Path as Drawn
from xunion_desktop.paper.shapes import circle

MISSING = Problem("姓名里的“㛃”字库里没有。", "chair", Level.ERROR)
LATELY = Problem("10-19 已印原件。", "", Level.DOUBT)


@dataclass(frozen=True)
class Letter:
    """One copy."""

    key: str
    name: str
    number: str
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    check: str = "可印"
    by_name: bool = False


@dataclass(frozen=True)
class Batch:
    """Copies before or after their numbers are issued."""

    copies: tuple[Letter, ...]
    form: str = "unions/reminder"
    title: str = "换届提醒函"
    format: str = "信函格式（GB/T 9704）"
    paper: tuple[float, float] = (210.0, 297.0)
    numbers: str = ""
    sheets: int = 1
    two_sided: bool = False
    notes: tuple[Problem, ...] = ()

    def numbers_of(self, places: Iterable[int]) -> str:
        numbers = [self.copies[place].number for place in sorted(places)]
        first, last = numbers[0], numbers[-1].partition("〕")[2]
        return f"{first.removesuffix('号')}–{last}" if len(numbers) > 1 else first

    def called(self, places: Sequence[int]) -> str:
        return f"{self.title}（{self.copies[places[0]].name}）" if len(places) == 1 else self.title


def letter_page(number: str, *, issued: bool) -> Page:
    """A page with a title, a red rule, a provisional or real number, and a seal place that is never printed."""
    layer = Layer.DATA if issued else Layer.SCREEN
    return Page(
        210,
        297,
        (
            Glyphs("biaosong", 22, "关于按期换届的函", 60, 60, 8.0),
            Rect(20, 70, 170, 0.6, "#FF0000"),
            Glyphs("fang", 16, number, 140, 80, 4.0, layer=layer),
            Drawn(circle(150, 200, 20), 0.2, dash=(2.0, 1.0), layer=Layer.SCREEN),
        ),
    )


class Shop:
    """The documents' side of printing."""

    def __init__(self, problems: dict[int, Problem] | None = None) -> None:
        self.problems = problems or {}
        self.issued: list[tuple[int, ...]] = []
        self.ways: list[tuple[str, str]] = []
        self.voided: list[tuple[str, str]] = []
        self.reprinted: list[tuple[int, ...]] = []
        self.pages = 1
        self.clock = ""
        self.notes: tuple[Problem, ...] = ()
        self.trouble: Trouble | None = None
        self.broken: BrokenOff | None = None

    def prepare(self, form_id: str, keys: Sequence[str], progress) -> Batch:
        copies = tuple(self._letter(place, key) for place, key in enumerate(keys))
        return Batch(copies, form_id, two_sided=self.pages > 1, notes=self.notes)

    def _letter(self, place: int, key: str) -> Letter:
        number = f"兴工函〔2026〕{38 + place}号"
        found = self.problems.get(place)
        check = "可印" if found is None else "缺字 1" if found.level is Level.ERROR else "上月印过"
        pages = (letter_page(number, issued=False),) * self.pages
        return Letter(key, f"第{place}工会", number, pages, (found,) if found else (), check)

    def wrong_clock(self, prepared: Batch) -> str:
        return self.clock

    def issue(self, prepared: Batch, chosen: Sequence[int], progress, *, way: str = "pdf", printer: str = "") -> Batch:
        if self.trouble is not None:
            raise self.trouble
        self.issued.append(tuple(chosen))
        self.ways.append((way, printer))
        kept = [prepared.copies[place] for place in chosen]
        copies = tuple(
            replace(copy, number=number, pages=(letter_page(number, issued=True),) * self.pages, problems=())
            for number, copy in ((f"兴工函〔2026〕{38 + place}号", copy) for place, copy in enumerate(kept))
        )
        return replace(prepared, copies=copies, numbers=f"兴工函〔2026〕38–{37 + len(copies)}号", sheets=len(copies))

    def issue_pdf(self, prepared: Batch, chosen: Sequence[int], target: Path, progress) -> Batch:
        self._refuse_if_unwritable(target.parent)
        issued = self.issue(prepared, chosen, progress)
        self.save_pdf(issued, target, progress)
        return issued

    def issue_pdfs(self, prepared: Batch, chosen: Sequence[int], folder: Path, progress) -> Batch:
        self._refuse_if_unwritable(folder)
        issued = self.issue(prepared, chosen, progress)
        self.save_pdfs(issued, folder, progress)
        return issued

    def issue_pictures(self, prepared: Batch, chosen: Sequence[int], folder: Path, draw, progress) -> Batch:
        self._refuse_if_unwritable(folder)
        issued = self.issue(prepared, chosen, progress, way="picture")
        self.save_pictures(issued, folder, draw, progress)
        return issued

    def again(self, issued: Batch, places: Sequence[int], *, way: str = "pdf", printer: str = "") -> None:
        self.reprinted.append(tuple(places))
        self.ways.append((way, printer))

    def kept(self, batch: str) -> Batch:
        prepared = self.prepare("unions/reminder", ["a", "b", "c"], None)
        return replace(prepared, numbers=batch, copies=prepared.copies)

    def broke_off(self, issued: Batch, at: BrokenOff | None) -> None:
        self.broken = at

    def broken_off(self, issued: Batch) -> BrokenOff | None:
        return self.broken

    def once_more(self, line: str) -> Batch:
        prepared = self.prepare("unions/reminder", [line], None)
        return replace(prepared, numbers=prepared.copies[0].number)

    def save_pictures(self, issued: Batch, folder: Path, draw, progress, *, owed=()) -> list[Path]:
        self._owe(issued, owed, "picture")
        paths = [folder / f"{copy.name}.jpg" for copy in issued.copies]
        for path, copy in zip(paths, issued.copies, strict=True):
            path.write_bytes(draw(copy.pages[0]))
        return paths

    @staticmethod
    def _refuse_if_unwritable(folder: Path) -> None:
        if not folder.is_dir():
            raise Trouble(f"无法保存：没有文件夹“{folder}”。", "请重新选一个位置。")

    def save_word(self, prepared: Batch, copy: Letter, target: Path, progress) -> None:
        self._refuse_if_unwritable(target.parent)
        target.write_bytes(copy.name.encode())

    def void(self, issued: Batch, reason: str) -> None:
        self.voided.append((issued.numbers, reason))

    def _owe(self, issued: Batch, owed: Sequence[int], way: str) -> None:
        if owed:
            self.again(issued, owed, way=way)

    def save_pdf(self, issued: Batch, target: Path, progress, *, owed=()) -> None:
        self._owe(issued, owed, "pdf")
        target.write_bytes(b"%PDF")

    def save_pdfs(self, issued: Batch, folder: Path, progress, *, owed=()) -> list[Path]:
        self._owe(issued, owed, "pdf")
        paths = [folder / f"{copy.name}.pdf" for copy in issued.copies]
        for path in paths:
            path.write_bytes(b"%PDF")
        return paths
