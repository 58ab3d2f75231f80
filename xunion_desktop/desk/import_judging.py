"""Judging: what the clerk decides about the rows of an import, one doubt at a time or all alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import PlanRow

from .doubt_list import Doubt


class Judging(QObject):
    """Carries the clerk's decisions into the plan; ``judged`` = its rows were judged again."""

    judged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: ImportPlan | None = None
        self.shut = False  # what is written is no longer decided about
        self._decided = False

    @property
    def decided(self) -> bool:
        """Whether the clerk would lose decisions by leaving now."""
        return self._decided

    def begin(self) -> None:
        """Another sheet: nothing is decided yet."""
        self._decided = False

    def take(self, plan: ImportPlan) -> None:
        """Judge this plan from now on."""
        self.plan = plan

    @Slot(object, str)
    def correct(self, doubt: Doubt, text: str) -> None:
        """The cell should read ``text``."""
        if self.plan is not None and not self.shut:
            self.plan.correct(doubt.row, doubt.problem.field, text)
            self._done()

    @Slot(object)
    def accept(self, doubt: Doubt) -> None:
        """The value is right as it is."""
        self.accept_each([doubt])

    def accept_each(self, doubts: Sequence[Doubt]) -> None:
        """All these values are right as they are."""
        if self.plan is not None and not self.shut:
            for doubt in doubts:
                self.plan.accept(doubt.row, doubt.problem.field)
            self._done()

    @Slot(object)
    def leave_out(self, doubt: Doubt) -> None:
        """Do not import this row."""
        if self.plan is not None and not self.shut:
            self.plan.leave_out(doubt.row, left_out=True)
            self._done()

    @Slot(object)
    def separate(self, row: PlanRow) -> None:
        """不是同一家: a new record."""
        if self.plan is not None and not self.shut:
            self.plan.separate(row, separate=True)
            self._done()

    def _done(self) -> None:
        self._decided = True
        self.judged.emit()


def alike(doubt: Doubt, among: Sequence[Doubt]) -> list[Doubt]:
    """The doubts of the same rule about the same column (31 terms without a day)."""
    return [each for each in among if not each.must and _likeness(each) == _likeness(doubt)]


def _likeness(doubt: Doubt) -> tuple[str, str]:
    return doubt.problem.rule or doubt.problem.sentence, doubt.problem.field
