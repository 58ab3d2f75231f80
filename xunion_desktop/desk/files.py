"""FileAsker: where the clerk points at files and folders, in the system's own windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

WORKBOOKS = "表格 (*.xls *.xlsx *.ods *.csv)"
PDF, EXCEL = "PDF 文件 (*.pdf)", "Excel 表格 (*.xlsx)"
_UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


ANY = "所有文件 (*)"


class FileAsker:
    """Asks for a path; None = the clerk thought better of it. The folder used last is offered again."""

    def __init__(self) -> None:
        self._folder = Path.home()

    def save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Where to save, with a proposed file name."""
        start = self._folder / name.translate(_UNFIT)
        return self._keep(QFileDialog.getSaveFileName(parent, title, str(start), kinds)[0])

    def open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Which file to read."""
        return self._keep(QFileDialog.getOpenFileName(parent, title, str(self._folder), kinds)[0])

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """Into which folder."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(self._folder))
        if not chosen:
            return None
        self._folder = Path(chosen)
        return self._folder

    def _keep(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self._folder = Path(chosen).parent
        return Path(chosen)
