"""ImportFoot: the band under the import: what will happen to how many rows, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from xunion_desktop.sheets.plan import ImportPlan
from xunion_desktop.sheets.plan_rows import Action

from .boxes import label
from .buttons import plain, primary
from .cards import Card
from .foot import foot
from .import_steps import Step
from .pills import Pill
from .scale import Scale

_TONES = {
    Action.NEW: "green",
    Action.UPDATE: "grey",
    Action.SAME: "plain",
    Action.REFUSED: "red",
    Action.LEFT_OUT: "grey",
}
_NEXT = {Step.HEADER: "下一步：看疑点", Step.DOUBTS: "下一步：对旧账", Step.BOOK: "下一步：写入"}

_ONE_STEP = "整批是一步，可以撤销"


class ImportFoot(Card):
    """Counts as pills, then the buttons."""

    errors_wanted = Signal()
    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(scale, margins=(14, 8, 14, 8), parent=parent)
        self.pills = {action: Pill(scale) for action in Action}
        self.hint = label(_ONE_STEP, "second")
        self.errors = plain("存出疑问表…", self.errors_wanted.emit)
        self.before = plain("上一步", self.back_wanted.emit)
        self.deed = primary("", self.next_wanted.emit)
        self.add(foot(scale, [*self.pills.values(), self.hint], [self.errors, self.before, self.deed]))

    def show_plan(self, plan: ImportPlan, step: Step, *, lacking: bool = False) -> None:
        """Count the rows by what happens to them; ``lacking`` = a required column is missing."""
        self.hint.setText(_ONE_STEP)
        for action, pill in self.pills.items():
            count = len(plan.of(action))
            pill.show_state(_counted(action, count), _TONES[action])
        self.errors.setVisible(bool(plan.refused or plan.doubtful))
        self.before.setVisible(step > Step.HEADER)
        writable = len(plan.writable())
        fresh = step is Step.DOUBTS and not plan.of(Action.UPDATE)
        words = f"写入 {writable:,} 行" if step is Step.WRITE else "下一步：写入" if fresh else _NEXT[step]
        self.deed.setText(words)
        self.deed.setEnabled(writable > 0 if step is Step.WRITE else not (step is Step.HEADER and lacking))

    def show_done(self, count: int) -> None:
        """The deed is done."""
        self.before.hide()
        self.deed.setEnabled(True)
        self.hint.setText(f"已写入 {count:,} 行，可以撤销")
        self.deed.setText("返回台账")


def _counted(action: Action, count: int) -> str:
    if not count:
        return ""
    return f"要改 {count:,} 行，先不写" if action is Action.REFUSED else f"{action.chinese} {count:,}"
