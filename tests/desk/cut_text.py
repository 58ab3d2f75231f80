"""The cut-text check: what a window shows at this size that does not fit its widget; for the tests of all pages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QPushButton, QWidget

SLACK = 1  # pixels lost by rounding


def cut_texts(page: QWidget) -> list[str]:
    """Every visible label and button whose words need more room than they have, or that lie outside their parent."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # words that came a moment ago
    return [problem for widget in _texts(page) if (problem := _cut(widget, page))]


def _texts(page: QWidget) -> Iterator[QLabel | QAbstractButton]:
    for kind in (QLabel, QAbstractButton):
        for widget in page.findChildren(kind):
            if widget.isVisibleTo(page) and widget.text():
                yield widget


def _cut(widget: QLabel | QAbstractButton, page: QWidget) -> str:
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed, has = widget.heightForWidth(widget.width()), widget.height()
        return f"{widget.text()!r}: {has} of {needed} px high" if needed > has + SLACK else ""
    hint = widget.sizeHint() if isinstance(widget, QPushButton) else widget.minimumSizeHint()
    if hint.width() > widget.width() + SLACK or hint.height() > widget.height() + SLACK:
        return f"{widget.text()!r}: {widget.width()}×{widget.height()} of {hint.width()}×{hint.height()}"
    return _outside(widget, page)


def _outside(widget: QWidget, page: QWidget) -> str:
    """Words that lie outside of a parent are cut too, unless that parent scrolls."""
    parent = widget.parentWidget()
    while parent is not None and widget is not page:
        if isinstance(parent.parentWidget(), QAbstractScrollArea) or isinstance(parent, QAbstractScrollArea):
            return ""
        where = QRect(widget.mapTo(parent, widget.rect().topLeft()), widget.size())
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(where):
            return f"{getattr(widget, 'text', str)()!r} lies outside {type(parent).__name__}"
        if parent is page:
            return ""
        parent = parent.parentWidget()
    return ""
