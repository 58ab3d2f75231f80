"""ImportSteps: where the import wizard stands."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtWidgets import QWidget

from .scale import Scale
from .step_line import StepLine


class Step(IntEnum):
    """The steps of an import."""

    FILE = 0
    HEADER = 1
    DOUBTS = 2
    BOOK = 3
    WRITE = 4

    @property
    def words(self) -> str:
        """The name of the step."""
        return ("选文件", "认表头", "看疑点", "对旧账", "写入")[self]


class ImportSteps(StepLine):
    """The five steps of an import."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(scale, [step.words for step in Step], parent)
