"""FileAsker: where the clerk points at files and folders, in the system's own windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

WORKBOOKS = "表格 (*.xls *.xlsx *.ods *.csv)"
PDF, EXCEL, WORD = "PDF 文件 (*.pdf)", "Excel 表格 (*.xlsx)", "Word 文件 (*.docx)"
_UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


ANY = "所有文件 (*)"


class FileAsker:
    """Asks for a path; None = the clerk thought better of it. The folder used last is offered again."""

    def __init__(self) -> None:
        self._folder = Path.home()

    def save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Where to save, with a proposed file name; a name without the suffix of its kind gets it."""
        start, suffix = self._folder / name.translate(_UNFIT), Path(name).suffix
        asking = QFileDialog(parent, title, str(start), kinds)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix(suffix.lstrip("."))
        chosen = asking.selectedFiles()[:1] if asking.exec() else []
        asking.deleteLater()
        return self._keep(str(suffixed(Path(chosen[0]), suffix)) if chosen else "")

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


def suffixed(path: Path, suffix: str) -> Path:
    """The path with the suffix of its kind; one that stands there unasked is not overwritten."""
    if path.suffix.lower() == suffix.lower():
        return path
    made, number = path.with_name(f"{path.name}{suffix}"), 1
    while made.exists():
        number += 1
        made = path.with_name(f"{path.name}（{number}）{suffix}")
    return made
