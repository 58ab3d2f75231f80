"""Which copies are printed: the good ones or all before they have numbers; afterwards all, one, or what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSpinBox, QWidget

from xunion_desktop.basics.problems import Level

from .boxes import column, label, row
from .field_line import worst
from .print_sides import Side, first_on, from_sheet, lay_on_sheets
from .printing import Copy
from .scale import Scale

_ONCE_MORE = "全部再印、只印一{0}，都记作补打；从第几张继续，接着原来那一次，不另记。"


class Which(Enum):
    """Which copies are printed."""

    CLEAN = 0  # nothing to look at
    ALL = 1  # all that can be printed
    FROM = 2  # from one copy on
    SHEET = 3  # issued: from a sheet on, after a jam
    ONE = 4  # issued: a single copy


_SPIN = 76  # four digits beside the arrows
_BEFORE, _AFTER = (Which.CLEAN, Which.ALL, Which.FROM), (Which.ALL, Which.SHEET, Which.ONE)


class WhichCopies(QWidget):
    """The choice; ``changed`` = another one."""

    changed = Signal()

    def __init__(self, scale: Scale, measure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self._copies: Sequence[Copy] = ()
        self._dropped: frozenset[int] = frozenset()
        self._two_sided = False
        self._broken_off: frozenset[int] | None = None
        self.issued = False
        self.radios = {which: QRadioButton() for which in Which}
        self._group = QButtonGroup(self)
        for which, radio in self.radios.items():
            self._group.addButton(radio, which.value)
        self.first, self.sheet, self.one = _spin(scale), _spin(scale), _spin(scale)
        self.there = label("", "second", wrap=True)
        self.once_more = label(_ONCE_MORE.format(measure), "second", wrap=True)
        lines = (
            label("印哪些", "card-title"),
            self.radios[Which.CLEAN],
            self.radios[Which.ALL],
            row(scale, self.radios[Which.FROM], self.first, 1),
            row(scale, self.radios[Which.SHEET], self.sheet, 1),
            row(scale, self.radios[Which.ONE], self.one, 1),
            self.there,
            self.once_more,
        )
        self.setLayout(column(scale, *lines, gap=8))
        self.radios[Which.CLEAN].setChecked(True)
        self._group.idToggled.connect(lambda _id, _on: self._turn())
        for spin in (self.first, self.sheet, self.one):
            spin.valueChanged.connect(lambda _value: self._turn())
        self.radios[Which.FROM].setText(f"从第几{measure}接着印")
        self.radios[Which.SHEET].setText("从第几张继续")
        self.radios[Which.ONE].setText(f"只印第几{measure}")

    @property
    def which(self) -> Which:
        """The choice itself."""
        return Which(self._group.checkedId())

    def show_copies(self, copies: Sequence[Copy], dropped: frozenset[int], *, issued: bool, two_sided: bool) -> None:
        """Offer these copies."""
        self._copies, self._dropped, self._two_sided = copies, dropped, two_sided
        if issued != self.issued:
            self.issued, self._broken_off = issued, None
            self.radios[Which.ALL if issued else Which.CLEAN].setChecked(True)
        clean, printable = len(self._of(Level.DOUBT)), len(self._of(Level.ERROR))
        self.radios[Which.CLEAN].setText(f"没有问题的 {clean:,} {self._measure}")
        every = printable == len(copies) - len(dropped)
        self.radios[Which.ALL].setText(f"{'全部' if every else '全部能印的'} {printable:,} {self._measure}")
        if not issued and not clean and printable:
            self.radios[Which.ALL].setChecked(True)
        for spin in (self.first, self.one):
            spin.setMaximum(max(1, len(copies)))
        self._show_sheets()
        self._turn()

    def go_on_from(self, sheet: int, copies: Iterable[int] | None = None) -> None:
        """Offer to go on from this sheet: the printer stopped there, in a run of these copies (None = of all)."""
        if self.which is not Which.SHEET:  # what is gone on with is still the run of the first time
            self._broken_off = None if copies is None else frozenset(copies)
        self._show_sheets()
        self.sheet.setValue(sheet)
        self.radios[Which.SHEET].setChecked(True)
        self._turn()

    def sheet_at(self, copy: int, page: int) -> int:
        """The sheet on which this page of this copy lies; the next one that can be printed, where it is void."""
        sheets = (side.sheet for side in self.all_sides() if (side.copy, side.place) >= (copy, page))
        return next(sheets, 1)

    @property
    def broken_off(self) -> frozenset[int] | None:
        """The copies of the run that broke off; None = no run did, or it was one of all."""
        return self._broken_off

    def went_through(self) -> None:
        """A run came to its end: it is over, and what is pressed by mistake now is no part of it."""
        self._broken_off = None
        if self.which is Which.SHEET:
            self.radios[Which.ALL].setChecked(True)
        self._show_sheets()
        self._turn()

    def _show_sheets(self) -> None:
        sheets = [side.sheet for side in self._sheets()]
        self.sheet.setRange(min(sheets, default=1), max(sheets, default=1))

    def chosen(self) -> list[int]:
        """The places of the copies that would be printed now."""
        places = self._of(Level.ERROR)
        if self.which is Which.CLEAN:
            return self._of(Level.DOUBT)
        if self.which is Which.FROM:
            return [place for place in places if place + 1 >= self.first.value()]
        if self.which is Which.ONE:
            return [place for place in places if place + 1 == self.one.value()]
        if self.which is Which.SHEET:
            return sorted({side.copy for side in self.sides()})
        return places

    def sound(self) -> list[int]:
        """The places of all copies that nothing refuses."""
        return self._of(Level.ERROR)

    def sides(self) -> list[Side]:
        """The sides that would be printed now, once the numbers are given."""
        if self.which is Which.SHEET:
            return from_sheet(self._sheets(), self.sheet.value())
        chosen = set(self.chosen())
        return [side for side in self.all_sides() if side.copy in chosen]

    def passed(self) -> set[int]:
        """The copies of the run that broke off that came out before the sheet from which it is gone on."""
        return {side.copy for side in self._sheets()} - {side.copy for side in self.sides()}

    def _sheets(self) -> list[Side]:
        """The sides that may be gone on with: those of the run that broke off, else all."""
        broken = self._broken_off
        return [side for side in self.all_sides() if broken is None or side.copy in broken]

    def all_sides(self) -> list[Side]:
        """All that can be printed; the sheets are counted over these, whatever of them is chosen."""
        return lay_on_sheets(self._copies, two_sided=self._two_sided, places=self._of(Level.ERROR))

    def _of(self, below: Level) -> list[int]:
        """The places of the copies whose worst problem weighs less than ``below``."""
        refused = {Level.ERROR} if below is Level.ERROR else {Level.ERROR, Level.DOUBT}
        return [
            place
            for place, copy in enumerate(self._copies)
            if place not in self._dropped and worst(copy.problems) not in refused
        ]

    def _turn(self) -> None:
        """Show what is offered now, and what lies where the choice points at."""
        offered = _AFTER if self.issued else _BEFORE
        for which, radio in self.radios.items():
            radio.setVisible(which in offered)
        for which, spin in ((Which.FROM, self.first), (Which.SHEET, self.sheet), (Which.ONE, self.one)):
            spin.setVisible(which in offered)
            spin.setEnabled(self.which is which)
        self.there.setText(self._there())
        self.there.setVisible(bool(self.there.text()))
        self.once_more.setVisible(self.issued)
        self.changed.emit()

    def _there(self) -> str:
        """Whose sheet it is that the choice points at."""
        if self.which is Which.SHEET:
            front = first_on(self._sheets(), self.sheet.value())
            return f"第 {front.sheet} 张是“{self._copies[front.copy].name}”第 {front.place + 1} 页" if front else ""
        places = {Which.ONE: self.one.value(), Which.FROM: self.first.value()}
        place = places.get(self.which, 0) - 1
        return f"“{self._copies[place].name}”" if 0 <= place < len(self._copies) else ""


def _spin(scale: Scale) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, 1)
    scale.follow(made, lambda: made.setMinimumWidth(scale.px(_SPIN)))
    return made
