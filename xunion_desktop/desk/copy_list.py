"""CopyList: the left card of the print page: every copy with its number and verdict, and below what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from xunion_desktop.basics.problems import Level, Problem

from .boxes import column, label, row
from .cards import Card, Scroll
from .cell_model import CellModel
from .cell_table import CellTable, WholeRows
from .cells import Cell, Weight
from .desk import Desk
from .field_line import worst
from .messages import Answer
from .notes import NoteCard
from .printing import Copy
from .theme import CELL_PADDING, ROW, TWO_LINE_ROW

NOTES_SHOWN = 40
Same = tuple[Sequence[int], Copy]  # the places of copies of which the same is said, and the first of them
TONES = {Level.ERROR: "red", Level.DOUBT: "amber", Level.HINT: "grey"}


class CopyList(Card):
    """The copies of one batch. ``chosen`` = the clerk looks at that copy; ``dropped`` = it is not to be printed."""

    chosen = Signal(int)
    dropped = Signal(int)
    mend_wanted = Signal(str)  # key of the record

    def __init__(self, desk: Desk, measure: str, names: str = "名称", parent: QWidget | None = None) -> None:
        super().__init__(desk.scale, parent=parent)
        self._desk, self._measure, self._names, self._mends = desk, measure, names, True
        self.title = label("", "card-title")
        self.count = label("", "second")
        self.model = CellModel(("序", names, "文号", "检查"), (0, 2), self)
        self.table = CellTable(desk.scale)
        self.table.setModel(self.model)
        self._size_columns()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.problem_title = label("问题", "card-title")
        self._notes = QWidget()
        self._notes_box: QVBoxLayout = column(desk.scale, 1, gap=8)
        self._notes.setLayout(self._notes_box)
        self._notes_scroll = Scroll(self._notes)
        self.add(row(desk.scale, self.title, 1, self.count))
        self._rows = WholeRows(self.table)
        self.add(self._rows, 3)
        self.add(self.problem_title)
        self.add(self._notes_scroll, 2)

    def _size_columns(self) -> None:
        header, scale = self.table.horizontalHeader(), self._desk.scale
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

        def apply() -> None:
            for section, width in ((0, 38), (2, 46), (3, 88)):
                header.resizeSection(section, scale.px(width))

        scale.follow(self, apply)
        header.sectionResized.connect(lambda section, _old, new: self._size_rows(new) if section == 1 else None)

    def _size_rows(self, width: int) -> None:
        """Where a name is longer than its column, every row has two lines: no name is cut (rule 12)."""
        room = width - 2 * self._desk.scale.px(CELL_PADDING)
        metrics = QFontMetrics(self._desk.scale.font(13))
        names = (self.model.index(place, 1).data() for place in range(self.model.rowCount()))
        self.table.set_row(TWO_LINE_ROW if any(metrics.horizontalAdvance(name) > room for name in names) else ROW)
        self._rows.fit()

    def show_copies(
        self,
        title: str,
        copies: Sequence[Copy],
        dropped: frozenset[int],
        notes: Sequence[Problem] = (),
        *,
        mends: bool = True,
    ) -> None:
        """Show these copies; the dropped ones are struck out and no longer complained of. ``notes`` are of all.

        ``mends`` = something can still be done about them: their numbers are not given yet.
        """
        self._mends = mends
        kept = [place for place in range(len(copies)) if place not in dropped]
        pages = sum(len(copies[place].pages) for place in kept)  # how many sheets they take is told with the paper
        self.model.call(1, "收件单位" if any(copy.by_name for copy in copies) else self._names)
        self.title.setText(title)
        self.count.setText(f"{len(kept):,} {self._measure} · {pages:,} 页")
        self.model.show_rows([_cells(place, copy, out=place in dropped) for place, copy in enumerate(copies)])
        self._size_rows(self.table.columnWidth(1))
        self._show_problems(_alike([(place, copies[place]) for place in kept if copies[place].problems]), notes)

    def select(self, place: int) -> None:
        """Go to that copy."""
        self.table.selectRow(place)

    def _on_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())

    def _show_problems(self, bad: Sequence[Same], notes: Sequence[Problem]) -> None:
        while self._notes_box.count() > 1:
            item = self._notes_box.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.problem_title.setVisible(bool(bad) or bool(notes))
        self._notes_scroll.setVisible(bool(bad) or bool(notes))
        shown = [self._of_all(note) for note in notes]
        shown += [self._note(places, copy) for places, copy in bad[:NOTES_SHOWN]]
        for number, note in enumerate(shown):
            self._notes_box.insertWidget(number, note)
        if len(bad) > NOTES_SHOWN:
            rest = label(
                f"另有 {len(bad) - NOTES_SHOWN} {self._measure}有问题，处理前面的后再列出。", "second", wrap=True
            )
            self._notes_box.insertWidget(len(shown), rest)

    def _of_all(self, note: Problem) -> NoteCard:
        return NoteCard(self._desk.scale, self._desk.icons, note.sentence, note.remedy, TONES[note.level])

    def _note(self, places: Sequence[int], copy: Copy) -> NoteCard:
        level = worst(copy.problems)
        tone = TONES[level] if level is not None else "grey"
        first = sorted(copy.problems, key=lambda problem: list(TONES).index(problem.level))
        return NoteCard(
            self._desk.scale,
            self._desk.icons,
            f"{f'第 {places[0] + 1} ' if len(places) == 1 else f'{len(places):,} '}{self._measure}{copy.check}",
            "".join(_sentence(problem) for problem in first),
            tone,
            self._answers(places, copy, level) if self._mends else [],
        )

    def _answers(self, places: Sequence[int], copy: Copy, level: Level | None) -> list[Answer]:
        """What lies in the words of one record is mended there, not by leaving all its copies out."""
        if level is Level.ERROR or len(places) > 1:
            return [Answer("补填" if level is Level.ERROR else "去改", self._mend(copy))]
        return [Answer("去掉", self._drop(places[0]))]

    def _drop(self, place: int) -> Callable[[], None]:
        return lambda: self.dropped.emit(place)

    def _mend(self, copy: Copy) -> Callable[[], None]:
        return lambda: self.mend_wanted.emit(copy.key)


def _alike(bad: Sequence[tuple[int, Copy]]) -> list[Same]:
    """The same said of several copies of one record (a paper that goes to several by name) is said once."""
    found: dict[tuple[str, str, tuple[Problem, ...]], list[tuple[int, Copy]]] = {}
    for place, copy in bad:
        found.setdefault((copy.key, copy.check, tuple(copy.problems)), []).append((place, copy))
    return [([place for place, _ in same], same[0][1]) for same in found.values()]


def _sentence(problem: Problem) -> str:
    return f"{problem.sentence}{problem.remedy}"


def _cells(place: int, copy: Copy, *, out: bool) -> list[Cell]:
    level = worst(copy.problems)
    number = copy.number.partition("〕")[2].removesuffix("号") or copy.number
    weight = Weight.SOFT if out else Weight.PLAIN
    check = Cell("不印", tone="grey") if out else Cell(copy.check, tone=TONES[level] if level else "green")
    return [
        Cell(str(place + 1), right=True, weight=Weight.SOFT),
        Cell(copy.name, weight=weight, struck=out, wrap=True),
        Cell(number, right=True, weight=weight),
        check,
    ]
